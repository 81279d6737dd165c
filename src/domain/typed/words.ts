import { typed as en } from '../../i18n/en/typed';
import { typed as ja } from '../../i18n/ja/typed';
import { typed as zhCN } from '../../i18n/zh-CN/typed';
import { typed as zhTW } from '../../i18n/zh-TW/typed';
import type { Locale } from '../people/person';
import type { Weekday } from '../time/calendar';
import { type Lexicon, lexicon } from './lexicon';

type Table<Meaning extends string> = Readonly<Record<Meaning, readonly string[]>>;

/** How a language writes typed values, by their meaning. Every phrase is in its folded form. */
interface TypedWords {
  switch: Table<'on' | 'off'>;
  /** A value that is absent. */
  none: Table<'none'>;
  /** A value that follows from the team's country. */
  byCountry: Table<'auto'>;
  /** The bot's languages, as this one calls them. */
  languages: Table<Locale>;
  weekdays: Table<Weekday>;
  /** Weekdays by one character: in brackets after a date, in rows, and in a default week. */
  weekdayCharacters: Table<Weekday>;
  /** Which week a weekday is meant of, counted from the present one. */
  weekShifts: Table<'2' | '1' | '0' | '-1'>;
  /** Days counted from today. */
  relativeDays: Table<'-2' | '-1' | '0' | '1' | '2' | '3'>;
  /** Two days in a word: today and tomorrow, or the two after today. */
  dayPairs: Table<'0' | '1'>;
  /** Units in which days are counted from today, and how many days they have. */
  daysAhead: Table<'1' | '7'>;
  /** Small numbers in words. */
  numberWords: Table<'1' | '2' | '3' | '4' | '5' | '6'>;
  /** The last day of a month, counted from the present one. */
  monthEnds: Table<'0' | '1'>;
  /** Whole months, counted from the present one. `rest`: what is left of it. */
  wholeMonths: Table<'0' | '1' | 'rest'>;
  /** Whole weeks, counted from the present one. `rest`: what is left of it. */
  weeks: Table<'2' | '1' | '0' | '-1' | 'rest'>;
  /** Stands before weekdays that are meant of every week. */
  every: Table<'every'>;
  /** Weekdays of every week, in a word: `fridays`. */
  everyWeekday: Table<Weekday>;
  /** `mon-fri`: the five days of a usual week of work. */
  weekdaySpans: Table<'mon-fri' | 'mon-sun'>;
  /** Months that have names; numbered ones are read without words. */
  months: Table<'1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12'>;
  /** What headers of files call their columns. */
  effectColumns: Table<'metric' | 'unit' | 'baseline' | 'core' | 'people' | 'measure'>;
  activityColumns: Table<'time' | 'hour' | 'count'>;
  /** Metrics that are ready. */
  metrics: Table<'paper' | 'overtime' | 'power' | 'gas' | 'commuters' | 'deliveries' | 'remote-access'>;
}

/* People mix languages, so each lexicon holds the words of all of them. */

const BY_LANGUAGE: Record<Locale, TypedWords> = { en, ja, 'zh-CN': zhCN, 'zh-TW': zhTW };

function inAll<T extends string>(
  tableOf: (words: TypedWords) => Readonly<Record<T, readonly string[]>>,
): Lexicon<T> {
  return lexicon(...Object.values(BY_LANGUAGE).map(tableOf));
}

export const SWITCH = inAll((words) => words.switch);
export const NONE = inAll((words) => words.none);
export const BY_COUNTRY = inAll((words) => words.byCountry);
export const LANGUAGES = inAll((words) => words.languages);
export const WEEKDAY_WORDS = inAll((words) => words.weekdays);
export const WEEKDAY_CHARACTERS = inAll((words) => words.weekdayCharacters);
export const WEEK_SHIFTS = inAll((words) => words.weekShifts);
export const RELATIVE_DAYS = inAll((words) => words.relativeDays);
export const DAY_PAIRS = inAll((words) => words.dayPairs);
export const DAYS_AHEAD = inAll((words) => words.daysAhead);
export const NUMBER_WORDS = inAll((words) => words.numberWords);
export const MONTH_ENDS = inAll((words) => words.monthEnds);
export const WHOLE_MONTHS = inAll((words) => words.wholeMonths);
export const WEEKS = inAll((words) => words.weeks);
export const EVERY = inAll((words) => words.every);
export const EVERY_WEEKDAY = inAll((words) => words.everyWeekday);
export const WEEKDAY_SPANS = inAll((words) => words.weekdaySpans);
export const MONTHS = inAll((words) => words.months);
export const EFFECT_COLUMNS = inAll((words) => words.effectColumns);
export const ACTIVITY_COLUMNS = inAll((words) => words.activityColumns);
export const METRIC_WORDS = inAll((words) => words.metrics);
