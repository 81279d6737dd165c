import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteConnection } from '../../../src/store/sqlite/connection';
import { openSqlite } from '../../../src/store/sqlite/open';
import { createStore, type Store } from '../../../src/store/store';
import { aVote, DAY, OPENS, ORG, TEAM } from '../../contracts/store/harness';
import { makeFolder } from '../../support/folder';

/* A database that another program holds. Time passes as the store waits, and no faster. */

let folder = '';
let store: Store;
let other: SqliteConnection;
let steady = 0;
/** What happens when so much time has passed. */
let later: { at: number; run: () => void }[] = [];

const now = () => OPENS;
const waiting = {
  clock: { now: () => steady },
  after(delayMs: number, run: () => void) {
    const soon = setImmediate(() => {
      steady += delayMs;
      for (const due of later.filter(({ at }) => at <= steady)) due.run();
      later = later.filter(({ at }) => at > steady);
      run();
    });
    return () => clearImmediate(soon);
  },
};

beforeEach(async () => {
  folder = makeFolder();
  steady = 0;
  later = [];
  const file = join(folder, 'telework.db');
  store = createStore(await openSqlite({ file, now, waiting }), now);
  await store.people.join(ORG, TEAM, 'a');
  other = new SqliteConnection(file);
});
afterEach(async () => {
  other.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const BUSY = {
  name: 'StoreError',
  kind: 'busy',
  message: expect.stringMatching(/held by another program.*Close/),
};
const vote = (person: string) => store.answers.record(aVote(person));

test('a vote waits without blocking, and is recorded when the database is free', async () => {
  other.begin();
  later.push({ at: 1_500, run: () => other.rollback() });
  let turns = 0;
  const count = setInterval(() => {
    turns += 1;
  }, 0);
  await vote('a');
  clearInterval(count);
  expect(steady).toBeGreaterThanOrEqual(1_500);
  expect(turns).toBeGreaterThan(0);
  expect(await store.answers.history(ORG, 'a', DAY)).toHaveLength(1);
});

test('everything that waits fails after two seconds together, and what comes later at once', async () => {
  other.begin();
  const work = [
    vote('a'),
    vote('b'),
    store.people.join(ORG, TEAM, 'c'),
    store.memory('test').put('key', 'value', null, null),
    store.memory('test').claim('other', 'value', OPENS + 1, null),
  ];
  for (const result of await Promise.allSettled(work)) {
    expect(result).toMatchObject({ status: 'rejected', reason: BUSY });
  }
  expect(steady).toBeGreaterThanOrEqual(2_000);
  expect(steady).toBeLessThan(2_200);
  const before = steady;
  await expect(vote('d')).rejects.toMatchObject(BUSY);
  await expect(store.people.join(ORG, TEAM, 'd')).rejects.toMatchObject(BUSY);
  expect(steady - before).toBeLessThan(100);
  other.rollback();
  await vote('e');
  expect(await store.answers.get(ORG, 'd', DAY)).toBeNull();
  expect(await store.answers.get(ORG, 'e', DAY)).toMatchObject({ style: 'home' });
});

test('reads go on, also while a write waits', async () => {
  await vote('a');
  other.begin();
  later.push({ at: 1_000, run: () => other.rollback() });
  const writing = vote('b');
  const began = steady;
  expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ style: 'home' });
  expect(steady).toBe(began);
  await writing;
});

test('reads go on under an exclusive transaction, too', async () => {
  await vote('a');
  other.exec('begin exclusive');
  expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ style: 'home' });
  expect(steady).toBe(0);
});

test('a database that was held long ago is waited for again', async () => {
  other.begin();
  await expect(vote('a')).rejects.toMatchObject(BUSY);
  steady += 10_000;
  const again = steady;
  later.push({ at: again + 1_500, run: () => other.rollback() });
  await vote('a');
  expect(steady).toBeGreaterThanOrEqual(again + 1_500);
});

test('each wait is its own where something was written in between', async () => {
  other.begin();
  later.push({ at: 1_500, run: () => other.rollback() });
  await vote('a');
  other.begin();
  later.push({ at: steady + 1_500, run: () => other.rollback() });
  await vote('b');
  expect(steady).toBeGreaterThanOrEqual(3_000);
});

test('a transaction waits as a whole, and runs once', async () => {
  other.begin();
  later.push({ at: 500, run: () => other.rollback() });
  expect(await store.memory('test').claim('key', 'value', OPENS + 1, null)).toBe(true);
  expect(await store.memory('test').claim('key', 'value', OPENS + 1, null)).toBe(false);
});

test('a hundred writers wait together, and all of them write', async () => {
  other.begin();
  later.push({ at: 1_000, run: () => other.rollback() });
  const keys = Array.from({ length: 100 }, (_, index) => `key${index}`);
  await Promise.all(keys.map((key) => store.memory('test').put(key, '', null, null)));
  expect(steady).toBeLessThan(1_200);
  expect(await store.memory('test').list('key')).toHaveLength(100);
});

test('readiness tries to write, and leaves nothing', async () => {
  await store.ping();
  other.begin();
  await expect(store.ping()).rejects.toMatchObject(BUSY);
  other.rollback();
  await store.ping();
  other.begin();
  other.rollback();
});

test('a close waits for what was begun', async () => {
  other.begin();
  later.push({ at: 500, run: () => other.rollback() });
  const writing = vote('a');
  await store.close();
  await writing;
});
