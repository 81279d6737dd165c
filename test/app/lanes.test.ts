import { createLanes, type Lane } from '../../src/app/lanes';

const LANE: Lane = {
  name: 'place',
  limits: [
    { most: 2, spanMs: 1_000 },
    { most: 3, spanMs: 10_000 },
  ],
};

test('calls go through up to the limit of every span', () => {
  const lanes = createLanes();
  expect([0, 100, 200].map((at) => lanes.take([LANE], at))).toEqual([0, 0, 800]);
  expect(lanes.take([LANE], 1_000)).toBe(0);
  expect(lanes.take([LANE], 2_000)).toBe(8_000);
  expect(lanes.take([LANE], 10_000)).toBe(0);
});

test('a call that must wait in one lane counts in none', () => {
  const lanes = createLanes();
  const other: Lane = { name: 'tenant', limits: [{ most: 1, spanMs: 5_000 }] };
  expect(lanes.take([other], 0)).toBe(0);
  for (let tries = 0; tries < 5; tries += 1) expect(lanes.take([LANE, other], 1_000)).toBe(4_000);
  expect(lanes.take([LANE], 1_000)).toBe(0);
  expect(lanes.take([LANE], 1_000)).toBe(0);
});

test('a lane can be closed until the platform takes calls again', () => {
  const lanes = createLanes();
  lanes.close('place', 3_000);
  lanes.close('place', 2_000);
  expect(lanes.take([LANE], 1_000)).toBe(2_000);
  expect(lanes.take([LANE], 3_000)).toBe(0);
});

test('lanes nobody uses are forgotten, those in use are not', () => {
  const lanes = createLanes();
  const busy: Lane = { name: 'busy', limits: [{ most: 1, spanMs: 1_000_000 }] };
  lanes.take([busy], 0);
  for (let at = 1; at <= 3_000; at += 1) lanes.take([{ ...LANE, name: `place ${at}` }], at * 10);
  expect(lanes.take([busy], 40_000)).toBe(960_000);
});
