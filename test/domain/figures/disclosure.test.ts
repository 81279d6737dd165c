import fc from 'fast-check';
import { DAY_STATUSES, type DayStatus, disclose, revise } from '../../../src/domain/figures/disclosure';
import { brokenTables, NOBODY } from '../../support/figures/enumerate';
import { mergingNeighbours, showingZero, suppressing } from '../../support/figures/weaker-gates';

function counts(some: Partial<Record<DayStatus, number>>) {
  return { ...NOBODY, ...some };
}

function groups(some: Partial<Record<DayStatus, number>>) {
  return disclose(counts(some)).map(({ statuses, people }) => `${statuses.join('+')}: ${people}`);
}

const anyCounts = fc.record(
  Object.fromEntries(DAY_STATUSES.map((status) => [status, fc.nat(30)])) as Record<
    DayStatus,
    fc.Arbitrary<number>
  >,
);

describe('what is published of a day', () => {
  test('a large group of each status stands alone', () => {
    const all = Object.fromEntries(DAY_STATUSES.map((status) => [status, 5]));
    expect(groups(all).sort()).toEqual(DAY_STATUSES.map((status) => `${status}: 5`).sort());
  });

  test('a small group stands with its neighbour of the order', () => {
    expect(groups({ home: 20, satellite: 4, mobile: 3, 'home-part': 6, leave: 5, office: 9 })).toEqual([
      'home: 20',
      'satellite+mobile: 7',
      'home-part: 6',
      'leave+trip+not-scheduled: 5',
      'off-peak+office+no-answer: 9',
    ]);
  });

  test('telework is told apart from the rest only where five people stand on both sides', () => {
    expect(groups({ home: 5, office: 5 })).toHaveLength(2);
    expect(groups({ home: 96, office: 4 })).toHaveLength(1);
    expect(groups({ home: 4, office: 96 })).toHaveLength(1);
  });

  test('an empty side is not told apart: it looks like a side of few', () => {
    const shape = (office: number) => disclose(counts({ home: 100 - office, office }));
    expect(shape(0)).toEqual(shape(1));
    expect(shape(0)).toEqual(shape(4));
  });

  test('of a roster under five nothing is told but that it took part', () => {
    expect(groups({ home: 4 })).toEqual([]);
    expect(groups({})).toEqual([]);
    expect(groups({ home: 3, office: 2 })).toHaveLength(1);
  });

  test('groups are disjoint, cover the roster, and have five people or more', () => {
    fc.assert(
      fc.property(anyCounts, (some) => {
        const disclosure = disclose(some);
        const total = Object.values(some).reduce((sum, count) => sum + count, 0);
        if (total < 5) return disclosure.length === 0;
        const named = disclosure.flatMap(({ statuses }) => statuses);
        return (
          named.length === DAY_STATUSES.length &&
          new Set(named).size === named.length &&
          disclosure.every(
            ({ statuses, people }) =>
              people >= 5 && people === statuses.reduce((sum, status) => sum + some[status], 0),
          )
        );
      }),
    );
  });

  test('each status of a group may have nobody, or everybody in it', () => {
    fc.assert(
      fc.property(anyCounts, (some) => {
        const disclosure = disclose(some);
        return disclosure.every((group) =>
          group.statuses.every((status) => {
            const emptied = Object.fromEntries(group.statuses.map((one) => [one, 0]));
            const gathered = disclose({ ...some, ...emptied, [status]: group.people });
            return JSON.stringify(gathered) === JSON.stringify(disclosure);
          }),
        );
      }),
    );
  });
});

describe('a reader who knows the gate and compares every roster', () => {
  const FEWER: DayStatus[] = ['home', 'satellite', 'leave', 'office', 'no-answer'];
  const SOME: DayStatus[] = ['home', 'mobile', 'office'];

  test.each([5, 6, 10])('bounds no count of 1 to 4 of %i people below five', (people) => {
    expect(brokenTables(disclose, people)).toEqual([]);
  });

  test.each([12, 15, 16, 20])('bounds none of %i people with fewer statuses either', (people) => {
    expect(brokenTables(disclose, people, FEWER)).toEqual([]);
  });

  test('breaks the gate that hides the smallest counts', () => {
    expect(brokenTables(suppressing, 12, SOME)).toContain('home+mobile: 5, office: 7');
  });

  test('breaks the gate that merges the smallest groups', () => {
    expect(brokenTables(mergingNeighbours, 12, SOME)).toContain('home+mobile: 5, office: 7');
  });

  test('breaks the gate that shows zero', () => {
    expect(brokenTables(showingZero, 5, SOME)).toHaveLength(1);
  });
});

describe('a correction', () => {
  const first = disclose(counts({ home: 20, 'home-part': 5, office: 15 }));
  const moved = (home: number, office: number, part = 5) =>
    revise([first], counts({ home, office, 'home-part': part }))?.map(({ people }) => people) ?? null;

  test('is published where every group moves by none or by five or more', () => {
    expect(first.map(({ people }) => people)).toEqual([20, 5, 15]);
    expect(moved(15, 20)).toEqual([15, 5, 20]);
    expect(moved(10, 25)).toEqual([10, 5, 25]);
  });

  test('is not where a group moves by less, or by nothing at all', () => {
    expect(moved(19, 16)).toBeNull();
    expect(moved(15, 16, 9)).toBeNull();
    expect(moved(20, 15)).toBeNull();
  });

  test('is not where a group becomes small', () => {
    expect(moved(36, 4)).toBeNull();
    expect(moved(25, 15, 0)).toBeNull();
  });

  test('is not where the roster moves by less', () => {
    expect(moved(26, 10)).toBeNull();
    expect(moved(25, 15)).toEqual([25, 5, 15]);
  });

  test('keeps the groups of the first time', () => {
    const spread = counts({ home: 5, mobile: 10, 'home-part': 5, office: 10, leave: 10 });
    expect(revise([first], spread)?.map(({ statuses }) => statuses)).toEqual(
      first.map(({ statuses }) => statuses),
    );
  });

  test('is compared with everything published before', () => {
    const second = revise([first], counts({ home: 25, 'home-part': 5, office: 10 }));
    if (second === null) throw new Error('not published');
    expect(revise([first, second], counts({ home: 19, 'home-part': 5, office: 16 }))).toBeNull();
    expect(revise([first, second], counts({ home: 20, 'home-part': 5, office: 15 }))).toEqual(first);
  });

  test('tells nothing of a roster that was under five', () => {
    expect(revise([disclose(counts({ home: 4 }))], counts({ home: 20 }))).toBeNull();
  });
});
