import type Holidays from 'date-holidays';
import { addDays, type Day } from './calendar';

const HOUR_MS = 3_600_000;
/** Few years are asked for; the limit keeps requests for a thousand years from filling the memory. */
const MOST_YEARS_KEPT = 400;
const dataByPlace = new Map<string, Holidays>();
const namesByYear = new Map<string, ReadonlyMap<Day, string>>();

/**
 * The whole-day public holidays of a country, or of a region of it, by the package `date-holidays`. Named in the
 * language, ISO 639, else in the country's own or in English.
 *
 * @param place ISO 3166: `CH`, `CH-ZH`
 */
export function libraryHolidays(place: string, year: number, language: string): ReadonlyMap<Day, string> {
  const key = `${place} ${year} ${language}`;
  const known = namesByYear.get(key);
  if (known) return known;
  if (namesByYear.size >= MOST_YEARS_KEPT) namesByYear.clear();
  const names = readHolidays(place, year, language);
  namesByYear.set(key, names);
  return names;
}

/** The regions of a country with holidays of their own, by code: `ZH` is `Kanton Zürich`. */
export function libraryRegions(country: string): Readonly<Record<string, string>> {
  return dataOf(country).getStates(country) ?? {};
}

/** The countries that have such regions. */
export function libraryWithRegions(): string[] {
  const data = dataOf('JP');
  return Object.keys(data.getCountries()).filter((country) => data.getStates(country));
}

/** Whether the package knows holidays of the country at all. */
export function libraryKnows(country: string): boolean {
  return country in dataOf(country).getCountries();
}

function readHolidays(place: string, year: number, language: string): Map<Day, string> {
  const names = new Map<Day, string>();
  const data = dataOf(place);
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
function dataOf(place: string): Holidays {
  const known = dataByPlace.get(place);
  if (known) return known;
  const Loaded: typeof Holidays = require('date-holidays');
  const [country = '', region] = place.split('-');
  const options = { types: ['public' as const] };
  const data = region === undefined ? new Loaded(country, options) : new Loaded(country, region, options);
  dataByPlace.set(place, data);
  return data;
}
