import { type Refusal, refuse } from '../refusal';
import { type Day, daySpan } from './calendar';
import { countryCode } from './public-holidays';

/** A day of the organisation's own calendar: off, or worked although it is at a weekend or a holiday. */
export interface OwnDay {
  day: Day;
  /** What people call it; '' if it has no name. */
  name: string;
  works: boolean;
}

/** A country's holidays as an organisation has read them from a file. They replace what is shipped. */
export interface ImportedCountry {
  /** ISO 3166: `CN`, `AU-NSW`. */
  country: string;
  /** The years of the file, ascending: others are taken from what is shipped. */
  years: number[];
  days: OwnDay[];
}

/** What holds for all teams of an organisation. */
export interface OwnCalendar {
  /** Ascending, each day once. */
  days: OwnDay[];
  countries: ImportedCountry[];
}

export const NO_CALENDAR: OwnCalendar = { days: [], countries: [] };
/** Of all days in a calendar together: some ten years of two countries. Every request reads them with its team. */
export const MAX_OWN_DAYS = 1000;

/** The calendar with these days in the place of what it had on them. */
export function withDays(calendar: OwnCalendar, added: readonly OwnDay[]): OwnCalendar {
  const byDay = new Map([...calendar.days, ...added].map((own) => [own.day, own]));
  return { ...calendar, days: [...byDay.values()].sort(byDate) };
}

/** The calendar without the days of the closed span. */
export function withoutDays(calendar: OwnCalendar, from: Day, until: Day): OwnCalendar {
  return { ...calendar, days: calendar.days.filter(({ day }) => day < from || day > until) };
}

/** The calendar with a country's days in the place of those that it had in the same years. */
export function withCountry(calendar: OwnCalendar, country: string, added: readonly OwnDay[]): OwnCalendar {
  const years = new Set(added.map(({ day }) => yearOf(day)));
  const known = calendar.countries.find((one) => one.country === country);
  const kept = known?.days.filter(({ day }) => !years.has(yearOf(day))) ?? [];
  const imported = {
    country,
    years: [...new Set([...(known?.years ?? []), ...years])].sort((a, b) => a - b),
    days: [...kept, ...added].sort(byDate),
  };
  const others = calendar.countries.filter((one) => one.country !== country);
  return { ...calendar, countries: [...others, imported] };
}

/** The calendar from a day on: days that are over have no use. */
export function since(calendar: OwnCalendar, first: Day): OwnCalendar {
  const year = yearOf(first);
  return {
    days: calendar.days.filter(({ day }) => day >= first),
    countries: calendar.countries
      .map((one) => ({
        ...one,
        years: one.years.filter((each) => each >= year),
        days: one.days.filter(({ day }) => yearOf(day) >= year),
      }))
      .filter(({ years }) => years.length > 0),
  };
}

/** The first day that the calendar needs to be kept for; null: it is empty. A country is kept by whole years. */
export function firstDay({ days, countries }: OwnCalendar): Day | null {
  const firsts = countries.flatMap(({ years }) => (years[0] === undefined ? [] : [`${years[0]}-12-31`]));
  return [...days.slice(0, 1).map(({ day }) => day), ...firsts].sort()[0] ?? null;
}

/** How many days the calendar holds. */
export function sizeOf({ days, countries }: OwnCalendar): number {
  return countries.reduce((sum, country) => sum + country.days.length, days.length);
}

/** The calendar, unless it has more days than one may hold. */
export function bounded(calendar: OwnCalendar): OwnCalendar | Refusal {
  return sizeOf(calendar) > MAX_OWN_DAYS ? refuse('too-many-days', { max: MAX_OWN_DAYS }) : calendar;
}

/** The days of a closed span under one name. */
export function ownSpan(from: Day, until: Day, name: string, works: boolean): OwnDay[] {
  return daySpan(from, until).map((day) => ({ day, name, works }));
}

/** What a country's imported file says of the year of a day; null: nothing was imported, what is shipped holds. */
export function importedFor(calendar: OwnCalendar, country: string, day: Day): ImportedCountry | null {
  const covers = (code: string) =>
    calendar.countries.find((one) => one.country === code && one.years.includes(yearOf(day)));
  return covers(country) ?? covers(countryCode(country)) ?? null;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function byDate(one: OwnDay, other: OwnDay): number {
  return one.day < other.day ? -1 : 1;
}
