import { LOCALES, type Locale } from '../domain/people/person';

/** Each language by its own name: whoever cannot read the present one finds theirs. */
export const LANGUAGE_NAMES = {
  en: 'English',
  ja: '日本語',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
} satisfies Record<Locale, string>;

export const LANGUAGES = LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
