import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../domain/people/person';
import { en, type MessageKey } from './en';
import { ja } from './ja';
import { zhCN } from './zh-CN';
import { zhTW } from './zh-TW';

/** Every text in every language. */
export const CATALOGUES = {
  en,
  ja,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
} satisfies Record<Locale, Record<MessageKey, string>>;

/** What fills the places of a text; numbers stay numbers, so that plurals agree. */
export type Values = Record<string, string | number>;

/** The tags that `Intl` formats by: English dates and lists are British. */
export const INTL_TAGS = {
  en: 'en-GB',
  ja: 'ja-JP',
  'zh-CN': 'zh-CN',
  'zh-TW': 'zh-TW',
} satisfies Record<Locale, string>;

const compiled = new Map<string, IntlMessageFormat>();

/** The text in the language; values pass through as they are. Throws when a value is missing. */
export function translate(locale: Locale, key: MessageKey, values: Values = {}): string {
  return String(messageOf(locale, key).format(values));
}

function messageOf(locale: Locale, key: MessageKey): IntlMessageFormat {
  const id = `${locale} ${key}`;
  const known = compiled.get(id);
  if (known) return known;
  const options = { ignoreTag: true };
  const message = new IntlMessageFormat(CATALOGUES[locale][key], INTL_TAGS[locale], undefined, options);
  compiled.set(id, message);
  return message;
}
