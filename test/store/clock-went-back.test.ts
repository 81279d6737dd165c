import { createStore } from '../../src/store/store';
import { aTask, aTeam, DAY, OPENS, ORG, TEAM } from '../contracts/store/harness';
import { useTwoProcesses } from '../support/two-processes';

const MINUTE = 60_000;
const POLL = { org: ORG, team: TEAM, day: DAY };
const RATE = { burst: 2, everyMs: MINUTE };
const processes = useTwoProcesses();

/** What a process may still begin: a check of a team, an edit, a task, calls to a platform. */
async function free() {
  const [, { wakeQueue, edits, ledger, tokenBuckets }] = processes.both((backend) =>
    createStore(backend, () => processes.now),
  );
  return {
    teams: (await wakeQueue.due(OPENS, 1)).length,
    edit: (await edits.begin(POLL, MINUTE, null)).is === 'yours',
    task: (await ledger.claim(aTask(), MINUTE)) !== null,
    calls: (await tokenBuckets({ now: () => 0 }).take('posts', RATE, { urgent: 2, other: 0 })).granted,
  };
}

beforeEach(async () => {
  processes.now = OPENS;
  const [store] = processes.both((backend) => createStore(backend, () => processes.now));
  await store.eraseOrg(ORG, { parts: [], lanes: [{ key: 'posts', all: false }] }, 'erase');
  await store.teams.create(aTeam());
  expect(await free()).toEqual({ teams: 1, edit: true, task: true, calls: 2 });
});

test.each([
  ['minutes', 10 * MINUTE, { teams: 0, edit: false, task: false, calls: 0 }],
  ['an hour', 60 * MINUTE, { teams: 1, edit: true, task: true, calls: 2 }],
])('set back by %s, leases and waits end that would last too long', async (_name, back, expected) => {
  const [store] = processes.both((backend) => createStore(backend, () => processes.now));
  processes.now -= back;
  await store.clockWentBack();
  expect(await free()).toEqual(expected);
});
