import { isUsable, quietUntil, remindInstant } from '../../../src/domain/answers/reminding';
import { windowOn } from '../../../src/domain/time/window';
import { at } from '../../support/sample-data';

const DAY = '2018-07-24';
const ZONE = 'Asia/Tokyo';
const window = windowOn(DAY, { from: '07:00', until: '10:30' }, ZONE);
const japan = (time: string) => at(`${DAY}T${time}:00+09:00`);

test.each([
  ['on time', '07:00', { share: 0.8 }, '09:48'],
  ['a few minutes late, as the window says', '07:04', { share: 0.8 }, '09:48'],
  ['half an hour late, at 80 % of what is left', '07:30', { share: 0.8 }, '09:54'],
  ['when the time to remind is over', '09:50', { share: 0.8 }, '10:22'],
  ['so late that ten minutes must pass first', '10:12', { share: 0.5 }, '10:22'],
  ['when fifteen minutes are left', '10:15', { share: 0.8 }, null],
  ['when under five minutes are left', '10:27', { share: 0.8 }, null],
  ['after the window', '13:10', { share: 0.8 }, null],
  ['at a fixed time that is still ahead', '08:00', { time: '09:30' }, '09:30'],
  ['at a fixed time that is over', '09:40', { time: '09:30' }, '09:50'],
  ['at a fixed time near the end, as it was chosen', '07:00', { time: '10:28' }, '10:28'],
] as const)('a poll that opens %s', (_, openedAt, remind, expected) => {
  const found = remindInstant(remind, window, japan(openedAt), DAY, ZONE);
  expect(found).toBe(expected === null ? null : japan(expected));
});

test.each([
  ['Asia/Tokyo', '2018-07-24T09:48:00+09:00', null],
  ['Asia/Tokyo', '2018-07-24T06:59:00+09:00', '2018-07-24T07:00:00+09:00'],
  ['Asia/Tokyo', '2018-07-24T07:00:00+09:00', null],
  ['Asia/Tokyo', '2018-07-24T20:59:00+09:00', null],
  ['Asia/Tokyo', '2018-07-24T21:00:00+09:00', '2018-07-25T07:00:00+09:00'],
  ['Europe/London', '2018-07-24T09:48:00+09:00', '2018-07-24T07:00:00+01:00'],
  ['America/New_York', '2018-07-24T09:48:00+09:00', null],
  ['America/New_York', '2018-07-24T10:30:00+09:00', '2018-07-24T07:00:00-04:00'],
])('the night in %s at %s', (zone, now, morning) => {
  expect(quietUntil(at(now), zone)).toBe(morning === null ? null : at(morning));
});

test('five minutes are enough to answer', () => {
  expect([japan('10:25'), japan('10:25') + 1].map((now) => isUsable(now, window.closesAt))).toEqual([
    true,
    false,
  ]);
});
