import { type SelectQueryBuilder, sql } from 'kysely';
import type { Millis } from '../domain/time/calendar';
import type { EditTurns, PollKey } from '../ports/store/edits';
import type { Backend } from './backend';
import type { Db, Schema } from './schema';

/** Most edits end long before their lease expires. */
const RETRY_MS: Millis = 2_000;

/** For one process, which keeps its turns in memory: every edit may begin, and after a start every open poll is edited. */
export function createOwnEdits({ db }: Pick<Backend, 'db'>): EditTurns {
  return {
    begin: async () => ({ is: 'yours', edit: 0 }),
    end: async () => true,
    async unseen(now, after) {
      if (after > 0) return { polls: [], latest: after };
      return { polls: await unfinished(db, now).execute(), latest: 1 };
    },
  };
}

/**
 * For several processes: one row per poll. Edits are numbered. A process that finds an edit running remembers its
 * number; once a later edit has finished, the change is visible. Only leases depend on the clock, numbers do not.
 */
export function createSharedEdits({ db, now }: Pick<Backend, 'db' | 'now'>): EditTurns {
  return {
    async begin(poll, leaseMs, shown) {
      const edit = await begin({ db, now }, poll, leaseMs, shown);
      if (edit !== null) return { is: 'yours', edit };
      const row = await rowOf(db, poll)
        .select(['number', 'ended', 'done', sql<Millis>`free_at - ${now()}`.as('left')])
        .executeTakeFirst();
      if (!row) return { is: 'taken', latest: 0, waitMs: 0 };
      if (shown !== null && row.done > shown) return { is: 'shown' };
      const longest = row.number > row.ended ? RETRY_MS : Number.POSITIVE_INFINITY;
      return { is: 'taken', latest: row.number, waitMs: Math.min(longest, Math.max(0, row.left)) };
    },
    async end({ org, team, day }, edit, done, restMs) {
      const { numUpdatedRows } = await db
        .updateTable('edits')
        .set(({ ref }) => ({
          free_at: sql<Millis>`${now()} + ${restMs}`,
          ended: edit,
          ...(done ? { done: edit, seen: ref('read') } : {}),
        }))
        .where('org', '=', org)
        .where('team', '=', team)
        .where('day', '=', day)
        .where('number', '=', edit)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async unseen(instant, after, until) {
      const last = await db
        .selectFrom('answer_history')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .executeTakeFirst();
      const latest = Number(last?.seq ?? 0);
      const upTo = until ?? latest;
      return { polls: upTo > after ? await unseen(db, instant, after, upTo) : [], latest };
    },
  };
}

/** The number of the edit that begins now; null: another one is running, or a later one has shown the change. */
async function begin(
  { db, now }: Pick<Backend, 'db' | 'now'>,
  { org, team, day }: PollKey,
  leaseMs: Millis,
  shown: number | null,
): Promise<number | null> {
  const turn = {
    free_at: sql<Millis>`${now()} + ${leaseMs}`,
    // Later entries may be missing from the state this edit shows.
    read: sql<number>`(select coalesce(max(seq), 0) from answer_history)`,
  };
  const row = await db
    .insertInto('edits')
    .values({ org, team, day, number: 1, ended: 0, done: 0, seen: 0, ...turn })
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'team', 'day'])
        .doUpdateSet(({ eb }) => ({ ...turn, number: eb('edits.number', '+', 1) }))
        .where('edits.free_at', '<=', now())
        .where(sql<boolean>`edits.done <= ${shown ?? Number.MAX_SAFE_INTEGER}`),
    )
    .returning('number')
    .executeTakeFirst();
  return row?.number ?? null;
}

function rowOf(db: Db, { org, team, day }: PollKey) {
  return db.selectFrom('edits').where('org', '=', org).where('team', '=', team).where('day', '=', day);
}

/** Polls with history entries in the span that no finished edit has shown. */
async function unseen(db: Db, now: Millis, after: number, upTo: number): Promise<PollKey[]> {
  return db
    .selectFrom('answer_history as history')
    .innerJoin('poll_members as member', (join) =>
      join
        .onRef('member.org', '=', 'history.org')
        .onRef('member.day', '=', 'history.day')
        .onRef('member.person', '=', 'history.person')
        // Others do not count in it: an edit would tell that they answered elsewhere.
        .on('member.here', '=', sql.lit(1)),
    )
    .innerJoin('polls as poll', (join) =>
      join
        .onRef('poll.org', '=', 'member.org')
        .onRef('poll.team', '=', 'member.team')
        .onRef('poll.day', '=', 'member.day'),
    )
    .leftJoin('edits as edit', (join) =>
      join
        .onRef('edit.org', '=', 'poll.org')
        .onRef('edit.team', '=', 'poll.team')
        .onRef('edit.day', '=', 'poll.day'),
    )
    .where('poll.ends_at', '>', now)
    .where('history.seq', '>', after)
    .where('history.seq', '<=', upTo)
    .where(({ eb, ref }) => eb.or([eb('edit.seen', 'is', null), eb('edit.seen', '<', ref('history.seq'))]))
    .select(['poll.org', 'poll.team', 'poll.day'])
    .distinct()
    .execute();
}

function unfinished(db: Db, now: Millis): SelectQueryBuilder<Schema, 'polls', PollKey> {
  return db.selectFrom('polls').select(['org', 'team', 'day']).where('ends_at', '>', now).orderBy('ends_at');
}
