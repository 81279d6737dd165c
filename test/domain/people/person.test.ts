import { DEFAULT_PREFERENCES, localeFor } from '../../../src/domain/people/person';

describe('the language for a tag', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['en_US', 'en'],
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['JA-jp', 'ja'],
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh_TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['zh-Hant-SG', 'zh-TW'],
    ['fr-FR', null],
    ['enx', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%s is %s', (tag, locale) => {
    expect(localeFor(tag)).toBe(locale);
  });
});

it('reminds people unless they say otherwise', () => {
  expect(DEFAULT_PREFERENCES).toEqual({ language: null, remind: true, askPrivately: false, week: {} });
});
