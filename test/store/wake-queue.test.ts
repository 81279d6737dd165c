import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WakeQueue } from '../../src/ports/store/wake-queue';
import { openSqlite } from '../../src/store/sqlite/open';
import { createStore, type Store } from '../../src/store/store';
import { aTeam, OPENS, ORG } from '../contracts/store/harness';
import { makeFolder } from '../support/folder';
import { useTwoProcesses } from '../support/two-processes';

/* Leases of the wake queue, with the database's time in the test's hand. */

const LEASE = 60_000;
const processes = useTwoProcesses();

async function isLeasedFor60s(store: Store, other: WakeQueue, setNow: (now: number) => void): Promise<void> {
  await store.teams.create(aTeam('a'));
  expect(await store.wakeQueue.due(OPENS, 1)).toHaveLength(1);
  setNow(OPENS + LEASE - 1);
  expect(await other.due(OPENS, 1)).toEqual([]);
  setNow(OPENS + LEASE);
  expect(await other.due(OPENS, 1)).toEqual([{ ...aTeam('a'), woken: true }]);
  await other.sleep(ORG, 'a', Number.POSITIVE_INFINITY, OPENS);
}

test('the teams of a process that died are due for others after a minute, on a server', async () => {
  const [one, other] = processes.both((backend) => createStore(backend, () => processes.now));
  await isLeasedFor60s(one, other.wakeQueue, (now) => {
    processes.now = now;
  });
});

test('and in a file', async () => {
  const folder = makeFolder();
  let now = OPENS;
  const store = createStore(await openSqlite({ file: join(folder, 'x.db'), now: () => now }), () => now);
  await isLeasedFor60s(store, store.wakeQueue, (later) => {
    now = later;
  });
  await store.close();
  rmSync(folder, { recursive: true });
});
