import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../src/store';
import type { SqliteConnection } from '../../../src/store/sqlite/connection';
import { openSqlite } from '../../../src/store/sqlite/open';
import type { Store } from '../../../src/store/store';
import { createStore } from '../../../src/store/store';
import { aPoll, aVote, DAY, OPENS, ORG, scheduled, TEAM } from '../../contracts/store/harness';
import { killChildren, startChild } from '../../support/child';
import { makeFolder } from '../../support/folder';

let folder = '';
let file = '';
beforeEach(() => {
  folder = makeFolder();
  file = join(folder, 'telework.db');
});
afterEach(() => {
  killChildren();
  rmSync(folder, { recursive: true, force: true });
});

const now = () => OPENS;

/** A store whose connection the test can reach, to limit its disk or take its rights. */
async function openBare(): Promise<{ store: Store; connection: SqliteConnection }> {
  const backend = await openSqlite({ file, now });
  return { store: createStore(backend, now), connection: backend.connection };
}

async function vote(store: Store, count: number, prefix: string) {
  const people = Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  const settled = await Promise.allSettled(people.map((person) => store.answers.record(aVote(person))));
  const of = (status: string) => people.filter((_, index) => settled[index]?.status === status);
  const reasons = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  return { taken: of('fulfilled'), refused: of('rejected'), reasons };
}

async function recorded(store: Store, people: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const person of people) {
    const history = await store.answers.history(ORG, person, DAY);
    if ((await store.answers.get(ORG, person, DAY)) && history.length === 1) found.push(person);
  }
  return found;
}

test('a full disk: what was acknowledged is there, the rest is refused, and later it goes on', async () => {
  const { store, connection } = await openBare();
  const before = await vote(store, 40, 'early');
  expect(before.refused).toEqual([]);
  const [pages] = connection.all('pragma page_count');
  connection.exec(`pragma max_page_count = ${Number(pages?.[0]) + 2}`);
  const during = [await vote(store, 300, 'a'), await vote(store, 300, 'b')];
  const refused = during.flatMap((wave) => wave.refused);
  const taken = [...before.taken, ...during.flatMap((wave) => wave.taken)];
  expect(refused.length).toBeGreaterThan(0);
  for (const reason of during.flatMap((wave) => wave.reasons)) {
    expect(reason).toMatchObject({ name: 'StoreError', kind: 'full' });
    expect(reason.message).toContain(file);
    expect(reason.message).toMatch(/disk is full.*Free some space/);
    expect(reason.cause).toMatchObject({ code: 'SQLITE_FULL' });
  }
  expect(await recorded(store, taken)).toEqual(taken);
  expect(await recorded(store, refused)).toEqual([]);
  connection.exec('pragma max_page_count = 1000000');
  expect((await vote(store, 300, 'later')).refused).toEqual([]);
  await store.close();
  const reopened = await openStore({ file, now });
  expect(await recorded(reopened, [...taken, ...refused])).toEqual(taken);
  await reopened.close();
});

test('a full disk while a poll opens leaves no half of it', async () => {
  const { store, connection } = await openBare();
  const [pages] = connection.all('pragma page_count');
  connection.exec(`pragma max_page_count = ${Number(pages?.[0]) + 2}`);
  const roster = scheduled(...Array.from({ length: 2000 }, (_, index) => `p${index}`));
  await expect(store.polls.open(aPoll(), roster, OPENS)).rejects.toMatchObject({ kind: 'full' });
  expect(await store.polls.get(ORG, TEAM, DAY)).toBeNull();
  connection.exec('pragma max_page_count = 1000000');
  expect(await store.polls.open(aPoll(), roster, OPENS)).toEqual(aPoll());
  await store.close();
});

test('a database that became read-only refuses votes and still answers questions', async () => {
  const { store, connection } = await openBare();
  await store.answers.record(aVote('a'));
  connection.exec('pragma query_only = on');
  await expect(store.answers.record(aVote('b'))).rejects.toMatchObject({
    kind: 'read-only',
    message: expect.stringMatching(/cannot be written.*right to write/),
  });
  await expect(store.people.join(ORG, TEAM, 'a')).rejects.toMatchObject({ kind: 'read-only' });
  expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ style: 'home' });
  await expect(store.ping()).rejects.toMatchObject({ kind: 'read-only' });
  connection.exec('pragma query_only = off');
  await store.ping();
  expect(await store.memory('store').list('')).toEqual([]);
  await store.answers.record(aVote('b'));
  await store.close();
});

describe('a file that is damaged', () => {
  test('from its first byte is refused and kept', async () => {
    const text = 'not a database, but long enough to be read as one '.repeat(100);
    writeFileSync(file, text);
    await expect(openStore({ file, now })).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'corrupt',
      message: expect.stringMatching(/telework\.db is damaged.*keep the file.*backup/),
      cause: expect.objectContaining({ code: 'SQLITE_NOTADB' }),
    });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('further in is reported by the first query that reads it', async () => {
    const store = await openStore({ file, now });
    await vote(store, 500, 'p');
    await store.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 4096 * 2));
    const reading = openStore({ file, now }).then(async (damaged) => {
      try {
        await damaged.answers.list(ORG, 'p1', '2018-01-01', '2018-12-31');
        await damaged.answers.history(ORG, 'p1', DAY);
      } finally {
        await damaged.close();
      }
    });
    await expect(reading).rejects.toMatchObject({ name: 'StoreError', kind: 'corrupt' });
  });
});

describe('a path that cannot be a database', () => {
  test('a folder of that name', async () => {
    mkdirSync(file);
    await expect(openStore({ file, now })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/telework\.db cannot be opened/),
    });
  });

  test('a file where the folder should be', async () => {
    writeFileSync(join(folder, 'data'), '');
    const path = join(folder, 'data', 'telework.db');
    await expect(openStore({ file: path, now })).rejects.toMatchObject({
      kind: 'read-only',
      message: expect.stringContaining(path),
    });
  });

  test('a missing folder is made', async () => {
    const path = join(folder, 'new', 'deeper', 'telework.db');
    const store = await openStore({ file: path, now });
    await store.ping();
    await store.close();
  });
});

/* Root may write anything, so the child runs as another user when this test is root. */
const SOMEBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

describe('rights', () => {
  async function openAsSomebody(): Promise<{ kind: string; message: string }> {
    const [line = ''] = await startChild('opener.ts', [file], SOMEBODY).end();
    return JSON.parse(line);
  }

  test('a folder that may not be written', async () => {
    await (await openStore({ file, now })).close();
    chmodSync(file, 0o666);
    chmodSync(folder, 0o555);
    const refused = await openAsSomebody();
    chmodSync(folder, 0o777);
    expect(refused).toMatchObject({ kind: 'read-only', message: expect.stringContaining(file) });
    expect(refused.message).toMatch(/right to write it and its folder.*DATA_DIR/);
  });

  test('a file that may not be written', async () => {
    await (await openStore({ file, now })).close();
    chmodSync(folder, 0o777);
    chmodSync(`${file}.lock`, 0o666);
    chmodSync(file, 0o444);
    expect(await openAsSomebody()).toMatchObject({
      kind: 'read-only',
      message: expect.stringContaining(file),
    });
  });
});
