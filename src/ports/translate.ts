import type { Locale } from '../domain/people/person';

/** The values of a text's arguments. Numbers stay numbers, so that plurals agree. */
export type Values = Readonly<Record<string, string | number>>;

/** Returns the text of a key in a language, with its arguments filled in. Throws where a value is missing. */
export type Translate<Key extends string> = (locale: Locale, key: Key, values?: Values) => string;
