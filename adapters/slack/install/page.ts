import { LOCALES, type Locale, localeFor } from '../../../src/domain/people/person';
import type { Ending, InstallTranslate } from './words';

/** The languages a browser asks for, best first, to the first of ours. */
export function languageOf(wanted: readonly string[]): Locale {
  return wanted.map((each) => localeFor(each)).find((each) => each !== null) ?? LOCALES[0];
}

/** A page which says how an install ended; `href` leads on. */
export function endingPage(
  ending: Ending,
  { locale, href }: { locale: Locale; href: string },
  translate: InstallTranslate,
): string {
  const title = translate(locale, `slack.install.${ending}.title`);
  const text = translate(locale, `slack.install.${ending}.text`);
  const next = translate(locale, ending === 'installed' ? 'slack.install.open' : 'slack.install.again');
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }
  a { display: inline-block; margin-top: 1rem; }
  @media (prefers-color-scheme: dark) { body { background: #16191d; color: #e8eaed; } a { color: #8ab4f8; } }
</style>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<a href="${escapeHtml(href)}">${escapeHtml(next)}</a>
</main>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
