import { type Refusal, refuse } from '../refusal';
import { addDays, type DayRange, daySpan, isDay, placeInWeek, weekdayOf } from '../time/calendar';
import { type Read, readPattern } from './lexicon';
import { numberOf, SMALL_NUMBER } from './numeral';
import { type DateContext, dayOf } from './which-day';
import { DAYS_AHEAD, NUMBER_WORDS } from './words';
import { type DateForms, readWrittenDate } from './written-date';

/* Spans with their length instead of their end: `for 3 days`, `明日から3日間`, `从明天开始三天`. */

const COUNT = String.raw`(?<count>\d{1,2}|${NUMBER_WORDS.source}) (?<unit>${DAYS_AHEAD.source})(?![a-z']| (?:a|per|each|every|ago)(?![a-z]))`;
const FOR = new RegExp(`,? ?for (?:the )?${COUNT}`, 'uy');
const FROM = / ?(?:starting from|starting on|starting|beginning|as of|from) (?:on )?/uy;
const FROM_BEFORE = /(?:(?:starting from|starting on|starting|beginning|from) |从|從|自) ?/uy;
const ON_AFTER = / ?(?:から|より|起|开始|開始)(?:の|连续|連續|,|、)? ?/uy;
/** `2日` alone is a date. */
const UNITS = { days: '(?:日間|天)', weeks: '(?:週間|(?:个|個)?(?:周|週|星期|礼拜|禮拜))' } as const;
/** The source of a regular expression for a length in Japanese or Chinese. */
export const LENGTH_SOURCE = `${SMALL_NUMBER} ?(?:${UNITS.days}|${UNITS.weeks})`;
const LENGTH = new RegExp(`(?<count>${SMALL_NUMBER}) ?(?:(?<days>${UNITS.days})|${UNITS.weeks})`, 'uy');
const WEEK = 7;
/** `木曜から2日休み` may be until the second of the month, or for two days. */
const DAY_OR_DAYS = /[1-9一二三四五六七八九]日(?!間|まで|に|の|も|\()/uy;
/** The days of a week on which most people work. */
const WORKING_DAYS = 5;

/**
 * The days from the one that is named, or from today. Fewer than a week that go over a weekend are refused: people count
 * the days on which they work, or all of them.
 */
export function readCounted(
  text: string,
  at: number,
  context: DateContext & DateForms,
): Read<DayRange[] | Refusal> | null {
  return readForFirst(text, at, context) ?? readDateFirst(text, at, context);
}

/** `for 3 days`, `for a week from monday`. */
function readForFirst(text: string, at: number, context: DateContext & DateForms) {
  const length = readPattern(FOR, text, at);
  if (!length) return null;
  const from = readPattern(FROM, text, length.end);
  const date = from && readWrittenDate(text, from.end, context);
  if (from && !date) return null;
  const first = date ? dayOf(date.value, context) : context.today;
  return counted(text, at, date?.end ?? length.end, first, lengthOf(length.value), context);
}

/** `tomorrow for two days`, `from 30 july for 5 days`, `明日から3日間`. */
function readDateFirst(text: string, at: number, context: DateContext & DateForms) {
  const start = readPattern(FROM_BEFORE, text, at)?.end ?? at;
  const date = readWrittenDate(text, start, context);
  if (!date) return null;
  const first = dayOf(date.value, context);
  const after = readPattern(FOR, text, date.end);
  if (after) return counted(text, at, after.end, first, lengthOf(after.value), context);
  const on = readPattern(ON_AFTER, text, date.end);
  const length = on && readPattern(LENGTH, text, on.end);
  const either = on && !length && !first?.endsWith('-01') ? readPattern(DAY_OR_DAYS, text, on.end) : null;
  if (either) return { value: refuse('no-end', { text: text.slice(at, either.end) }), end: either.end };
  if (!length) return null;
  const { count = '', days } = length.value;
  return counted(text, at, length.end, first, numberOf(count) * (days ? 1 : WEEK), context);
}

function lengthOf({ count = '', unit = '' }: Record<string, string>): number {
  return numberOf(NUMBER_WORDS.exact(count) ?? count) * Number(DAYS_AHEAD.exact(unit));
}

function counted(
  text: string,
  at: number,
  end: number,
  from: string | null,
  length: number,
  { weekStart }: DateContext,
): Read<DayRange[] | Refusal> | null {
  const until = from && length > 0 ? addDays(from, length - 1) : null;
  if (!from || !until || !isDay(until))
    return { value: refuse('impossible-date', { text: text.slice(at, end) }), end };
  const isFree = (day: string) => placeInWeek(weekdayOf(day), weekStart) >= WORKING_DAYS;
  if (length < WEEK && length > 1 && daySpan(from, until).some(isFree))
    return { value: refuse('no-end', { text: text.slice(at, end) }), end };
  return { value: [{ from, until }], end };
}
