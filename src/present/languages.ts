import { LANGUAGE_NAMES, LOCALES } from '../domain/people/person';

/** Each language as an option, by its own name. */
export const LANGUAGES = LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
