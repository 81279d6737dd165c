import { type Locale, localeFor } from '../people/person';
import { fold, politely } from './fold';
import { LANGUAGES } from './words';

const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/;

/** One of the bot's languages as typed: its code, a BCP 47 tag of its family (`zh-hk`), or its name in any of them. */
export function readLanguage(text: string): Locale | null {
  const typed = politely(fold(text));
  return LANGUAGES.exact(typed) ?? (TAG.test(typed) ? localeFor(typed) : null);
}
