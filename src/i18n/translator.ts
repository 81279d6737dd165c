import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Locale } from '../domain/people/person';
import type { Translate } from '../ports/translate';
import { LANGUAGES } from './languages';

type Texts<Key extends string> = Readonly<Record<Key, string>>;

/** Formats shared by all texts. Dates are calendar dates, given as their midnight in UTC. */
const formatters: Formatters = {
  getNumberFormat: shared((...args) => new Intl.NumberFormat(...args)),
  getDateTimeFormat: shared(
    (locales, options) => new Intl.DateTimeFormat(locales, { ...options, timeZone: 'UTC' }),
  ),
  getPluralRules: shared((...args) => new Intl.PluralRules(...args)),
};

/** Compiles each text when it is first used; values pass through as they are. */
export function createTranslator<Key extends string>(texts: (locale: Locale) => Texts<Key>): Translate<Key> {
  const compiled = new Map(LOCALES.map((locale) => [locale, new Map<Key, IntlMessageFormat>()]));
  const compile = (locale: Locale, key: Key) =>
    new IntlMessageFormat(withSeams(locale, texts(locale)[key]), LANGUAGES[locale].tag, undefined, {
      formatters,
      ignoreTag: true,
    });
  return (locale, key, values = {}) => {
    const known = compiled.get(locale)?.get(key);
    const message = known ?? compile(locale, key);
    if (!known) compiled.get(locale)?.set(key, message);
    return closeSeams(String(message.format(values)));
  };
}

const SPACED: ReadonlySet<Locale> = new Set(['zh-CN', 'zh-TW']);

/** Stands where a value meets Chinese characters: a character of private use, which no value holds. */
const SEAM = '\uE0FF';

function withSeams(locale: Locale, text: string): string {
  if (!SPACED.has(locale)) return text;
  return text.replace(/(?<=\p{Script=Han})(?=\{\w+\})|(?<=\{\w+\})(?=\p{Script=Han})/gu, SEAM);
}

/** Chinese has a space between its characters and Latin letters, also those of a value: `只有 Emma 可以`. */
function closeSeams(text: string): string {
  return text
    .replace(/\uE0FF(?=[#@]?\p{Script=Latin})|(?<=\p{Script=Latin})\uE0FF/gu, ' ')
    .replaceAll(SEAM, '');
}

/** Makes each format once: that takes longer than formatting. */
function shared<Args extends unknown[], Format>(make: (...args: Args) => Format): (...args: Args) => Format {
  const made = new Map<string, Format>();
  return (...args) => {
    const id = JSON.stringify(args);
    const format = made.get(id) ?? make(...args);
    made.set(id, format);
    return format;
  };
}
