import type { Locale } from '../domain/people/person';
import {
  type Day,
  instantOf,
  type Millis,
  type Time,
  WEEKDAYS,
  type Weekday,
  type Zone,
} from '../domain/time/calendar';
import { countryCode, regionName } from '../domain/time/public-holidays';
import type { Window } from '../domain/time/window';
import { LANGUAGES } from './languages';
import { translate } from './translate';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MS = 86_400_000;
const A_MONDAY: Millis = 4 * DAY_MS;

/** `Fri 24 July`, `7月24日(金)`; with the year where it differs from `today`'s. */
export function formatDay(locale: Locale, day: Day, today: Day): string {
  return translate(locale, isSameYear(day, today) ? 'date.short' : 'date.full', { day: midnightOf(day) });
}

/** A day as people type it: `24 July`, `7月24日`; in ISO form where its year differs from `today`'s. */
export function formatTyped(locale: Locale, day: Day, today: Day): string {
  return isSameYear(day, today) ? translate(locale, 'date.typed', { day: midnightOf(day) }) : day;
}

/** `Monday`, `月曜日`. */
export function formatWeekday(locale: Locale, weekday: Weekday): string {
  return translate(locale, 'date.weekday', { day: A_MONDAY + WEEKDAYS.indexOf(weekday) * DAY_MS });
}

/** The shortest name of a day's weekday: `M`, `月`. */
export function formatWeekdayLetter(locale: Locale, day: Day): string {
  return translate(locale, 'date.weekday-letter', { day: midnightOf(day) });
}

function isSameYear(day: Day, other: Day): boolean {
  return day.slice(0, 4) === other.slice(0, 4);
}

/** The day's first millisecond in UTC, which is how the texts format dates. */
function midnightOf(day: Day): Millis {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
}

/** `07:00–10:30`. */
export function formatWindow(locale: Locale, { from, until }: Window): string {
  return translate(locale, 'time.span', { from, until });
}

/** The zone's name in the language on that day: `Japan Standard Time`. */
export function formatZone(locale: Locale, zone: Zone, day: Day, time: Time): string {
  const id = `${locale} ${zone} ${day.slice(0, 4)}`;
  const known = zoneNames.get(id);
  if (known) return known;
  const format = new Intl.DateTimeFormat(LANGUAGES[locale].tag, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  });
  const parts = format.formatToParts(instantOf(day, time, zone));
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  zoneNames.set(id, name);
  return name;
}

/** By language, zone and year: a lookup takes longer than everything else in a message. */
const zoneNames = new Map<string, string>();

/** `6 min`, `1 h 5 min`: rounded up to whole minutes, at least one, so that "within" stays true. */
export function formatDuration(locale: Locale, duration: Millis): string {
  const total = Math.max(1, Math.ceil(duration / MINUTE_MS));
  const hours = Math.floor(total / HOUR_MINUTES);
  const minutes = total % HOUR_MINUTES;
  if (hours === 0) return translate(locale, 'duration.minutes', { minutes });
  if (minutes === 0) return translate(locale, 'duration.hours', { hours });
  return translate(locale, 'duration.both', { hours, minutes });
}

/** `10,000`, `1.5`: at most one decimal. */
export function formatNumber(locale: Locale, value: number): string {
  return numberFormat(locale).format(value);
}

const numberFormats = new Map<Locale, Intl.NumberFormat>();

function numberFormat(locale: Locale): Intl.NumberFormat {
  const known = numberFormats.get(locale);
  if (known) return known;
  const format = new Intl.NumberFormat(LANGUAGES[locale].tag, { maximumFractionDigits: 1 });
  numberFormats.set(locale, format);
  return format;
}

/** The share in whole percent, rounded half up; null where `total` is 0. */
export function wholePercent(count: number, total: number): number | null {
  return total === 0 ? null : Math.round((count / total) * 100);
}

/** `50%`. Some are never shown as 0%, nor a part as 100%: `<1%`, `>99%`. Null where `total` is 0. */
export function formatPercent(count: number, total: number): string | null {
  const percent = wholePercent(count, total);
  if (percent === null) return null;
  if (percent === 0 && count > 0) return '<1%';
  if (percent === 100 && count < total) return '>99%';
  return `${percent}%`;
}

/** `Japan (JP)`, `Germany, Bayern (DE-BY)`: the country's name, or its code where it has none, and its region's. */
export function formatCountry(locale: Locale, code: string): string {
  const names = new Intl.DisplayNames([LANGUAGES[locale].tag], { type: 'region' });
  const country = names.of(countryCode(code)) ?? code;
  const region = regionName(code);
  return region === null
    ? translate(locale, 'country.whole', { country, code })
    : translate(locale, 'country.region', { country, region, code });
}

/** `a, b and c`, `a、b、c`. */
export function formatList(locale: Locale, items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return translate(locale, 'list.and', { list: joinItems(locale, items.slice(0, -1)), last });
}

/** Items in a row without an "and", for lists that may be cut. */
export function joinItems(locale: Locale, items: readonly string[]): string {
  return items.join(LANGUAGES[locale].separator);
}
