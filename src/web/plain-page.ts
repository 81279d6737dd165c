import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { LANGUAGE_NAMES, LOCALES, type Locale, localeFor } from '../domain/people/person';

/* Pages of words alone: nothing is loaded, and nothing runs. */

const STYLE = [
  ':root{color-scheme:light dark}',
  'body{max-width:40rem;margin:0 auto;padding:1rem;font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}',
  'nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}',
  'nav a{padding:.25rem 0}',
  'h1{line-height:1.25}',
  'table{width:100%;border-collapse:collapse}',
  'th,td{text-align:start;vertical-align:top;padding:.25rem .5rem .25rem 0;border-bottom:1px solid}',
].join('');

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface PlainPage {
  locale: Locale;
  title: string;
  /** What the links to other languages are for. */
  languages: string;
  /** HTML. */
  body: string;
}

/** Sends a page; `cache`: the `Cache-Control` header. */
export function sendPage(response: Response, locale: Locale, html: string, cache: string): void {
  response.set({
    'content-security-policy': POLICY,
    'cache-control': cache,
    'content-language': locale,
    vary: 'Accept-Language',
  });
  response.type('html').send(html);
}

/** The language of `?lang=`, else of the browser; null: none of the bot's. */
export function localeOf(request: Request): Locale | null {
  const { lang } = request.query;
  const wanted = [...(typeof lang === 'string' ? [lang] : []), ...request.acceptsLanguages()];
  return wanted.map(localeFor).find((locale) => locale !== null) ?? null;
}

/** A whole page; `title` and `languages` are texts. */
export function plainPage({ locale, title, languages, body }: PlainPage): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="${escaped(languages)}">
${LOCALES.map((each) => languageLink(each, each === locale)).join('\n')}
</nav>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

function languageLink(locale: Locale, isShown: boolean): string {
  const current = isShown ? ' aria-current="page"' : '';
  return `<a href="?lang=${locale}" lang="${locale}" hreflang="${locale}"${current}>${LANGUAGE_NAMES[locale]}</a>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
