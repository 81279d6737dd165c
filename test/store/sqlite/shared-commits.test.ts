import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Kysely } from 'kysely';
import { SqliteConnection } from '../../../src/store/sqlite/connection';
import { sqliteDialect } from '../../../src/store/sqlite/dialect';
import { SharedCommits } from '../../../src/store/sqlite/shared-commits';
import { Turns } from '../../../src/store/sqlite/turns';

/* Writes that wait for each other share a commit, and each stands or falls alone. */

interface Rows {
  t: { a: number };
}

let folder: string;
let connection: SqliteConnection;
let turns: Turns;
let commits: SharedCommits;
let db: Kysely<Rows>;
let committed: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-commits-'));
  connection = new SqliteConnection(join(folder, 'db'));
  connection.exec('pragma journal_mode = wal; create table t (a integer not null unique)');
  turns = new Turns();
  commits = new SharedCommits(connection, turns);
  db = new Kysely<Rows>({ dialect: sqliteDialect(connection, turns, commits) });
  committed = 0;
  const { commit } = SqliteConnection.prototype;
  jest.spyOn(connection, 'commit').mockImplementation(() => {
    committed += 1;
    commit.call(connection);
  });
});

afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

const insert = (a: number | null) =>
  db
    .insertInto('t')
    .values({ a: a as number })
    .execute();
const stored = async () => (await db.selectFrom('t').select('a').orderBy('a').execute()).map(({ a }) => a);
/** What another program reads: nothing but what is on disk. */
const durable = () => {
  const other = new SqliteConnection(connection.file);
  const rows = other.all('select a from t order by a').map(([a]) => a);
  other.close();
  return rows;
};

test('writes at once share commits; a lone one has its own', async () => {
  await insert(0);
  expect(committed).toBe(1);
  await Promise.all(Array.from({ length: 40 }, (_, index) => insert(index + 1)));
  expect(committed).toBeLessThanOrEqual(4);
  expect(await stored()).toHaveLength(41);
});

test('a write is on disk when it resolves, and not before', async () => {
  const seen: number[] = [];
  const writes = [1, 2, 3].map(async (a) => {
    await insert(a);
    seen.push(...(durable().includes(a) ? [a] : []));
  });
  await Promise.all(writes);
  expect(seen.sort()).toEqual([1, 2, 3]);
});

test('reads between see nothing that is not on disk', async () => {
  const write = Promise.all([insert(1), insert(2)]);
  const read = stored();
  const last = insert(3);
  const found = await read;
  expect(durable()).toEqual(expect.arrayContaining(found));
  await Promise.all([write, last]);
});

test('a commit that fails is the fault of all that shared it, and the next one works', async () => {
  jest.spyOn(connection, 'commit').mockImplementationOnce(() => {
    throw new Error('the disk is full');
  });
  const results = await Promise.allSettled([insert(1), insert(2), insert(null)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await stored()).toEqual([]);
  await insert(4);
  expect(durable()).toEqual([4]);
});

test('where SQLite itself takes everything back, nobody is told that their write stands', async () => {
  const lose = () =>
    commits.run(() => {
      connection.exec('rollback');
      throw new Error('the disk is full');
    });
  const write = (a: number) => commits.run(() => connection.all('insert into t values (?)', [a]));
  const results = await Promise.allSettled([write(1), write(2), lose(), write(3)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
  expect(durable()).toEqual([3]);
});

/** A write of one statement, one that fails, or a transaction of several. */
type Act =
  | { kind: 'one' }
  | { kind: 'none' }
  | { kind: 'several'; of: number; fails: boolean }
  | { kind: 'read' };

const ACT: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>({ kind: 'one' }),
  fc.constant<Act>({ kind: 'none' }),
  fc.constant<Act>({ kind: 'read' }),
  fc.record({
    kind: fc.constant('several' as const),
    of: fc.integer({ min: 1, max: 3 }),
    fails: fc.boolean(),
  }),
);

test('whatever comes together: what resolves is there, what rejects is not', async () => {
  let next = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(ACT, { maxLength: 50 }), async (acts) => {
      const before = await stored();
      const expected: number[] = [];
      const run = async (act: Act) => {
        if (act.kind === 'read') return void (await stored());
        if (act.kind === 'none') return void (await expect(insert(null)).rejects.toThrow());
        const numbers = Array.from({ length: act.kind === 'one' ? 1 : act.of }, () => ++next);
        if (act.kind === 'one') await insert(numbers[0] as number);
        else {
          const whole = db.transaction().execute(async (trx) => {
            for (const a of numbers) await trx.insertInto('t').values({ a }).execute();
            if (act.fails) throw new Error('no');
          });
          if (act.fails) return void (await expect(whole).rejects.toThrow('no'));
          await whole;
        }
        expected.push(...numbers);
        expect(durable()).toEqual(expect.arrayContaining(numbers));
      };
      await Promise.all(acts.map(run));
      expect(await stored()).toEqual([...before, ...expected].sort((a, b) => a - b));
      expect(connection.inTransaction).toBe(false);
    }),
    { numRuns: 40 },
  );
});
