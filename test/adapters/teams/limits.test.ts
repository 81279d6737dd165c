import { CallLimiter, type Cost, EditLimiter } from '../../../adapters/teams/limits';
import type { ChatError } from '../../../src/ports/chat';
import { makeThrottle, TEAMS_LIMITS } from '../../fakes/teams/throttle';
import { localLimiter } from '../../support/limiter';

const HOUR = 3_600_000;

describe('calls', () => {
  /** A clock that moves when a call waits. */
  function limiterOnAClock() {
    let now = 1_000_000;
    const clock = { now: () => now };
    const after = (delay: number, run: () => void) => {
      now += delay;
      void Promise.resolve().then(run);
      return () => {};
    };
    return { clock, limiter: new CallLimiter(localLimiter({ clock, after })) };
  }

  const write = (conversation: string): Cost => ({ kind: 'write', tenant: 't', conversation });

  test('what goes through is never too much for Teams', async () => {
    const { clock, limiter } = limiterOnAClock();
    const teams = makeThrottle(clock.now, TEAMS_LIMITS);
    for (let index = 0; index < 2_000; index += 1) {
      const cost = write(index % 3 === 0 ? 'busy' : `place ${index}`);
      const entered = await limiter.acquire(cost).then(
        () => true,
        () => false,
      );
      const buckets = [
        { bucket: 'send' as const, key: cost.conversation },
        { bucket: 'tenant' as const, key: cost.tenant },
      ];
      if (entered) expect(teams.take(buckets)).toBeNull();
    }
  });

  test('300 conversations of a tenant take 15 seconds at most', async () => {
    const { clock, limiter } = limiterOnAClock();
    const start = clock.now();
    for (let index = 0; index < 300; index += 1) await limiter.acquire(write(`place ${index}`));
    expect(clock.now() - start).toBeLessThanOrEqual(15_000);
  });

  test('a call that would wait long is rejected at once, with the time of its retry', async () => {
    const { clock, limiter } = limiterOnAClock();
    const start = clock.now();
    const ends = await Promise.allSettled(Array.from({ length: 40 }, () => limiter.acquire(write('busy'))));
    const rejected = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as ChatError] : []));
    expect(clock.now() - start).toBeLessThanOrEqual(15_000);
    expect(rejected.length).toBeGreaterThan(20);
    expect(new Set(rejected.map(({ kind }) => kind))).toEqual(new Set(['rate-limited']));
    expect(rejected.every(({ retryAfterMs }) => (retryAfterMs ?? 0) > 15_000)).toBe(true);
    const at = clock.now();
    await limiter.acquire(write('another'));
    // At most for its turn in the tenant.
    expect(clock.now() - at).toBeLessThanOrEqual(1_000 / 24 + 1);
  });

  test('a paused conversation takes no writes for so long, but it can be read', async () => {
    const { clock, limiter } = limiterOnAClock();
    const start = clock.now();
    await limiter.pause(write('place'), 5_000);
    await limiter.acquire({ ...write('place'), kind: 'read' });
    expect(clock.now()).toBe(start);
    await limiter.acquire({ ...write('place'), urgent: true });
    expect(clock.now()).toBe(start + 5_000);
  });
});

describe('edits', () => {
  let now = 0;
  let limiter: EditLimiter;
  beforeEach(() => {
    now = 0;
    const clock = { now: () => now };
    limiter = new EditLimiter(localLimiter({ clock, after: () => () => {} }));
  });

  /** How long an edit must wait; 0: it was counted. */
  async function waitOf(post: string, audience: 'small' | 'large' = 'large'): Promise<number> {
    const fault = await limiter.acquire('t', post, audience).catch((error: ChatError) => error);
    return fault ? (fault.retryAfterMs ?? 0) : 0;
  }

  test.each(['small', 'large'] as const)(
    'in a %s place a message that is voted on stands still for less than ten seconds, and two of them stay within the hour',
    async (audience) => {
      let edits = 0;
      let last = 0;
      for (now = 0; now < HOUR; now += 1_000) {
        if ((await waitOf('post', audience)) > 0) continue;
        expect(now - last).toBeLessThan(10_000);
        last = now;
        edits += 1;
      }
      expect(HOUR - last).toBeLessThan(10_000);
      expect(2 * edits).toBeLessThan(1_800);
    },
  );

  test('in a small place every vote is shown at once', async () => {
    for (let vote = 0; vote < 60; vote += 1) expect(await waitOf('post', 'small')).toBe(0);
    expect(await waitOf('post', 'small')).toBeGreaterThan(0);
  });

  test('messages do not wait for each other, and the retry time is exact', async () => {
    for (let edit = 0; edit < 8; edit += 1) expect(await waitOf('one')).toBe(0);
    expect(await waitOf('other')).toBe(0);
    now = 1_000;
    const wait = await waitOf('one');
    expect(wait).toBe(7_000);
    now += wait - 1;
    expect(await waitOf('one')).toBeGreaterThan(0);
    now += 1;
    expect(await waitOf('one')).toBe(0);
  });
});
