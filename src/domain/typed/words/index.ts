import type { Locale } from '../../people/person';
import { type Lexicon, lexicon } from '../lexicon';
import { en } from './en';
import { ja } from './ja';
import type { TypedWords } from './typed-words';
import { zhCN } from './zh-CN';
import { zhTW } from './zh-TW';

/* People mix languages, so each lexicon holds the words of all of them. */

const BY_LANGUAGE: Record<Locale, TypedWords> = { en, ja, 'zh-CN': zhCN, 'zh-TW': zhTW };

function inAll<T extends string>(
  tableOf: (words: TypedWords) => Readonly<Record<T, readonly string[]>>,
): Lexicon<T> {
  return lexicon(...Object.values(BY_LANGUAGE).map(tableOf));
}

export const SWITCH = inAll((words) => words.switch);
export const NONE = inAll((words) => words.none);
export const LANGUAGES = inAll((words) => words.languages);
export const WEEKDAY_WORDS = inAll((words) => words.weekdays);
export const WEEKDAY_CHARACTERS = inAll((words) => words.weekdayCharacters);
export const WEEK_SHIFTS = inAll((words) => words.weekShifts);
export const RELATIVE_DAYS = inAll((words) => words.relativeDays);
export const MONTHS = inAll((words) => words.months);
