import fc from 'fast-check';
import { readLanguage } from '../../../src/domain/typed/language';

describe('a language', () => {
  it.each([
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['日本語', 'ja'],
    ['jp', 'ja'],
    ['zh', 'zh-CN'],
    ['zh_TW', 'zh-TW'],
    ['zh-hk', 'zh-TW'],
    ['Traditional Chinese', 'zh-TW'],
  ])('%s is %s', (text, locale) => expect(readLanguage(text)).toBe(locale));
  it.each(['', 'tlh', 'fr', 'en anything'])('is not %j', (text) => expect(readLanguage(text)).toBeNull());
});

it('the reader of languages never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => void readLanguage(text)));
});
