import { addDays, type Day, type DayRange, isDay, WEEKDAYS, weekdayOf } from '../time/calendar';
import { type Read, readPattern } from './lexicon';
import { WEEKS } from './words';

const UNTIL_ITS_END = / ?(?:まで|いっぱい)/uy;

/** A whole ISO week, or what is left of the present one: `next week`, `今週いっぱい`. Days of rest are not left out. */
export function readWeek(text: string, at: number, today: Day): Read<DayRange> | null {
  const week = WEEKS.read(text, at);
  if (!week) return null;
  const end = readPattern(UNTIL_ITS_END, text, week.end)?.end ?? week.end;
  const monday = addDays(
    today,
    -WEEKDAYS.indexOf(weekdayOf(today)) + 7 * (week.value === 'rest' ? 0 : Number(week.value)),
  );
  const sunday = addDays(monday, 6);
  const from = week.value === 'rest' ? today : monday;
  return isDay(from) && isDay(sunday) ? { value: { from, until: sunday }, end } : null;
}
