import { addDays, type Day, type DayRange, isDay, placeInWeek, weekdayOf } from '../time/calendar';
import { type Read, readPattern } from './lexicon';
import { dateOfMonth, monthEnd, type Today } from './which-day';
import { WEEKS, WHOLE_MONTHS } from './words';

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
  if (!month) return null;
  const months = month.value === 'rest' ? 0 : Number(month.value);
  const from = month.value === 'rest' ? today : dateOfMonth(1, today, months);
  const until = monthEnd(today, months);
  return from && until && isDay(from) ? { value: { from, until }, end: month.end } : null;
}
