import { tallyOf } from '../../../src/domain/answers/tally';
import { covers, shownStyles } from '../../../src/domain/answers/visibility';
import { WORK_STYLES } from '../../../src/domain/answers/work-style';

test.each([
  [null, false, false],
  [undefined, false, false],
  ['counts', false, true],
  ['counts', true, false],
  ['names', false, true],
  ['names', true, true],
] as const)('who agreed to %j counts in a poll that shows names %j: %j', (agreed, names, isCounted) => {
  expect(covers(agreed, { names })).toBe(isCounted);
});

test('leave and business trips are one, and no style is lost', () => {
  const groups = WORK_STYLES.map((style, index) => ({ style, arrival: null, count: index + 1, late: 0 }));
  const shown = shownStyles(tallyOf(100, groups, '10:30'));
  expect(shown.map(({ style }) => style)).toEqual([
    'home',
    'home-part',
    'satellite',
    'mobile',
    'off-peak',
    'away',
    'office',
  ]);
  expect(shown.find(({ style }) => style === 'away')?.count).toBe(6 + 7);
  expect(shown.reduce((total, { count }) => total + count, 0)).toBe(
    groups.reduce((sum, { count }) => sum + count, 0),
  );
});
