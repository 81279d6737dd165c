import { join } from 'node:path';
import { absencesIn, startWork } from '../../src/main/work';
import { openStore, type Store } from '../../src/store';
import { createTestCore } from '../support/core';
import { makeFolder } from '../support/folder';
import { at } from '../support/sample-data';

const MINUTE = 60_000;
const START = at('2018-07-24T06:55:00+09:00');
const LONGEST = 31 * 24 * 60 * MINUTE;

let store: Store;

beforeEach(async () => {
  store = await openStore({ file: join(makeFolder(), 'telework.db'), now: () => START });
  await store.absences.alive(START, 3 * MINUTE, LONGEST);
});
afterEach(() => store.close());

test.each([
  { clock: 'real', isReal: true, absences: 2 },
  { clock: 'simulated', isReal: false, absences: 1 },
])(
  'with $clock time, $absences of a restart and a leap of the clock are absences',
  async ({ isReal, absences }) => {
    const seen = absencesIn({ isReal: () => isReal }, store.absences);
    await seen.alive(START + 60 * MINUTE, 3 * MINUTE, LONGEST);
    await seen.alive(START + 120 * MINUTE, 3 * MINUTE, LONGEST);
    expect(await seen.list(START)).toHaveLength(absences);
  },
);

test('what is due does not wait for the books, and a stop waits for both', async () => {
  const { core } = createTestCore({ store, clock: { now: () => START } });
  let endBooks = () => {};
  const books = new Promise<void>((resolve) => {
    endBooks = resolve;
  });
  const seen: string[] = [];
  const runs = new Promise<void>((resolve) => {
    const work = startWork(core, {
      shared: false,
      isReal: () => true,
      showStatuses: async () => {},
      keepBooks: async () => {
        seen.push('books begin');
        await books;
        seen.push('books end');
      },
      runDue: async () => {
        seen.push('tasks');
        void work.stop().then(() => {
          seen.push('stopped');
          resolve();
        });
        endBooks();
        return 0;
      },
    });
  });
  await runs;
  expect(seen).toEqual(['books begin', 'tasks', 'books end', 'stopped']);
});
