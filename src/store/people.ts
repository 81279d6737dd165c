import {
  DEFAULT_PREFERENCES,
  type Member,
  type OrgId,
  type Person,
  type PersonId,
  type Preferences,
  type TeamId,
} from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { PeopleStore } from '../ports/store/people';
import type { Backend } from './backend';
import { joinPolls, leaveOnly, leavePolls, type TeamNow } from './belonging';
import { chunks, sortedBy } from './chunks';
import { forget } from './forget';
import { forgottenAmong, removeMarks } from './forgotten';
import { lookup } from './prepared';
import { type MemberRow, memberOf, personRow, preferencesIn, preferencesRow } from './rows';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';

export function createPeople(backend: Backend, clock: () => Millis, randomId: () => string): PeopleStore {
  const { db, alone, lock } = backend;
  const profiles: Profiles = { alone, clock };
  const get = lookup<{ org: OrgId; person: PersonId }, MemberRow>(backend, ['org', 'person'], (value) =>
    members(db).where('p.org', '=', value('org')).where('p.id', '=', value('person')),
  );
  return {
    async save(org, persons) {
      await inTransaction(db, (trx) => saveProfiles(trx, profiles, org, persons));
    },
    async get(org, person) {
      const [row] = await get({ org, person });
      return row ? memberOf(row) : null;
    },
    changePreferences: (org, person, apply) =>
      inTransaction(db, async (trx) => {
        // Ensures that the row exists, so that it can be locked.
        await insertDefaults(trx, org, person);
        const one = preferencesOf(trx, org, person);
        const row = await (alone ? one : one.forUpdate()).executeTakeFirstOrThrow();
        const preferences = apply(preferencesIn(row));
        await savePreferences(trx, org, person, preferences);
        return preferences;
      }),
    setRoster: (org, team, persons) =>
      inTransaction(db, async (trx) => {
        await lock(trx, JSON.stringify(['roster', org, team]));
        const known = await saveProfiles(trx, profiles, org, persons);
        return setRoster(trx, { org, team, now: clock() }, known);
      }),
    join: (org, team, person) =>
      inTransaction(db, async (trx) => {
        const gone = await forgottenAmong(trx, org, [person]);
        if (gone.has(person)) return [];
        await addToRoster(trx, org, team, [person]);
        return joinPolls(trx, { org, team, now: clock() }, [person]);
      }),
    leave: (org, team, person) =>
      inTransaction(db, async (trx) => {
        await removeFromRoster(trx, org, team, [person]);
        return leavePolls(trx, { org, team, now: clock() }, [person]);
      }),
    roster: (org, team) => roster(db, org, team),
    countRoster: (org, team) => countRoster(db, org, team),
    asksPrivately: (org, team) => asksPrivately(db, org, team),
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
    forget: (org, person, now) => forget(backend, { org, person, now, group: randomId() }),
    forgottenAmong: (org, persons) => forgottenAmong(db, org, persons),
    comeBack: (org, person) => inTransaction(db, (trx) => removeMarks(trx, org, person)),
  };
}

const MEMBER = [
  'p.id',
  'p.name',
  'p.locale',
  'p.time_zone',
  'p.kind',
  'p.handle',
  'c.language',
  'c.remind',
  'c.ask_privately',
  'c.week',
] as const;

function members(db: Db) {
  return db
    .selectFrom('people as p')
    .leftJoin('preferences as c', (join) => join.onRef('c.org', '=', 'p.org').onRef('c.person', '=', 'p.id'))
    .select(MEMBER);
}

/** Preferences may exist before the profile does. */
async function insertDefaults(trx: Trx, org: OrgId, person: PersonId): Promise<void> {
  await trx
    .insertInto('preferences')
    .values({ org, person, ...preferencesRow(DEFAULT_PREFERENCES) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function preferencesOf(trx: Trx, org: OrgId, person: PersonId) {
  return trx
    .selectFrom('preferences')
    .select(['language', 'remind', 'ask_privately', 'week'])
    .where('org', '=', org)
    .where('person', '=', person);
}

async function savePreferences(trx: Trx, org: OrgId, person: PersonId, preferences: Preferences) {
  await trx
    .updateTable('preferences')
    .set(preferencesRow(preferences))
    .where('org', '=', org)
    .where('person', '=', person)
    .execute();
}

/** SQLite reads the first table of a cross join first: the roster, not all people of the organisation. */
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

async function countRoster(db: Db, org: OrgId, team: TeamId): Promise<number> {
  const listed = db.selectFrom('rosters').where('org', '=', org).where('team', '=', team);
  const counted = listed.select(({ fn }) => fn.countAll<number>().as('people'));
  return (await counted.executeTakeFirstOrThrow()).people;
}

async function asksPrivately(db: Db, org: OrgId, team: TeamId): Promise<boolean> {
  const found = await db
    .selectFrom('preferences as c')
    .innerJoin('rosters as r', (join) => join.onRef('r.org', '=', 'c.org').onRef('r.person', '=', 'c.person'))
    .select('c.person')
    .where('c.org', '=', org)
    .where('c.ask_privately', '=', 1)
    .where('r.team', '=', team)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

interface Profiles {
  alone: boolean;
  clock: () => Millis;
}

/**
 * Saves the profiles of those who are not forgotten, and resolves with their ids. Of a person given twice, the last
 * profile is saved. Rows are always written in the order of their keys, so that two sessions never deadlock.
 */
async function saveProfiles(
  trx: Trx,
  { alone, clock }: Profiles,
  org: OrgId,
  persons: readonly Person[],
): Promise<PersonId[]> {
  const ids = persons.map(({ id }) => id);
  const gone = await forgottenAmong(trx, org, ids);
  const seenAt = clock();
  const kept = persons.filter(({ id }) => !gone.has(id));
  const unique = new Map(kept.map((person) => [person.id, personRow(org, person, seenAt)]));
  for (const values of chunks(sortedBy([...unique.values()], ({ id }) => id))) {
    await trx
      .insertInto('people')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['org', 'id']).doUpdateSet(({ ref, fn }) => ({
          name: ref('excluded.name'),
          locale: ref('excluded.locale'),
          time_zone: ref('excluded.time_zone'),
          kind: ref('excluded.kind'),
          handle: fn.coalesce(ref('excluded.handle'), ref('people.handle')),
          seen_at: ref('excluded.seen_at'),
        })),
      )
      .execute();
  }
  if (alone) return [...unique.keys()];
  // Another session may have forgotten a person in between: it has waited for these rows, or its marks are there now.
  const late = await forgottenAmong(trx, org, [...unique.keys()]);
  for (const id of late) await trx.deleteFrom('people').where('org', '=', org).where('id', '=', id).execute();
  return [...unique.keys()].filter((id) => !late.has(id));
}

async function setRoster(trx: Trx, of: TeamNow, persons: readonly PersonId[]): Promise<Day[]> {
  const { org, team } = of;
  const rows = await trx
    .selectFrom('rosters')
    .select('person')
    .where('org', '=', org)
    .where('team', '=', team)
    .execute();
  const before = new Set(rows.map(({ person }) => person));
  const after = new Set(persons);
  await removeFromRoster(
    trx,
    org,
    team,
    [...before].filter((id) => !after.has(id)),
  );
  const fresh = [...after].filter((id) => !before.has(id));
  await addToRoster(trx, org, team, fresh);
  const days = [...(await leaveOnly(trx, of, after)), ...(await joinPolls(trx, of, fresh))];
  return [...new Set(days)];
}

async function addToRoster(trx: Trx, org: OrgId, team: TeamId, persons: readonly PersonId[]) {
  for (const ids of chunks([...persons].sort())) {
    await trx
      .insertInto('rosters')
      .values(ids.map((person) => ({ org, team, person })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function removeFromRoster(trx: Trx, org: OrgId, team: TeamId, persons: readonly PersonId[]) {
  for (const ids of chunks([...persons].sort())) {
    await trx
      .deleteFrom('rosters')
      .where('org', '=', org)
      .where('team', '=', team)
      .where('person', 'in', ids)
      .execute();
  }
}
