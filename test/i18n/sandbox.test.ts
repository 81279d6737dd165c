import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../src/domain/people/person';
import { sandbox as en } from '../../src/i18n/en/sandbox';
import { sandbox as ja } from '../../src/i18n/ja/sandbox';
import { translateSandbox } from '../../src/i18n/sandbox';
import { sandbox as zhCN } from '../../src/i18n/zh-CN/sandbox';
import { sandbox as zhTW } from '../../src/i18n/zh-TW/sandbox';

const TEXTS: Record<Locale, Record<string, string>> = { en, ja, 'zh-CN': zhCN, 'zh-TW': zhTW };

test.each(LOCALES)('%s has every text of the page, and none is empty', (locale) => {
  expect(Object.keys(TEXTS[locale]).sort()).toEqual(Object.keys(en).sort());
  expect(Object.values(TEXTS[locale]).filter((text) => text.trim() === '')).toEqual([]);
});

test.each(LOCALES.filter((locale) => locale !== 'en'))('%s is translated', (locale) => {
  const same = Object.entries(TEXTS[locale]).filter(([key, text]) => text === TEXTS.en[key]);
  // Administrators type it as help shows it.
  expect(same.map(([key]) => key).filter((key) => key !== 'typed.poll-now')).toEqual([]);
});

test.each(LOCALES)('%s uses full-width marks between its own characters', (locale) => {
  expect(Object.values(TEXTS[locale]).filter((text) => /[\u3040-\u9fff][,:?!]/.test(text))).toEqual([]);
});

test('the page uses every text', () => {
  const page = readdirSync('adapters/sandbox', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && file !== 'words.ts')
    .map((file) => readFileSync(join('adapters/sandbox', file), 'utf8'))
    .join('\n');
  const unused = Object.keys(en).filter((key) => !/^(event|scene)\./.test(key) && !page.includes(`'${key}'`));
  expect(unused).toEqual([]);
});

test('counts agree with their nouns', () => {
  expect(translateSandbox('en', 'people', { count: 1 })).toBe('1 person');
  expect(translateSandbox('en', 'messages', { count: 20 })).toBe('20 messages');
  expect(translateSandbox('zh-CN', 'times', { speed: 3600 })).toBe('3600倍');
});
