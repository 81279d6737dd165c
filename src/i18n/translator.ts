import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Locale } from '../domain/people/person';
import type { Translate } from '../ports/translate';
import { LANGUAGES } from './languages';

type Texts<Key extends string> = Readonly<Record<Key, string>>;

/** Compiles each text when it is first used; values pass through as they are. */
export function createTranslator<Key extends string>(texts: (locale: Locale) => Texts<Key>): Translate<Key> {
  const compiled = new Map(LOCALES.map((locale) => [locale, new Map<Key, IntlMessageFormat>()]));
  const compile = (locale: Locale, key: Key) =>
    new IntlMessageFormat(texts(locale)[key], LANGUAGES[locale].tag, undefined, { ignoreTag: true });
  return (locale, key, values = {}) => {
    const known = compiled.get(locale)?.get(key);
    const message = known ?? compile(locale, key);
    if (!known) compiled.get(locale)?.set(key, message);
    return String(message.format(values));
  };
}
