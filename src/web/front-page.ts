import { Router } from 'express';
import { LOCALES, type Locale } from '../domain/people/person';
import type { Translate } from '../ports/translate';
import { escaped, localeOf, plainPage, sendPage } from './plain-page';

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
    sendPage(response, locale, pages.get(locale) ?? '', `public, max-age=${CACHED_S}`);
  });
  return routes;
}

function pageIn(locale: Locale, { translate, retentionMonths: months }: FrontPageParts): string {
  const say = (key: FrontPageText) =>
    escaped(translate(locale, key, { months, command: translate(locale, 'command.forget-me') }));
  const paragraphs = (keys: readonly FrontPageText[]) => keys.map((key) => `<p>${say(key)}</p>`).join('\n');
  const body = `<p>${say('site.what')}</p>
<section id="privacy">
<h2>${say('site.privacy')}</h2>
${paragraphs(['site.stored', 'site.kept', 'site.forget', 'site.operator'])}
</section>
<section id="terms">
<h2>${say('site.terms')}</h2>
${paragraphs(['site.purpose', 'site.no-record'])}
</section>`;
  const title = translate(locale, 'site.title');
  return plainPage({ locale, title, languages: translate(locale, 'site.languages'), body });
}
