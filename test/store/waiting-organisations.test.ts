import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Team } from '../../src/domain/teams/team';
import type { SqliteConnection } from '../../src/store/sqlite/connection';
import { openSqlite } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';
import { createStore } from '../../src/store/store';
import { OPENS } from '../contracts/store/harness';
import { makeFolder } from '../support/folder';

let folder = '';
let store: Store;
let connection: SqliteConnection;
beforeAll(async () => {
  folder = makeFolder();
  const backend = await openSqlite({ file: join(folder, 'x.db'), now: () => OPENS });
  connection = backend.connection;
  connection.exec('pragma synchronous = off');
  store = createStore(backend, () => OPENS);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => connection.exec('delete from teams'));

interface Row {
  org: string;
  id: string;
  wakeAt: number | null;
  lookedUntil: number;
}

function insert(rows: readonly Row[]): void {
  connection.all(
    `insert into teams (org, id, place, name, settings, wake_at, wakes, woken_at, looked_until)
      select value ->> 0, value ->> 1, value ->> 1, '', '{}', value ->> 2, 1, 0, value ->> 3 from json_each(?)`,
    [JSON.stringify(rows.map(({ org, id, wakeAt, lookedUntil }) => [org, id, wakeAt, lookedUntil]))],
  );
}

const names = (teams: readonly Pick<Team, 'org' | 'id'>[]) => teams.map(({ org, id }) => `${org} ${id}`);

/** Every organisation's first, then every one's second: by sorting all of them. */
function inTurns(rows: readonly Row[], limit: number): string[] {
  const waiting = rows
    .flatMap((row) =>
      row.wakeAt === null || row.wakeAt > OPENS || row.lookedUntil > OPENS
        ? []
        : [{ ...row, at: row.wakeAt }],
    )
    .sort((a, b) => a.at - b.at || (`${a.org} ${a.id}` < `${b.org} ${b.id}` ? -1 : 1));
  const turn = (row: Row) =>
    waiting.filter(({ org }) => org === row.org).findIndex(({ id }) => id === row.id);
  return names([...waiting].sort((a, b) => turn(a) - turn(b)).slice(0, limit));
}

/** Few organisations of many teams and many of few, some asleep, some held by others. */
const ARBITRARY_ROWS = fc
  .array(
    fc.record({
      org: fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'd', 'e', 'f', 'g', 'h')),
      wakeAt: fc.oneof(
        fc.integer({ min: -3, max: 1 }).map((later) => OPENS + later),
        fc.constant(null),
      ),
      lookedUntil: fc.constantFrom(0, 0, 0, OPENS, OPENS + 1),
    }),
    { minLength: 1, maxLength: 90 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, id: `t${String(index).padStart(2, '0')}` })));

test('chooses the teams that sorting all waiting ones would choose', async () => {
  await fc.assert(
    fc.asyncProperty(ARBITRARY_ROWS, fc.integer({ min: 1, max: 9 }), async (rows, limit) => {
      connection.exec('delete from teams');
      insert(rows);
      expect(names(await store.wakeQueue.due(OPENS, limit))).toEqual(inTurns(rows, limit));
    }),
    { numRuns: 300 },
  );
});

test('a lease that ends at this moment hides no organisation behind a longer queue', async () => {
  const many = Array.from({ length: 20 }, (_, index) => ({
    org: 'many',
    id: `t${String(index).padStart(2, '0')}`,
    wakeAt: index,
    lookedUntil: 0,
  }));
  insert([...many, { org: 'other', id: 't', wakeAt: OPENS, lookedUntil: OPENS }]);
  expect(names(await store.wakeQueue.due(OPENS, 2))).toEqual(['many t00', 'other t']);
});

test('behind one organisation that always comes first, each of very many others has its turn', async () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    org: 'many',
    id: `t${index}`,
    wakeAt: index,
    lookedUntil: 0,
  }));
  const others = Array.from({ length: 1_000 }, (_, index) => ({
    org: `o${index}`,
    id: 't',
    wakeAt: OPENS,
    lookedUntil: 0,
  }));
  insert([...many, ...others]);
  const served: string[] = [];
  for (let asked = 0; asked < 30; asked += 1) {
    const teams = await store.wakeQueue.due(OPENS, 48);
    expect(teams).toHaveLength(48);
    served.push(...teams.map(({ org }) => org).filter((org) => org !== 'many'));
  }
  expect(new Set(served).size).toBe(1_000);
  expect(served).toHaveLength(1_000);
});
