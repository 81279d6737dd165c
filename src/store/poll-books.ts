import { sql } from 'kysely';
import { askedFrom, type Poll, responsesTo } from '../domain/answers/poll';
import { type ResponseCurve, responseCurve } from '../domain/answers/tally';
import type { Counted } from '../domain/answers/visibility';
import { type BookCounts, countsOf, together } from '../domain/figures/book';
import type { OrgId, TeamId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { Book } from '../ports/store/polls';
import type { Backend } from './backend';
import type { PollBookTable } from './kept-tables';
import { listedIn } from './listed';
import { firstAnswers, type PollKey } from './poll-counts';
import { portionsOf } from './portions';
import { lookup } from './prepared';
import type { Db, Trx } from './schema';

/*
 * The book of a poll has its counts, written down when its day is over. From then on they are read from it alone, by
 * its last entry: the first one is the closing, each correction adds another.
 */

const SHOWN = ['members', 'unheard', 'groups', 'curve', 'sealed'] as const;
type Shown = Pick<PollBookTable, (typeof SHOWN)[number]>;

export function bookOf({ members, unheard, groups, curve, sealed }: Shown): Book {
  return { members, unheard, groups: JSON.parse(groups), curve: JSON.parse(curve), sealed: sealed === 1 };
}

export function countsIn({ members, groups, unheard }: Book): Counted {
  return { members, groups, unheard };
}

/** Finds the book of a poll, as it was corrected last; null: it has none. */
export function lookUpBook(backend: Backend): (poll: PollKey) => Promise<Book | null> {
  const books = lookup<PollKey, Shown>(backend, ['org', 'team', 'day'], (value) =>
    backend.db
      .selectFrom('poll_books')
      .select(SHOWN)
      .where('org', '=', value('org'))
      .where('team', '=', value('team'))
      .where('day', '=', value('day'))
      .orderBy('number', 'desc')
      .limit(1),
  );
  return async ({ org, team, day }) => {
    const [row] = await books({ org, team, day });
    return row ? bookOf(row) : null;
  };
}

/** All entries of the team's books, the later ones of each day after the earlier. */
export function bookRows(db: Db | Trx, org: OrgId, team: TeamId) {
  return db
    .selectFrom('poll_books')
    .select(['day', 'number', 'everyone', ...SHOWN])
    .where('org', '=', org)
    .where('team', '=', team)
    .orderBy('number');
}

/** What the book of a poll is written from. */
export interface PollSums {
  closing: BookCounts;
  corrected: BookCounts;
  answeredAt: Millis[];
  /** Members, whether they count or not. */
  listed: number;
}

/** Counts a poll that is over, in portions. */
export async function sumPoll(db: Db | Trx, poll: Poll): Promise<PollSums> {
  const { org, team, day } = poll;
  const sums: PollSums = {
    closing: countsOf(poll, [], 'closing'),
    corrected: countsOf(poll, [], 'corrected'),
    answeredAt: await firstAnswers(db, poll, responsesTo(poll)),
    listed: 0,
  };
  for await (const portion of portionsOf(db, poll)) {
    const listed = await listedIn(db, { org, team, day, portion });
    sums.closing = together(sums.closing, countsOf(poll, listed, 'closing'));
    sums.corrected = together(sums.corrected, countsOf(poll, listed, 'corrected'));
    sums.listed += listed.length;
  }
  return sums;
}

/**
 * Writes the book of a poll that is over, unless it has one: the state in which its day ended, and what was corrected
 * since as a second entry. Resolves with the number of its members.
 */
export async function closeBook(trx: Trx, poll: Poll, now: Millis, counted?: PollSums): Promise<number> {
  const { org, team, day } = poll;
  const known = await bookRows(trx, org, team).where('day', '=', day).executeTakeFirst();
  if (known) return known.members;
  const { closing, corrected, answeredAt, listed } = counted ?? (await sumPoll(trx, poll));
  const curve = responseCurve(
    answeredAt.filter((at) => at < poll.endsAt),
    askedFrom(poll),
    poll.drill ? closing.members : null,
  );
  await append(trx, poll, { number: 1, counts: closing, curve, at: now });
  await correctBook(trx, poll, now, corrected);
  await trx
    .updateTable('polls')
    .set({ booked: 1 })
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('booked', '=', 0)
    .execute();
  return listed;
}

/** Adds an entry where the counts are others than the last entry says. How fast people answered is not corrected. */
export async function correctBook(trx: Trx, poll: Poll, now: Millis, counted?: BookCounts): Promise<void> {
  const { org, team, day } = poll;
  const last = (await bookRows(trx, org, team).where('day', '=', day).execute()).at(-1);
  if (!last || last.sealed === 1) return;
  const counts = counted ?? (await sumPoll(trx, poll)).corrected;
  const next = textsOf(counts);
  if ((Object.keys(next) as (keyof typeof next)[]).every((key) => next[key] === last[key])) return;
  await append(trx, poll, { number: last.number + 1, counts, curve: JSON.parse(last.curve), at: now });
}

function textsOf({ members, unheard, groups, everyone }: BookCounts) {
  return { members, unheard, groups: JSON.stringify(groups), everyone: JSON.stringify(everyone) };
}

interface Entry {
  number: number;
  counts: BookCounts;
  curve: ResponseCurve;
  at: Millis;
}

async function append(
  trx: Trx,
  { org, team, day }: PollKey,
  { number, counts, curve, at }: Entry,
): Promise<void> {
  await trx
    .insertInto('poll_books')
    .values({ org, team, day, number, ...textsOf(counts), curve: JSON.stringify(curve), sealed: 0, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Closes the book before answers behind it go. Its counts are final then, and earlier entries go with the answers: the
 * difference of two entries can tell what one person answered.
 */
export async function sealBook(trx: Trx, poll: Poll, now: Millis): Promise<void> {
  const { org, team, day } = poll;
  await closeBook(trx, poll, now);
  const own = sql<boolean>`org = ${org} and team = ${team} and day = ${day}`;
  await trx
    .deleteFrom('poll_books')
    .where(own)
    .where('number', '<', ({ selectFrom }) =>
      selectFrom('poll_books as b')
        .select(({ fn }) => fn.max('b.number').as('last'))
        .where('b.org', '=', org)
        .where('b.team', '=', team)
        .where('b.day', '=', day),
    )
    .execute();
  await trx.updateTable('poll_books').set({ sealed: 1 }).where(own).execute();
}

/** Whether answers of these polls are gone. */
export async function isSealed(
  trx: Db | Trx,
  org: OrgId,
  day: Day,
  teams: readonly TeamId[],
): Promise<boolean> {
  if (teams.length === 0) return false;
  const row = await trx
    .selectFrom('poll_books')
    .select('team')
    .where('org', '=', org)
    .where('team', 'in', teams)
    .where('day', '=', day)
    .where('sealed', '=', 1)
    .executeTakeFirst();
  return row !== undefined;
}
