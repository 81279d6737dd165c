import type { Locale } from '../../../src/domain/people/person';
import { en } from './en';
import { ja } from './ja';
import { zhCN } from './zh-CN';
import { zhTW } from './zh-TW';

/** The same keys in every language: the compiler checks it. */
export type Words = typeof en;

const WORDS: Record<Locale, Words> = { en, ja, 'zh-CN': zhCN, 'zh-TW': zhTW };

export function wordsIn(locale: Locale): Words {
  return WORDS[locale];
}

/** Languages by their own names. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: 'English',
  ja: '日本語',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
};
