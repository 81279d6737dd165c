import { createTeamsLanes, type Toll } from '../../../adapters/teams/lanes';
import { ChatError } from '../../../src/app/ports';
import { makeThrottle, TEAMS_LIMITS } from '../../support/teams/throttle';

/** A clock that moves when somebody waits. */
function lanesOnAClock() {
  let now = 1_000_000;
  const clock = { now: () => now };
  const lanes = createTeamsLanes(clock, (delay, run) => {
    now += delay;
    run();
    return () => {};
  });
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

test('300 conversations of a tenant take 12 seconds, no more', async () => {
  const { clock, lanes } = lanesOnAClock();
  const start = clock.now();
  for (let index = 0; index < 300; index += 1) await lanes.enter(write(`place ${index}`));
  expect(clock.now() - start).toBe(11_000);
});

test('who would wait long is told so at once, with how long', async () => {
  const { clock, lanes } = lanesOnAClock();
  let fault: unknown = null;
  for (let index = 0; fault === null && index < 2_000; index += 1) {
    fault = await lanes.enter(write('busy')).then(
      () => null,
      (error: unknown) => error,
    );
  }
  expect(fault).toBeInstanceOf(ChatError);
  expect(fault).toMatchObject({ kind: 'rate-limited' });
  expect((fault as ChatError).retryAfterMs).toBeGreaterThan(20_000);
  const at = clock.now();
  await lanes.enter(write('another'));
  expect(clock.now()).toBe(at);
});

test('a conversation that Teams closes stays closed so long, reading it does not', async () => {
  const { clock, lanes } = lanesOnAClock();
  const start = clock.now();
  lanes.hold(write('place'), 5_000);
  await lanes.enter({ ...write('place'), kind: 'read' });
  expect(clock.now()).toBe(start);
  await lanes.enter(write('place'));
  expect(clock.now()).toBe(start + 5_000);
});
