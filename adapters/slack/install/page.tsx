import { renderToString } from 'preact-render-to-string';
import { LOCALES, type Locale, localeFor } from '../../../src/domain/people/person';
import type { Ending, InstallTranslate } from './words';

const STYLE = `
  body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }
  a { display: inline-block; margin-top: 1rem; }
  @media (prefers-color-scheme: dark) { body { background: #16191d; color: #e8eaed; } a { color: #8ab4f8; } }
`;

/** The first language of ours that a browser asks for; `wanted`: best first. */
export function languageOf(wanted: readonly string[]): Locale {
  return wanted.map((each) => localeFor(each)).find((each) => each !== null) ?? LOCALES[0];
}

/** A page that says how an install ended; `href` leads on. */
export function endingPage(
  ending: Ending,
  { locale, href }: { locale: Locale; href: string },
  translate: InstallTranslate,
): string {
  return pageOf({
    locale,
    href,
    title: translate(locale, `slack.install.${ending}.title`),
    text: translate(locale, `slack.install.${ending}.text`),
    label: translate(locale, ending === 'installed' ? 'slack.install.open' : 'slack.install.again'),
  });
}

/** A page that says one thing, with a link that leads on. */
export function pageOf({
  locale,
  title,
  text,
  href,
  label,
}: {
  locale: Locale;
  title: string;
  text: string;
  href: string;
  label: string;
}): string {
  const page = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{text}</p>
          <a href={href}>{label}</a>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}
