import fc from 'fast-check';
import { tallyOf } from '../../../src/domain/answers/tally';
import { type Counted, countsElsewhere, shownOf, shownStyles } from '../../../src/domain/answers/visibility';
import { WORK_STYLES } from '../../../src/domain/answers/work-style';
import { SMALLEST_GROUP } from '../../../src/domain/figures/disclosure';

const counted = fc.record({
  silent: fc.nat(6),
  groups: fc.array(
    fc.record({
      style: fc.constantFrom(...WORK_STYLES),
      arrival: fc.constant(null),
      count: fc.integer({ min: 1, max: 4 }),
      late: fc.constant(0),
    }),
    { maxLength: 4 },
  ),
});
const sum = (groups: Counted['groups']) => groups.reduce((total, { count }) => total + count, 0);
const part = ({ silent, groups }: { silent: number; groups: Counted['groups'] }): Counted => ({
  members: silent + sum(groups),
  groups,
});

test('an answer that was given elsewhere counts only among five or more that it could be of', () => {
  fc.assert(
    fc.property(counted, counted, fc.boolean(), (inTeam, outside, names) => {
      const [here, elsewhere] = [part(inTeam), part(outside)];
      const counts = {
        members: here.members + elsewhere.members,
        groups: [...here.groups, ...elsewhere.groups],
        here,
        elsewhere,
      };
      const shown = shownOf({ names }, counts);
      const among = names ? elsewhere.members : counts.members;
      expect(shown.members).toBe(counts.members);
      expect(sum(shown.groups) + shown.uncounted).toBe(sum(counts.groups));
      expect(sum(shown.groups)).toBeGreaterThanOrEqual(sum(here.groups));
      if (among < SMALLEST_GROUP) expect(sum(shown.groups)).toBe(sum(here.groups));
      else expect(shown.uncounted).toBe(0);
    }),
  );
});

test.each([
  [false, 2, 0, false],
  [false, 1, 4, true],
  [false, 0, 4, false],
  [true, 20, 4, false],
  [true, 20, 5, true],
  [true, 0, 5, true],
])('names %j, %i here, %i elsewhere: the latter count: %j', (names, here, elsewhere, isCounted) => {
  expect(countsElsewhere({ names }, here, elsewhere)).toBe(isCounted);
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
  expect(shown.reduce((total, { count }) => total + count, 0)).toBe(sum(groups));
});
