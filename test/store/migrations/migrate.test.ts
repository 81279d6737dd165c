import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Log } from '../../../src/ports/log';
import { openStore } from '../../../src/store';
import { MIGRATIONS } from '../../../src/store/migrations';
import { checkedVersion, migrate } from '../../../src/store/migrations/migrate';
import type { Migration, MigrationTables } from '../../../src/store/migrations/migration';
import { SqliteConnection } from '../../../src/store/sqlite/connection';
import { sqliteDialect } from '../../../src/store/sqlite/dialect';
import { migrationOf } from '../../../src/store/sqlite/schema';
import { Turns } from '../../../src/store/sqlite/turns';
import { aPoll, aTeam, aVote, CLOSES, DAY, OPENS, ORG, scheduled, TEAM } from '../../contracts/store/harness';
import { makeFolder } from '../../support/folder';

let folder = '';
let file = '';
beforeEach(() => {
  folder = makeFolder();
  file = join(folder, 'telework.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = () => OPENS;
const LATEST = MIGRATIONS.length;
const EARLIER = MIGRATIONS.slice(0, -1).map(({ number }) => number);

async function migrateTo(migrations: readonly Migration[]): Promise<void> {
  const connection = new SqliteConnection(file);
  const db = new Kysely<MigrationTables>({ dialect: sqliteDialect(connection, new Turns()) });
  const options = { ...migrationOf(file, OPENS), migrations };
  try {
    await migrate(db, await checkedVersion(db, options), options);
  } finally {
    connection.close();
  }
}

function read(sql: string): unknown[][] {
  const connection = new SqliteConnection(file);
  const rows = connection.all(sql);
  connection.close();
  return rows;
}

const schema = () =>
  read("select type, name, sql from sqlite_master where name not like 'sqlite_%' order by name");
const recorded = () => read('select number, name, applied_at from migrations order by number');

function extra(up: Migration['up']): Migration[] {
  return [...MIGRATIONS, { number: LATEST + 1, name: 'extra', up }];
}

test('steps are numbered from 1 without a gap', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});

test('a new database records every step with its time', async () => {
  const lines: unknown[] = [];
  const note = (fields: Record<string, unknown>) => lines.push(fields);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  await (await openStore({ file, now, log })).close();
  expect(recorded()).toEqual(MIGRATIONS.map(({ number, name }) => [number, name, OPENS]));
  expect(lines).toEqual([{ file, migrations: LATEST }]);
});

test('opening again changes nothing', async () => {
  await migrateTo(MIGRATIONS);
  const before = [schema(), recorded()];
  await (await openStore({ file, now: () => OPENS + 1 })).close();
  expect([schema(), recorded()]).toEqual(before);
});

describe.each(EARLIER)('a database of version %i', (version) => {
  test('comes to the same schema as a new one, with its data', async () => {
    await migrateTo(MIGRATIONS);
    const fresh = schema();
    rmSync(file);
    await migrateTo(MIGRATIONS.slice(0, version));
    read(`insert into teams (org, id, place, name, settings, trouble, wake_at, wakes, woken_at) values ('${ORG}', '${TEAM}', 'place of ${TEAM}', 'Team ${TEAM}',
      '${JSON.stringify(aTeam().settings)}', null, 5, 1, 1)`);
    const store = await openStore({ file, now });
    expect(await store.teams.list(ORG)).toEqual([aTeam()]);
    expect(await store.wakeQueue.nextWake()).toBe(5);
    await store.polls.open(aPoll(), scheduled('a'), OPENS);
    await store.answers.record(aVote('a'));
    expect((await store.polls.count(ORG, TEAM, DAY, CLOSES)).members).toBe(1);
    await store.close();
    expect(schema()).toEqual(fresh);
    expect(recorded()).toHaveLength(LATEST);
  });
});

test('what the core kept among the adapters’ memories comes along in tables', async () => {
  await migrateTo(MIGRATIONS.slice(0, 10));
  const later = OPENS + 60_000;
  read(`insert into people (org, id, name, locale, time_zone, kind)
    values ('slack:T1', 'U1', 'Ann', null, null, 'person'), ('slack:T1', 'U3', 'Cid', null, null, 'person')`);
  read(`insert into memories (owner, key, value, until) values
    ('core', 'steward|slack:T1|one', 'U1', null),
    ('core', 'steward|slack:T1|two', 'forgotten', null),
    ('core', 'steward|slack:T2|one', 'U3', null),
    ('core', 'trouble|slack:T1|one', '1532383200000', ${later}),
    ('core', 'trouble|slack:T1|one@also', '1532383200001', ${later}),
    ('bind', 'offered/FREE2345', '["slack:T1","one"]', ${later}),
    ('bind', 'offered/USED2345', '["slack:T1","two"]', ${later}),
    ('bind', 'used/USED2345', '', ${later}),
    ('bind', 'used/GONE2345', '', ${later}),
    ('slack', 'install:T1', 'sealed', null)`);
  const store = await openStore({ file, now });
  expect(await store.contacts.get('slack:T1', 'one')).toBe('U1');
  expect(await store.contacts.get('slack:T1', 'two')).toBeNull();
  expect(await store.contacts.get('slack:T2', 'one')).toBeNull();
  expect(await store.channelFailures.list()).toEqual([
    { org: 'slack:T1', team: 'one', channel: 'first', since: 1_532_383_200_000 },
    { org: 'slack:T1', team: 'one', channel: 'second', since: 1_532_383_200_001 },
  ]);
  expect(await store.bindingCodes.find('FREE2345')).toEqual({ org: 'slack:T1', team: 'one' });
  expect(await store.bindingCodes.find('USED2345')).toBeNull();
  expect(await store.bindingCodes.use('USED2345')).toBe(false);
  expect(await store.memory('slack').get('install:T1')).toBe('sealed');
  await store.close();
  expect(read('select owner from memories')).toEqual([['slack']]);
});

test('who answered in a team before the schema knew of it goes on to count there, and nobody else', async () => {
  await migrateTo(MIGRATIONS.slice(0, 13));
  const [before, after] = [OPENS - 86_400_000, OPENS + 86_400_000];
  const poll = (team: string, day: string, ends: number) =>
    read(`insert into polls (org, team, day, zone, window_from, window_until, opens_at, closes_at, ends_at, core)
      values ('${ORG}', '${team}', '${day}', 'Asia/Tokyo', '07:00', '10:30', 1, 2, ${ends}, 0)`);
  const member = (team: string, day: string, person: string) =>
    read(`insert into poll_members (org, team, day, person, scheduled)
      values ('${ORG}', '${team}', '${day}', '${person}', 1)`);
  const answer = (day: string, person: string) =>
    read(`insert into answers (org, day, person, style, at, first_at, source)
      values ('${ORG}', '${day}', '${person}', 'home', 1, 1, 'button')`);
  for (const [day, ends] of [
    ['2018-07-23', before],
    [DAY, after],
  ] as const) {
    for (const team of [TEAM, 'own']) poll(team, day, ends);
    for (const person of ['one', 'two', 'silent']) member(TEAM, day, person);
    member('own', day, 'two');
    for (const person of ['one', 'two']) answer(day, person);
  }
  const store = await openStore({ file, now });
  // A day that was over stays as it was shown.
  for (const [team, answers] of [
    [TEAM, 2],
    ['own', 1],
  ] as const) {
    const { groups } = await store.polls.count(ORG, team, '2018-07-23', CLOSES);
    expect(groups.map(({ count }) => count)).toEqual([answers]);
  }
  // Nothing tells in which of two teams a person answered.
  expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({
    members: 3,
    groups: [{ count: 1 }],
  });
  expect(await store.polls.count(ORG, 'own', DAY, CLOSES)).toMatchObject({ members: 1, groups: [] });
  expect(await store.agreements.of(ORG, 'one')).toEqual(new Map([[TEAM, 'counts']]));
  for (const person of ['two', 'silent']) expect(await store.agreements.of(ORG, person)).toEqual(new Map());
  await store.close();
});

test('past days get their books after the upgrade, and a late correction stays one', async () => {
  await migrateTo(MIGRATIONS.slice(0, 19));
  const day = 86_400_000;
  read(`insert into teams (org, id, place, name, settings, trouble, wake_at, wakes, woken_at) values ('${ORG}', '${TEAM}', 'place of ${TEAM}', 'Team ${TEAM}',
      '${JSON.stringify(aTeam().settings)}', null, 5, 1, 1)`);
  for (const each of ['2018-07-20', '2018-07-23']) {
    read(`insert into polls (org, team, day, zone, window_from, window_until, opens_at, closes_at, ends_at, core)
      values ('${ORG}', '${TEAM}', '${each}', 'Asia/Tokyo', '07:00', '10:30', 1, 2, ${OPENS - day}, 0)`);
    for (const person of ['one', 'two'])
      read(`insert into poll_members (org, team, day, person, scheduled, here)
        values ('${ORG}', '${TEAM}', '${each}', '${person}', 1, 1)`);
  }
  const answer = (person: string, style: string, at: number, source: string) => {
    read(`delete from answers where person = '${person}'`);
    read(`insert into answers (org, day, person, style, at, first_at, source)
      values ('${ORG}', '2018-07-23', '${person}', '${style}', ${at}, 1, '${source}')`);
    read(`insert into answer_history (org, day, person, style, at, source)
      values ('${ORG}', '2018-07-23', '${person}', '${style}', ${at}, '${source}')`);
  };
  answer('one', 'home', 1, 'button');
  answer('two', 'home', 1, 'button');
  answer('two', 'office', OPENS - day + 1, 'admin');
  // A person was forgotten, and the counts of that day are all that is known of it.
  read(`insert into books (org, team, day, members, groups, curve) values ('${ORG}', '${TEAM}', '2018-07-20', 3,
    '[{"style":"home","arrival":null,"count":3,"late":0}]', '{"planned":0,"counted":3}')`);
  read(`insert into campaign_books (org, team, campaign, people) values ('${ORG}', '${TEAM}', 'td', 3)`);
  const store = await openStore({ file, now });
  expect((await store.books.due(OPENS)).map((poll) => poll.day)).toEqual(['2018-07-23']);
  for (const each of ['2018-07-20', '2018-07-23']) await store.books.closeDay(ORG, each, OPENS);
  expect(await store.polls.book(ORG, TEAM, '2018-07-20')).toMatchObject({ members: 3, sealed: true });
  expect((await store.polls.book(ORG, TEAM, '2018-07-23'))?.groups).toMatchObject([
    { style: 'home', count: 1 },
    { style: 'office', count: 1, late: 1 },
  ]);
  expect(await store.books.people(ORG, 'td', [])).toEqual({ teleworked: 3, tookPart: 3 });
  await store.close();
  expect(read("select number, groups from poll_books where day = '2018-07-23' order by number")).toEqual([
    [1, '[{"style":"home","arrival":null,"count":2,"late":0}]'],
    [2, expect.stringContaining('office')],
  ]);
});

test('entries of adapters get the organisation that their keys name, and go with it', async () => {
  await migrateTo(MIGRATIONS.slice(0, 12));
  const expected = [
    ['slack', 'event:Ev1', null],
    ['slack', 'install:E1', null],
    ['slack', 'install:T1', 'slack:T1'],
    ['slack', 'lease:install:T1', 'slack:T1'],
    ['slack', 'no-charts:slack:T1', 'slack:T1'],
    ['slack', 'org-wide:T1', 'slack:T1'],
    ['slack', 'pause:install:T1', 'slack:T1'],
    ['slack', 'state:T1', null],
    ['teams', 'once:greet/t-1/29:a', 'teams:t-1'],
    ['teams', 'once:t-1/a:chat/17', 'teams:t-1'],
    ['teams', 'person:t-1/29:a', 'teams:t-1'],
    ['teams', 'place:t-1/19:b', 'teams:t-1'],
    ['teams', 'tenant:t-1', 'teams:t-1'],
  ];
  for (const [owner, key] of expected)
    read(`insert into memories (owner, key, value, until) values ('${owner}', '${key}', '', null)`);
  const store = await openStore({ file, now });
  expect(read('select owner, key, org from memories order by owner, key')).toEqual(expected);
  for (const org of ['slack:T1', 'teams:t-1']) await store.eraseOrg(org, { parts: [], lanes: [] }, 'erase');
  await store.close();
  expect(read('select key from memories order by key')).toEqual([
    ['event:Ev1'],
    ['install:E1'],
    ['state:T1'],
  ]);
});

test('a database of a newer version is refused as it is, with the way out', async () => {
  await migrateTo(extra((trx) => trx.schema.createTable('new').addColumn('a', 'text').execute()));
  const before = readFileSync(file);
  const opening = openStore({ file, now });
  await expect(opening).rejects.toMatchObject({ name: 'StoreError', kind: 'newer' });
  const message = await opening.catch((error: Error) => error.message);
  expect(message).toContain(file);
  expect(message).toContain(`number ${LATEST + 1}`);
  expect(message).toContain(`up to ${LATEST}`);
  expect(message).toMatch(/Start that newer version again, or put back a backup/);
  expect(readFileSync(file).equals(before)).toBe(true);
  await migrateTo(extra(async () => {}));
});

test('a step that fails leaves the version that was there, whole', async () => {
  await migrateTo(MIGRATIONS.slice(0, 2));
  const before = [schema(), recorded()];
  const failing = extra(async (trx) => {
    await trx.schema.createTable('half').addColumn('a', 'text').execute();
    throw new Error('interrupted');
  });
  await expect(migrateTo(failing)).rejects.toThrow('interrupted');
  expect([schema(), recorded()]).toEqual(before);
  await (await openStore({ file, now })).close();
  expect(recorded()).toHaveLength(LATEST);
});

test('a database of another program is refused as it is', async () => {
  read('create table notes (text)');
  const before = readFileSync(file);
  await expect(openStore({ file, now })).rejects.toMatchObject({
    kind: 'foreign',
    message: expect.stringMatching(/telework\.db belongs to another program.*DATA_DIR/),
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});
