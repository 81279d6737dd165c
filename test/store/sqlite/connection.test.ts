import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { SqliteConnection } from '../../../src/store/sqlite/connection';
import { openSqlite } from '../../../src/store/sqlite/open';
import { aVote } from '../../contracts/store/harness';
import { makeFolder } from '../../support/folder';

const now = () => 0;
let folder = '';
let file = '';
beforeEach(() => {
  folder = makeFolder();
  file = join(folder, 'x.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('every connection of the store is durable, keeps references and waits for locks', async () => {
  for (const opening of ['new', 'again']) {
    const { connection, close } = await openSqlite({ file, now });
    const pragma = (name: string) => [opening, connection.all(`pragma ${name}`)[0]?.[0]];
    expect(pragma('journal_mode')).toEqual([opening, 'wal']);
    expect(pragma('synchronous')).toEqual([opening, 2]);
    expect(pragma('foreign_keys')).toEqual([opening, 1]);
    expect(pragma('busy_timeout')).toEqual([opening, 5000]);
    await close();
  }
});

test('closing leaves everything in the one file', async () => {
  const { connection, close } = await openSqlite({ file, now });
  connection.exec("insert into rosters values ('org', 'team', 'person')");
  await close();
  const copy = new SqliteConnection(file, `file:${file}?immutable=1`);
  expect(copy.all('select person from rosters')).toEqual([['person']]);
  copy.close();
});

test('a boolean is bound as a number, which the driver would not survive', async () => {
  const connection = new SqliteConnection(file);
  expect(connection.all('select ?, ?', [true, false])).toEqual([[1, 0]]);
  const { rows } = connection.query(CompiledQuery.raw('select ? as flag', [true]));
  expect(rows).toEqual([{ flag: 1 }]);
  connection.close();
});

test('more statements than are kept, over a changing schema', async () => {
  const connection = new SqliteConnection(file);
  connection.exec('create table t (a integer)');
  const run = (sql: string) => connection.query(CompiledQuery.raw(sql));
  run('begin');
  for (let value = 0; value < 600; value += 1) run(`insert into t values (${value})`);
  run('commit');
  expect(run('select * from t limit 1').rows).toEqual([{ a: 0 }]);
  run('alter table t add column b text');
  expect(run('select * from t limit 1').rows).toEqual([{ a: 0, b: null }]);
  expect(run('update t set a = 1 where a < 10').numAffectedRows).toBe(10n);
  connection.close();
});

test('nothing works on a closed connection, and closing again does nothing', async () => {
  const connection = new SqliteConnection(file);
  connection.close();
  connection.close();
  const closed = expect.objectContaining({ kind: 'closed', message: expect.stringContaining(file) });
  expect(() => connection.exec('create table t (a)')).toThrow(closed);
  expect(() => connection.all('select 1')).toThrow(closed);
  expect(() => connection.begin()).toThrow(closed);
  expect(() => connection.guarded(() => 1)).toThrow(closed);
  expect(() => connection.query(CompiledQuery.raw('select 1'))).toThrow(closed);
  expect(() => connection.query(CompiledQuery.raw('delete from t'))).toThrow(closed);
  expect(connection.inTransaction).toBe(false);
});

test('transactions run one at a time, in the order they were asked for', async () => {
  const { db, close } = await openSqlite({ file, now });
  const order: string[] = [];
  const take = (name: string) =>
    db.transaction().execute(async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} out`);
    });
  await Promise.all(['a', 'b', 'c'].map(take));
  expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  await close();
});

test('votes wait for a transaction that is under way, and do not become part of it', async () => {
  const { db, recordVotes, close } = await openSqlite({ file, now });
  let recording: Promise<unknown> = Promise.resolve();
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto('rosters').values({ org: 'org', team: 'team', person: 'p' }).execute();
    recording = recordVotes([aVote('a')]);
    await new Promise((resolve) => setImmediate(resolve));
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  await expect(recording).resolves.toEqual([{ seq: 1, previous: null, at: expect.any(Number) }]);
  expect(await db.selectFrom('rosters').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('answers').select('person').execute()).toEqual([{ person: 'a' }]);
  await close();
});
