import fc from 'fast-check';
import { WORK_STYLES } from '../../../src/domain/answers/work-style';
import { judge } from '../../../src/domain/campaigns/conditions';
import type { Terms } from '../../../src/domain/campaigns/terms';
import { NO_STATUSES } from '../../../src/domain/figures/book';
import type { StatusCounts } from '../../../src/domain/figures/disclosure';
import { aCampaign } from '../../support/sample-data';

const WEEK = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27'];
const CORE = '2018-07-24';
const SPECIAL: Terms = { minimumDays: 2, minimumCorePeople: 100, measuresEffects: true };

const booksOf = (days: Record<string, Partial<StatusCounts>>) =>
  new Map(Object.entries(days).map(([day, counts]) => [day, { ...NO_STATUSES, ...counts }]));
const judged = (terms: Terms, days: Record<string, Partial<StatusCounts>>, today: string) =>
  judge(aCampaign(WEEK, [CORE], { terms }), booksOf(days), today);

describe('the books of a campaign', () => {
  it.each([
    ['nothing yet', SPECIAL, {}, '2018-07-20', 'registered', ['open 0/2', 'open 0/100', 'elsewhere 0/1']],
    [
      'a day done',
      SPECIAL,
      { '2018-07-23': { home: 87 } },
      CORE,
      'registered',
      ['open 1/2', 'open 0/100', 'elsewhere 0/1'],
    ],
    [
      'too few people on the core day',
      SPECIAL,
      { '2018-07-23': { home: 90 }, [CORE]: { home: 80, mobile: 7, 'off-peak': 20 } },
      '2018-07-25',
      'registered',
      ['met 2/2', 'missed 87/100', 'elsewhere 0/1'],
    ],
    [
      'enough of all',
      SPECIAL,
      { '2018-07-23': { home: 9 }, [CORE]: { home: 90, satellite: 6, 'home-part': 4 } },
      '2018-07-25',
      'teleworking',
      ['met 2/2', 'met 100/100', 'elsewhere 0/1'],
    ],
    [
      'too few days left',
      { minimumDays: 3 },
      { '2018-07-23': { home: 9 } },
      '2018-07-27',
      'registered',
      ['missed 1/3'],
    ],
    ['nothing asked, nobody answered', {}, { [CORE]: { 'no-answer': 9 } }, '2018-07-25', 'registered', []],
    ['nothing asked, nobody teleworked', {}, { [CORE]: { office: 9 } }, '2018-07-25', 'participating', []],
    [
      'nothing asked, one teleworked',
      {},
      { [CORE]: { office: 9, mobile: 1 } },
      '2018-07-25',
      'teleworking',
      [],
    ],
  ] as const)('with %s', (_, terms, days, today, standing, conditions) => {
    const progress = judged(terms, days, today);
    expect(progress.standing).toBe(standing);
    expect(progress.conditions.map(({ state, have, need }) => `${state} ${have}/${need}`)).toEqual(
      conditions,
    );
  });

  it('name the next core day while it can be met, else the best one', () => {
    const two = aCampaign(WEEK, ['2018-07-24', '2018-07-26'], { terms: { minimumCorePeople: 50 } });
    const asked = (books: ReturnType<typeof booksOf>, today: string) =>
      judge(two, books, today).conditions[0];
    const first = booksOf({ '2018-07-24': { home: 30 } });
    expect(asked(first, '2018-07-25')).toMatchObject({ state: 'open', have: 30, day: '2018-07-26' });
    const both = booksOf({ '2018-07-24': { home: 30 }, '2018-07-26': { home: 20 } });
    expect(asked(both, '2018-07-27')).toMatchObject({ state: 'missed', have: 30, day: '2018-07-24' });
  });

  it('alone decide, and person-days are their sum', () => {
    const counts = fc.record(
      Object.fromEntries(WORK_STYLES.map((style) => [style, fc.nat(200)])),
    ) as fc.Arbitrary<Partial<StatusCounts>>;
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...WEEK), counts),
        fc.record({
          minimumDays: fc.integer({ min: 1, max: 5 }),
          minimumCorePeople: fc.integer({ min: 1, max: 300 }),
        }),
        (days, terms) => {
          const books = booksOf(days);
          const progress = judge(aCampaign(WEEK, [CORE], { terms }), books, '2018-08-01');
          const telework = [...books.values()].map(
            (one) => one.home + one['home-part'] + one.satellite + one.mobile,
          );
          expect(progress.personDays).toBe(telework.reduce((sum, one) => sum + one, 0));
          expect(progress.done).toBe(books.size);
          // Once every day is over, a condition is met or missed.
          expect(progress.conditions.some(({ state }) => state === 'open')).toBe(false);
          const isMet =
            telework.filter((one) => one > 0).length >= terms.minimumDays &&
            progress.conditions[1]?.have !== undefined &&
            progress.conditions[1].have >= terms.minimumCorePeople;
          expect(progress.standing === 'registered').toBe(!isMet);
        },
      ),
    );
  });
});
