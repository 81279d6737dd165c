import { sql } from 'kysely';
import type { OrgId, TeamId } from '../domain/people/person';
import { boundTo } from '../domain/teams/channels';
import type { Team } from '../domain/teams/team';
import type { Millis } from '../domain/time/calendar';
import type { Readdress } from '../ports/inbox';
import type { TeamStore } from '../ports/store/teams';
import type { Backend } from './backend';
import { lookup } from './prepared';
import { levelOf, type TeamRow, teamOf } from './rows';
import type { Db, TeamTable, Trx } from './schema';
import { inTransaction } from './transaction';

const COLUMNS = [
  ...(['org', 'id', 'place', 'name', 'settings', 'trouble'] as const),
  ...(['also_at', 'also_trouble', 'sharing', 'shared_since'] as const),
];

export function createTeams(backend: Backend, now: () => Millis): TeamStore {
  const { db, alone, lock } = backend;
  const get = lookup<Pick<TeamTable, 'org' | 'id'>, TeamRow>(backend, ['org', 'id'], (value) =>
    teams(db).where('org', '=', value('org')).where('id', '=', value('id')),
  );
  const at = lookup<Pick<TeamTable, 'org' | 'place'>, TeamRow>(backend, ['org', 'place'], (value) =>
    teamsAt(db, value('org'), value('place')),
  );
  return {
    create: (team) =>
      inTransaction(db, async (trx) => {
        await lock(trx, placeKey(team.org, team.place));
        const there = await teamsAt(trx, team.org, team.place).executeTakeFirst();
        if (there) return teamOf(there);
        await save(trx, team, now());
        return team;
      }),
    change: (org, id, apply) =>
      inTransaction(db, async (trx) => {
        const row = await toChange(trx, alone, org, id);
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
    move: (org, from, to, readdress) =>
      inTransaction(db, async (trx) => {
        for (const place of [from, to].sort()) await lock(trx, placeKey(org, place));
        return move(trx, alone, { org, from, to, readdress }, now());
      }),
    bind: (org, team, place) =>
      inTransaction(db, async (trx) => {
        await lock(trx, placeKey(org, place));
        return bind(trx, alone, { org, id: team, place }, now());
      }),
  };
}

async function save(db: Db | Trx, team: Team, now: Millis): Promise<void> {
  const { org, id, place, name, trouble } = team;
  const values = {
    ...{ place, name, settings: JSON.stringify(team.settings), trouble },
    also_at: team.secondChannel?.place ?? null,
    also_trouble: team.secondChannel?.trouble ?? null,
    ...{ sharing: team.sharing?.state ?? null, shared_since: team.sharing?.since ?? null },
    ...{ wake_at: 0, woken_at: now },
  };
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
  return db
    .selectFrom('teams')
    .select(COLUMNS)
    .select(({ selectFrom }) =>
      selectFrom('calendars')
        .select('calendars.calendar')
        .whereRef('calendars.org', '=', 'teams.org')
        .as('calendar'),
    );
}

/** Where several write, the row is locked: a change that runs meanwhile would be lost. */
function toChange(trx: Trx, alone: boolean, org: OrgId, id: TeamId) {
  const one = teams(trx).where('org', '=', org).where('id', '=', id);
  return (alone ? one : one.forUpdate()).executeTakeFirst();
}

/** Two queries instead of an "or", for which PostgreSQL without statistics reads all teams of the organisation. */
function teamsAt(db: Db | Trx, org: OrgId, place: string) {
  const ofOrg = teams(db).where('org', '=', org);
  return ofOrg.where('place', '=', place).unionAll(ofOrg.where('also_at', '=', place));
}

/** The lock's name: sessions that create a team for the same place wait for each other. */
function placeKey(org: OrgId, place: string): string {
  return JSON.stringify(['place', org, place]);
}

async function bind(
  trx: Trx,
  alone: boolean,
  { org, id, place }: Pick<Team, 'org' | 'id' | 'place'>,
  now: Millis,
): Promise<Team | null> {
  const row = await toChange(trx, alone, org, id);
  if (!row) return null;
  await clear(trx, { org, id, place });
  const team = boundTo(teamOf(row), place);
  await save(trx, team, now);
  await hideNames(trx, team);
  return team;
}

/**
 * Leaves the place to the team `id`: another team that has it is removed, and its roster joins. A team that has it as
 * its second place goes on in its first.
 */
async function clear(trx: Trx, { org, id, place }: Pick<Team, 'org' | 'id' | 'place'>): Promise<void> {
  await trx
    .updateTable('teams')
    .set({ also_at: null, also_trouble: null })
    .where('org', '=', org)
    .where('also_at', '=', place)
    .where('id', '!=', id)
    .execute();
  const there = await teams(trx)
    .where('org', '=', org)
    .where('place', '=', place)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (!there) return;
  await handOver(trx, org, there.id, id);
  await remove(trx, org, there.id);
}

interface Move {
  org: OrgId;
  from: string;
  to: string;
  readdress: Readdress;
}

async function move(
  trx: Trx,
  alone: boolean,
  { org, from, to, readdress }: Move,
  now: Millis,
): Promise<Team | null> {
  const found = await teamsAt(trx, org, from).executeTakeFirst();
  const row = found && (await toChange(trx, alone, org, found.id));
  if (!row) return null;
  const team = teamOf(row);
  await clear(trx, { org, id: team.id, place: to });
  const { secondChannel } = team;
  const moved: Team =
    team.place === from
      ? { ...team, place: to, trouble: null }
      : { ...team, secondChannel: secondChannel && { place: to, trouble: null } };
  await save(trx, moved, now);
  const ofTeam = () => trx.updateTable('tasks').where('org', '=', org).where('team', '=', team.id);
  const posts = await trx
    .selectFrom('tasks')
    .select('post')
    .distinct()
    .where('org', '=', org)
    .where('team', '=', team.id)
    .where('post', 'is not', null)
    .execute();
  for (const { post } of posts) {
    const next = post === null ? null : readdress(post, from, to);
    if (next !== post) await ofTeam().where('post', '=', post).set({ post: next }).execute();
  }
  return moved;
}

/** In past polls, too, and until people agree again: what they agreed to was said in one channel. */
async function hideNames(trx: Trx, { org, id }: Team): Promise<void> {
  await trx.updateTable('polls').set({ names: 0 }).where('org', '=', org).where('team', '=', id).execute();
  await trx
    .updateTable('agreements')
    .set({ level: levelOf('counts') })
    .where('org', '=', org)
    .where('team', '=', id)
    .execute();
}

async function handOver(trx: Trx, org: OrgId, from: TeamId, to: TeamId): Promise<void> {
  await trx
    .insertInto('rosters')
    .columns(['org', 'team', 'person'])
    .expression(({ selectFrom }) =>
      selectFrom('rosters')
        .select(['org', sql<string>`cast(${to} as text)`.as('team'), 'person'])
        .where('org', '=', org)
        .where('team', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Past polls stay, so that what was published remains true. */
async function remove(trx: Trx, org: OrgId, team: TeamId): Promise<void> {
  await trx.deleteFrom('rosters').where('org', '=', org).where('team', '=', team).execute();
  await trx.deleteFrom('agreements').where('org', '=', org).where('team', '=', team).execute();
  await trx.deleteFrom('contacts').where('org', '=', org).where('team', '=', team).execute();
  await trx.deleteFrom('safety_contacts').where('org', '=', org).where('team', '=', team).execute();
  await trx.deleteFrom('channel_failures').where('org', '=', org).where('team', '=', team).execute();
  await trx.deleteFrom('tasks').where('org', '=', org).where('team', '=', team).execute();
  await trx.deleteFrom('teams').where('org', '=', org).where('id', '=', team).execute();
}
