import type { Part } from '../domain/card';
import { coverageOf, regionName, regionsOf, usualRegion } from '../domain/time/public-holidays';
import type { DayView } from '../ports/views';
import { text } from './parts';
import type { Words } from './words';

/** What a team must know of the holidays of its country: that they differ by region, or are not all known. */
export function countryNotes(country: string, words: Words): Part[] {
  return [...regionNotes(country, words), ...coverageNotes(country, words)];
}

function regionNotes(country: string, words: Words): Part[] {
  const usual = usualRegion(country);
  const [first] = country.length > 2 ? [] : regionsOf(country).filter((region) => region !== usual);
  if (first === undefined) return [];
  const values = { country: words.country(country), example: `country=${country}-${first}` };
  return [
    usual === null
      ? text(words.t('holidays.regions', values))
      : text(words.t('holidays.regions-usual', { ...values, region: words.country(`${country}-${usual}`) })),
  ];
}

/** Of this year and the next one. */
function coverageNotes(country: string, words: Words): Part[] {
  const thisYear = Number(words.today.slice(0, 4));
  const years = [thisYear, thisYear + 1].map((year) => ({ year, coverage: coverageOf(country, year) }));
  if (years.some(({ coverage }) => coverage === 'none'))
    return [text(words.t('holidays.none', { country: words.country(country) }))];
  const named = (wanted: string) =>
    words.join(years.filter(({ coverage }) => coverage === wanted).map(({ year }) => String(year)));
  const [estimated, incomplete] = [named('estimated'), named('incomplete')];
  return [
    ...(incomplete === '' ? [] : [text(words.t('holidays.incomplete', { years: incomplete }))]),
    ...(estimated === '' ? [] : [text(words.t('holidays.estimated', { years: estimated }))]),
  ];
}

/** What is special about a working day: that it is worked in the place of another, or that others rest. */
export function dayNote({ note }: DayView, words: Words): string | null {
  if (!note) return null;
  if (note.makeUp) return words.t('day.make-up');
  return words.t('day.resting', { regions: regionList(note.country, note.resting, words) });
}

/** The regions of a country by name, else by code. */
export function regionList(country: string, regions: readonly string[], words: Words): string {
  return words.list(regions.map((region) => regionName(`${country}-${region}`) ?? region));
}
