import type Holidays from 'date-holidays';
import type { Locale } from '../people/person';
import type { NotWorking } from '../refusal';
import { addDays, type Day, weekdayOf } from './calendar';

/** The inputs of whether a day is a working day. Team settings have this shape. */
export interface WorkCalendar {
  /** ISO 3166-1 alpha-2; a country without holiday data has weekends only. */
  country: string;
  /** The organisation's own days off. */
  closed: string[];
  /** The organisation's own working days: these win over everything. */
  open: string[];
}

/** The names of one country's public holidays in one year and language, by day. */
type HolidayNames = ReadonlyMap<Day, string>;

const HOUR_MS = 3_600_000;
/** Few years are asked for; the limit keeps requests for a thousand years from filling the memory. */
const MOST_YEARS_KEPT = 400;
const dataByCountry = new Map<string, Holidays>();
const namesByYear = new Map<string, HolidayNames>();

/** The public holiday's name in the reader's language, else in the country's or in English; null: not a holiday. */
export function holidayName(day: Day, country: string, locale: Locale): string | null {
  return holidaysOf(country, day.slice(0, 4), locale.slice(0, 2)).get(day) ?? null;
}

/** Why the day is not a working day, or null. A holiday on a weekend is reported as the holiday. */
export function notWorking(day: Day, { country, closed, open }: WorkCalendar): NotWorking | null {
  if (open.includes(day)) return null;
  if (closed.includes(day)) return { kind: 'closed', day, country };
  if (holidayName(day, country, 'en') !== null) return { kind: 'holiday', day, country };
  const weekday = weekdayOf(day);
  return weekday === 'sat' || weekday === 'sun' ? { kind: 'weekend', day, country } : null;
}

/** The last working day strictly before the day. */
export function previousWorkingDay(day: Day, calendar: WorkCalendar): Day {
  return workingDayOnOrBefore(addDays(day, -1), calendar);
}

/** The first working day strictly after the day. */
export function nextWorkingDay(day: Day, calendar: WorkCalendar): Day {
  let next = addDays(day, 1);
  while (notWorking(next, calendar)) next = addDays(next, 1);
  return next;
}

export function workingDayOnOrBefore(day: Day, calendar: WorkCalendar): Day {
  let found = day;
  while (notWorking(found, calendar)) found = addDays(found, -1);
  return found;
}

function holidaysOf(country: string, year: string, language: string): HolidayNames {
  const key = `${country} ${year} ${language}`;
  const known = namesByYear.get(key);
  if (known) return known;
  if (namesByYear.size >= MOST_YEARS_KEPT) namesByYear.clear();
  const names = readHolidays(country, Number(year), language);
  namesByYear.set(key, names);
  return names;
}

function readHolidays(country: string, year: number, language: string): HolidayNames {
  const names = new Map<Day, string>();
  const data = dataOf(country);
  // Set here and not in the call of getHolidays, which would use only the first language it is ever given.
  const variants = data.getLanguages().filter((tag) => tag.split('-')[0] === language);
  data.setLanguages([...variants, language]);
  for (const { date, start, end, name } of data.getHolidays(year)) {
    for (const day of wholeDays(date, (end.getTime() - start.getTime()) / HOUR_MS)) {
      if (!names.has(day)) names.set(day, name);
    }
  }
  return names;
}

/**
 * The calendar days which a holiday covers from midnight to midnight: half holidays are working days.
 * `start` is local, `2018-05-04 12:00:00`. One hour less or more is a change of clocks.
 */
function wholeDays(start: string, hours: number): Day[] {
  const startHour = Number(start.slice(11, 13));
  const skipped = startHour === 0 ? 0 : 1;
  const count = Math.floor((startHour + hours + 1) / 24) - skipped;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    addDays(start.slice(0, 10), index + skipped),
  );
}

/** The data of all countries takes 20 MB and 0.1 s to load, so it is loaded with the first day asked for. */
function dataOf(country: string): Holidays {
  const known = dataByCountry.get(country);
  if (known) return known;
  const Loaded: typeof Holidays = require('date-holidays');
  const data = new Loaded(country, { types: ['public'] });
  dataByCountry.set(country, data);
  return data;
}
