import { type Refusal, refuse } from '../refusal';
import { type Day, type DayRange, daysBetween } from '../time/calendar';
import { type Read, readPattern } from './lexicon';
import { readWeekdayRow } from './weekday-row';
import { type DateContext, dayAfter, dayOf, endsOf, isNextWeekday } from './which-day';
import { DAY_PAIRS } from './words';
import {
  type DateForms,
  readBareDay,
  readDaysBeforeMonth,
  readSeparator,
  readWrittenDate,
  type WrittenDate,
} from './written-date';

/** The longest span, in days: leap years have 366. */
export const MAX_SPAN_DAYS = 366;

export type DaysContext = DateContext & DateForms;

/** A part of a list of days, with its last date and day: the next part may leave out what they say. */
export interface Item {
  days: DayRange[] | Refusal;
  last: { written: WrittenDate; day: Day } | null;
}

type CalendarDate = Extract<WrittenDate, { kind: 'date' }>;

const FROM = /(?:(?:starting )?from(?![a-z])|starting(?![a-z])|since(?![a-z])|从|從|自) ?/uy;
const UNTIL = /(?:(?:from )?(?:now )?(?:until|till?|through|thru|up to)(?![a-z])|直到|到|至) ?/uy;
const UNTIL_AFTER = / ?(?:いっぱい)?(?:まで|为止|為止|止)/uy;
const ON_AFTER = / ?(?:から|より|以降|以後|以后|起|开始|開始|~(?=$| )|-(?=$| )|onwards?(?![a-z]))/uy;

export function readItem(
  text: string,
  at: number,
  last: Item['last'],
  context: DaysContext,
): Read<Item> | null {
  return (
    readPair(text, at, context) ??
    readListedBeforeMonth(text, at, context) ??
    readListedMonthDays(text, at, context) ??
    readRow(text, at, last, context) ??
    readSpan(text, at, context) ??
    readOne(text, at, last, context)
  );
}

/** `until friday`, `金曜まで`, `到周五为止`: from today. */
export function readUntil(text: string, at: number, context: DaysContext): Read<Item> | null {
  const before = readPattern(UNTIL, text, at);
  const start = before?.end ?? at;
  const date = readWrittenDate(text, start, context);
  const after = date && readPattern(UNTIL_AFTER, text, date.end);
  if (!date || !(before || after)) return null;
  const end = after?.end ?? date.end;
  const day = dayOf(date.value, context);
  if (!day) return { value: { days: impossible(text.slice(at, end)), last: null }, end };
  // A day that is over is left for the answer to say so.
  const from = day < context.today ? day : context.today;
  return { value: { days: spanned(from, day), last: null }, end };
}

function readOne(text: string, at: number, last: Item['last'], context: DaysContext): Read<Item> | null {
  const from = readPattern(FROM, text, at);
  const date = readWrittenDate(text, from?.end ?? at, context);
  if (!date) return null;
  const open = readPattern(ON_AFTER, text, date.end);
  if (from || open) {
    const end = open?.end ?? date.end;
    return { value: { days: refuse('no-end', { text: text.slice(at, end) }), last: null }, end };
  }
  return itemOf(date.value, listedDay(date.value, last, context), text, at, date.end);
}

function readSpan(text: string, at: number, context: DaysContext): Read<Item> | null {
  const start = readPattern(FROM, text, at)?.end ?? at;
  const ends = readBareFirst(text, start, context) ?? readEnds(text, start, context);
  if (!ends) return null;
  const [first, second] = ends.value;
  const end = readPattern(UNTIL_AFTER, text, ends.end)?.end ?? ends.end;
  const { from, until } = endsOf(first, second, context);
  if (!from || !until) return { value: { days: impossible(text.slice(at, end)), last: null }, end };
  return { value: { days: spanned(from, until), last: { written: second, day: until } }, end };
}

/** `7/23..7/27`, `7月23日~27日`, `July 23-27`: the second end may leave out its month. */
function readEnds(text: string, at: number, context: DaysContext): Read<[WrittenDate, WrittenDate]> | null {
  const first = readWrittenDate(text, at, context);
  const gap = first && readSeparator(text, first.end);
  if (!first || gap === null) return null;
  const { value } = first;
  const second = readWrittenDate(text, gap, context);
  if (second && !(value.kind === 'date' && second.value.kind === 'month-day')) {
    const ends = inOneOrder(value, second.value, text.slice(at, first.end), text.slice(gap, second.end));
    return { value: ends, end: second.end };
  }
  const rest = second ?? readBareDay(text, gap);
  if (value.kind !== 'date' || !rest || !('day' in rest.value)) return null;
  const { day } = rest.value;
  const year = ('year' in rest.value ? rest.value.year : null) ?? value.year;
  const weekday = 'weekday' in rest.value ? rest.value.weekday : null;
  const until = monthLater({ ...value, year, day, weekday }, value.day);
  return { value: [{ ...value, year }, until], end: rest.end };
}

const DAY_FIRST = /^(?:1[3-9]|2\d|3[01])\/(?:0?[1-9]|1[0-2])$/u;
const EITHER = /^(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])$/u;

/** In `30/7 to 3/8` one end has its day first, so the other one has, too. */
function inOneOrder(
  first: WrittenDate,
  second: WrittenDate,
  one: string,
  other: string,
): [WrittenDate, WrittenDate] {
  if (DAY_FIRST.test(one) && EITHER.test(other)) return [first, turned(second)];
  if (DAY_FIRST.test(other) && EITHER.test(one)) return [turned(first), second];
  return [first, second];
}

function turned(date: WrittenDate): WrittenDate {
  return date.kind === 'date' ? { ...date, month: date.day, day: date.month } : date;
}

/** `23-27 July`, `23rd to 27th of July`. */
function readBareFirst(
  text: string,
  at: number,
  context: DaysContext,
): Read<[WrittenDate, WrittenDate]> | null {
  const first = readBareDay(text, at);
  const gap = first && readSeparator(text, first.end);
  const second = gap === null ? null : readWrittenDate(text, gap, context);
  if (!first || second?.value.kind !== 'date') return null;
  const { day } = first.value;
  const date = second.value;
  return { value: [monthEarlier({ ...date, day, weekday: null }, date.day), date], end: second.end };
}

/** The largest difference of two days of one month; from 31 to 3 goes on in the next month. */
const SAME_MONTH = 15;

function monthLater(date: CalendarDate, after: number): CalendarDate {
  return after - date.day > SAME_MONTH ? inMonth(date, date.month + 1) : date;
}

function monthEarlier(date: CalendarDate, before: number): CalendarDate {
  return date.day - before > SAME_MONTH ? inMonth(date, date.month - 1) : date;
}

function inMonth(date: CalendarDate, month: number): CalendarDate {
  const years = Math.floor((month - 1) / 12);
  const year = date.year === null ? null : date.year + years;
  return { ...date, year, month: month - years * 12 };
}

/** `23、24日`: days of a month that is not named. */
function readListedMonthDays(text: string, at: number, context: DaysContext): Read<Item> | null {
  const before = readPattern(/(?:\d{1,2}[、,・と])+(?=\d{1,2}[日号號])/uy, text, at);
  const last = before && readWrittenDate(text, before.end, context);
  if (!before || last?.value.kind !== 'month-day') return null;
  const dates = [...(text.slice(at, last.end).match(/\d+/gu) ?? [])].map(Number);
  const days = dates.map((day) => dayOf({ kind: 'month-day', day, weekday: null }, context));
  const known = days.filter((day) => day !== null);
  const missing = known.length < days.length;
  const value = missing
    ? impossible(text.slice(at, last.end))
    : known.map((day) => ({ from: day, until: day }));
  return { value: { days: value, last: null }, end: last.end };
}

/** `23, 25 and 27 July`. */
function readListedBeforeMonth(text: string, at: number, context: DaysContext): Read<Item> | null {
  const before = readDaysBeforeMonth(text, at);
  const date = before && readWrittenDate(text, before.end, context);
  if (!before || date?.value.kind !== 'date') return null;
  const written = date.value;
  const all = [...before.value.map((day) => ({ ...written, day, weekday: null })), written];
  const days = all.map((each) => dayOf(each, context));
  const known = days.filter((day) => day !== null);
  const missing = known.length < days.length;
  return {
    value: {
      days: missing ? impossible(text.slice(at, date.end)) : known.map((day) => ({ from: day, until: day })),
      last: { written, day: known.at(-1) ?? context.today },
    },
    end: date.end,
  };
}

/** `明後天`, `今明两天`: two days in a word. */
function readPair(text: string, at: number, context: DaysContext): Read<Item> | null {
  const pair = DAY_PAIRS.read(text, at);
  const written = pair && { kind: 'relative' as const, days: Number(pair.value) };
  const from = written && dayOf(written, context);
  const until = written && dayOf({ ...written, days: written.days + 1 }, context);
  if (!pair || !from || !until) return null;
  return { value: { days: spanned(from, until), last: null }, end: pair.end };
}

function readRow(text: string, at: number, last: Item['last'], context: DaysContext): Read<Item> | null {
  const row = readWeekdayRow(text, at);
  if (!row) return null;
  const { weekdays, week = context.week ?? null, span } = row.value;
  const [first, ...others] = weekdays.map((weekday) => ({ kind: 'weekday' as const, weekday, week }));
  if (!first) return null;
  if (span) {
    const { from, until } = endsOf(
      first,
      { kind: 'weekday', weekday: others[0]?.weekday ?? first.weekday, week: null },
      context,
    );
    return from && until ? { value: { days: spanned(from, until), last: null }, end: row.end } : null;
  }
  const days = [first, ...others].map((each) => listedDay(each, last, context)).filter((day) => day !== null);
  return { value: { days: days.map((day) => ({ from: day, until: day })), last }, end: row.end };
}

/** In a list a weekday follows one of a certain week, and a day without its month a date. */
function listedDay(written: WrittenDate, last: Item['last'], context: DaysContext): Day | null {
  const afterWeek = isNextWeekday(written) && last?.written.kind === 'weekday' && last.written.week !== null;
  const afterDate =
    written.kind === 'month-day' && (last?.written.kind === 'date' || last?.written.kind === 'month-day');
  return last && (afterWeek || afterDate) ? dayAfter(written, last.day, context) : dayOf(written, context);
}

export function itemOf(
  written: WrittenDate,
  day: Day | null,
  text: string,
  at: number,
  end: number,
): Read<Item> {
  if (!day) return { value: { days: impossible(text.slice(at, end)), last: null }, end };
  return { value: { days: [{ from: day, until: day }], last: { written, day } }, end };
}

function spanned(from: Day, until: Day): DayRange[] | Refusal {
  if (until < from) return refuse('reversed-days', { from: { day: from }, until: { day: until } });
  return daysBetween(from, until) >= MAX_SPAN_DAYS
    ? refuse('too-many-days', { max: MAX_SPAN_DAYS })
    : [{ from, until }];
}

function impossible(text: string): Refusal {
  return refuse('impossible-date', { text });
}
