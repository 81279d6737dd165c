import type { VNode } from 'preact';
import type { Present } from '../../../src/app/ports';
import type { Card } from '../../../src/domain/card';
import { LOCALES, type Locale } from '../../../src/domain/people';
import { CardView, SCROLLS } from '../render';
import type { Preview, Sample } from '../types';
import { LANGUAGE_NAMES, type Words, wordsIn } from '../words';
import { BotFace } from './icons';
import { Document, documentOf } from './page';

export interface GalleryOptions {
  samples: readonly Sample[];
  present: Present;
  previews: readonly Preview[];
}

const STYLES = ['base', 'cards', 'gallery'];

/** One kind of message with all its samples. */
interface Section {
  kind: string;
  samples: readonly Sample[];
}

/** Every message the bot can send, drawn in one language or in all of them side by side. */
export function galleryPage(options: GalleryOptions, lang: Locale | 'all'): string {
  const locale = lang === 'all' ? 'en' : lang;
  const words = wordsIn(locale);
  const sections = sectionsOf(options.samples);
  return documentOf(
    <Document locale={locale} title={`${words.gallery} · ${words.title}`} script={null} styles={STYLES}>
      <div id="gallery" class={lang === 'all' ? 'all' : undefined}>
        <GalleryHead lang={lang} words={words} count={options.samples.length} locale={locale} />
        <nav id="kinds" aria-label={words.sections} {...SCROLLS}>
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
        <main>
          {sections.map((section) => (
            <SectionView section={section} options={options} lang={lang} words={words} key={section.kind} />
          ))}
        </main>
      </div>
    </Document>,
  );
}

function sectionsOf(samples: readonly Sample[]): Section[] {
  const kinds = new Map<string, Sample[]>();
  for (const sample of samples) {
    const known = kinds.get(sample.message.kind);
    if (known) known.push(sample);
    else kinds.set(sample.message.kind, [sample]);
  }
  return [...kinds].map(([kind, list]) => ({ kind, samples: list }));
}

interface HeadProps {
  lang: Locale | 'all';
  locale: Locale;
  words: Words;
  count: number;
}

function GalleryHead({ lang, locale, words, count }: HeadProps): VNode {
  return (
    <header>
      <BotFace />
      <div>
        <h1>{words.galleryTitle}</h1>
        <p>
          {words.galleryHint} {words.messages(count)}. <a href={`/sandbox?lang=${locale}`}>{words.back}</a>
        </p>
      </div>
      <nav aria-label={words.language}>
        <ul class="languages">
          {LOCALES.map((each) => (
            <li key={each}>
              <a href={`?lang=${each}`} lang={each} aria-current={each === lang ? 'page' : undefined}>
                {LANGUAGE_NAMES[each]}
              </a>
            </li>
          ))}
          <li>
            <a href="?lang=all" aria-current={lang === 'all' ? 'page' : undefined}>
              {words.allLanguages}
            </a>
          </li>
        </ul>
      </nav>
    </header>
  );
}

interface SectionProps {
  section: Section;
  options: GalleryOptions;
  lang: Locale | 'all';
  words: Words;
}

function SectionView({ section: { kind, samples }, options, lang, words }: SectionProps): VNode {
  const locales = lang === 'all' ? LOCALES : [lang];
  return (
    <section id={kind} aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`} lang="en">
        {kind}
      </h2>
      {samples.map((sample, index) => (
        <div class="sample" key={sample.name}>
          <p class="label" lang="en">
            {sample.name}
          </p>
          <div class="versions">
            {locales.map((locale) => (
              <Version
                card={options.present(sample.message, locale)}
                id={`${kind}-${index}-${locale}`}
                previews={options.previews}
                words={words}
                key={locale}
              />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

interface VersionProps {
  card: Card;
  id: string;
  previews: readonly Preview[];
  words: Words;
}

function Version({ card, id, previews, words }: VersionProps): VNode {
  return (
    <div class="version">
      <CardView card={card} setting={{ id, heading: 3, forms: 'open' }} />
      <details>
        <summary>{words.asText}</summary>
        <pre lang={card.locale} {...SCROLLS}>
          {card.summary}
        </pre>
      </details>
      {previews.map((preview) => (
        <PreviewView card={card} preview={preview} key={preview.name} />
      ))}
    </div>
  );
}

function PreviewView({ card, preview }: { card: Card; preview: Preview }): VNode {
  const drawn = preview.draw(card);
  return (
    <details>
      <summary>{preview.name}</summary>
      {'html' in drawn ? (
        <iframe title={preview.name} sandbox="" srcdoc={drawn.html} />
      ) : (
        <pre {...SCROLLS}>{JSON.stringify(drawn.json, null, 2)}</pre>
      )}
    </details>
  );
}
