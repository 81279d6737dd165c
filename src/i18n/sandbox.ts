import type { Locale } from '../domain/people/person';
import type { dates } from './en/dates';
import { sandbox as en } from './en/sandbox';
import { sandbox as ja } from './ja/sandbox';
import { LANGUAGES } from './languages';
import { createTranslator } from './translator';
import { sandbox as zhCN } from './zh-CN/sandbox';
import { sandbox as zhTW } from './zh-TW/sandbox';

const TEXTS = { en, ja, 'zh-CN': zhCN, 'zh-TW': zhTW } satisfies Record<
  Locale,
  Record<keyof typeof en, string>
>;

/** The texts of the sandbox's page, and those for dates. Production does not load this file. */
export const translateSandbox = createTranslator<keyof typeof en | keyof typeof dates>((locale) => ({
  ...LANGUAGES[locale].texts,
  ...TEXTS[locale],
}));
