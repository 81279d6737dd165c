import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Section } from './sections';
import { STYLE_PATH } from './style';
import type { OfficeWords } from './words';

/** Who is signed in, for the head of each page. */
export interface Signed {
  name: string;
  formKey: string;
  sections: readonly Section[];
}

interface PageProps {
  words: OfficeWords;
  title: string;
  /** The address of the section that the page belongs to; absent: none. */
  section?: string;
  /** Null: nobody is signed in. */
  signed: Signed | null;
  children: ComponentChildren;
}

/** A whole page as HTML, from its doctype on. */
export function pageOf(props: PageProps): string {
  return `<!doctype html>${renderToString(<Page {...props} />)}`;
}

function Page({ words, title, section, signed, children }: PageProps): VNode {
  const { t, locale } = words;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${t('office.title')}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={STYLE_PATH} />
      </head>
      <body>
        <a class="skip" href="#main">
          {t('office.skip')}
        </a>
        <header>
          <p class="product">{t('office.title')}</p>
          {signed && <Sections words={words} current={section} sections={signed.sections} />}
          {signed && <SignOut words={words} signed={signed} />}
        </header>
        <main id="main">
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

function Sections({
  words: { t },
  current,
  sections,
}: {
  words: OfficeWords;
  current: string | undefined;
  sections: readonly Section[];
}): VNode {
  return (
    <nav aria-label={t('office.sections')}>
      <ul>
        {sections.map(({ path, title }) => (
          <li key={path}>
            <a href={path} aria-current={path === current ? 'page' : undefined}>
              {t(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignOut({ words: { t }, signed }: { words: OfficeWords; signed: Signed }): VNode {
  return (
    <form class="signed" method="post" action="/office/sign-out">
      <input type="hidden" name="key" value={signed.formKey} />
      <span>{signed.name}</span>
      <button type="submit" class="plain">
        {t('office.sign-out')}
      </button>
    </form>
  );
}
