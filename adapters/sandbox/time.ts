import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../src/domain/people/person';
import { dayAt, instantOf, type Millis, type Zone } from '../../src/domain/time/calendar';
import type { Words } from './words';

/** The instant in ISO 8601, `2018-07-24T01:30:00Z`. */
export function isoOf(instant: Millis): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString();
}

/** The instant an ISO 8601 text with an offset names, or null. */
export function instantFrom(text: string): Millis | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}

/** The instant a duration later, as calendars in the zone count days and months; null for no or a negative duration. */
export function later(from: Millis, duration: string, zone: Zone): Millis | null {
  try {
    const length = Temporal.Duration.from(duration);
    if (length.sign < 0) return null;
    return Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).add(length)
      .epochMilliseconds;
  } catch {
    return null;
  }
}

/** `07:00`, as a clock in the zone shows it. */
export function timeText(instant: Millis, zone: Zone, locale: Locale): string {
  return formatter(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  );
}

/** `Tue 24 July`, `7月24日(火)`: the date in the zone. */
export function dateText(instant: Millis, zone: Zone, words: Words): string {
  return words('date.short', { day: midnightAt(instant, zone) });
}

/** `Tue 24 July 2018`: the same with its year. */
export function fullDateText(instant: Millis, zone: Zone, words: Words): string {
  return words('date.full', { day: midnightAt(instant, zone) });
}

/** Texts take a date as its midnight in UTC. */
function midnightAt(instant: Millis, zone: Zone): Millis {
  return instantOf(dayAt(instant, zone), '00:00', 'UTC');
}

/** The zone as people say it: `Japan Standard Time`, `日本標準時`. */
export function zoneText(instant: Millis, zone: Zone, locale: Locale): string {
  const parts = formatter(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times its use. */
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}
