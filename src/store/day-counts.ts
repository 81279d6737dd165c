import {
  addedBooks,
  type DayBook,
  type DayEntry,
  emptyBook,
  entryIn,
  type State,
  withEntry,
} from '../domain/figures/book';
import type { OrgId, PersonId } from '../domain/people/person';
import type { Day, Millis, Time } from '../domain/time/calendar';
import type { OrgDay } from '../ports/store/books';
import { eachOnce, listedIn } from './listed';
import { isSealed } from './poll-books';
import { pollsOfDay } from './poll-counts';
import { portionsOf } from './portions';
import type { Db, Trx } from './schema';
import { structureOf } from './structures';

/* The organisation's people of a day, each once, counted from their answers. */

/** What the organisation's book of a day is written from. */
export interface DaySums extends Record<State, DayBook> {
  polls: PollRow[];
  /** People whom the polls list. */
  listed: number;
}

export type PollRow = Awaited<ReturnType<typeof pollsOf>>[number];

/** The day's polls, of teams that are still there. */
export function pollsOf(db: Db | Trx, org: OrgId, day: Day) {
  return pollsOfDay(db, org, day).selectAll('p').execute();
}

/** Counts the people of a day that is over, in portions; null: `goOn` said no. */
export async function sumDay(
  db: Db | Trx,
  { org, day }: OrgDay,
  goOn: () => boolean,
): Promise<DaySums | null> {
  const polls = await pollsOf(db, org, day);
  const instants = instantsOf(polls);
  const entries = { closing: new Map<string, Counted>(), corrected: new Map<string, Counted>() };
  let listed = 0;
  for await (const portion of portionsOf(db, { org, day, team: null })) {
    if (!goOn()) return null;
    const people = eachOnce(await listedIn(db, { org, day, portion }));
    for (const state of ['closing', 'corrected'] as const)
      for (const one of people) count(entries[state], entryIn(one, one.teams, instants, state));
    listed += people.length;
  }
  const empty = emptyBook((await structureOf(db, org)).departments);
  const bookOf = (counted: ReadonlyMap<string, Counted>) =>
    [...counted.values()].reduce((book, { entry, people }) => withEntry(book, entry, people), empty);
  return { polls, listed, closing: bookOf(entries.closing), corrected: bookOf(entries.corrected) };
}

interface Counted {
  entry: DayEntry;
  people: number;
}

function count(counted: Map<string, Counted>, entry: DayEntry): void {
  const key = JSON.stringify(entry);
  const known = counted.get(key);
  if (known) known.people += 1;
  else counted.set(key, { entry, people: 1 });
}

/** The counts of a day as its answers stand now, with the departments of now; null: some of its answers are gone. */
export async function countDay(db: Db, { org, day }: OrgDay): Promise<DayBook | null> {
  const polls = await pollsOf(db, org, day);
  const teams = polls.map(({ team }) => team);
  if (polls.length === 0 || (await isSealed(db, org, day, teams))) return null;
  const sums = await sumDay(db, { org, day }, () => true);
  const gone = await ofGone(db, org, day);
  return sums && (gone ? addedBooks(sums.corrected, gone) : sums.corrected);
}

/** What the day says of a person by now; null: no poll lists them. */
export async function entryOf(
  trx: Trx,
  { org, day, person }: { org: OrgId; day: Day; person: PersonId },
): Promise<DayEntry | null> {
  const [one] = eachOnce(await listedIn(trx, { org, day, person }));
  if (!one) return null;
  return entryIn(one, one.teams, instantsOf(await pollsOf(trx, org, day)), 'corrected');
}

type Ends = readonly { opens_at: Millis; ends_at: Millis; peak_until: Time }[];

/** The people who were forgotten before the day has its book. */
export async function ofGone(db: Db | Trx, org: OrgId, day: Day): Promise<DayBook | null> {
  const row = await db
    .selectFrom('day_books')
    .select('counts')
    .where('org', '=', org)
    .where('day', '=', day)
    .where('number', '=', 0)
    .executeTakeFirst();
  return row ? JSON.parse(row.counts) : null;
}

/** From the first opening to the last end, and the latest of the peaks. */
export function instantsOf(polls: Ends) {
  return {
    opensAt: Math.min(...polls.map(({ opens_at }) => opens_at)),
    endsAt: Math.max(...polls.map(({ ends_at }) => ends_at)),
    peakUntil:
      polls
        .map(({ peak_until }) => peak_until)
        .sort()
        .at(-1) ?? '',
  };
}
