import { addDays, type Day, type DayRange, isDay, placeInWeek, weekdayOf } from '../time/calendar';
import { type Read, readPattern } from './lexicon';
import { numberOf, SMALL_NUMBER } from './numeral';
import { dateOfMonth, monthEnd, type Today } from './which-day';
import { MONTHS, WEEKS, WHOLE_MONTHS } from './words';

const UNTIL_ITS_END = / ?(?:まで|いっぱい)/uy;

/** A whole week or month, or what is left of the present one: `next week`, `今週いっぱい`. Days of rest are not left out. */
export function readWeek(text: string, at: number, { today, weekStart }: Today): Read<DayRange> | null {
  const week = WEEKS.read(text, at);
  if (!week) return readMonth(text, at, today);
  const end = readPattern(UNTIL_ITS_END, text, week.end)?.end ?? week.end;
  const shift = week.value === 'rest' ? 0 : 7 * Number(week.value);
  const first = addDays(today, shift - placeInWeek(weekdayOf(today), weekStart));
  const until = addDays(first, 6);
  const from = week.value === 'rest' ? today : first;
  return isDay(from) && isDay(until) ? { value: { from, until }, end } : null;
}

function readMonth(text: string, at: number, today: Day): Read<DayRange> | null {
  const month = WHOLE_MONTHS.read(text, at);
  if (!month) return readNamedMonth(text, at, today);
  const months = month.value === 'rest' ? 0 : Number(month.value);
  const from = month.value === 'rest' ? today : dateOfMonth(1, today, months);
  const until = monthEnd(today, months);
  return from && until && isDay(from) ? { value: { from, until }, end: month.end } : null;
}

const NAMED_MONTHS = [
  `(?:all of|all|throughout|(?:the )?whole of|the whole month of) (?<name>${MONTHS.source})(?! ?\\d)`,
  `(?<month>${SMALL_NUMBER})月(?:(?<end>いっぱい|一杯)(?:まで)?|ずっと|整月|全月|一?整(?:个|個)月)`,
  `整(?:个|個)(?<month>${SMALL_NUMBER})月份?`,
].map((month) => new RegExp(month, 'uy'));

/** `all of august`, `7月いっぱい`, `整个八月`. What is left of the present month; the end of a later one alone is not its whole. */
function readNamedMonth(text: string, at: number, today: Day): Read<DayRange> | null {
  for (const pattern of NAMED_MONTHS) {
    const read = readPattern(pattern, text, at);
    if (!read) continue;
    const { name = '', month = MONTHS.exact(name) ?? '', end } = read.value;
    const months = (numberOf(month) - Number(today.slice(5, 7)) + 12) % 12;
    const from = months === 0 ? today : dateOfMonth(1, today, months);
    const until = monthEnd(today, months);
    const isWhole = months === 0 || end === undefined;
    return from && until && isWhole ? { value: { from, until }, end: read.end } : null;
  }
  return null;
}
