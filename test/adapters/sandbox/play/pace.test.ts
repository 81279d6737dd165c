import { progressAt, speedAt } from '../../../../adapters/sandbox/play/pace';

describe('the pace', () => {
  const WINDOW = 3.5 * 3_600_000;

  test('is slow in the first minutes and fast in the quiet middle', () => {
    expect(speedAt(0.01, WINDOW)).toBeLessThan(100);
    expect(speedAt(0.4, WINDOW)).toBeGreaterThan(500);
    expect(speedAt(-5, 1000)).toBe(1);
  });

  test('makes the whole day last about 40 seconds', () => {
    let share = -0.006;
    let seconds = 0;
    for (; share < 1.06; seconds += 0.1) share += (speedAt(share, WINDOW) * 100) / WINDOW;
    expect(seconds).toBeGreaterThan(36);
    expect(seconds).toBeLessThan(46);
  });

  test('shows a progress which grows from 0 to 1', () => {
    const shares = Array.from({ length: 50 }, (_, index) => -0.01 + index * 0.022);
    const progress = shares.map(progressAt);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect([progress[0], progressAt(1.06), progressAt(2)]).toEqual([0, 1, 1]);
  });
});
