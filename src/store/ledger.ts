import { type RawBuilder, sql } from 'kysely';
import type { Millis } from '../domain/time/calendar';
import type { Reason } from '../ports/reasons';
import type { Ledger, LedgerEntry, Outcome, TaskKey } from '../ports/store/ledger';
import type { Backend, Now } from './backend';
import { withPost } from './earlier-posts';
import { isKnown } from './known-task';
import { privatePolls, reminders } from './ledger-entries';
import { ledgerReads, WITHDRAWN } from './ledger-reads';
import { type Db, flag } from './schema';
import { postIdOf, rowKeyOf } from './task-key';

/** Before every instant: the lease of a process that died. */
const LONG_AGO: Millis = 0;

const asBefore = sql<string | null>`nullif(tasks.reason, ${sql.lit(WITHDRAWN)})`;

const NEW = { attempt: 1, again: 0, post: null, shown: null, reason: null, earlier: null } as const;

/** Each method is one statement, so the database elects among any number of callers. */
export function createLedger({ db, now, alone }: Pick<Backend, 'db' | 'now' | 'alone'>): Ledger {
  return {
    claim: (task, leaseMs) => claim(db, task, now, leaseMs),
    async finish(task, attempt, outcome, at) {
      const result = await held(db, task, attempt)
        .set({ ...outcomeRow(outcome), updated_at: at ?? now() })
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async renew(task, attempt, leaseMs) {
      await held(db, task, attempt)
        .set({ free_at: later(now, leaseMs) })
        .execute();
    },
    async sending(task, attempt, leaseMs) {
      const result = await held(db, task, attempt)
        .set({ again: 1, free_at: later(now, leaseMs) })
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async release(task, attempt, delayMs, mayHaveBeenSent) {
      const again = flag(mayHaveBeenSent);
      await held(db, task, attempt)
        .set({ state: 'waiting', again, free_at: later(now, delayMs), updated_at: now() })
        .execute();
    },
    async postLost(task, post) {
      const lost = { state: 'failed', reason: 'deleted' satisfies Reason, post: null } as const;
      await named(db, task).where('state', '=', 'done').where('post', '=', post).set(lost).execute();
    },
    async noteShown(task, post, shown) {
      await named(db, task).where('post', '=', post).set({ shown }).execute();
    },
    schedule: (task, delayMs) => schedule(db, task, now, delayMs),
    async hurry(org, team) {
      const waiting = db.updateTable('tasks').where('org', '=', org).where('team', '=', team);
      await waiting.where('state', '=', 'waiting').set({ free_at: now() }).execute();
    },
    async reopen(task, states, reason) {
      if (states.length === 0) return false;
      const result = await named(db, task)
        .where('state', 'in', [...states])
        .set({ state: 'waiting', free_at: now(), again: 0, reason, updated_at: now(), earlier: withPost })
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    drop: (task, reason, at) => drop(db, task, { reason, at, now }),
    ...ledgerReads(db),
    isKnown: (task) => isKnown(db, task),
    reminders: (org, team, day) => reminders(db, { org, team, day }),
    privatePolls: (org, team, day) => privatePolls(db, { org, team, day }),
    recover: async () => (alone ? recover(db) : 0),
  };
}

async function schedule(db: Db, task: TaskKey, now: Now, delayMs: Millis): Promise<boolean> {
  const waiting = { ...NEW, attempt: 0, state: 'waiting', free_at: later(now, delayMs) } as const;
  const row = await db
    .insertInto('tasks')
    .values({ ...rowKeyOf(task), ...waiting, updated_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('attempt')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a task which is new, or free again. Whether an earlier attempt may have reached the platform, that has noted. */
async function claim(db: Db, task: TaskKey, now: Now, leaseMs: Millis) {
  const claimed = { state: 'claimed', free_at: later(now, leaseMs), updated_at: now() } as const;
  const row = await db
    .insertInto('tasks')
    .values({ ...rowKeyOf(task), ...claimed, ...NEW })
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'team', 'day', 'kind', 'subject'])
        .doUpdateSet(({ eb }) => ({ ...claimed, attempt: eb('tasks.attempt', '+', 1), reason: asBefore }))
        .where(({ or, and, eb }) =>
          or([
            and([eb('tasks.state', 'in', ['claimed', 'waiting']), eb('tasks.free_at', '<=', now())]),
            and([eb('tasks.state', '=', 'skipped'), eb('tasks.reason', '=', WITHDRAWN)]),
          ]),
        ),
    )
    .returning(['attempt', 'again', 'post'])
    .executeTakeFirst();
  if (!row) return null;
  return { attempt: row.attempt, mayHaveBeenSent: row.again === 1, postId: postIdOf(task, row.post) };
}

async function drop(
  db: Db,
  task: TaskKey,
  { reason, at, now }: { reason: string; at: Millis; now: Now },
): Promise<void> {
  const asked = (yes: string, no: string) => sql`case when again = 1 then ${yes} else ${no} end`;
  await named(db, task)
    .where(({ or, and, eb }) =>
      or([eb('state', '=', 'waiting'), and([eb('state', '=', 'claimed'), eb('free_at', '<=', now())])]),
    )
    .set({
      state: asked('unknown', 'skipped') as RawBuilder<LedgerEntry['state']>,
      reason: asked('uncertain' satisfies Reason, reason) as RawBuilder<string>,
      updated_at: at,
    })
    .execute();
}

/** Frees what a process that died held. Only for a process that is alone. */
async function recover(db: Db): Promise<number> {
  await db
    .updateTable('teams')
    .set({ looked_until: LONG_AGO })
    .where('looked_until', '>', sql.lit(LONG_AGO))
    .execute();
  const result = await db
    .updateTable('tasks')
    .set({ free_at: LONG_AGO })
    .where('state', '=', 'claimed')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

function later(now: Now, delayMs: Millis) {
  return sql<Millis>`${now()} + ${Math.ceil(delayMs)}`;
}

/** The task as long as this attempt holds it. */
function held(db: Db, task: TaskKey, attempt: number) {
  return named(db, task).where('attempt', '=', attempt).where('state', '=', 'claimed');
}

function named(db: Db, task: TaskKey) {
  const { org, team, kind, day, subject } = rowKeyOf(task);
  return db
    .updateTable('tasks')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('kind', '=', kind)
    .where('subject', '=', subject);
}

function outcomeRow(outcome: Outcome) {
  const { state } = outcome;
  if (state === 'done') return { state, post: outcome.post, shown: outcome.shown ?? null, reason: null };
  return { state, post: null, shown: null, reason: outcome.reason };
}
