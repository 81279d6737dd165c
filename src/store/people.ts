import type { PeopleStore } from '../app/ports';
import {
  DEFAULT_PREFERENCES,
  type Member,
  type OrgId,
  type Person,
  type PersonId,
  type Preferences,
  type TeamId,
} from '../domain/people';
import { chunks } from './chunks';
import { forget } from './forget';
import { prepared } from './prepared';
import { type MemberRow, memberOf, personRow, preferencesIn } from './rows';
import { type Db, flag, type Trx } from './schema';

export function createPeople(db: Db, randomId: () => string): PeopleStore {
  const get = prepared<{ org: OrgId; person: PersonId }, MemberRow>(db, (value) =>
    members(db).where('p.org', '=', value('org')).where('p.id', '=', value('person')),
  );
  return {
    save: (org, persons) => db.transaction().execute((trx) => saveProfiles(trx, org, persons)),
    async get(org, person) {
      const [row] = await get({ org, person });
      return row ? memberOf(row) : null;
    },
    changePreferences: (org, person, apply) =>
      db.transaction().execute(async (trx) => {
        const preferences = apply(await preferencesOf(trx, org, person));
        await savePreferences(trx, org, person, preferences);
        return preferences;
      }),
    setRoster: (org, team, persons) => db.transaction().execute((trx) => setRoster(trx, org, team, persons)),
    async join(org, team, person) {
      await addToRoster(db, org, team, [person]);
    },
    async leave(org, team, person) {
      await removeFromRoster(db, org, team, [person]);
    },
    roster: (org, team) => roster(db, org, team),
    async teamsOf(org, person) {
      const rows = await db
        .selectFrom('rosters')
        .select('team')
        .where('org', '=', org)
        .where('person', '=', person)
        .orderBy('team')
        .execute();
      return rows.map(({ team }) => team);
    },
    forget: (org, person, today) =>
      db.transaction().execute((trx) => forget(trx, { org, person, today, pseudonym: randomId() })),
  };
}

const MEMBER = [
  'p.id',
  'p.name',
  'p.locale',
  'p.time_zone',
  'p.kind',
  'c.language',
  'c.remind',
  'c.week',
] as const;

function members(db: Db) {
  return db
    .selectFrom('people as p')
    .leftJoin('preferences as c', (join) => join.onRef('c.org', '=', 'p.org').onRef('c.person', '=', 'p.id'))
    .select(MEMBER);
}

/** They may come before the profile. */
async function preferencesOf(trx: Trx, org: OrgId, person: PersonId): Promise<Preferences> {
  const row = await trx
    .selectFrom('preferences')
    .select(['language', 'remind', 'week'])
    .where('org', '=', org)
    .where('person', '=', person)
    .executeTakeFirst();
  return row ? preferencesIn(row) : DEFAULT_PREFERENCES;
}

async function savePreferences(
  trx: Trx,
  org: OrgId,
  person: PersonId,
  { language, remind, week }: Preferences,
): Promise<void> {
  const values = { language, remind: flag(remind), week: JSON.stringify(week) };
  await trx
    .insertInto('preferences')
    .values({ org, person, ...values })
    .onConflict((conflict) => conflict.columns(['org', 'person']).doUpdateSet(values))
    .execute();
}

/** SQLite begins a cross join with its first table: the roster, not everybody in the organisation. */
async function roster(db: Db, org: OrgId, team: TeamId): Promise<Member[]> {
  const rows = await db
    .selectFrom('rosters as r')
    .crossJoin('people as p')
    .leftJoin('preferences as c', (join) => join.onRef('c.org', '=', 'p.org').onRef('c.person', '=', 'p.id'))
    .select(MEMBER)
    .whereRef('p.org', '=', 'r.org')
    .whereRef('p.id', '=', 'r.person')
    .where('r.org', '=', org)
    .where('r.team', '=', team)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  return rows.map(memberOf);
}

/** A person given twice counts as the last one says. */
async function saveProfiles(trx: Trx, org: OrgId, persons: readonly Person[]): Promise<void> {
  const unique = new Map(persons.map((person) => [person.id, personRow(org, person)]));
  for (const values of chunks([...unique.values()])) {
    await trx
      .insertInto('people')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['org', 'id']).doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          locale: ref('excluded.locale'),
          time_zone: ref('excluded.time_zone'),
          kind: ref('excluded.kind'),
        })),
      )
      .execute();
  }
}

async function setRoster(trx: Trx, org: OrgId, team: TeamId, persons: readonly Person[]): Promise<void> {
  await saveProfiles(trx, org, persons);
  const rows = await trx
    .selectFrom('rosters')
    .select('person')
    .where('org', '=', org)
    .where('team', '=', team)
    .execute();
  const before = new Set(rows.map(({ person }) => person));
  const after = new Set(persons.map(({ id }) => id));
  await removeFromRoster(
    trx,
    org,
    team,
    [...before].filter((id) => !after.has(id)),
  );
  await addToRoster(
    trx,
    org,
    team,
    [...after].filter((id) => !before.has(id)),
  );
}

async function addToRoster(db: Db | Trx, org: OrgId, team: TeamId, persons: readonly PersonId[]) {
  for (const ids of chunks(persons)) {
    await db
      .insertInto('rosters')
      .values(ids.map((person) => ({ org, team, person })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function removeFromRoster(db: Db | Trx, org: OrgId, team: TeamId, persons: readonly PersonId[]) {
  for (const ids of chunks(persons)) {
    await db
      .deleteFrom('rosters')
      .where('org', '=', org)
      .where('team', '=', team)
      .where('person', 'in', ids)
      .execute();
  }
}
