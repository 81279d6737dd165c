import type { Locale } from '../../people/person';
import type { Weekday } from '../../time/calendar';

type Table<Meaning extends string> = Readonly<Record<Meaning, readonly string[]>>;

/** How a language writes typed values, by their meaning. Every phrase is in its folded form. */
export interface TypedWords {
  switch: Table<'on' | 'off'>;
  /** A value that is absent. */
  none: Table<'none'>;
  /** The bot's languages, as this one calls them. */
  languages: Table<Locale>;
  weekdays: Table<Weekday>;
  /** Weekdays by one character: in brackets after a date, and in a default week. */
  weekdayCharacters: Table<Weekday>;
  /** Which ISO week a weekday is meant of, counted from the present one. */
  weekShifts: Table<'1' | '0' | '-1'>;
  /** Days counted from today. */
  relativeDays: Table<'-1' | '0' | '1' | '2'>;
  /** Months that have names; numbered ones are read without words. */
  months: Table<'1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12'>;
}
