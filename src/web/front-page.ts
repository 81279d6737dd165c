import { createHash } from 'node:crypto';
import { type Request, Router } from 'express';
import { LANGUAGE_NAMES, LOCALES, type Locale, localeFor } from '../domain/people/person';
import type { Translate } from '../ports/translate';

/** The texts of the page. */
type FrontPageText =
  | 'site.title'
  | 'site.what'
  | 'site.languages'
  | 'site.privacy'
  | 'site.stored'
  | 'site.kept'
  | 'site.forget'
  | 'site.operator'
  | 'site.terms'
  | 'site.purpose'
  | 'site.no-record'
  | 'command.forget-me';

interface FrontPageParts {
  translate: Translate<FrontPageText>;
  /** For browsers that ask for none of the bot's languages. */
  defaultLocale: Locale;
  /** How long answers are kept. */
  retentionMonths: number;
}

const STYLE = [
  ':root{color-scheme:light dark}',
  'body{max-width:40rem;margin:0 auto;padding:1rem;font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}',
  'nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}',
  'nav a{padding:.25rem 0}',
  'h1{line-height:1.25}',
].join('');

/** Nothing is loaded and nothing runs: the page has this style alone. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CACHED_S = 3_600;

/**
 * `GET /`: what the bot is, what it stores (`#privacy`) and on which terms (`#terms`), in the language of `?lang=`, else
 * of the browser. It tells the same to everyone.
 */
export function frontPage(parts: FrontPageParts): Router {
  const pages = new Map(LOCALES.map((locale) => [locale, pageIn(locale, parts)]));
  const routes = Router();
  routes.get('/', (request, response) => {
    const locale = localeOf(request) ?? parts.defaultLocale;
    response.set({
      'content-security-policy': POLICY,
      'cache-control': `public, max-age=${CACHED_S}`,
      'content-language': locale,
      vary: 'Accept-Language',
    });
    response.type('html').send(pages.get(locale));
  });
  return routes;
}

function localeOf(request: Request): Locale | null {
  const { lang } = request.query;
  const wanted = [...(typeof lang === 'string' ? [lang] : []), ...request.acceptsLanguages()];
  return wanted.map(localeFor).find((locale) => locale !== null) ?? null;
}

function pageIn(locale: Locale, { translate, retentionMonths: months }: FrontPageParts): string {
  const say = (key: FrontPageText) =>
    escaped(translate(locale, key, { months, command: translate(locale, 'command.forget-me') }));
  const paragraphs = (keys: readonly FrontPageText[]) => keys.map((key) => `<p>${say(key)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say('site.title')}</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="${say('site.languages')}">
${LOCALES.map((each) => languageLink(each, each === locale)).join('\n')}
</nav>
<main>
<h1>${say('site.title')}</h1>
<p>${say('site.what')}</p>
<section id="privacy">
<h2>${say('site.privacy')}</h2>
${paragraphs(['site.stored', 'site.kept', 'site.forget', 'site.operator'])}
</section>
<section id="terms">
<h2>${say('site.terms')}</h2>
${paragraphs(['site.purpose', 'site.no-record'])}
</section>
</main>
</body>
</html>
`;
}

function languageLink(locale: Locale, isShown: boolean): string {
  const current = isShown ? ' aria-current="page"' : '';
  return `<a href="?lang=${locale}" lang="${locale}" hreflang="${locale}"${current}>${LANGUAGE_NAMES[locale]}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
