import { Sweep } from '../../../src/app/schedule/sweep';
import { ChatError } from '../../../src/ports/chat';
import type { Departed, RetentionStore } from '../../../src/ports/store/retention';
import { complaintLog, DEFAULTS } from '../../support/core';
import { at } from '../../support/sample-data';

const LEFT: Departed = { org: 'org', person: 'left' };

/** A store with so many portions and people, and what was done, in order. */
function world(portions: number, departed: Departed[] = []) {
  const done: string[] = [];
  const waiting = { portions, departed: [...departed] };
  const log = complaintLog();
  let now = at('2018-07-24T03:00:00+09:00');
  const retention: RetentionStore = {
    async sweep({ day }) {
      done.push(`sweep ${day}`);
      waiting.portions -= 1;
      return waiting.portions >= 0;
    },
    departed: async () => waiting.departed.splice(0, 50),
    async remove({ person }) {
      done.push(`remove ${person}`);
    },
  };
  const forget = jest.fn(async (_org: string, person: string) => {
    done.push(`forget ${person}`);
  });
  const sweep = new Sweep({
    retention,
    chat: { forget } as never,
    retentionMonths: 13,
    clock: { now: () => now },
    defaults: DEFAULTS,
    log,
  });
  return { sweep, done, log, retention, forget, moveTo: (iso: string) => (now = at(iso)) };
}

test('begins at half past two, and is done once a day', async () => {
  const { sweep, done, moveTo } = world(0);
  moveTo('2018-07-24T02:29:00+09:00');
  await sweep.run();
  expect(done).toEqual([]);
  moveTo('2018-07-24T02:30:00+09:00');
  for (let tick = 0; tick < 3; tick += 1) await sweep.run();
  expect(done).toEqual(['sweep 2017-06-24']);
  moveTo('2018-07-25T02:30:00+09:00');
  await sweep.run();
  expect(done).toEqual(['sweep 2017-06-24', 'sweep 2017-06-25']);
});

test('a tick does twenty portions, and the next ones go on', async () => {
  const { sweep, done } = world(45);
  const sizes: number[] = [];
  for (let tick = 0; tick < 4; tick += 1) {
    await sweep.run();
    sizes.push(done.splice(0).length);
  }
  expect(sizes).toEqual([20, 20, 6, 0]);
});

test('a person who left goes from the platform’s records first, then from the store', async () => {
  const { sweep, done } = world(0, [LEFT]);
  await sweep.run();
  expect(done.filter((step) => !step.startsWith('sweep'))).toEqual(['forget left', 'remove left']);
});

test('a platform that is not configured any more keeps nobody in the store', async () => {
  const { sweep, done, forget, log } = world(0, [LEFT]);
  forget.mockRejectedValueOnce(new ChatError('unreachable', 'not configured'));
  await sweep.run();
  expect(done).toContain('remove left');
  expect(log.complaints).toHaveLength(1);
});

test('after a fault the next tick tries again', async () => {
  const { sweep, done, retention, log } = world(0);
  const { sweep: works } = retention;
  retention.sweep = () => Promise.reject(new Error('locked'));
  await sweep.run();
  expect(log.complaints.map(({ level }) => level)).toEqual(['warn']);
  retention.sweep = works;
  await sweep.run();
  expect(done).toEqual(['sweep 2017-06-24']);
});
