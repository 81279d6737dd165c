import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eastAsianWidth } from 'get-east-asian-width';
import { LOCALES, type Locale } from '../../src/domain/people/person';
import { sandbox as en } from '../../src/i18n/en/sandbox';
import { sandbox as ja } from '../../src/i18n/ja/sandbox';
import { LANGUAGES } from '../../src/i18n/languages';
import { sandbox as zhCN } from '../../src/i18n/zh-CN/sandbox';
import { sandbox as zhTW } from '../../src/i18n/zh-TW/sandbox';
import { present } from '../../src/present';
import { samples } from '../../src/present/samples';
import { buttonsOf } from '../present/cards';

/* One word a thing: the table of the glossary, and the length of buttons. */

const ROOT = join(__dirname, '../..');
const TEAMS_APP: Record<Locale, string> = { en: 'en', ja: 'ja', 'zh-CN': 'zh-cn', 'zh-TW': 'zh-tw' };

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const TERMS = read('docs/glossary.md')
  .split('## The words of messages')[1]
  ?.split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Thing'))
  .flatMap((line) => {
    const [thing = '', ...cells] = line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim());
    return LOCALES.map((locale, index) => {
      const [word = '', banned = ''] = (cells[index] ?? '').split(', *not* ');
      return { thing, locale, word, banned: banned.split(', ') };
    });
  });

const SANDBOX: Record<Locale, Record<string, string>> = { en, ja, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** Every text that people read in the language, by its place. */
function textsOf(locale: Locale): [place: string, text: string][] {
  const app = Object.entries(
    JSON.parse(read(`adapters/teams/app/${TEAMS_APP[locale]}.json`)) as Record<string, string>,
  );
  const slack = locale === 'en' ? [['manifest.json', read('manifest.json')] as [string, string]] : [];
  const page = Object.entries(SANDBOX[locale]).map(([key, text]): [string, string] => [
    `sandbox ${key}`,
    text,
  ]);
  return [...Object.entries(LANGUAGES[locale].texts), ...page, ...app, ...slack];
}

test('each thing of the glossary has its word in every language', () => {
  expect(TERMS?.length).toBeGreaterThan(40);
  for (const { thing, locale, word } of TERMS ?? []) {
    const used = textsOf(locale).some(([, text]) => text.toLowerCase().includes(word.toLowerCase()));
    expect([thing, locale, word, used]).toEqual([thing, locale, word, true]);
  }
});

test.each(LOCALES)('no text in %s uses another word for a thing of the glossary', (locale) => {
  const banned = (TERMS ?? []).filter((term) => term.locale === locale).flatMap((term) => term.banned);
  const found = textsOf(locale).flatMap(([place, text]) =>
    banned.filter((word) => hasWord(text, word)).map((word) => `${place}: ${word}: ${text}`),
  );
  expect(found).toEqual([]);
});

/** Latin words end there. */
function hasWord(text: string, word: string): boolean {
  return /^[a-z]/iu.test(word)
    ? new RegExp(`(?<![a-z])${word}(?![a-z])`, 'iu').test(text)
    : text.includes(word);
}

const MOST = { en: 20, ja: 24, 'zh-CN': 24, 'zh-TW': 24 } as const;
const ICON = /^\P{L}*?(?=[\p{L}\d{“「])/u;
/** Names of channels and people are cut by the platforms; names of campaigns and days of other years hold the year. */
const LONGER: readonly RegExp[] = [/^Wolfeschlegel/u, /(?:19|20)\d/u];

test.each(LOCALES)('buttons in %s fit a phone', (locale) => {
  const labels = samples().flatMap(({ name, message }) =>
    buttonsOf(present(message, locale)).map(({ label }) => ({ name, label })),
  );
  const long = labels.filter(({ label }) => {
    const width = [...label.replace(ICON, '')].reduce(
      (sum, one) => sum + eastAsianWidth(one.codePointAt(0) ?? 0),
      0,
    );
    return width > MOST[locale] && !LONGER.some((pattern) => pattern.test(label));
  });
  expect([...new Set(long.map(({ name, label }) => `${label} (${name})`))]).toEqual([]);
});
