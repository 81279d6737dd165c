import { createHash } from 'node:crypto';
import { LOCALES } from '../../src/domain/people/person';
import { translate } from '../../src/i18n/translate';
import { createWeb, frontPage, type Listening } from '../../src/web';

/* The page that people see who look up the app's website, privacy and terms. */

const MONTHS = 7;
const VOID = ['meta'];

let listening: Listening;
beforeAll(async () => {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const web = createWeb({ log, ready: async () => {}, newId: () => 'id', after: () => () => {} });
  web.app.use(frontPage({ translate, defaultLocale: 'ja', retentionMonths: MONTHS }));
  listening = await web.listen('127.0.0.1', 0);
});
afterAll(() => listening.close());

const ask = (path: string, languages = '*', method = 'GET') =>
  fetch(listening.url + path, { method, headers: { 'accept-language': languages } });
const page = async (path: string, languages?: string) => (await ask(path, languages)).text();
const languageOf = (html: string) => /<html lang="([^"]+)"/.exec(html)?.[1];

/** The elements that are still open at the end, and those that end without having begun. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (slash === '') open.push(...(VOID.includes(name) ? [] : [name]));
    else if (open.pop() !== name) return [`/${name}`];
  }
  return open;
}

describe.each(LOCALES)('in %s', (locale) => {
  test('the page is whole', async () => {
    const html = await page(`/?lang=${locale}`);
    expect(languageOf(html)).toBe(locale);
    expect(unbalanced(html)).toEqual([]);
    expect(html).toContain(`<title>${translate(locale, 'site.title')}</title>`);
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(html).toContain(`<a href="?lang=${locale}" lang="${locale}" hreflang="${locale}" aria-current`);
    for (const id of ['privacy', 'terms']) expect(html).toContain(`<section id="${id}">`);
  });

  test('it says for how long answers are kept, what deletes them, and that they are no attendance record', async () => {
    const html = await page(`/?lang=${locale}`);
    expect(html).toContain(translate(locale, 'site.kept', { months: MONTHS }));
    expect(html).toMatch(/(?<!\d)7(?= months| ?か月|个月|個月)/u);
    expect(html).toContain(translate(locale, 'command.forget-me'));
    expect(html).toContain(translate(locale, 'site.no-record'));
  });
});

test.each([
  ['/', 'zh-Hant-HK,zh;q=0.8', 'zh-TW'],
  ['/', 'fr, en-GB;q=0.7, ja;q=0.2', 'en'],
  ['/', 'en;q=0.2, zh-Hans;q=0.9', 'zh-CN'],
  ['/', 'fr', 'ja'],
  ['/', '*', 'ja'],
  ['/?lang=en', 'zh-TW', 'en'],
  ['/?lang=fr', 'zh-TW', 'zh-TW'],
  ['/?lang=en&lang=ja', 'zh-TW', 'zh-TW'],
  ['/?lang=%22%3E%3Cscript%3E', 'en', 'en'],
])('%s for a reader of %s is in %s', async (path, languages, locale) => {
  const response = await ask(path, languages);
  expect(response.headers.get('content-language')).toBe(locale);
  const html = await response.text();
  expect(languageOf(html)).toBe(locale);
  expect(html).not.toContain('<script');
});

test('it may be cached by language, and neither loads nor runs anything', async () => {
  const response = await ask('/', 'en');
  expect(response.status).toBe(200);
  const { headers } = response;
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('cache-control')).toBe('public, max-age=3600');
  expect(headers.get('vary')).toBe('Accept-Language');
  const style = /<style>(.*)<\/style>/s.exec(await response.text())?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers.get('content-security-policy')?.split('; ')).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test('HEAD has the headers alone', async () => {
  const head = await ask('/', 'en', 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(head.headers.get('etag')).toBe((await ask('/', 'en')).headers.get('etag'));
});

test.each([
  ['GET', '/privacy'],
  ['GET', '/index.html'],
  ['GET', '/slack/events'],
  ['POST', '/'],
])('%s %s is 404 in JSON', async (method, path) => {
  const response = await ask(path, 'en', method);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ error: 'not found' });
});
