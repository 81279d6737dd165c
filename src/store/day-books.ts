import { sql } from 'kysely';
import { moved, NO_STATUSES, type State, statusIn } from '../domain/figures/book';
import { DAY_STATUSES, type DayStatus, type StatusCounts } from '../domain/figures/disclosure';
import type { OrgId, PersonId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { OrgDay } from '../ports/store/books';
import { eachOnce, listedIn } from './listed';
import { isSealed } from './poll-books';
import { pollsOfDay } from './poll-counts';
import { portionsOf } from './portions';
import type { Db, Trx } from './schema';

/* The organisation's book of a day: each of its people once, over all teams. */

/** The latest entries of these days. */
export async function dayCounts(
  db: Db | Trx,
  org: OrgId,
  days: readonly Day[],
): Promise<Map<Day, StatusCounts>> {
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

/** What the organisation's book of a day is written from. */
export interface DaySums extends Record<State, StatusCounts> {
  polls: PollRow[];
  /** People whom the polls list. */
  listed: number;
}

type PollRow = Awaited<ReturnType<typeof pollsOf>>[number];

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
  const counts = { closing: { ...NO_STATUSES }, corrected: { ...NO_STATUSES } };
  let listed = 0;
  for await (const portion of portionsOf(db, { org, day, team: null })) {
    if (!goOn()) return null;
    const people = eachOnce(await listedIn(db, { org, day, portion }));
    for (const state of ['closing', 'corrected'] as const)
      for (const one of people) counts[state][statusIn(one, instants, state)] += 1;
    listed += people.length;
  }
  return { polls, listed, ...counts };
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
    for (const state of states) await append(trx, { org, day }, added(sums[state], gone), now);
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

type Ends = readonly { opens_at: Millis; ends_at: Millis }[];

/** The people who were forgotten before the closing, which takes them in. */
async function takeGone(trx: Trx, org: OrgId, day: Day): Promise<StatusCounts> {
  const gone = await ofDay(trx, org, day).where('number', '=', 0).returning('counts').executeTakeFirst();
  return gone ? JSON.parse(gone.counts) : NO_STATUSES;
}

function added(counts: StatusCounts, more: StatusCounts): StatusCounts {
  return DAY_STATUSES.reduce((sum, status) => moved(sum, status, more[status]), counts);
}

/** From the first opening to the last end. */
export function instantsOf(polls: Ends) {
  return {
    opensAt: Math.min(...polls.map(({ opens_at }) => opens_at)),
    endsAt: Math.max(...polls.map(({ ends_at }) => ends_at)),
  };
}

/** Adds an entry where the counts are others than the last entry says. */
async function append(trx: Trx, { org, day }: OrgDay, counts: StatusCounts, at: Millis): Promise<void> {
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

function textOf(counts: StatusCounts): string {
  return JSON.stringify(Object.fromEntries(DAY_STATUSES.map((status) => [status, counts[status]])));
}

/** What the day says of a person by now; null: no poll lists them. */
export async function statusOf(
  trx: Trx,
  { org, day, person }: { org: OrgId; day: Day; person: PersonId },
): Promise<DayStatus | null> {
  const [one] = eachOnce(await listedIn(trx, { org, day, person }));
  if (!one) return null;
  return statusIn(one, instantsOf(await pollsOf(trx, org, day)), 'corrected');
}

/** Adds an entry for a person whose answer was corrected, to a book that is there. */
export async function correctDay(
  trx: Trx,
  { org, day }: OrgDay,
  { from, to }: { from: DayStatus | null; to: DayStatus | null },
  now: Millis,
): Promise<void> {
  const counts = (await dayCounts(trx, org, [day])).get(day);
  if (!counts) return;
  const without = from ? moved(counts, from, -1) : counts;
  await append(trx, { org, day }, to ? moved(without, to, 1) : without, now);
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
  const status = await statusOf(trx, { org, day, person });
  if (!status) return;
  const counts = moved(await takeGone(trx, org, day), status, 1);
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
      added(own, counts),
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
