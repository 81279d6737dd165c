import { sql } from 'kysely';
import type { TeamStore } from '../app/ports';
import type { Millis } from '../domain/calendar';
import type { OrgId, TeamId } from '../domain/people';
import type { Backend } from './backend';
import { type TeamRow, teamOf } from './rows';
import { inTransaction } from './transaction';

/** A process that dies leaves the teams it was looking at to the others after this time of the database. */
const LOOK: Millis = 60_000;

export interface Looks extends Pick<TeamStore, 'due' | 'sleep'> {
  drop(org: OrgId, team: TeamId): void;
}

interface LookRow extends TeamRow {
  wake_at: Millis;
  wakes: number;
}

/**
 * Who is looked at when, and by whom: a look begins with `due`, which keeps the team from all others until `sleep`.
 *
 * A wake-up which comes while a look is under way must not be slept over: `due` remembers how many wake-ups each
 * team had when it was read, and `sleep` finds out whether there were more. The count and not the time decides, as
 * the clock may stand still or go back; a look which `due` did not begin is compared by its time.
 */
export function createLooks({ db, now, lock }: Backend): Looks {
  const looks = new Map<string, number>();
  return {
    async due(instant, limit) {
      const rows = await inTransaction(db, async (trx) => {
        // Two that asked at once would be given the same teams, and one of them nothing.
        await lock(trx, 'teams due');
        return (await begin(now, instant, limit).execute(trx)).rows;
      });
      for (const row of rows) looks.set(lookKey(row.org, row.id), row.wakes);
      return inTurns(rows).map(teamOf);
    },
    async sleep(org, team, wakeAt, lookedAt) {
      const key = lookKey(org, team);
      const look = looks.get(key);
      looks.delete(key);
      const next = Number.isFinite(wakeAt) ? wakeAt : null;
      const unwoken = look === undefined ? sql`woken_at <= ${lookedAt}` : sql`wakes = ${look}`;
      await db
        .updateTable('teams')
        .set({ wake_at: sql<Millis | null>`case when ${unwoken} then ${next} else wake_at end` })
        .$if(look !== undefined, (update) => update.set({ looked_until: 0 }))
        .where('org', '=', org)
        .where('id', '=', team)
        .execute();
    },
    drop: (org, team) => looks.delete(lookKey(org, team)),
  };
}

/**
 * Every organisation's first team, then every one's second: many teams of one hold up nobody else's. (The empty text
 * keeps SQLite from reading all teams only because they are in the order of their organisations.)
 */
function begin(now: Backend['now'], instant: Millis, limit: number) {
  return sql<LookRow>`
    update teams set looked_until = ${now()} + ${LOOK} where (org, id) in (
      select org, id from (
        select org, id, wake_at, row_number() over (partition by org || '' order by wake_at, id) as turn
        from teams where wake_at <= ${instant} and looked_until <= ${now()}
      ) as waiting order by turn, wake_at, org, id limit ${limit}
    )
    returning org, id, place, name, settings, trouble, also_at, also_trouble, wake_at, wakes`;
}

/** The order in which they were chosen, which the statement does not keep. */
function inTurns(rows: readonly LookRow[]): LookRow[] {
  const turns = new Map<OrgId, number>();
  const turn = ({ org }: LookRow) => {
    const next = (turns.get(org) ?? 0) + 1;
    turns.set(org, next);
    return next;
  };
  return [...rows]
    .sort((a, b) => a.wake_at - b.wake_at || (a.org + a.id < b.org + b.id ? -1 : 1))
    .map((row) => ({ row, turn: turn(row) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ row }) => row);
}

function lookKey(org: OrgId, team: TeamId): string {
  return JSON.stringify([org, team]);
}
