import { createLaneQueue } from '../../src/limits/rate-limiter';
import { createLanes } from '../../src/limits/token-bucket';
import type { ChatError } from '../../src/ports/chat';
import type { LaneQueue, Lanes, Rate, Wanted } from '../../src/ports/rate-limiter';
import { createFakeTime, type FakeTime } from '../fakes/time';

const RATE: Rate = { burst: 2, everyMs: 1_000 };
const FAN_OUT = { urgent: false, patience: 60_000 };

let time: FakeTime;
let lanes: LaneQueue;
let asked: Wanted[];
let went: string[];
beforeEach(() => {
  time = createFakeTime(0);
  asked = [];
  lanes = createLaneQueue(listened(createLanes(time)), time, time.after);
  went = [];
});

function listened(inner: Lanes): Lanes {
  return {
    ...inner,
    take(name, rate, wanted) {
      asked.push(wanted);
      return inner.take(name, rate, wanted);
    },
  };
}

function call(name: string, turn = FAN_OUT, lane = 'lane'): Promise<void> {
  return lanes.turn(lane, RATE, turn).then(
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

test('who waits in front of a screen goes before what fans out', async () => {
  for (const name of ['a', 'b', 'c', 'd']) void call(name);
  await time.quiet();
  void call('first', { urgent: true, patience: 60_000 });
  void call('second', { urgent: true, patience: 60_000 });
  await time.advance(4_000);
  expect(went.map((each) => each.split(' ')[0])).toEqual(['a', 'b', 'first', 'second', 'c', 'd']);
});

test('lanes do not hold each other up', async () => {
  for (const name of ['a', 'b', 'c']) void call(name);
  void call('other', FAN_OUT, 'another lane');
  await time.quiet();
  expect(went.sort()).toEqual(['a at 0', 'b at 0', 'other at 0']);
  await time.advance(1_000);
});

test('a pause stops the lane for so long, then it starts slowly', async () => {
  void call('a');
  await time.quiet();
  await lanes.pause('lane', RATE, 5_000);
  for (const name of ['b', 'c', 'd']) void call(name);
  await time.advance(4_999);
  expect(went).toEqual(['a at 0']);
  await time.advance(2_001);
  expect(went).toEqual(['a at 0', 'b at 5000', 'c at 6000', 'd at 7000']);
});

test('who would wait too long is told how long, at once and when a pause makes it so', async () => {
  for (const name of ['a', 'b']) void call(name);
  void call('c', { urgent: false, patience: 1_500 });
  void call('d', { urgent: false, patience: 1_500 });
  await time.quiet();
  expect(went.sort()).toEqual(['a at 0', 'b at 0', 'd rate-limited 2000']);
  await lanes.pause('lane', RATE, 10_000);
  await time.quiet();
  expect(went.at(-1)).toBe('c rate-limited 10000');
});

test('at a stop nobody waits any more', async () => {
  for (const name of ['a', 'b', 'c']) void call(name);
  await time.quiet();
  lanes.drain();
  await time.quiet();
  expect(went).toEqual(['a at 0', 'b at 0', 'c rate-limited 1000']);
  void call('d');
  await time.quiet();
  expect(went.at(-1)).toMatch(/^d rate-limited/);
});

test('in any minute no more calls go than burst and rate allow', async () => {
  for (let n = 0; n < 200; n++)
    void call(String(n), { urgent: n % 7 === 0, patience: Number.POSITIVE_INFINITY });
  await time.advance(200_000);
  const times = went.map((each) => Number(each.split(' at ')[1]));
  expect(times).toHaveLength(200);
  const most = Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length),
  );
  expect(most).toBeLessThanOrEqual(RATE.burst + 60_000 / RATE.everyMs);
});

test('those who wait at once are asked for at once', async () => {
  const rate: Rate = { burst: 100, everyMs: 1_000 };
  const turns = Array.from({ length: 50 }, () => lanes.turn('wide', rate, FAN_OUT));
  await Promise.all(turns);
  expect(asked).toEqual([
    { urgent: 0, other: 1 },
    { urgent: 0, other: 49 },
  ]);
});

test('what fans out leaves a share of the burst to who waits in front of a screen', async () => {
  const rate: Rate = { burst: 10, everyMs: 1_000 };
  const turn = (urgent: boolean, count: number) =>
    Promise.allSettled(
      Array.from({ length: count }, () => lanes.turn('narrow', rate, { urgent, patience: 0 })),
    ).then((all) => all.filter(({ status }) => status === 'fulfilled').length);
  expect(await turn(false, 20)).toBe(8);
  expect(await turn(true, 5)).toBe(2);
});

test('those who are refused together are told places one after the other', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) void call(name, { urgent: false, patience: 0 });
  await time.quiet();
  void call('f', { urgent: false, patience: 0 });
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

test('lanes that cannot be asked refuse what waits, as something that was not sent', async () => {
  const gone = async () => {
    throw new Error('the database is gone');
  };
  lanes = createLaneQueue({ take: gone, pause: gone }, time, time.after);
  await call('a');
  expect(went).toEqual(['a unreachable null']);
});
