import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Locale } from '../../../src/domain/people/person';
import { ClockPanel } from './clock';
import { Conversation } from './conversation';
import { Icon } from './icons';
import { Sidebar } from './sidebar';
import type { View } from './view';

/** In the order in which later ones refine earlier ones. */
const STYLES = [
  'base',
  'frame',
  'conversation',
  'cards',
  'composer',
  'clock',
  'dialogs',
  'slack',
  'teams',
  'looks',
  'narrow',
];

export function pageOf(view: View): string {
  const { words, locale, viewer, place } = view;
  return documentOf(
    <Document locale={locale} title={titleOf(view)} script="main.js" styles={STYLES}>
      <a class="skip" href="#title">
        {words('skip')}
      </a>
      <div id="app" data-person={viewer.id} data-place={place?.id ?? ''} data-title={titleOf(view)}>
        <Sidebar view={view} />
        <Conversation view={view} />
        <ClockPanel view={view} />
      </div>
      <dialog id="form-dialog" aria-label={words('open-form')}>
        <div class="dialog-head">
          <h2 id="form-title">{words('open-form')}</h2>
          <button type="button" class="quiet" data-close aria-label={words('close')}>
            <Icon name="close" />
          </button>
        </div>
        <div id="form-problem" role="alert" />
        <div id="form-body" />
      </dialog>
      <p id="offline" hidden>
        {words('offline')}
      </p>
      <p id="toast" role="status" data-failed={words('failed')} />
      <p id="spoken" class="hidden" aria-live="polite" data-news={words('new-message-in', { place: '%' })} />
      <noscript>
        <p class="noscript">{words('needs-script')}</p>
      </noscript>
    </Document>,
  );
}

function titleOf({ words, place, privateUnread }: View): string {
  return `${privateUnread && place ? '● ' : ''}${place?.name ?? words('private-messages')} · ${words('title')}`;
}

interface DocumentProps {
  locale: Locale;
  title: string;
  /** Runs before the page's script; no module. */
  library?: string;
  script: string;
  styles: readonly string[];
  children: ComponentChildren;
}

/** The frame of every page: no inline script or style, so that the content policy can be strict. */
export function Document({ locale, title, library, script, styles, children }: DocumentProps): VNode {
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="/sandbox/assets/icon.svg" type="image/svg+xml" />
        {styles.map((style) => (
          <link rel="stylesheet" href={`/sandbox/assets/style/${style}.css`} key={style} />
        ))}
        {library && <script defer src={`/sandbox/assets/${library}`} />}
        <script type="module" src={`/sandbox/assets/${script}`} />
      </head>
      <body>{children}</body>
    </html>
  );
}

export function documentOf(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
