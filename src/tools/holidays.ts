import { applyToCalendar } from '../app/teams/holidays';
import { onTrail } from '../app/trail';
import { isRefusal } from '../domain/refusal';
import { cleanName } from '../domain/text';
import { readCountry } from '../domain/time/country';
import { type CalendarFault, readCalendar } from '../domain/time/icalendar';
import {
  MAX_OWN_DAYS,
  type OwnCalendar,
  type OwnDay,
  withCountry,
  withDays,
} from '../domain/time/own-calendar';
import type { HolidayChange } from '../ports/views';
import { Refused, runCommand } from './command';
import { openSettingsStore, readArguments, readText } from './import';
import { readSettings } from './settings';

/*
 * `npm run holidays -- import FILE.ics --org slack:T0123` reads the days off of an organisation; with `--country CN` they
 * replace the holidays that are shipped for that country, in the years of the file.
 */

const USAGE =
  'Name the file and the organisation: npm run holidays -- import FILE.ics --org slack:T0123456789 [--country CN]';
const MAX_BYTES = 1_000_000;
/** How many years repeated events are read for. */
const YEARS_AHEAD = 3;

const FAULTS: Record<CalendarFault['why'], string> = {
  'not-a-calendar': 'is not the beginning of a calendar: BEGIN:VCALENDAR is expected',
  'not-a-line': 'is not a line of a calendar',
  'not-a-day': 'has no day that exists',
  'not-yearly': 'repeats in another way than once a year',
  'no-day': 'begins an event without a day',
  'too-long': 'makes an event of more than 60 days',
  unfinished: 'is the last one, and the calendar is not finished',
};

async function importHolidays(): Promise<void> {
  const { file, org, country } = readHolidayArguments();
  const days = readFile(file);
  const store = await openSettingsStore(readSettings());
  try {
    const apply = (calendar: OwnCalendar) =>
      country === null ? withDays(calendar, days) : withCountry(calendar, country, days);
    const today = new Date().toISOString().slice(0, 10);
    const spans = days.map(({ day }) => ({ from: day, until: day }));
    const changed = await onTrail(
      store,
      {
        ...{ org, team: null, person: 'operator', at: Date.now(), intent: 'holidays-import' },
        ...{ before: {}, after: {} },
      },
      () => applyToCalendar(store, { org, today, days: spans }, apply),
      async () => ({ before: {}, after: { days: String(days.length), country: country ?? '-' } }),
    );
    if (isRefusal(changed)) throw new Refused(`A calendar holds at most ${MAX_OWN_DAYS} days.`);
    process.stdout.write(
      `${days.length} days were imported for ${org}${country === null ? '' : ` as the holidays of ${country}`}.\n${effectOf(changed)}`,
    );
  } finally {
    await store.close();
  }
}

function effectOf({ lost, gained, polled }: Pick<HolidayChange, 'lost' | 'gained' | 'polled'>): string {
  const lines = [
    ...(lost.length > 0 ? [`No Telework Days any more: ${lost.join(', ')}.`] : []),
    ...(gained.length > 0 ? [`Telework Days again: ${gained.join(', ')}.`] : []),
    ...(polled ? ['Polls of today stay as they are.'] : []),
    ...(lost.length + gained.length > 0
      ? ['The bot brings its announcements up to date within a minute.']
      : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function readHolidayArguments(): { file: string; org: string; country: string | null } {
  const { file, org, options } = readArguments(USAGE, ['country']);
  const country = options.country === undefined ? null : readCountry(options.country);
  if (options.country !== undefined && country === null) throw new Refused('--country names no country.');
  return { file, org, country };
}

/** The days of the file; a day that it names twice is one. */
function readFile(file: string): OwnDay[] {
  const year = new Date().getUTCFullYear();
  const read = readCalendar(readText(file, MAX_BYTES), [year, year + YEARS_AHEAD]);
  if ('why' in read) throw new Refused(`Line ${read.line} of ${file} ${FAULTS[read.why]}.`);
  if (read.length === 0) throw new Refused(`${file} has no all-day events.`);
  const byDay = new Map(read.map((own) => [own.day, { ...own, name: cleanName(own.name) }]));
  return [...byDay.values()];
}

runCommand(importHolidays, 'Nothing was imported.');
