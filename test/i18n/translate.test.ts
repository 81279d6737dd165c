import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Locale } from '../../src/domain/people/person';
import { REFUSAL_CODES } from '../../src/domain/refusal';
import { administration } from '../../src/i18n/en/administration';
import type { MessageKey } from '../../src/i18n/language';
import { LANGUAGES } from '../../src/i18n/languages';
import { translate } from '../../src/i18n/translate';
import { sandbox as sandboxCN } from '../../src/i18n/zh-CN/sandbox';
import { sandbox as sandboxTW } from '../../src/i18n/zh-TW/sandbox';

const EN = LANGUAGES.en.texts;
const KEYS = Object.keys(EN) as MessageKey[];
const TRANSLATED = LOCALES.filter((locale) => locale !== 'en');
const ENTRIES = LOCALES.flatMap((locale) => KEYS.map((key) => ({ locale, key, text: textOf(locale, key) })));

type Ast = ReturnType<IntlMessageFormat['getAst']>;

function textOf(locale: Locale, key: MessageKey): string {
  return LANGUAGES[locale].texts[key];
}

function astOf(locale: Locale, key: MessageKey): Ast {
  const options = { ignoreTag: true };
  return new IntlMessageFormat(textOf(locale, key), LANGUAGES[locale].tag, undefined, options).getAst();
}

/** The names of the arguments in a text, those inside plurals and selects included. */
function placesOf(ast: Ast): string[] {
  const names = ast.flatMap((part) => {
    if (!('value' in part) || part.type === 0) return [];
    const inner =
      'options' in part ? Object.values(part.options).flatMap(({ value }) => placesOf(value)) : [];
    return [String(part.value), ...inner];
  });
  return [...new Set(names)].sort();
}

/** The text without its arguments. */
function literalOf(text: string): string {
  return text.replace(/\{\w+(, number|, date, ::\w+)?\}/gu, '');
}

function offenders(matches: (text: string) => boolean, locales: readonly Locale[] = LOCALES): string[] {
  return ENTRIES.filter(({ locale, text }) => locales.includes(locale) && matches(text)).map(
    ({ locale, key, text }) => `${locale} ${key}: ${text}`,
  );
}

test.each(LOCALES)('%s has every text, and no other', (locale) => {
  expect(Object.keys(LANGUAGES[locale].texts).sort()).toEqual([...KEYS].sort());
});

test.each(TRANSLATED)('%s fills the same places as English', (locale) => {
  const differing = KEYS.filter(
    (key) => placesOf(astOf(locale, key)).join() !== placesOf(astOf('en', key)).join(),
  );
  expect(differing).toEqual([]);
});

test('the places are found inside plurals too', () => {
  expect(placesOf(astOf('en', 'tally.median'))).toEqual(['count', 'duration']);
  expect(placesOf(astOf('en', 'date.full'))).toEqual(['day']);
});

test('no text is a copy of the English one, unless it has no words or administrators type it', () => {
  const wordless = /^[^\p{L}]*(?:\{\w+, number, percent\})?$/u;
  const copies = TRANSLATED.flatMap((locale) =>
    KEYS.filter(
      (key) =>
        textOf(locale, key) === EN[key] && !wordless.test(literalOf(EN[key])) && !(key in administration),
    ).map((key) => `${locale} ${key}`),
  );
  expect(copies).toEqual([]);
});

test('no text begins, ends or is filled with spaces', () => {
  expect(offenders((text) => text !== text.trim() || text.includes('  ') || text === '')).toEqual([]);
});

/** Simplified and traditional, in pairs: characters that tell the two apart. */
const PAIRS =
  '这這个個们們为為时時关關开開门門间間单單说說请請选選择擇办辦远遠设設错錯误誤发發应應当當没沒经經会會报報数數据據结結构構点點击擊语語约約际際页頁项項额額统統计計类類总總览覽删刪复復认認问問题題过過让讓从從动動将將显顯输輸启啟闭閉组組织織员員团團队隊带帶长長机機对對条條记記录錄员員处處备備';

test('Chinese has no kana, and neither Chinese has characters of the other', () => {
  const letters = [...PAIRS];
  const simplified = new RegExp(`[${letters.filter((_, index) => index % 2 === 0).join('')}]`, 'u');
  const traditional = new RegExp(`[${letters.filter((_, index) => index % 2 === 1).join('')}]`, 'u');
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
  expect(offenders((text) => kana.test(text), ['zh-CN', 'zh-TW'])).toEqual([]);
  expect(offenders((text) => simplified.test(text), ['zh-TW'])).toEqual([]);
  expect(offenders((text) => traditional.test(text), ['zh-CN'])).toEqual([]);
  expect(
    simplified.test(textOf('zh-CN', 'poll.open')) && traditional.test(textOf('zh-TW', 'poll.open')),
  ).toBe(true);
});

test('Chinese and Japanese use full-width marks in sentences, and half-width brackets', () => {
  const asciiMark = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,.:;!?](?=\s|\p{L}|$)/u;
  // A hint of a file shows its lines, with the commas of CSV.
  const found = offenders((text) => asciiMark.test(text), TRANSLATED);
  expect(found.filter((offender) => !/\.file-hint| file-example\./u.test(offender))).toEqual([]);
  expect(offenders((text) => /[（）]/u.test(text), TRANSLATED)).toEqual([]);
});

const CHINESE = LOCALES.filter((locale) => locale.startsWith('zh'));
const BETWEEN = {
  glued: /\p{Script=Han}[@#]?\p{Script=Latin}|\p{Script=Latin}\p{Script=Han}/u,
  // A number stands without spaces: 13人. A space behind a date or a style sets a mark apart, as in what people type.
  apart:
    /\p{Script=Han} (\p{Script=Han}|\d|\{\w+(, number)?\})|((?<!\p{Script=Latin})\d|\{\w+, number\}) \p{Script=Han}/u,
};

test('Chinese has a space between its characters and Latin letters, and none elsewhere', () => {
  const isTyped = (offender: string) => / command\./u.test(offender) || /[“「→]/u.test(offender);
  expect(offenders((text) => BETWEEN.glued.test(literalOf(text)), CHINESE)).toEqual([]);
  expect(offenders((text) => BETWEEN.apart.test(text), CHINESE).filter((found) => !isTyped(found))).toEqual(
    [],
  );
  const page = [sandboxCN, sandboxTW].flatMap((texts) =>
    Object.entries<string>(texts).filter(([key]) => !key.startsWith('typed.')),
  );
  expect(page.filter(([, text]) => BETWEEN.glued.test(text) || BETWEEN.apart.test(text))).toEqual([]);
});

test('so have the values in Chinese texts, and no others', () => {
  const heading = (locale: Locale, team: string) => translate(locale, 'trouble.heading', { team });
  expect(heading('zh-CN', '#sales')).toBe('无法在 #sales 发布消息');
  expect(heading('zh-TW', 'Ops 2')).toBe('無法在 Ops 2發布訊息');
  expect(heading('zh-TW', '業務 A')).toBe('無法在業務 A 發布訊息');
  expect(heading('zh-TW', '業務')).toBe('無法在業務發布訊息');
  expect(translate('ja', 'trouble.heading', { team: 'Ops' })).not.toMatch(/ Ops|Ops /u);
});

test('Japanese sentences are polite', () => {
  const polite = /(です|ます|ました|ません|でした|ください|でしょうか|ですか|ますか)$/u;
  const sentences = ENTRIES.filter(({ locale, key }) => locale === 'ja' && !key.includes('hint')).flatMap(
    ({ key, text }) =>
      text
        .replace(/。\}.*$/u, '。')
        .split('。')
        .slice(0, -1)
        .map((sentence) => ({ key, sentence })),
  );
  // A reason that ends a sentence ends in です itself; hints below a field are notes.
  const impolite = sentences.filter(
    ({ sentence }) => !polite.test(sentence) && !sentence.endsWith('{reason}'),
  );
  expect(impolite).toEqual([]);
  expect(sentences.length).toBeGreaterThan(80);
});

test('English agrees in number', () => {
  expect(translate('en', 'figure.people', { count: 1 })).toBe('1 person');
  expect(translate('en', 'figure.people', { count: 2 })).toBe('2 people');
  expect(translate('en', 'figure.person-days', { count: 1 })).toBe('1 person-day');
  expect(translate('en', 'tally.late', { count: 1, time: '10:30' })).toBe('1 late answer (after 10:30)');
  expect(translate('en', 'tally.late', { count: 2, time: '10:30' })).toBe('2 late answers (after 10:30)');
  expect(translate('en', 'figure.more-points', { points: 1 })).toBe('+1 point');
  expect(translate('en', 'refusal.too-many-days', { max: 1 })).toContain('1 day.');
});

test('big numbers are grouped', () => {
  expect(LOCALES.map((locale) => translate(locale, 'figure.people', { count: 10_000 }))).toEqual([
    '10,000 people',
    '10,000人',
    '10,000人',
    '10,000人',
  ]);
});

test('values pass through as they are, braces and tags included', () => {
  expect(translate('en', 'panel.heading', { name: '<b>{x}</b> \u2019{' })).toBe('Hi <b>{x}</b> \u2019{');
});

test('a value that is missing is a fault', () => {
  expect(() => translate('en', 'panel.heading')).toThrow(/name/);
});

test('every refusal has its text', () => {
  expect(KEYS.filter((key) => key.startsWith('refusal.')).sort()).toEqual(
    REFUSAL_CODES.map((code) => `refusal.${code}`).sort(),
  );
});

test('every text is used', () => {
  const sources = ['src/present', 'src/i18n', 'src/web', 'adapters/slack', 'adapters/teams']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter(
      (file) => /\.tsx?$/.test(file) && !LOCALES.some((locale) => file.startsWith(`src/i18n/${locale}/`)),
    )
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const prefixes = [...sources.matchAll(/`([\w-]+(?:[.-][\w-]+)*[.-])\$\{/gu)].map(
    ([, prefix = '']) => prefix,
  );
  const formPrefixes = ['not-working.', 'skipped.'];
  const unused = KEYS.filter(
    (key) =>
      !sources.includes(`'${key}'`) &&
      ![...prefixes, ...formPrefixes].some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});
