import { isRefusal, type Refusal, refuse } from '../refusal';
import { repeated } from '../text';
import {
  addDays,
  type Day,
  type DayRange,
  dayOfYear,
  daysBetween,
  isDay,
  WEEKDAYS,
  weekdayOf,
} from '../time/calendar';
import { fold, politely } from './fold';
import { type Read, readPattern } from './lexicon';
import { readSeparator, readWrittenDate, spellOutSpans, type WrittenDate } from './written-date';

/*
 * Dates and spans of days as people write them. General date libraries take the first text that looks like a date and
 * drop what they cannot read; here a word that is not understood must be refused.
 */

type CalendarDate = Extract<WrittenDate, { kind: 'date' }>;

/** The longest span, in days: leap years have 366. */
export const MAX_SPAN_DAYS = 366;

/** Which occurrence a date without its year means. `next` includes today. */
export interface DateContext {
  today: Day;
  prefer: 'next' | 'nearest';
}

/** 29 February may be eight years away: 1896 to 1904. */
const YEARS_APART = 8;
const FROM = /(?:from(?![a-z])|从|從|自) ?/uy;
const UNTIL = / ?(?:まで|为止|為止|止)/uy;
const ON = /^(?:on|for)(?![a-z]) ?/u;

/** The day or span at this place of a folded text (see `foldDates`). */
export function readDays(text: string, at: number, context: DateContext): Read<DayRange | Refusal> | null {
  const from = readPattern(FROM, text, at);
  const first = readWrittenDate(text, from?.end ?? at);
  if (!first) return null;
  const gap = readSeparator(text, first.end);
  const second = gap === null ? null : readWrittenDate(text, gap);
  if (second) {
    const end = readPattern(UNTIL, text, second.end)?.end ?? second.end;
    return { value: spanOf(first.value, second.value, context, text.slice(at, end)), end };
  }
  if (from) return null;
  const day = dayOf(first.value, context);
  const value = day ? { from: day, until: day } : impossible(text.slice(at, first.end));
  return { value, end: first.end };
}

/** The day or span that is the whole text; `unknown-date` where the text is something else. */
export function parseDays(text: string, context: DateContext): DayRange | Refusal {
  const line = politely(foldDates(text)).replace(ON, '');
  const read = readDays(line, 0, context);
  if (read?.end !== line.length) return refuse('unknown-date', { text: repeated(text) });
  return read.value;
}

/** The single day that is the whole text; a longer span is an `unknown-date`. */
export function parseDay(text: string, context: DateContext): Day | Refusal {
  const days = parseDays(text, context);
  if (isRefusal(days)) return days;
  return days.from === days.until ? days.from : refuse('unknown-date', { text: repeated(text) });
}

export function foldDates(text: string): string {
  return spellOutSpans(fold(text));
}

function spanOf(
  first: WrittenDate,
  second: WrittenDate,
  context: DateContext,
  text: string,
): DayRange | Refusal {
  const { from, until } = endsOf(first, second, context);
  if (!from || !until) return impossible(text);
  if (until < from) return refuse('reversed-days', { from: { day: from }, until: { day: until } });
  if (daysBetween(from, until) >= MAX_SPAN_DAYS) return refuse('too-many-days', { max: MAX_SPAN_DAYS });
  return { from, until };
}

/** An end without a year follows the other: `23 July..27 July 2018` and `2018-12-28..1/4` are each one span. */
function endsOf(first: WrittenDate, second: WrittenDate, context: DateContext) {
  if (isYearless(first) && second.kind === 'date' && !isYearless(second)) {
    const until = dayOf(second, context);
    return { from: until && beside(first, until, (day) => day <= until), until };
  }
  const from = dayOf(first, context);
  if (from && isYearless(second)) return { from, until: beside(second, from, (day) => day >= from) };
  const follows = from && second.kind === 'weekday' && second.week === null;
  return { from, until: dayOf(second, follows ? { today: from, prefer: 'next' } : context) };
}

/** The occurrence in the anchor's own year if that is in order, else the nearest: spans may cross New Year. */
function beside(date: CalendarDate, anchor: Day, inOrder: (day: Day) => boolean): Day | null {
  const sameYear = dateIn(date, Number(anchor.slice(0, 4)));
  const day =
    sameYear && inOrder(sameYear) ? sameYear : occurrence(date, { today: anchor, prefer: 'nearest' });
  return agreed(date, day);
}

function dayOf(written: WrittenDate, context: DateContext): Day | null {
  switch (written.kind) {
    case 'relative':
      return agreed(written, addDays(context.today, written.days));
    case 'weekday':
      return agreed(written, addDays(context.today, daysUntil(written, context.today)));
    case 'date':
      return agreed(
        written,
        written.year === null ? occurrence(written, context) : dateIn(written, written.year),
      );
  }
}

/** Searches the years next to today's, and further ones only for 29 February. */
function occurrence(date: CalendarDate, { today, prefer }: DateContext): Day | null {
  const year = Number(today.slice(0, 4));
  for (const reach of [1, YEARS_APART]) {
    const years = Array.from({ length: 2 * reach + 1 }, (_, index) => year - reach + index);
    const days = years.map((each) => dateIn(date, each)).filter((day) => day !== null);
    const meant = prefer === 'next' ? days.find((day) => day >= today) : closest(days, today);
    if (meant) return meant;
  }
  return null;
}

function closest(days: readonly Day[], today: Day): Day | undefined {
  const apart = (day: Day) => Math.abs(daysBetween(today, day));
  return days.toSorted((a, b) => apart(a) - apart(b))[0];
}

function dateIn({ month, day }: CalendarDate, year: number): Day | null {
  return dayOfYear(year, month, day);
}

function daysUntil({ weekday, week }: Extract<WrittenDate, { kind: 'weekday' }>, today: Day): number {
  const apart = WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(today));
  return week === null ? (apart + 7) % 7 : apart + 7 * week;
}

/** The day, if it exists and falls on the weekday written with it. */
function agreed(written: WrittenDate, day: Day | null): Day | null {
  if (!day || !isDay(day)) return null;
  const expected = written.kind === 'date' ? written.weekday : null;
  return expected === null || expected === weekdayOf(day) ? day : null;
}

function isYearless(written: WrittenDate): written is CalendarDate {
  return written.kind === 'date' && written.year === null;
}

function impossible(text: string): Refusal {
  return refuse('impossible-date', { text: repeated(text) });
}
