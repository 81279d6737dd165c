import fc from 'fast-check';
import { responseCurve, type TallyGroup, tallyOf } from '../../../src/domain/answers/tally';
import { avoidsPeak, WORK_STYLES, type WorkStyle } from '../../../src/domain/answers/work-style';
import type { Millis } from '../../../src/domain/time/calendar';

const UNTIL = '10:30';
const aTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minutes) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`);
const aGroup: fc.Arbitrary<TallyGroup> = fc
  .record({
    style: fc.constantFrom(...WORK_STYLES),
    arrival: fc.option(aTime),
    count: fc.integer({ min: 1, max: 500 }),
    lateShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ style, arrival, count, lateShare }) => ({
    style,
    arrival,
    count,
    late: Math.floor(count * lateShare),
  }));
const groups = fc.array(aGroup, { maxLength: 20 });

describe('the tally of a poll', () => {
  it('keeps three figures apart, each of all members', () => {
    const tally = tallyOf(
      24,
      [
        group('home', 8),
        group('home-part', 2),
        group('home-part', 1, '09:30'),
        group('satellite', 1),
        group('mobile', 2, null, 2),
        group('off-peak', 3, '10:30'),
        group('off-peak', 1, '10:00', 1),
        group('leave', 1),
        group('trip', 1),
        group('office', 2),
      ],
      UNTIL,
    );
    expect(tally).toEqual({
      members: 24,
      answered: 22,
      unheard: 0,
      byStyle: {
        home: 8,
        'home-part': 3,
        satellite: 1,
        mobile: 2,
        'off-peak': 4,
        leave: 1,
        trip: 1,
        office: 2,
      },
      telework: 14,
      peakAvoided: 17,
      noOfficeVisit: 12,
      late: 3,
    });
  });

  it('of nobody is all zeros', () => {
    const tally = tallyOf(24, [], UNTIL);
    expect(tally.byStyle).toEqual(Object.fromEntries(WORK_STYLES.map((style) => [style, 0])));
    expect([tally.members, tally.answered, tally.telework, tally.peakAvoided, tally.noOfficeVisit]).toEqual([
      24, 0, 0, 0, 0,
    ]);
  });

  it('never counts who said nothing as being in the office', () => {
    expect(tallyOf(10, [group('home', 4)], UNTIL).byStyle.office).toBe(0);
  });

  it('sums: the styles make up the answers, and no figure exceeds them', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const total = given.reduce((sum, { count }) => sum + count, 0);
        const { byStyle, ...tally } = tallyOf(total, given, UNTIL);
        expect(Object.values(byStyle).reduce((sum, count) => sum + count, 0)).toBe(tally.answered);
        expect(tally.answered).toBe(total);
        expect(tally.telework).toBe(byStyle.home + byStyle['home-part'] + byStyle.satellite + byStyle.mobile);
        expect(tally.noOfficeVisit).toBe(byStyle.home + byStyle.satellite + byStyle.mobile + byStyle.leave);
        for (const figure of [tally.telework, tally.peakAvoided, tally.noOfficeVisit, tally.late]) {
          expect(figure).toBeLessThanOrEqual(tally.answered);
        }
        expect(tally.noOfficeVisit).toBeLessThanOrEqual(tally.peakAvoided);
      }),
    );
  });

  it('does not depend on the order of the groups, nor on how they were split', () => {
    fc.assert(
      fc.property(
        groups.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) => {
          const split = given.flatMap(({ count, late, ...choice }) => [
            { ...choice, count: count - late, late: 0 },
            { ...choice, count: late, late },
          ]);
          expect(tallyOf(9, shuffled, UNTIL)).toEqual(tallyOf(9, given, UNTIL));
          expect(tallyOf(9, split, UNTIL)).toEqual(tallyOf(9, given, UNTIL));
        },
      ),
    );
  });

  it('counts as one would by hand, person by person', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const people = given.flatMap(({ count, style, arrival }) =>
          Array.from({ length: count }, () => ({ style, arrival })),
        );
        const peakAvoided = people.filter((choice) => avoidsPeak(choice, UNTIL)).length;
        expect(tallyOf(people.length, given, UNTIL).peakAvoided).toBe(peakAvoided);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the response curve', () => {
  const opensAt: Millis = Date.UTC(2018, 6, 23, 22);
  const answersAfter = (...minutes: number[]) => minutes.map((minute) => opensAt + minute * 60_000);

  it('tells plans from answers, and when a quarter, half and three quarters of these had come', () => {
    expect(responseCurve(answersAfter(-600, -1, 9, 2, 0, 30), opensAt)).toEqual({
      planned: 2,
      counted: 4,
      quarter: 0,
      median: 2 * 60_000,
      threeQuarters: 9 * 60_000,
    });
  });

  it.each([
    ['ten called, three responded', 10, [1, 2, 3], [3, null, null]],
    ['half of ten', 10, [1, 2, 3, 4, 5], [3, 5, null]],
    ['plans are no response', 4, [-5, -4, -3, 2], [2, null, null]],
    ['one person', 1, [7], [7, 7, 7]],
    ['nobody', 0, [], [null, null, null]],
  ])('of a call to all: %s', (_, members, minutes, [quarter, half, threeQuarters]) => {
    const ms = (at: number | null | undefined) => (at == null ? null : at * 60_000);
    expect(responseCurve(answersAfter(...minutes), opensAt, members).whole).toEqual({
      quarter: ms(quarter),
      half: ms(half),
      threeQuarters: ms(threeQuarters),
    });
  });

  it.each([
    ['nobody', [], null],
    ['plans only', [-5, -1], null],
    ['one answer', [7], 7 * 60_000],
    ['an answer at the opening itself', [0], 0],
  ])('of %s', (_, minutes, median) => {
    expect(responseCurve(answersAfter(...minutes), opensAt).median).toBe(median);
  });

  it('takes the smallest delay which that share of the answers does not exceed (nearest rank)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 300 }), { maxLength: 200 }), (delays) => {
        const curve = responseCurve(
          delays.map((delay) => opensAt + delay),
          opensAt,
        );
        const counted = delays.filter((delay) => delay >= 0);
        expect([curve.planned, curve.counted]).toEqual([delays.length - counted.length, counted.length]);
        expect(curve.quarter).toBe(smallestReaching(counted, 1, 4));
        expect(curve.median).toBe(smallestReaching(counted, 1, 2));
        expect(curve.threeQuarters).toBe(smallestReaching(counted, 3, 4));
      }),
    );
  });
});

/** By definition, in whole numbers: the smallest value with `part / of` of all values at or below it. */
function smallestReaching(values: readonly number[], part: number, of: number): number | null {
  const reaching = values.filter(
    (value) => values.filter((other) => other <= value).length * of >= values.length * part,
  );
  return reaching.length === 0 ? null : Math.min(...reaching);
}

function group(style: WorkStyle, count: number, arrival: string | null = null, late = 0): TallyGroup {
  return { style, arrival, count, late };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
