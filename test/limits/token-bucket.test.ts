import { createTokenBuckets, waitAt } from '../../src/limits/token-bucket';
import type { Rate, TokenBuckets } from '../../src/ports/rate-limiter';

const RATE: Rate = { burst: 5, everyMs: 1_000 };

let now = 0;
let buckets: TokenBuckets;
beforeEach(() => {
  now = 1_000_000;
  buckets = createTokenBuckets({ now: () => now });
});

async function take(other: number, urgent = 0, name = 'bucket'): Promise<number> {
  return (await buckets.take(name, RATE, { urgent, other })).granted;
}

test('a burst without the reserve, then the rate', async () => {
  expect(await take(9)).toBe(4);
  expect(await take(1)).toBe(0);
  expect(await take(0, 9)).toBe(1);
  now += 1_000;
  expect(await take(1)).toBe(0);
  now += 1_000;
  expect(await take(9)).toBe(1);
});

test('without a reserve the whole burst goes', async () => {
  const rate = { ...RATE, reserve: 0 };
  expect((await buckets.take('bucket', rate, { urgent: 0, other: 9 })).granted).toBe(5);
  now += 1_000;
  expect((await buckets.take('bucket', rate, { urgent: 0, other: 9 })).granted).toBe(1);
});

test('urgent calls go first, the others get what is left', async () => {
  expect(await take(9, 2)).toBe(4);
  expect(await take(9, 9)).toBe(1);
});

test('the computed wait is enough, and one millisecond less is not', async () => {
  const { debtMs } = await buckets.take('bucket', RATE, { urgent: 0, other: 9 });
  const wait = waitAt(debtMs, RATE, 1, false);
  now += wait - 1;
  expect(await take(1)).toBe(0);
  now += 1;
  expect(await take(1)).toBe(1);
});

test('no call goes during a pause, then calls start slowly; a shorter pause after it changes nothing', async () => {
  await buckets.pause('bucket', RATE, 10_000);
  await buckets.pause('bucket', RATE, 1_000);
  now += 9_999;
  expect(await take(5, 5)).toBe(0);
  now += 1;
  expect(await take(5, 5)).toBe(1);
  now += 1_000;
  expect(await take(5)).toBe(0);
  now += 1_000;
  expect(await take(5)).toBe(1);
});

test('buckets that are full again are forgotten, buckets in use are not', async () => {
  await take(0, 5, 'busy');
  for (let count = 0; count < 3_000; count += 1) await take(1, 0, `bucket ${count}`);
  expect(await take(0, 1, 'busy')).toBe(0);
});
