import type { VNode } from 'preact';
import { LANGUAGE_NAMES, LOCALES, type Locale } from '../../../src/domain/people/person';
import type { MessageKind } from '../../../src/ports/messages';
import type { Present } from '../../../src/ports/present';
import { SCROLLS } from '../render';
import type { Preview, Sample } from '../types';
import type { Words, WordsIn } from '../words';
import { ALL_LOOKS, Version } from './gallery/look';
import { BotFace } from './icons';
import { lookOf, SANDBOX } from './looks';
import { Document, documentOf } from './page';

export interface GalleryOptions {
  wordsIn: WordsIn;
  samples: readonly Sample[];
  present: Present;
  previews: readonly Preview[];
}

/** The part of the gallery that is shown. */
export interface GalleryView {
  lang: Locale | 'all';
  /** `sandbox`, a preview's name in small letters, or `all`. */
  look: string;
}

interface Gallery extends GalleryView, GalleryOptions {
  locale: Locale;
  words: Words;
  sections: readonly Section[];
}

/** One kind of message with all its samples. */
interface Section {
  kind: MessageKind;
  samples: readonly Sample[];
}

const STYLES = ['base', 'cards', 'gallery', 'slack', 'teams'];

/** Reads the address. Unknown values, and more than fits on a page, are replaced by the defaults. */
export function galleryView(
  { previews }: GalleryOptions,
  asked: { lang?: unknown; look?: unknown },
): GalleryView {
  const lang = asked.lang === 'all' ? 'all' : (LOCALES.find((known) => known === asked.lang) ?? 'en');
  const looks = looksOf(previews, lang);
  return { lang, look: looks.find((look) => look === asked.look) ?? looks[0] ?? SANDBOX };
}

/** All languages side by side leave no room for all drawings side by side. */
function looksOf(previews: readonly Preview[], lang: Locale | 'all'): string[] {
  const each = [SANDBOX, ...previews.map(lookOf)];
  return lang === 'all' ? each : [ALL_LOOKS, ...each];
}

/** Every message the bot can send, in one language or in all, as one platform or each of them draws it. */
export function galleryPage(options: GalleryOptions, view: GalleryView): string {
  const locale = view.lang === 'all' ? 'en' : view.lang;
  const words = options.wordsIn(locale);
  const gallery: Gallery = { ...options, ...view, locale, words, sections: sectionsOf(options.samples) };
  const title = `${words('gallery')} · ${words('title')}`;
  return documentOf(
    <Document locale={locale} title={title} library="adaptivecards.js" script="gallery.js" styles={STYLES}>
      <div id="gallery" class={classOf(view)}>
        <GalleryHead gallery={gallery} />
        <Kinds gallery={gallery} />
        <main>
          {gallery.sections.map((section) => (
            <SectionView section={section} gallery={gallery} key={section.kind} />
          ))}
        </main>
        <p id="spoken" class="hidden" aria-live="polite" />
      </div>
    </Document>,
  );
}

function classOf({ lang, look }: GalleryView): string | undefined {
  if (lang === 'all') return 'languages-abreast';
  return look === ALL_LOOKS ? 'looks-abreast' : undefined;
}

function sectionsOf(samples: readonly Sample[]): Section[] {
  const kinds = new Map<MessageKind, Sample[]>();
  for (const sample of samples) {
    const known = kinds.get(sample.message.kind);
    if (known) known.push(sample);
    else kinds.set(sample.message.kind, [sample]);
  }
  return [...kinds].map(([kind, list]) => ({ kind, samples: list }));
}

function GalleryHead({ gallery }: { gallery: Gallery }): VNode {
  const { words, samples, locale, lang, look } = gallery;
  const languages = [...LOCALES, 'all' as const].map((each) => ({
    href: `?lang=${each}&look=${look}`,
    label: each === 'all' ? words('all-languages') : LANGUAGE_NAMES[each],
    lang: each === 'all' ? undefined : each,
    current: each === lang,
  }));
  return (
    <header>
      <BotFace />
      <div>
        <h1>{words('gallery-title')}</h1>
        <p>
          {words('gallery-hint')} {words('messages', { count: samples.length })}.{' '}
          <a href={`/sandbox?lang=${locale}`}>{words('back')}</a>
        </p>
      </div>
      <div class="switches">
        <Switch label={words('language')} links={languages} />
        <Switch label={words('looks')} links={looks(gallery)} />
      </div>
    </header>
  );
}

interface SwitchLink {
  href: string;
  label: string;
  lang?: string | undefined;
  current: boolean;
}

function looks({ previews, words, lang, look }: Gallery): SwitchLink[] {
  const labels = new Map([
    [ALL_LOOKS, words('all-looks')],
    [SANDBOX, words('sandbox')],
    ...previews.map((preview) => [lookOf(preview), preview.name] as const),
  ]);
  return looksOf(previews, lang).map((each) => ({
    href: `?lang=${lang}&look=${each}`,
    label: labels.get(each) ?? each,
    current: each === look,
  }));
}

function Switch({ label, links }: { label: string; links: readonly SwitchLink[] }): VNode {
  return (
    <nav aria-label={label}>
      <ul class="switch">
        {links.map(({ href, label, lang, current }) => (
          <li key={href}>
            <a href={href} lang={lang} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Kinds({ gallery: { sections, words } }: { gallery: Gallery }): VNode {
  return (
    <nav id="kinds" aria-label={words('sections')} {...SCROLLS}>
      <ul>
        {sections.map(({ kind, samples }) => (
          <li key={kind}>
            <a href={`#${kind}`}>
              {kind} <span class="count">{samples.length}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SectionView({ section, gallery }: { section: Section; gallery: Gallery }): VNode {
  const { kind, samples } = section;
  const { lang, look, previews, words, present } = gallery;
  const locales = lang === 'all' ? LOCALES : [lang];
  return (
    <section id={kind} aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`} lang="en">
        {kind}
      </h2>
      {samples.map(({ name, message }, index) => (
        <div class="sample" key={name}>
          <p class="label" lang="en">
            {name}
          </p>
          <div class="versions">
            {locales.map((locale) => {
              const id = `${kind}-${index}-${locale}`;
              const card = present(message, locale);
              return <Version {...{ card, kind, id, look, previews, words }} key={locale} />;
            })}
          </div>
        </div>
      ))}
    </section>
  );
}
