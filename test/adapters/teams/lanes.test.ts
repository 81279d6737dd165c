import { createTeamsLanes, type Toll } from '../../../adapters/teams/lanes';
import { createRateLimiter } from '../../../src/limits/rate-limiter';
import { createTokenBuckets } from '../../../src/limits/token-bucket';
import type { ChatError } from '../../../src/ports/chat';
import { makeThrottle, TEAMS_LIMITS } from '../../fakes/teams/throttle';

/** A clock that moves when somebody waits. */
function lanesOnAClock() {
  let now = 1_000_000;
  const clock = { now: () => now };
  const limiter = createRateLimiter(createTokenBuckets(clock), clock, (delay, run) => {
    now += delay;
    void Promise.resolve().then(run);
    return () => {};
  });
  const lanes = createTeamsLanes(limiter);
  return { clock, lanes };
}

const write = (conversation: string): Toll => ({ kind: 'write', tenant: 't', conversation });

test('what goes through is never too much for Teams', async () => {
  const { clock, lanes } = lanesOnAClock();
  const teams = makeThrottle(clock.now, TEAMS_LIMITS);
  for (let index = 0; index < 2_000; index += 1) {
    const toll = write(index % 3 === 0 ? 'busy' : `place ${index}`);
    const entered = await lanes.enter(toll).then(
      () => true,
      () => false,
    );
    const buckets = [
      { bucket: 'send' as const, key: toll.conversation },
      { bucket: 'tenant' as const, key: toll.tenant },
    ];
    if (entered) expect(teams.take(buckets)).toBeNull();
  }
});

test('300 conversations of a tenant take 15 seconds, no more', async () => {
  const { clock, lanes } = lanesOnAClock();
  const start = clock.now();
  for (let index = 0; index < 300; index += 1) await lanes.enter(write(`place ${index}`));
  expect(clock.now() - start).toBeLessThanOrEqual(15_000);
});

test('who would wait long is told so at once, with how long', async () => {
  const { clock, lanes } = lanesOnAClock();
  const start = clock.now();
  const ends = await Promise.allSettled(Array.from({ length: 40 }, () => lanes.enter(write('busy'))));
  const told = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as ChatError] : []));
  expect(clock.now() - start).toBeLessThanOrEqual(15_000);
  expect(told.length).toBeGreaterThan(20);
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['rate-limited']));
  expect(told.every(({ retryAfterMs }) => (retryAfterMs ?? 0) > 15_000)).toBe(true);
  const at = clock.now();
  await lanes.enter(write('another'));
  // At most for its turn in the tenant.
  expect(clock.now() - at).toBeLessThanOrEqual(1_000 / 24 + 1);
});

test('a conversation that Teams closes stays closed so long, reading it does not', async () => {
  const { clock, lanes } = lanesOnAClock();
  const start = clock.now();
  await lanes.hold(write('place'), 5_000);
  await lanes.enter({ ...write('place'), kind: 'read' });
  expect(clock.now()).toBe(start);
  await lanes.enter({ ...write('place'), urgent: true });
  expect(clock.now()).toBe(start + 5_000);
});
