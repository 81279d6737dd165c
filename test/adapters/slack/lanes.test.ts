import { createLanes, type Lanes, type Rate } from '../../../adapters/slack/lanes';
import type { ChatError } from '../../../src/app/ports';
import { createFakeTime, type FakeTime } from './time';

const RATE: Rate = { perMinute: 60, burst: 2 };
const FAN_OUT = { urgent: false, patience: 60_000 };

let time: FakeTime;
let lanes: Lanes;
let went: string[];
beforeEach(() => {
  time = createFakeTime(0);
  lanes = createLanes(time, time.after);
  went = [];
});

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
  void call('first', { urgent: true, patience: 60_000 });
  void call('second', { urgent: true, patience: 60_000 });
  await time.advance(4_000);
  expect(went.map((each) => each.split(' ')[0])).toEqual(['a', 'b', 'first', 'second', 'c', 'd']);
});

test('lanes do not hold each other up', async () => {
  for (const name of ['a', 'b', 'c']) void call(name);
  void call('other', FAN_OUT, 'another lane');
  await time.quiet();
  expect(went).toEqual(['a at 0', 'b at 0', 'other at 0']);
  await time.advance(1_000);
});

test('a pause stops the lane for so long, then it starts slowly', async () => {
  void call('a');
  await time.quiet();
  lanes.pause('lane', 5_000);
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
  lanes.pause('lane', 10_000);
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
  expect(most).toBeLessThanOrEqual(RATE.burst + RATE.perMinute);
});
