import fc from 'fast-check';
import { tallyOf } from '../../../src/domain/answers/tally';
import { WORK_STYLES } from '../../../src/domain/answers/work-style';
import { DAY_STATUSES, type DayStatus, disclose } from '../../../src/domain/figures/disclosure';
import { combineGroups, publishedTallies } from '../../../src/domain/figures/published-tallies';
import { NOBODY } from '../../support/figures/enumerate';

const FULL = {
  ...{ home: 20, 'home-part': 6, satellite: 5, mobile: 7, 'off-peak': 8, leave: 9, trip: 5, office: 10 },
  ...{ 'no-answer': 6, 'not-scheduled': 5 },
};
const exactly = (people: number) => ({ from: people, until: people });

test('a tally that is a union of groups is exact; the peak depends on arrivals', () => {
  expect(publishedTallies([disclose(FULL)])).toEqual({
    roster: 81,
    members: exactly(76),
    answered: exactly(70),
    telework: exactly(38),
    peakAvoided: { from: 41, until: 55 },
    noOfficeVisit: exactly(41),
  });
});

test('a tally whose sides were published together is a range', () => {
  const few = disclose({ ...FULL, leave: 3, trip: 4, 'no-answer': 0 });
  expect(publishedTallies([few])).toMatchObject({
    roster: 68,
    members: { from: 56, until: 68 },
    telework: exactly(38),
    noOfficeVisit: { from: 32, until: 44 },
  });
  expect(publishedTallies([disclose({ ...NOBODY, home: 18, office: 2 })])).toMatchObject({
    telework: { from: 0, until: 20 },
    answered: { from: 0, until: 20 },
  });
});

test('days add up to person-days, and nothing published adds nothing', () => {
  const day = disclose(FULL);
  const few = disclose({ ...NOBODY, home: 4 });
  expect(publishedTallies([day, day, few])).toMatchObject({ roster: 162, telework: exactly(76) });
  expect(publishedTallies([few])).toMatchObject({ roster: 0, members: exactly(0) });
});

const anyCounts = fc.record(
  Object.fromEntries(DAY_STATUSES.map((status) => [status, fc.nat(15)])) as Record<
    DayStatus,
    fc.Arbitrary<number>
  >,
);

test('the true tallies lie within the published ranges', () => {
  fc.assert(
    fc.property(anyCounts, fc.constantFrom(null, '10:00', '10:30'), (counts, arrival) => {
      const groups = WORK_STYLES.map((style) => ({ style, arrival, count: counts[style], late: 0 }));
      const answered = WORK_STYLES.reduce((sum, style) => sum + counts[style], 0);
      const members = answered + counts['no-answer'];
      fc.pre(members >= 5);
      const tally = tallyOf(members, groups, '10:30');
      const published = publishedTallies([disclose(counts)]);
      for (const name of ['members', 'answered', 'telework', 'peakAvoided', 'noOfficeVisit'] as const) {
        expect(published[name].from).toBeLessThanOrEqual(tally[name]);
        expect(published[name].until).toBeGreaterThanOrEqual(tally[name]);
      }
    }),
  );
});

test('groups of several days come together in the widest one', () => {
  const wide = disclose({ ...FULL, satellite: 2 });
  const combined = combineGroups([disclose(FULL), wide]);
  const of = (status: DayStatus) => combined.find(({ statuses }) => statuses.includes(status));
  expect(of('satellite')).toEqual({ statuses: ['satellite', 'mobile'], people: 21 });
  expect(of('home')).toEqual({ statuses: ['home'], people: 40 });
  expect(combined.reduce((sum, { people }) => sum + people, 0)).toBe(81 + 78);
});
