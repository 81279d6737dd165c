import type { Weekday } from '../time/calendar';
import { type Read, readPattern } from './lexicon';
import { numberOf, SMALL_NUMBER } from './numeral';
import {
  DAYS_AHEAD,
  MONTH_ENDS,
  MONTHS,
  NUMBER_WORDS,
  RELATIVE_DAYS,
  WEEK_SHIFTS,
  WEEKDAY_CHARACTERS,
  WEEKDAY_WORDS,
  WEEKS,
} from './words';

/** A date as it was written, before it is known which day that is. */
export type WrittenDate =
  /** `weekday`: the one written with the date, which must agree with it. */
  | { kind: 'date'; year: number | null; month: number; day: number; weekday: Weekday | null }
  /** A day of a month that is not named: `the 23rd`, `23日`. */
  | { kind: 'month-day'; day: number; weekday: Weekday | null }
  /** `week`: ISO weeks after the present one; null: the next such weekday. `trails`: the week stands behind it. */
  | { kind: 'weekday'; weekday: Weekday; week: number | null; trails?: boolean }
  | { kind: 'relative'; days: number }
  /** The last day of a month, counted from the present one: `月末`. */
  | { kind: 'month-end'; months: number };

const ORDINAL = '(?:st|nd|rd|th)';
const YEAR_AFTER = String.raw`(?:,? ?(?<year>20\d{2})(?!\d))?`;
const POINT = String.raw`(?:\.(?!\.))?`;
/** What makes a number a time or a part of another date, and no day. */
const NO_DAY = String.raw`(?![\d:./]| ?[ap]\.?m(?![a-z])| ?[時时点點月人名天])`;

/** The year before the first one of each era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民国: 1911, 民國: 1911 };

const DATES = [
  String.raw`(?<era>${Object.keys(ERAS).join('|')}) ?(?<year>\d{1,3}|元)年 ?(?<month>\d{1,2})月 ?(?<day>\d{1,2})[日号號]`,
  String.raw`(?<year>\d{4})(?<gap>[\-/.])(?<month>\d{1,2})\k<gap>(?<day>\d{1,2})(?!\d)`,
  String.raw`(?:(?<year>\d{4})年 ?)?(?<month>\d{1,2})月 ?(?<day>\d{1,2})(?:[日号號]|(?![\d:.]))`,
  String.raw`(?:(?<year>\d{4})年 ?)?(?<month>${SMALL_NUMBER})月(?:份)? ?(?<day>${SMALL_NUMBER})[日号號]`,
  // With points the day comes first, where a year or a point follows the month: `1.12.2026`, `30.11.`.
  String.raw`(?<day>0?[1-9]|[12]\d|3[01])\.(?<month>0?[1-9]|1[0-2])\.(?:(?<year>20\d{2})(?!\d)|(?![\d.]))`,
  String.raw`(?<month>0?[1-9]|1[0-2])\.(?<day>1[3-9]|2\d|3[01])\.(?<year>20\d{2})(?!\d)`,
  // Only one of the two numbers can be the month.
  String.raw`(?<day>1[3-9]|2\d|3[01])(?<gap>[/.])(?<month>0?[1-9]|1[0-2])(?:\k<gap>(?<year>20\d{2})(?!\d)|(?<!\.\d+)(?![\d/]))`,
  String.raw`(?<month>0?[1-9]|1[0-2])/(?<day>1[3-9]|2\d|3[01])/(?<year>20\d{2})(?!\d)`,
  String.raw`(?<month>\d{1,2})/(?<day>\d{1,2})(?![\d/])`,
  String.raw`(?<day>\d{1,2})${ORDINAL}?[ \-]?(?:of )?(?<name>${MONTHS.source})${POINT}(?:-(?=20\d{2}))?${YEAR_AFTER}`,
  String.raw`(?<name>${MONTHS.source})${POINT} ?(?:the )?(?<day>\d{1,2})${ORDINAL}?(?![\d:])${YEAR_AFTER}`,
].map((date) => new RegExp(date, 'uy'));

/** `8.10`, where no time is meant. A point behind it ends the sentence. */
const DOTTED =
  /(?<month>0?[1-9]|1[0-2])\.(?<day>0?[1-9]|[12]\d|3[01])(?:[日号號]|(?![\d:]|\.\d)(?:\.(?!\.))?)/uy;

const MONTH_DAYS = [
  String.raw`(?:the )?(?<day>\d{1,2})${ORDINAL}(?![a-z\d])`,
  String.raw`(?<day>\d{1,2}|[二三]十[一二三四五六七八九]?|十[一二三四五六七八九])[日号號](?!間|间|目|以内|以內|後|后)`,
].map((day) => new RegExp(day, 'uy'));

const BARE_DAY = new RegExp(
  String.raw`(?<day>\d{1,2}|${SMALL_NUMBER}(?=[日号號]))(?:${ORDINAL}(?![a-z])|[日号號])?${NO_DAY}${YEAR_AFTER}`,
  'uy',
);
const DAYS_BEFORE_MONTH = new RegExp(
  String.raw`(?:\d{1,2}${ORDINAL}?(?:, ?(?:and |& )?| and | & ))+(?=\d{1,2}${ORDINAL}?[ \-]?(?:of )?${MONTHS.source})`,
  'uy',
);

const WEEKDAY = new RegExp(`(?:(?<shift>${WEEK_SHIFTS.source}) ?)?(?<weekday>${WEEKDAY_WORDS.source})`, 'uy');
const MARK = String.raw`\((?<mark>${WEEKDAY_WORDS.source}|${WEEKDAY_CHARACTERS.source})\)`;
const BESIDE = new RegExp(` ?(?:${MARK}|(?<bare>${WEEKDAY_WORDS.source}))`, 'uy');
const MARKED = new RegExp(MARK, 'uy');
/** `friday next week` is one day. */
const WEEK_AFTER = new RegExp(` (?:of )?(?<week>${WEEKS.source})`, 'uy');

const TO = String.raw` ?(?:\.{2,}|[\-~ー至到]|から|より|to(?![a-z])|until(?![a-z])|till?(?![a-z])|through(?![a-z])|thru(?![a-z])) ?`;
const SEPARATOR = new RegExp(TO, 'uy');
const SEPARATORS = new RegExp(TO, 'u');

/** How dates are read. `dotted`: `8.10` is a date. */
export interface DateForms {
  dotted?: boolean;
  /** The week of weekdays that name none, as weeks after the present one. */
  week?: number | undefined;
}

/** The ends of a span, of days or of times: `7-10:30` has two. */
export function splitSpan(text: string): string[] {
  return text.split(SEPARATORS);
}

/** Where the separator between the two ends of a span ends; null where there is none at this place. */
export function readSeparator(text: string, at: number): number | null {
  return readPattern(SEPARATOR, text, at)?.end ?? null;
}

export function readWrittenDate(text: string, at: number, forms: DateForms = {}): Read<WrittenDate> | null {
  return (
    readCalendarDate(text, at, forms) ??
    readMonthDay(text, at) ??
    readRelative(text, at) ??
    readWeekday(text, at, forms)
  );
}

/** A number which names a day of the month of another date next to it: `23-27 July`, `7月23~27`. */
export function readBareDay(text: string, at: number): Read<{ day: number; year: number | null }> | null {
  const read = readPattern(BARE_DAY, text, at);
  if (!read) return null;
  const { day, year } = read.value;
  return { value: { day: numberOf(day ?? ''), year: year ? Number(year) : null }, end: read.end };
}

/** The days before the last one in `23, 25 and 27 July`. */
export function readDaysBeforeMonth(text: string, at: number): Read<number[]> | null {
  const read = readPattern(DAYS_BEFORE_MONTH, text, at);
  if (!read) return null;
  const days = text.slice(at, read.end).match(/\d+/gu) ?? [];
  return { value: days.map(Number), end: read.end };
}

function readCalendarDate(text: string, at: number, { dotted }: DateForms): Read<WrittenDate> | null {
  const before = WEEKDAY_WORDS.read(text, at);
  const start = before ? skipComma(text, before.end) : at;
  for (const pattern of dotted ? [DOTTED, ...DATES] : DATES) {
    const date = readPattern(pattern, text, start);
    if (!date) continue;
    const beside = before ? null : readPattern(BESIDE, text, date.end);
    const weekday = before?.value ?? (beside && weekdayNamed(beside.value));
    return { value: { ...numbersOf(date.value), weekday }, end: beside?.end ?? date.end };
  }
  return null;
}

function numbersOf({ era, year, month, name = '', day = '' }: Record<string, string>) {
  return {
    kind: 'date' as const,
    year: year ? (ERAS[era ?? ''] ?? 0) + (year === '元' ? 1 : Number(year)) : null,
    month: numberOf(month ?? MONTHS.exact(name) ?? ''),
    day: numberOf(day),
  };
}

function readMonthDay(text: string, at: number): Read<WrittenDate> | null {
  const before = WEEKDAY_WORDS.read(text, at);
  const start = before ? skipComma(text, before.end) : at;
  for (const pattern of MONTH_DAYS) {
    const read = readPattern(pattern, text, start);
    if (!read) continue;
    const beside = before ? null : readPattern(BESIDE, text, read.end);
    const weekday = before?.value ?? (beside && weekdayNamed(beside.value));
    return {
      value: { kind: 'month-day', day: numberOf(read.value.day ?? ''), weekday },
      end: beside?.end ?? read.end,
    };
  }
  return null;
}

function readRelative(text: string, at: number): Read<WrittenDate> | null {
  const read = RELATIVE_DAYS.read(text, at);
  if (read) return { value: { kind: 'relative', days: Number(read.value) }, end: read.end };
  const monthEnd = MONTH_ENDS.read(text, at);
  if (monthEnd) return { value: { kind: 'month-end', months: Number(monthEnd.value) }, end: monthEnd.end };
  return readDaysAhead(text, at);
}

const AHEAD = [
  String.raw`in (?<count>\d{1,2}|${NUMBER_WORDS.source}) (?<unit>${DAYS_AHEAD.source})(?: time)?(?![a-z'])`,
  String.raw`(?<count>\d{1,2}|${NUMBER_WORDS.source}) (?<unit>${DAYS_AHEAD.source}) (?:from (?:now|today)|later|ahead)(?![a-z])`,
  `(?<count>${SMALL_NUMBER}) ?(?<unit>${DAYS_AHEAD.source}) ?(?:以|之)?[後后]`,
].map((ahead) => new RegExp(ahead, 'uy'));

/** `in two weeks`, `3日後`, `两周后`: that day. */
function readDaysAhead(text: string, at: number): Read<WrittenDate> | null {
  for (const pattern of AHEAD) {
    const read = readPattern(pattern, text, at);
    if (!read) continue;
    const { count = '', unit = '' } = read.value;
    const days = numberOf(NUMBER_WORDS.exact(count) ?? count) * Number(DAYS_AHEAD.exact(unit));
    return { value: { kind: 'relative', days }, end: read.end };
  }
  return null;
}

function readWeekday(text: string, at: number, forms: DateForms): Read<WrittenDate> | null {
  const read = readPattern(WEEKDAY, text, at) ?? readPattern(MARKED, text, at);
  const weekday = read && weekdayNamed(read.value);
  if (!weekday) return null;
  const shift = read.value.shift;
  if (shift)
    return { value: { kind: 'weekday', weekday, week: Number(WEEK_SHIFTS.exact(shift)) }, end: read.end };
  const after = readPattern(WEEK_AFTER, text, read.end);
  const week = after && WEEKS.exact(after.value.week ?? '');
  return week && week !== 'rest'
    ? { value: { kind: 'weekday', weekday, week: Number(week), trails: true }, end: after.end }
    : { value: { kind: 'weekday', weekday, week: forms.week ?? null }, end: read.end };
}

function weekdayNamed({ weekday, mark, bare }: Record<string, string>): Weekday | null {
  const word = weekday ?? mark ?? bare ?? '';
  return WEEKDAY_WORDS.exact(word) ?? WEEKDAY_CHARACTERS.exact(word);
}

function skipComma(text: string, at: number): number {
  return readPattern(/,? ?/uy, text, at)?.end ?? at;
}
