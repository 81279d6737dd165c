import { sql } from 'kysely';
import type { OrgId, TeamId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import type { TeamStore } from '../ports/store/teams';
import type { Backend } from './backend';
import { type TeamRow, teamOf } from './rows';
import type { Trx } from './schema';
import { inTransaction } from './transaction';
import { createWaiting, keysOf, type Waiting } from './waiting';

/** A process that dies leaves the teams it was looking at to the others after this time of the database. */
const LOOK: Millis = 60_000;

export interface Looks extends Pick<TeamStore, 'due' | 'sleep'> {
  drop(org: OrgId, team: TeamId): void;
}

interface LookRow extends TeamRow {
  wakes: number;
}

/**
 * Who is looked at when, and by whom: a look begins with `due`, which keeps the team from all others until `sleep`.
 *
 * A wake-up which comes while a look is under way must not be slept over: `due` remembers how many wake-ups each
 * team had when it was read, and `sleep` finds out whether there were more. The count and not the time decides, as
 * the clock may stand still or go back; a look which `due` did not begin is compared by its time.
 */
export function createLooks({ db, now, lock, keepToIndexes }: Backend): Looks {
  const looks = new Map<string, number>();
  const next = createWaiting(now);
  return {
    async due(instant, limit) {
      const rows = await inTransaction(db, async (trx) => {
        // Two that asked at once would be given the same teams, and one of them nothing.
        await lock(trx, 'teams due');
        await keepToIndexes(trx);
        return begin(trx, { now }, instant, await next(trx, instant, limit));
      });
      for (const row of rows) looks.set(lookKey(row.org, row.id), row.wakes);
      return rows.map(teamOf);
    },
    async sleep(org, team, wakeAt, lookedAt) {
      const key = lookKey(org, team);
      const look = looks.get(key);
      looks.delete(key);
      const nextAt = Number.isFinite(wakeAt) ? wakeAt : null;
      const unwoken = look === undefined ? sql`woken_at <= ${lookedAt}` : sql`wakes = ${look}`;
      await db
        .updateTable('teams')
        .set({ wake_at: sql<Millis | null>`case when ${unwoken} then ${nextAt} else wake_at end` })
        .$if(look !== undefined, (update) => update.set({ looked_until: 0 }))
        .where('org', '=', org)
        .where('id', '=', team)
        .execute();
    },
    drop: (org, team) => looks.delete(lookKey(org, team)),
  };
}

/** Those who are still waiting, in the order they were chosen in, which the statement does not keep. */
async function begin(
  trx: Trx,
  { now }: Pick<Backend, 'now'>,
  instant: Millis,
  chosen: readonly Waiting[],
): Promise<LookRow[]> {
  if (chosen.length === 0) return [];
  const { rows } = await sql<LookRow>`
    update teams set looked_until = ${now()} + ${LOOK}
    where (org, id) in (${keysOf(chosen)}) and wake_at <= ${instant} and looked_until <= ${now()}
    returning org, id, place, name, settings, trouble, also_at, also_trouble, wakes`.execute(trx);
  const places = new Map(chosen.map(({ org, id }, index) => [lookKey(org, id), index]));
  const place = ({ org, id }: LookRow) => places.get(lookKey(org, id)) ?? 0;
  return rows.sort((a, b) => place(a) - place(b));
}

function lookKey(org: OrgId, team: TeamId): string {
  return JSON.stringify([org, team]);
}
