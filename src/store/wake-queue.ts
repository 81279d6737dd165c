import { sql } from 'kysely';
import type { OrgId, TeamId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import { AT_ONCE, type WakeQueue } from '../ports/store/wake-queue';
import type { Backend } from './backend';
import { type TeamRow, teamOf } from './rows';
import type { Trx } from './schema';
import { inTransaction } from './transaction';
import { createWaiting, keyList, type Waiting } from './waiting-organisations';

/** The teams of a process that died become free after this time, by the database's clock. */
const LEASE_MS: Millis = 60_000;

interface LeasedRow extends TeamRow {
  wakes: number;
  wake_at: Millis;
}

/**
 * The wake queue in the table of the teams. `clock`: the process's own, by which teams are woken.
 *
 * A wake-up that arrives during a check must not be lost: `due` remembers each team's number of wake-ups, and `sleep`
 * compares it with the current one. The number decides and not the time, as the clock may stand still or go back; a
 * check that `due` did not begin is compared by its time.
 */
export function createWakeQueue({ db, now, lock, keepToIndexes }: Backend, clock: () => Millis): WakeQueue {
  const wakesAtLease = new Map<string, number>();
  const next = createWaiting(now);
  return {
    async due(instant, limit) {
      const rows = await inTransaction(db, async (trx) => {
        // Two concurrent calls would choose the same teams, and one of them would get none.
        await lock(trx, 'teams due');
        await keepToIndexes(trx);
        return lease(trx, { now }, instant, await next(trx, instant, limit));
      });
      for (const row of rows) wakesAtLease.set(keyOf(row.org, row.id), row.wakes);
      return rows.map((row) => (row.wake_at === AT_ONCE ? { ...teamOf(row), woken: true } : teamOf(row)));
    },
    async sleep(org, team, wakeAt, lookedAt) {
      const key = keyOf(org, team);
      const wakes = wakesAtLease.get(key);
      wakesAtLease.delete(key);
      const nextAt = Number.isFinite(wakeAt) ? wakeAt : null;
      const unwoken = wakes === undefined ? sql`woken_at <= ${lookedAt}` : sql`wakes = ${wakes}`;
      await db
        .updateTable('teams')
        .set({ wake_at: sql<Millis | null>`case when ${unwoken} then ${nextAt} else wake_at end` })
        .$if(wakes !== undefined, (update) => update.set({ looked_until: 0 }))
        .where('org', '=', org)
        .where('id', '=', team)
        .execute();
    },
    async countDue(instant, limit) {
      const due = db.selectFrom('teams').select('wake_at').where('wake_at', '<=', instant).limit(limit);
      const counted = db.selectFrom(due.as('due')).select(({ fn }) => fn.countAll<number>().as('teams'));
      return (await counted.executeTakeFirstOrThrow()).teams;
    },
    wake: (org, team) => inTransaction(db, (trx) => wakeTeams(trx, org, clock(), team)),
    async several() {
      // SQLite uses the index for a minimum or a maximum only when a query asks for one of them.
      const { rows } = await sql<{ first: OrgId | null; last: OrgId | null }>`
        select (select min(org) from teams) as first, (select max(org) from teams) as last`.execute(db);
      const [row] = rows;
      return row !== undefined && row.first !== row.last;
    },
    async nextWake() {
      const row = await db
        .selectFrom('teams')
        .select('wake_at')
        .where('wake_at', 'is not', null)
        .orderBy('wake_at')
        .limit(1)
        .executeTakeFirst();
      return row?.wake_at ?? null;
    },
  };
}

/** Makes teams due now: those of one organisation, or one of them; all when null. */
export async function wakeTeams(trx: Trx, org: OrgId | null, now: Millis, team?: TeamId): Promise<void> {
  const teams = trx
    .updateTable('teams')
    .set(({ ref, eb }) => ({ wake_at: AT_ONCE, woken_at: now, wakes: eb(ref('wakes'), '+', 1) }));
  await teams
    .$if(org !== null, (update) => update.where('org', '=', org ?? ''))
    .$if(team !== undefined, (update) => update.where('id', '=', team ?? ''))
    .execute();
}

/** Leases the chosen teams that are still waiting, in the order of the choice, which `returning` does not keep. */
async function lease(
  trx: Trx,
  { now }: Pick<Backend, 'now'>,
  instant: Millis,
  chosen: readonly Waiting[],
): Promise<LeasedRow[]> {
  if (chosen.length === 0) return [];
  const { rows } = await sql<LeasedRow>`
    update teams set looked_until = ${now()} + ${LEASE_MS}
    where (org, id) in (${keyList(chosen)}) and wake_at <= ${instant} and looked_until <= ${now()}
    returning org, id, place, name, settings, trouble, also_at, also_trouble, sharing, shared_since, wakes, wake_at,
      (select calendar from calendars where calendars.org = teams.org) as calendar`.execute(trx);
  const places = new Map(chosen.map(({ org, id }, index) => [keyOf(org, id), index]));
  const place = ({ org, id }: LeasedRow) => places.get(keyOf(org, id)) ?? 0;
  return rows.sort((a, b) => place(a) - place(b));
}

function keyOf(org: OrgId, team: TeamId): string {
  return JSON.stringify([org, team]);
}
