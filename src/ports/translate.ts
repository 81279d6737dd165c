import type { Locale } from '../domain/people/person';

/** What fills the places of a text. Numbers stay numbers, so that plurals agree. */
export type Values = Readonly<Record<string, string | number>>;

/** The text under a key in a language, its places filled. Throws where a value is missing. */
export type Translate<Key extends string> = (locale: Locale, key: Key, values?: Values) => string;
