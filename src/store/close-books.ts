import { sql } from 'kysely';
import type { Poll } from '../domain/answers/poll';
import type { Millis } from '../domain/time/calendar';
import type { OrgDay } from '../ports/store/books';
import type { Backend } from './backend';
import { isUnchanged, versionOf } from './book-version';
import { type ClosedPart, counted, partsToClose, writePart } from './campaign-people';
import { writeDay } from './day-books';
import { pollsOf, sumDay } from './day-counts';
import { bookRows, closeBook, sumPoll } from './poll-books';
import { pollOf } from './rows';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';

/*
 * Books are counted in portions, with other work in between, and written in a short transaction if nothing changed
 * meanwhile. A process that dies has written whole books only; the next one counts the others again.
 */

/** So often a book is counted again because something changed, before it is left for later. */
const ATTEMPTS = 3;
/** Parts of campaigns of one transaction. */
const PARTS = 50;

/** What closing takes: `inTurn` runs a transaction, in which nothing else writes books of the organisation. */
export interface Closing {
  db: Db;
  inTurn<T>(org: string, run: (trx: Trx) => Promise<T>): Promise<T>;
}

export function closingOf({ db, lock }: Pick<Backend, 'db' | 'lock'>): Closing {
  return {
    db,
    inTurn: (org, run) =>
      inTransaction(db, async (trx) => {
        // No entry is numbered twice.
        await lock(trx, JSON.stringify(['books', org]));
        return run(trx);
      }),
  };
}

/** Polls that lack a book. Said in this way, the index of these is used: there are few of them. */
export function unbooked(db: Db) {
  return db.selectFrom('polls').where('booked', '<', sql.lit(2)).where('ends_at', '>', 0);
}

/** Writes the book of a poll that is over, unless it has one; resolves with the number of its members. */
export async function closePoll({ db, inTurn }: Closing, poll: Poll, now: Millis): Promise<number> {
  const { org, team, day } = poll;
  // Votes of people in several zones ask again and again.
  const known = await bookRows(db, org, team).where('day', '=', day).executeTakeFirst();
  if (known) return known.members;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const version = await versionOf(db, org);
    const sums = await sumPoll(db, poll);
    const members = await inTurn(org, async (trx) =>
      (await isUnchanged(trx, org, version)) ? closeBook(trx, poll, now, sums) : null,
    );
    if (members !== null) return members;
  }
  return inTurn(org, (trx) => closeBook(trx, poll, now));
}

/** Writes the books of the day's polls, of the campaigns which are over with it, and of the day; false: not all of them. */
export async function closeDay(
  closing: Closing,
  { org, day }: OrgDay,
  now: Millis,
  goOn: () => boolean = () => true,
): Promise<boolean> {
  const { db, inTurn } = closing;
  for (let attempt = 1; attempt <= ATTEMPTS && goOn(); attempt += 1) {
    const version = await versionOf(db, org);
    for (const row of await pollsOf(db, org, day))
      if (row.booked === 0) await closePoll(closing, pollOf(row), now);
    // Once the day has its book nothing asks for these any more: they come first.
    if (!(await closeCampaigns(closing, { org, day }, now, goOn))) continue;
    const sums = await sumDay(db, { org, day }, goOn);
    if (!sums) return false;
    const isDone = await inTurn(
      org,
      async (trx) => (await isUnchanged(trx, org, version)) && writeDay(trx, { org, day }, sums, now),
    );
    if (isDone) return true;
  }
  return false;
}

/** False: something changed meanwhile, or `goOn` said no. */
async function closeCampaigns(
  closing: Closing,
  { org, day }: OrgDay,
  now: Millis,
  goOn: () => boolean,
): Promise<boolean> {
  let some: ClosedPart[] = [];
  for await (const part of partsToClose(closing.db, org, day)) {
    some.push(part);
    if (some.length < PARTS) continue;
    if (!goOn() || !(await closeParts(closing, org, some, now))) return false;
    some = [];
  }
  return some.length === 0 || closeParts(closing, org, some, now);
}

async function closeParts(
  { db, inTurn }: Closing,
  org: string,
  parts: readonly ClosedPart[],
  now: Millis,
): Promise<boolean> {
  const version = await versionOf(db, org);
  const people = new Map<ClosedPart, Awaited<ReturnType<typeof counted>>>();
  for (const one of parts) people.set(one, await counted(db, one.part, one.days));
  return inTurn(org, async (trx) => {
    if (!(await isUnchanged(trx, org, version))) return false;
    for (const [one, counts] of people) await writePart(trx, one, counts, now);
    return true;
  });
}
