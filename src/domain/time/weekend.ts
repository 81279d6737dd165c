import { WEEKDAYS, type Weekday } from './calendar';
import { countryCode } from './public-holidays';

const SATURDAY_SUNDAY: readonly Weekday[] = ['sat', 'sun'];
const FRIDAY_SATURDAY: readonly Weekday[] = ['fri', 'sat'];

/**
 * Where the week of offices does not end with Saturday and Sunday. From CLDR 48 (`Intl.Locale.getWeekInfo`) and, for BD,
 * BN, DJ, MR, MV and NP, the package `holidays` 0.105 and notices of the governments: CLDR does not have these yet.
 * CLDR's Sunday of IN and UG is the week of shops; offices have two days.
 */
const WEEKENDS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...'BD BH DJ DZ EG IL IQ JO KW LY MR MV OM PS QA SA SD SY YE'
    .split(' ')
    .map((country) => [country, FRIDAY_SATURDAY] as const),
  // Fridays until noon are worked in the other emirates.
  ['AE-SH', ['fri', 'sat', 'sun']],
  ['AF', ['thu', 'fri']],
  ['BN', ['fri', 'sun']],
  ['IR', ['thu', 'fri']],
  // Kedah, Kelantan and Terengganu; Johor has Saturday and Sunday since 2025.
  ...['MY-02', 'MY-03', 'MY-11'].map((state) => [state, FRIDAY_SATURDAY] as const),
  ['NP', ['sat']],
]);

/** The weekend of a country or of a region of it, ISO 3166: `IL`, `MY-03`. */
export function weekendOf(country: string): readonly Weekday[] {
  return WEEKENDS.get(country) ?? WEEKENDS.get(countryCode(country)) ?? SATURDAY_SUNDAY;
}

/** Where a week may begin, the most usual first. */
const WEEK_STARTS: readonly Weekday[] = ['mon', 'sun', 'sat'];

/** The day after the weekend, on which people's weeks begin: Sunday in IL. Monday where the weekend lies elsewhere. */
export function weekStartOf({
  country,
  weekend,
}: {
  country: string;
  weekend?: readonly Weekday[] | null;
}): Weekday {
  const rests = weekend ?? weekendOf(country);
  const before = (day: Weekday) => WEEKDAYS.at(WEEKDAYS.indexOf(day) - 1) ?? 'sun';
  return WEEK_STARTS.find((day) => !rests.includes(day) && rests.includes(before(day))) ?? 'mon';
}
