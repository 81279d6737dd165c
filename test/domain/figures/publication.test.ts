import { type DayStatus, disclose } from '../../../src/domain/figures/disclosure';
import {
  type ClosedBooks,
  isReported,
  type Publications,
  planPublications,
} from '../../../src/domain/figures/publication';
import { NOBODY } from '../../support/figures/enumerate';

const NOTHING: Publications = { days: [], campaigns: [] };
const counts = (some: Partial<Record<DayStatus, number>>) => ({ ...NOBODY, ...some });
const FIRST = counts({ home: 20, office: 15 });
const MOVED = counts({ home: 14, office: 21 });

function books(change: Partial<ClosedBooks> = {}): ClosedBooks {
  return { campaign: 'td', days: [{ day: '2018-07-24', counts: FIRST }], people: null, ...change };
}

function published(...disclosures: ReturnType<typeof disclose>[]): Publications {
  return { days: [{ day: '2018-07-24', disclosures }], campaigns: [] };
}

const FINAL = { campaign: 'td', days: ['2018-07-24'], people: null };

test('a closed day is published once', () => {
  expect(planPublications(NOTHING, books()).days).toEqual([
    { day: '2018-07-24', disclosure: disclose(FIRST) },
  ]);
  expect(planPublications(published(disclose(FIRST)), books()).days).toEqual([]);
});

test('a correction follows where the rule allows it', () => {
  const corrected = (after: typeof FIRST) =>
    planPublications(published(disclose(FIRST)), books({ days: [{ day: '2018-07-24', counts: after }] }))
      .days;
  expect(corrected(MOVED)).toEqual([{ day: '2018-07-24', disclosure: disclose(MOVED) }]);
  expect(corrected(counts({ home: 19, office: 16 }))).toEqual([]);
});

test('nothing changes a day after the final report, whichever campaign reported it', () => {
  for (const campaign of ['td', 'other']) {
    const before = { ...published(disclose(FIRST)), campaigns: [{ ...FINAL, campaign }] };
    const plan = planPublications(before, books({ days: [{ day: '2018-07-24', counts: MOVED }] }));
    expect(plan.days).toEqual([]);
  }
});

test('people are published with the final report, once, and by the corrected figures', () => {
  expect(planPublications(NOTHING, books()).campaign).toBeNull();
  const last = books({ people: 14, days: [{ day: '2018-07-24', counts: MOVED }] });
  expect(planPublications(published(disclose(FIRST)), last)).toEqual({
    days: [{ day: '2018-07-24', disclosure: disclose(MOVED) }],
    campaign: { ...FINAL, people: { from: 10, until: null } },
  });
  const reported = { ...published(disclose(FIRST)), campaigns: [FINAL] };
  expect(planPublications(reported, last).campaign).toBeNull();
});

test('a campaign that was never polled has no final report', () => {
  expect(planPublications(NOTHING, books({ days: [], people: 0 })).campaign).toBeNull();
});

test('a campaign is reported once its final report has all its days', () => {
  const published = { ...NOTHING, campaigns: [FINAL] };
  expect(isReported(published, 'td', ['2018-07-24'])).toBe(true);
  expect(isReported(published, 'td', ['2018-07-24', '2018-07-25'])).toBe(false);
  expect(isReported(published, 'other', ['2018-07-24'])).toBe(false);
});

test('a day counts in the people of one campaign only', () => {
  const before = {
    ...NOTHING,
    campaigns: [{ ...FINAL, campaign: 'other', people: { from: 10, until: 19 } }],
  };
  expect(planPublications(before, books({ people: 20 })).campaign).toEqual(FINAL);
});
