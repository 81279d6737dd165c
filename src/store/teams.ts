import type { TeamStore } from '../app/ports';
import type { Millis } from '../domain/calendar';
import type { OrgId, TeamId } from '../domain/people';
import type { Team } from '../domain/settings';
import { prepared } from './prepared';
import { type TeamRow, teamOf } from './rows';
import type { Db, TeamTable, Trx } from './schema';

const COLUMNS = ['org', 'id', 'place', 'name', 'settings', 'trouble'] as const;

/**
 * Teams, and when each is looked at next. A wake-up which comes while a look is under way must not be slept over:
 * `due` remembers how many wake-ups each team had when it was read, and `sleep` finds out whether there were more.
 * The count and not the time decides, as the clock may stand still or go back; a look which `due` did not begin
 * is compared by its time.
 */
export function createTeams(db: Db, now: () => Millis): TeamStore {
  const looks = new Map<string, number>();
  const get = prepared<Pick<TeamTable, 'org' | 'id'>, TeamRow>(db, (value) =>
    teams(db).where('org', '=', value('org')).where('id', '=', value('id')),
  );
  const at = prepared<Pick<TeamTable, 'org' | 'place'>, TeamRow>(db, (value) =>
    teams(db).where('org', '=', value('org')).where('place', '=', value('place')),
  );
  return {
    save: (team) => save(db, team, now()),
    change: (org, id, apply) =>
      db.transaction().execute(async (trx) => {
        const row = await teams(trx).where('org', '=', org).where('id', '=', id).executeTakeFirst();
        const changed = row ? apply(teamOf(row)) : null;
        if (changed) await save(trx, changed, now());
        return changed;
      }),
    get: async (org, team) => {
      const [row] = await get({ org, id: team });
      return row ? teamOf(row) : null;
    },
    at: async (org, place) => {
      const [row] = await at({ org, place });
      return row ? teamOf(row) : null;
    },
    list: async (org) => {
      const rows = await teams(db).where('org', '=', org).orderBy('id').execute();
      return rows.map(teamOf);
    },
    async remove(org, team) {
      looks.delete(lookKey(org, team));
      await remove(db, org, team);
    },
    async due(instant, limit) {
      const rows = await teams(db)
        .select('wakes')
        .where('wake_at', '<=', instant)
        .orderBy('wake_at')
        .orderBy('org')
        .orderBy('id')
        .limit(limit)
        .execute();
      for (const row of rows) looks.set(lookKey(row.org, row.id), row.wakes);
      return rows.map(teamOf);
    },
    async sleep(org, team, wakeAt, lookedAt) {
      const key = lookKey(org, team);
      const look = looks.get(key);
      looks.delete(key);
      const awake = db.updateTable('teams').where('org', '=', org).where('id', '=', team);
      await (look === undefined ? awake.where('woken_at', '<=', lookedAt) : awake.where('wakes', '=', look))
        .set({ wake_at: Number.isFinite(wakeAt) ? wakeAt : null })
        .execute();
    },
    wake: (org) => wakeTeams(db, org, now()),
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

/** Marks teams to be looked at now: those of one organisation, or all. */
export async function wakeTeams(db: Db | Trx, org: OrgId | null, now: Millis): Promise<void> {
  const teams = db
    .updateTable('teams')
    .set(({ ref, eb }) => ({ wake_at: 0, woken_at: now, wakes: eb(ref('wakes'), '+', 1) }));
  await (org === null ? teams : teams.where('org', '=', org)).execute();
}

async function save(db: Db | Trx, team: Team, now: Millis): Promise<void> {
  const { org, id, place, name, trouble } = team;
  const values = { place, name, settings: JSON.stringify(team.settings), trouble, wake_at: 0, woken_at: now };
  await db
    .insertInto('teams')
    .values({ org, id, ...values, wakes: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'id'])
        .doUpdateSet(({ ref, eb }) => ({ ...values, wakes: eb(ref('teams.wakes'), '+', 1) })),
    )
    .execute();
}

function teams(db: Db | Trx) {
  return db.selectFrom('teams').select(COLUMNS);
}

/** Past polls stay: what was published remains true. */
async function remove(db: Db, org: OrgId, team: TeamId): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('rosters').where('org', '=', org).where('team', '=', team).execute();
    await trx.deleteFrom('teams').where('org', '=', org).where('id', '=', team).execute();
  });
}

function lookKey(org: OrgId, team: TeamId): string {
  return JSON.stringify([org, team]);
}
