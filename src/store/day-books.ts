import { sql } from 'kysely';
import {
  addedBooks,
  type DayBook,
  type DayCounts,
  type DayEntry,
  emptyBook,
  type State,
  withEntry,
} from '../domain/figures/book';
import { DAY_STATUSES } from '../domain/figures/disclosure';
import type { OrgId, PersonId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { OrgDay } from '../ports/store/books';
import { type DaySums, entryOf, ofGone, type PollRow, pollsOf } from './day-counts';
import { isSealed } from './poll-books';
import type { Db, Trx } from './schema';
import { structureOf } from './structures';

/* The organisation's book of a day: each of its people once, over all teams. */

/** The latest entries of these days. */
export async function dayCounts(db: Db | Trx, org: OrgId, days: readonly Day[]): Promise<Map<Day, DayBook>> {
  if (days.length === 0) return new Map();
  const rows = await db
    .selectFrom('day_books')
    .select(['day', 'counts'])
    .where('org', '=', org)
    .where('day', 'in', days)
    .where('number', '>', 0)
    .orderBy('number')
    .execute();
  return new Map(rows.map(({ day, counts }) => [day, JSON.parse(counts)]));
}

/**
 * Writes the organisation's book of a day whose polls have theirs; false: it has other polls by now, and is to be counted
 * again.
 */
export async function writeDay(trx: Trx, { org, day }: OrgDay, sums: DaySums, now: Millis): Promise<boolean> {
  const polls = await pollsOf(trx, org, day);
  if (JSON.stringify(polls.map(instantsIn)) !== JSON.stringify(sums.polls.map(instantsIn))) return false;
  if (polls.some(({ booked }) => booked === 0)) return false;
  const sealed = await isSealed(
    trx,
    org,
    day,
    polls.map(({ team }) => team),
  );
  const known = (await dayCounts(trx, org, [day])).has(day);
  // Of days whose people are gone nothing is known any more; what is known is not counted again without them.
  const states: State[] = known ? ['corrected'] : ['closing', 'corrected'];
  if (!sealed || (!known && sums.listed > 0)) {
    const gone = await takeGone(trx, org, day);
    for (const state of states)
      await append(trx, { org, day }, gone ? addedBooks(sums[state], gone) : sums[state], now);
  }
  await trx
    .updateTable('polls')
    .set({ booked: 2 })
    .where('org', '=', org)
    .where('day', '=', day)
    // SQLite uses the index for these polls where the query says the same.
    .where('booked', '<', sql.lit(2))
    .execute();
  return true;
}

function instantsIn({ team, opens_at, ends_at }: PollRow) {
  return [team, opens_at, ends_at];
}

/** The people who were forgotten before the closing, which takes them in. */
async function takeGone(trx: Trx, org: OrgId, day: Day): Promise<DayBook | null> {
  const gone = await ofGone(trx, org, day);
  if (gone) await ofDay(trx, org, day).where('number', '=', 0).execute();
  return gone;
}

/** Adds an entry where the counts are others than the last entry says. */
async function append(trx: Trx, { org, day }: OrgDay, counts: DayBook, at: Millis): Promise<void> {
  const last = await trx
    .selectFrom('day_books')
    .select(['number', 'counts'])
    .where('org', '=', org)
    .where('day', '=', day)
    .where('number', '>', 0)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const text = textOf(counts);
  if (last?.counts === text) return;
  await trx
    .insertInto('day_books')
    .values({ org, day, number: (last?.number ?? 0) + 1, counts: text, at })
    .execute();
}

function textOf({ departments, ...counts }: DayBook): string {
  const own = departments?.map(({ id, name, teams, counts: some }) => {
    return { id, name, teams, counts: inOrder(some) };
  });
  return JSON.stringify({ ...inOrder(counts), ...(own && { departments: own }) });
}

function inOrder(counts: DayCounts): DayCounts {
  const { avoiding } = counts;
  const statuses = Object.fromEntries(DAY_STATUSES.map((status) => [status, counts[status]]));
  return { ...statuses, ...(avoiding !== undefined && { avoiding }) } as DayCounts;
}

/** Adds an entry for a person whose answer was corrected, to a book that is there. */
export async function correctDay(
  trx: Trx,
  { org, day }: OrgDay,
  { from, to }: { from: DayEntry | null; to: DayEntry | null },
  now: Millis,
): Promise<void> {
  const counts = (await dayCounts(trx, org, [day])).get(day);
  if (!counts) return;
  const without = from ? withEntry(counts, from, -1) : counts;
  await append(trx, { org, day }, to ? withEntry(without, to, 1) : without, now);
}

/**
 * A person is forgotten, some of whose polls on the day are over: they stay counted. Earlier entries of the book go, as
 * their difference can tell what one person answered.
 */
export async function keepForgotten(
  trx: Trx,
  { org, day, person }: { org: OrgId; day: Day; person: PersonId },
): Promise<void> {
  const entries = await trx
    .selectFrom('day_books')
    .select('number')
    .where('org', '=', org)
    .where('day', '=', day)
    .where('number', '>', 0)
    .orderBy('number')
    .execute();
  const last = entries.at(-1);
  if (last) {
    await ofDay(trx, org, day).where('number', '<', last.number).execute();
    return;
  }
  const entry = await entryOf(trx, { org, day, person });
  if (!entry) return;
  const empty = emptyBook((await structureOf(trx, org)).departments);
  const gone = await takeGone(trx, org, day);
  const counts = withEntry(gone ? addedBooks(gone, empty) : empty, entry, 1);
  await trx
    .insertInto('day_books')
    .values({ org, day, number: 0, counts: textOf(counts), at: 0 })
    .execute();
}

function ofDay(trx: Trx, org: OrgId, day: Day) {
  return trx.deleteFrom('day_books').where('org', '=', org).where('day', '=', day);
}

/**
 * Moves the books of an organisation into those of another one. No person is in both of them yet: where both have a day,
 * its further entry is their sum.
 */
export async function adoptDays(trx: Trx, from: OrgId, into: OrgId): Promise<void> {
  const theirs = await trx
    .selectFrom('day_books')
    .selectAll()
    .where('org', '=', from)
    .orderBy('number')
    .execute();
  const days = [...new Set(theirs.map(({ day }) => day))];
  const ours = await dayCounts(trx, into, days);
  const latest = await dayCounts(trx, from, days);
  for (const [day, counts] of latest) {
    const own = ours.get(day);
    if (!own) continue;
    await append(
      trx,
      { org: into, day },
      addedBooks(own, counts),
      theirs.findLast((row) => row.day === day)?.at ?? 0,
    );
  }
  await trx.deleteFrom('day_books').where('org', '=', from).execute();
  for (const row of theirs.filter(({ day }) => !ours.has(day)))
    await trx
      .insertInto('day_books')
      .values({ ...row, org: into })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
