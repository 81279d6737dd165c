import type { Task } from '../../../src/domain/agenda';
import { laterBy, spreadOf } from '../../../src/domain/time/spread';

const task: Task = { kind: 'open', day: '2018-07-24', dueAt: 1_000_000, voidAt: 1_030_000 };

test('organisations are spread over the minute, each always at its own time', () => {
  const spreads = Array.from({ length: 1_000 }, (_, n) => spreadOf(`slack:T${n}`));
  expect(spreads).toEqual(Array.from({ length: 1_000 }, (_, n) => spreadOf(`slack:T${n}`)));
  expect(spreadOf('slack:T0123456')).toBe(spreadOf('slack:T0123456'));
  for (const spread of spreads) {
    expect(spread).toBeGreaterThanOrEqual(0);
    expect(spread).toBeLessThanOrEqual(59_000);
  }
  for (let second = 0; second < 60; second += 1) {
    const inSecond = spreads.filter((spread) => Math.floor(spread / 1_000) === second).length;
    expect(inSecond).toBeLessThan(45);
  }
});

test('every process and every version computes the same', () => {
  expect(['', 'slack:T0123456', 'teams:contoso'].map(spreadOf)).toEqual([45_065, 47_351, 14_659]);
});

test('tasks come so much later, but never when they would be pointless', () => {
  expect(laterBy([task], 29_999)).toEqual([{ ...task, dueAt: 1_029_999 }]);
  expect(laterBy([task], 30_000)).toEqual([task]);
  expect(laterBy([task], 0)).toEqual([task]);
});
