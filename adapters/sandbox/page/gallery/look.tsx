import type { VNode } from 'preact';
import type { Card } from '../../../../src/domain/card';
import type { MessageKind } from '../../../../src/ports/messages';
import { CardView, SCROLLS } from '../../render';
import type { Preview } from '../../types';
import type { Words } from '../../words';
import { SlackDrawing } from '../block-kit/surface';
import { lookOf, SANDBOX } from '../looks';

/** All drawings side by side. */
export const ALL_LOOKS = 'all';

const FORMATS = {
  'block-kit': 'Block Kit',
  'adaptive-card': 'Adaptive Card',
} satisfies Record<Preview['format'], string>;

export interface VersionProps {
  card: Card;
  kind: MessageKind;
  id: string;
  look: string;
  previews: readonly Preview[];
  words: Words;
}

/** One message in one language, drawn as one platform shows it or as all do. */
export function Version({ card, kind, id, look, previews, words }: VersionProps): VNode {
  const shown = previews.filter((preview) => look === ALL_LOOKS || look === lookOf(preview));
  return (
    <div class="version">
      {(look === ALL_LOOKS || look === SANDBOX) && <SandboxLook card={card} id={id} words={words} />}
      {shown.map((preview) => (
        <PreviewLook card={card} kind={kind} id={id} preview={preview} words={words} key={preview.name} />
      ))}
    </div>
  );
}

function SandboxLook({ card, id, words }: { card: Card; id: string; words: Words }): VNode {
  return (
    <div class="look">
      <p class="label">{words('sandbox')}</p>
      <CardView card={card} setting={{ id, heading: 3, forms: 'open' }} />
      <details>
        <summary>{words('as-text')}</summary>
        <pre lang={card.locale} {...SCROLLS}>
          {card.summary}
        </pre>
      </details>
    </div>
  );
}

type PreviewProps = Omit<VersionProps, 'look' | 'previews'> & { preview: Preview };

function PreviewLook({ card, kind, id, preview, words }: PreviewProps): VNode {
  return (
    <div class="look">
      <p class="label">{preview.name}</p>
      {preview.draw(card, kind).map((json, index) => {
        const drawing = `${id}-${lookOf(preview)}-${index}`;
        return (
          <div class="drawn" lang={card.locale} key={drawing}>
            <Drawing json={json} format={preview.format} id={drawing} words={words} />
            <Json json={json} format={preview.format} id={drawing} words={words} />
          </div>
        );
      })}
    </div>
  );
}

interface DrawingProps {
  json: object;
  format: Preview['format'];
  id: string;
  words: Words;
}

function Drawing({ json, format, id, words }: DrawingProps): VNode {
  switch (format) {
    case 'block-kit':
      return (
        <SlackDrawing json={json} id={id} bot={words('bot')} badge={words('app')} home={words('home')} />
      );
    case 'adaptive-card':
      return (
        <div class="teams" data-card={`${id}-json`}>
          <noscript>{words('drawn-by-script')}</noscript>
        </div>
      );
  }
}

/** The page's script reads the JSON here: what is drawn, copied and opened elsewhere is what stands here. */
function Json({ json, format, id, words }: DrawingProps): VNode {
  const source = `${id}-json`;
  return (
    <details>
      <summary lang="en">{FORMATS[format]} (JSON)</summary>
      <p class="tools">
        <button type="button" class="choice" data-copy={source} data-done={words('copied')}>
          {words('copy')}
        </button>
        {format === 'block-kit' && (
          <a
            href="https://app.slack.com/block-kit-builder/"
            target="_blank"
            rel="noreferrer"
            data-builder={source}
          >
            {words('builder')}
          </a>
        )}
      </p>
      <pre id={source} lang="en" {...SCROLLS}>
        {JSON.stringify(json, null, 1)}
      </pre>
    </details>
  );
}
