import type { Locale } from '../people/person';
import type { Day } from './calendar';
import { libraryHolidays, libraryKnows, libraryRegions } from './library';
import { nationalOf } from './national';
import type { HolidayNames, National } from './national/data';

/** How much is known of the holidays of a country in a year; `estimated`: a few depend on the moon being seen. */
export type Coverage = 'known' | 'estimated' | 'incomplete' | 'none';

interface YearOfHolidays {
  names: ReadonlyMap<Day, HolidayNames>;
  estimated: ReadonlySet<Day>;
}

/** The part of a country whose holidays are taken where no region is named: where most of its people live. */
const USUAL_REGION: Readonly<Record<string, string>> = { GB: 'ENG' };
/** The State Council's notice on 2027, which also moves days, was not out when the data was made. */
const NO_NOTICE_YET: ReadonlySet<string> = new Set(['CN 2027']);
/** Where the government proclaims the days of each year: no rule gives those of other years. */
const PROCLAIMED = new Set(
  'AE AF BD BH BN CN DZ EG HK ID IN IQ IR JO KR KW LK LY MA MO MV MY NP OM PK QA SA SD SG SY TH TN TR TW VN YE'.split(
    ' ',
  ),
);

const years = new Map<string, YearOfHolidays>();

/** ISO 3166-1 alpha-2 of a country or of a region of it: `GB` of `GB-ENG`. */
export function countryCode(country: string): string {
  return country.slice(0, 2);
}

/**
 * The name of a public holiday in the reader's language, else in the country's or in English; null: it is none.
 *
 * @param country ISO 3166-1 alpha-2, or ISO 3166-2 with its region: `JP`, `GB-ENG`
 */
export function publicHoliday(day: Day, country: string, locale: Locale): string | null {
  const year = Number(day.slice(0, 4));
  const names = shippedYear(country, year)?.names;
  const inLibrary = () => libraryHolidays(country, year, locale.slice(0, 2)).get(day);
  if (!names) return inLibrary() ?? null;
  const here = names.get(day);
  return here
    ? (here[locale] ?? otherScript(here, locale) ?? inLibrary() ?? here.other ?? here.en ?? null)
    : null;
}

function otherScript(names: HolidayNames, locale: Locale): string | undefined {
  return locale.startsWith('zh') ? (names['zh-CN'] ?? names['zh-TW']) : undefined;
}

/** Whether the date of the holiday is an estimate. */
export function isEstimated(day: Day, country: string): boolean {
  return shippedYear(country, Number(day.slice(0, 4)))?.estimated.has(day) ?? false;
}

/** Whether people work on the day although it is at a weekend, by the country's government. */
export function isMakeUp(day: Day, country: string): boolean {
  return nationalOf(countryCode(country))?.worked.has(day) ?? false;
}

/** The public holidays of a country in a year, ascending. */
export function publicHolidays(country: string, year: number): Day[] {
  const days = shippedYear(country, year)?.names.keys() ?? libraryHolidays(country, year, 'en').keys();
  return [...days].filter((day) => day.startsWith(String(year))).sort();
}

/** The make-up working days of a country in a year, ascending. */
export function makeUpDays(country: string, year: number): Day[] {
  const worked = nationalOf(countryCode(country))?.worked ?? [];
  return [...worked].filter((day) => day.startsWith(String(year))).sort();
}

/** The codes of the regions whose holidays differ: `ENG`. */
export function regionsOf(country: string): string[] {
  const code = countryCode(country);
  const shipped = nationalOf(code)?.regions;
  return shipped && shipped.size > 0 ? [...shipped] : Object.keys(libraryRegions(code));
}

/** The region whose holidays are taken where none is named; null: only those of the whole country are. */
export function usualRegion(country: string): string | null {
  return USUAL_REGION[country] ?? null;
}

/** What a region is called in English or in its own language; null: it has no known name, or none was given. */
export function regionName(country: string): string | null {
  return country.length > 2 ? (libraryRegions(countryCode(country))[country.slice(3)] ?? null) : null;
}

/** Whether the country has this region: `GB-ENG`. */
export function isRegion(country: string): boolean {
  const region = country.slice(3);
  return regionsOf(country).includes(region) || region in libraryRegions(countryCode(country));
}

/**
 * The regions in which the day is a public holiday although it is none of the country; empty where the region is named,
 * and where it is a holiday for all.
 */
export function regionsResting(day: Day, country: string): string[] {
  if (country.length > 2 || publicHoliday(day, country, 'en') !== null) return [];
  return regionsOf(country).filter((region) => publicHoliday(day, `${country}-${region}`, 'en') !== null);
}

/** How much is known of a country's holidays in a year. */
export function coverageOf(country: string, year: number): Coverage {
  const code = countryCode(country);
  const shipped = shippedYear(country, year);
  if (NO_NOTICE_YET.has(`${code} ${year}`)) return 'incomplete';
  if (shipped) return shipped.estimated.size > 0 ? 'estimated' : 'known';
  if (!libraryKnows(code)) return 'none';
  return PROCLAIMED.has(code) ? 'incomplete' : 'known';
}

/** The shipped holidays of one year; null where `date-holidays` is asked. */
function shippedYear(country: string, year: number): YearOfHolidays | null {
  const code = countryCode(country);
  const national = nationalOf(code);
  if (!national || year < national.years[0] || year > national.years[1]) return null;
  const region = country.slice(3) || (USUAL_REGION[code] ?? '');
  if (region !== '' && !national.regions.has(region)) return null;
  const key = `${code} ${region} ${year}`;
  const found = years.get(key);
  if (found) return found;
  const ofYear = national.days.filter(({ day }) => Number(day.slice(0, 4)) === year);
  const here = ofYear.filter(({ day, regions }) => {
    if (!regions) return true;
    if (region !== '') return regions.codes.includes(region) !== regions.except;
    return regions.except || restsEverywhere(day, national, ofYear);
  });
  const read = {
    names: new Map(here.map(({ day, names }) => [day, names])),
    estimated: new Set(here.filter(({ estimated }) => estimated).map(({ day }) => day)),
  };
  years.set(key, read);
  return read;
}

/** Regions may rest on the same day for different reasons. */
function restsEverywhere(day: Day, { regions }: National, days: National['days']): boolean {
  const resting = days.filter((one) => one.day === day).flatMap((one) => one.regions?.codes ?? []);
  return new Set(resting).size === regions.size;
}
