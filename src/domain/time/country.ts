import { getTimezone } from 'countries-and-timezones';
import { LOCALES } from '../people/person';
import type { Zone } from './calendar';
import { libraryRegions, libraryWithRegions } from './library';
import { isRegion } from './public-holidays';

/** Codes that `Intl` names although they are not countries: groupings, islands of other countries, test regions. */
const NOT_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

const A = 65;
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(A + index));
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
let byName: ReadonlyMap<string, string> | undefined;

/**
 * A country as typed: its ISO 3166-1 alpha-2 code in capitals, or the ISO 3166-2 code of a region whose holidays differ;
 * withdrawn codes are replaced (`uk` is GB). Names are read in the bot's languages, those of regions in English or their
 * own: `Japan`, `日本`, `England`.
 */
export function readCountry(text: string): string | null {
  const typed = text.normalize('NFKC').trim();
  const [, letters, region] = /^([A-Za-z]{2})(?:[-_ ]([A-Za-z0-9]{1,3}))?$/.exec(typed) ?? [];
  const code = letters === undefined ? null : readCode(letters);
  if (code === null) return countryNamed(typed);
  if (region === undefined) return code;
  const whole = `${code}-${region.toUpperCase()}`;
  return isRegion(whole) ? whole : null;
}

function readCode(letters: string): string | null {
  const code = new Intl.Locale(`und-${letters}`).region ?? '';
  return regionNames.of(code) && !NOT_COUNTRIES.has(code) ? code : null;
}

function countryNamed(name: string): string | null {
  byName ??= namesOfCountries();
  return byName.get(keyOf(name)) ?? null;
}

/** Countries win over regions of the same name: Georgia. */
function namesOfCountries(): Map<string, string> {
  const names = new Map<string, string>();
  for (const country of libraryWithRegions()) {
    for (const [code, name] of Object.entries(libraryRegions(country)))
      names.set(keyOf(name), `${country}-${code}`);
  }
  for (const locale of LOCALES) {
    const shown = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of CODES) {
      const name = readCode(code) === code ? shown.of(code) : undefined;
      if (name) names.set(keyOf(name), code);
    }
  }
  return names;
}

function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{P}\s]/gu, '');
}

/** The country of the zone's eponymous city, ISO 3166-1 alpha-2; null for zones of no country, such as `UTC`. */
export function countryOf(zone: Zone): string | null {
  return getTimezone(zone)?.countries[0] ?? null;
}

/** The ISO 3166-1 alpha-2 codes of all countries. */
export const COUNTRIES: readonly string[] = CODES.filter((code) => readCode(code) === code);
