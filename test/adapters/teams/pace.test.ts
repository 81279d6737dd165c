import { createPace } from '../../../adapters/teams/pace';
import { createRateLimiter } from '../../../src/limits/rate-limiter';
import { createTokenBuckets } from '../../../src/limits/token-bucket';
import type { ChatError } from '../../../src/ports/chat';

const HOUR = 3_600_000;

let now = 0;
let pace: ReturnType<typeof createPace>;
beforeEach(() => {
  now = 0;
  const clock = { now: () => now };
  pace = createPace(createRateLimiter(createTokenBuckets(clock), clock, () => () => {}));
});

/** How long an edit must wait; 0: it was counted. */
async function waitOf(post: string, few = false): Promise<number> {
  const fault = await pace.take('t', post, few).catch((error: ChatError) => error);
  return fault ? (fault.retryAfterMs ?? 0) : 0;
}

test('1,000 votes in an hour cost fewer than 50 edits, and the wait that is told is enough', async () => {
  let edits = 0;
  let until = 0;
  for (now = 0; now < HOUR; now += HOUR / 1_000) {
    if (now < until) continue;
    const wait = await waitOf('post');
    if (wait === 0) edits += 1;
    else until = now + wait;
    expect(wait).toBeLessThanOrEqual(90_000);
  }
  expect(edits).toBeLessThanOrEqual(50);
  expect(edits).toBeGreaterThan(40);
});

test('in a small place every vote is shown at once', async () => {
  for (let vote = 0; vote < 60; vote += 1) expect(await waitOf('post', true)).toBe(0);
  expect(await waitOf('post', true)).toBeGreaterThan(0);
});

test('messages do not wait for each other, and a wait that is kept is enough', async () => {
  for (let edit = 0; edit < 8; edit += 1) expect(await waitOf('one')).toBe(0);
  expect(await waitOf('other')).toBe(0);
  now = 1_000;
  const wait = await waitOf('one');
  expect(wait).toBe(89_000);
  now += wait - 1;
  expect(await waitOf('one')).toBeGreaterThan(0);
  now += 1;
  expect(await waitOf('one')).toBe(0);
});
