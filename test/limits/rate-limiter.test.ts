import { createRateLimiter } from '../../src/limits/rate-limiter';
import { createTokenBuckets } from '../../src/limits/token-bucket';
import type { ChatError } from '../../src/ports/chat';
import type { Demand, Rate, RateLimiter, TokenBuckets } from '../../src/ports/rate-limiter';
import { createFakeTime, type FakeTime } from '../fakes/time';

const RATE: Rate = { burst: 2, everyMs: 1_000 };
const FAN_OUT = { urgent: false, maxWaitMs: 60_000 };

let time: FakeTime;
let limiter: RateLimiter;
let asked: Demand[];
let went: string[];
beforeEach(() => {
  time = createFakeTime(0);
  asked = [];
  limiter = createRateLimiter(recorded(createTokenBuckets(time)), time, time.after);
  went = [];
});

function recorded(inner: TokenBuckets): TokenBuckets {
  return {
    ...inner,
    take(name, rate, demand) {
      asked.push(demand);
      return inner.take(name, rate, demand);
    },
  };
}

function call(name: string, options = FAN_OUT, bucket = 'bucket'): Promise<void> {
  return limiter.acquire(bucket, RATE, options).then(
    () => void went.push(`${name} at ${time.now()}`),
    (error: ChatError) => void went.push(`${name} ${error.kind} ${error.retryAfterMs}`),
  );
}

test('a burst goes at once, the rest at the rate, in order', async () => {
  for (const name of ['a', 'b', 'c', 'd']) void call(name);
  await time.advance(2_000);
  expect(went).toEqual(['a at 0', 'b at 0', 'c at 1000', 'd at 2000']);
  await time.advance(60_000);
  for (const name of ['e', 'f', 'g']) void call(name);
  await time.advance(0);
  expect(went.slice(4)).toEqual(['e at 62000', 'f at 62000']);
});

test('urgent calls go before the others', async () => {
  for (const name of ['a', 'b', 'c', 'd']) void call(name);
  await time.quiet();
  void call('first', { urgent: true, maxWaitMs: 60_000 });
  void call('second', { urgent: true, maxWaitMs: 60_000 });
  await time.advance(4_000);
  expect(went.map((each) => each.split(' ')[0])).toEqual(['a', 'b', 'first', 'second', 'c', 'd']);
});

test('buckets do not delay each other', async () => {
  for (const name of ['a', 'b', 'c']) void call(name);
  void call('other', FAN_OUT, 'another bucket');
  await time.quiet();
  expect(went.sort()).toEqual(['a at 0', 'b at 0', 'other at 0']);
  await time.advance(1_000);
});

test('a pause stops all calls for its length, then they start slowly', async () => {
  void call('a');
  await time.quiet();
  await limiter.pause('bucket', RATE, 5_000);
  for (const name of ['b', 'c', 'd']) void call(name);
  await time.advance(4_999);
  expect(went).toEqual(['a at 0']);
  await time.advance(2_001);
  expect(went).toEqual(['a at 0', 'b at 5000', 'c at 6000', 'd at 7000']);
});

test('a call that would wait too long is rejected with its wait, at once or when a pause makes it so', async () => {
  for (const name of ['a', 'b']) void call(name);
  void call('c', { urgent: false, maxWaitMs: 1_500 });
  void call('d', { urgent: false, maxWaitMs: 1_500 });
  await time.quiet();
  expect(went.sort()).toEqual(['a at 0', 'b at 0', 'd rate-limited 2000']);
  await limiter.pause('bucket', RATE, 10_000);
  await time.quiet();
  expect(went.at(-1)).toBe('c rate-limited 10000');
});

test('after a drain no call waits', async () => {
  for (const name of ['a', 'b', 'c']) void call(name);
  await time.quiet();
  limiter.drain();
  await time.quiet();
  expect(went).toEqual(['a at 0', 'b at 0', 'c rate-limited 1000']);
  void call('d');
  await time.quiet();
  expect(went.at(-1)).toMatch(/^d rate-limited/);
});

test('in any minute no more calls go than burst and rate allow', async () => {
  for (let n = 0; n < 200; n++)
    void call(String(n), { urgent: n % 7 === 0, maxWaitMs: Number.POSITIVE_INFINITY });
  await time.advance(200_000);
  const times = went.map((each) => Number(each.split(' at ')[1]));
  expect(times).toHaveLength(200);
  const most = Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length),
  );
  expect(most).toBeLessThanOrEqual(RATE.burst + 60_000 / RATE.everyMs);
});

test('one question to the bucket serves all calls that wait at the time', async () => {
  const rate: Rate = { burst: 100, everyMs: 1_000 };
  const calls = Array.from({ length: 50 }, () => limiter.acquire('wide', rate, FAN_OUT));
  await Promise.all(calls);
  expect(asked).toEqual([
    { urgent: 0, other: 1 },
    { urgent: 0, other: 49 },
  ]);
});

test('calls that are not urgent leave the reserve to urgent ones', async () => {
  const rate: Rate = { burst: 10, everyMs: 1_000 };
  const send = (urgent: boolean, count: number) =>
    Promise.allSettled(
      Array.from({ length: count }, () => limiter.acquire('narrow', rate, { urgent, maxWaitMs: 0 })),
    ).then((all) => all.filter(({ status }) => status === 'fulfilled').length);
  expect(await send(false, 20)).toBe(8);
  expect(await send(true, 5)).toBe(2);
});

test('calls that are rejected together get retry times one after the other', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) void call(name, { urgent: false, maxWaitMs: 0 });
  await time.quiet();
  void call('f', { urgent: false, maxWaitMs: 0 });
  await time.quiet();
  expect(went.sort()).toEqual([
    'a at 0',
    'b at 0',
    'c rate-limited 1000',
    'd rate-limited 2000',
    'e rate-limited 3000',
    'f rate-limited 4000',
  ]);
});

test('a bucket that cannot be read rejects the waiting calls as not sent', async () => {
  const gone = async () => {
    throw new Error('the database is gone');
  };
  limiter = createRateLimiter({ take: gone, pause: gone }, time, time.after);
  await call('a');
  expect(went).toEqual(['a unreachable null']);
});

test('the rate of the last call counts', async () => {
  const few: Rate = { burst: 4, everyMs: 1_000, reserve: 0 };
  const many: Rate = { ...few, burst: 2 };
  const outcomes: string[] = [];
  for (const rate of [many, many, many, few, few, few]) {
    await limiter.acquire('changing', rate, { urgent: true, maxWaitMs: 0 }).then(
      () => outcomes.push('sent'),
      (error: ChatError) => outcomes.push(error.kind),
    );
  }
  expect(outcomes).toEqual(['sent', 'sent', 'rate-limited', 'sent', 'sent', 'rate-limited']);
});
