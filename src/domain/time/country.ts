import { getTimezone } from 'countries-and-timezones';
import type { Zone } from './calendar';

/** Codes that `Intl` names although they are not countries: groupings, islands of other countries, test regions. */
const NOT_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

let regionNames: Intl.DisplayNames | undefined;

/** A country as typed, as its ISO 3166-1 alpha-2 code in capitals; withdrawn codes are replaced (`uk` is GB). */
export function readCountry(text: string): string | null {
  const typed = text.normalize('NFKC').trim();
  if (!/^[A-Za-z]{2}$/.test(typed)) return null;
  const code = new Intl.Locale(`und-${typed}`).region ?? '';
  regionNames ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return regionNames.of(code) && !NOT_COUNTRIES.has(code) ? code : null;
}

/** The country of the zone's eponymous city, ISO 3166-1 alpha-2; null for zones of no country, such as `UTC`. */
export function countryOf(zone: Zone): string | null {
  return getTimezone(zone)?.countries[0] ?? null;
}
