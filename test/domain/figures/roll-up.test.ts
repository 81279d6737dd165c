import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { avoidsOffice, isTelework, peakAvoidance } from '../../../src/domain/answers/work-style';
import { DAY_STATUSES, type DayStatus, SMALLEST_GROUP } from '../../../src/domain/figures/disclosure';
import { type Cell, figuresOf, groupsOf, reviseRollUp, rollUpOf } from '../../../src/domain/figures/roll-up';
import { Attacker } from '../../support/figures/attacker';
import { countStatuses } from '../../support/figures/enumerate';

interface Someone {
  teams: string[];
  here: string[];
  status: DayStatus;
}

const DEPARTMENTS = [
  { id: 'd1', name: 'Sales', teams: ['a', 'b'] },
  { id: 'd2', name: 'Works', teams: ['c'] },
];
const TEAMS = ['a', 'b', 'c', 'd'];

const someone: fc.Arbitrary<Someone> = fc
  .record({
    teams: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...TEAMS).map((team) => [team]) },
      { weight: 1, arbitrary: fc.subarray(TEAMS, { minLength: 1 }) },
    ),
    silentIn: fc.oneof({ weight: 5, arbitrary: fc.constant<string[]>([]) }, fc.subarray(TEAMS)),
    status: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<DayStatus>('home', 'office') },
      fc.constantFrom(...DAY_STATUSES),
    ),
  })
  .map(({ teams, silentIn, status }) => ({
    teams,
    here: teams.filter((team) => !silentIn.includes(team)),
    status,
  }));
const organisation = fc.array(someone, { minLength: 1, maxLength: 90 });

function cellsOf(people: readonly Someone[]): Cell[] {
  const keys = [...new Set(people.map(({ teams, here }) => JSON.stringify({ teams, here })))];
  return keys.map((key) => ({
    ...JSON.parse(key),
    counts: countStatuses(
      people.filter(({ teams, here }) => JSON.stringify({ teams, here }) === key).map(({ status }) => status),
    ),
  }));
}

const isStyle = (status: DayStatus) => status !== 'no-answer' && status !== 'not-scheduled';

test('counts each person once, and brackets what an independent recount says', () => {
  fc.assert(
    fc.property(organisation, fc.constantFrom(null, ...DEPARTMENTS), (people, department) => {
      const own = people.filter(
        ({ teams }) => department === null || teams.some((team) => department.teams.includes(team)),
      );
      const heard = own.filter(({ here }) => here.length > 0);
      const told = figuresOf(rollUpOf(cellsOf(people), DEPARTMENTS), department?.id ?? null);
      expect(told.people).toBe(own.length);
      const recount = {
        answered: heard.filter(({ status }) => isStyle(status)),
        telework: heard.filter(({ status }) => isStyle(status) && isTelework(status as 'home')),
        noOfficeVisit: heard.filter(({ status }) => isStyle(status) && avoidsOffice(status as 'home')),
        members: own.filter(({ here, status }) => here.length === 0 || status !== 'not-scheduled'),
        peakAvoided: heard.filter(
          ({ status }) => isStyle(status) && peakAvoidance(status as 'home') === 'always',
        ),
      };
      for (const [name, { length }] of Object.entries(recount)) {
        const { from, until } = told[name as keyof typeof recount];
        expect([name, from <= length && length <= until]).toEqual([name, true]);
        expect(until).toBeLessThanOrEqual(own.length);
      }
    }),
  );
});

test('is exact where every unit can be taken apart', () => {
  const of = (team: string, status: DayStatus, count: number): Someone[] =>
    Array.from({ length: count }, () => ({ teams: [team], here: [team], status }));
  const people = [
    ...of('a', 'home', 12),
    ...of('a', 'office', 8),
    ...of('b', 'home', 5),
    ...of('b', 'office', 6),
  ];
  const roll = rollUpOf(cellsOf(people), DEPARTMENTS);
  expect(figuresOf(roll, null).telework).toEqual({ from: 17, until: 17 });
  expect(figuresOf(roll, 'd1').people).toBe(31);
  expect(figuresOf(roll, 'd2').people).toBe(0);
  const manager: Someone = { teams: ['a', 'b'], here: ['a', 'b'], status: 'home' };
  const wider = figuresOf(rollUpOf(cellsOf([...people, manager]), DEPARTMENTS), 'd1');
  expect(wider).toMatchObject({ people: 32, telework: { from: 17, until: 18 } });
});

describe('against a reader who knows every answer that the tallies of some teams count', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  test('a unit is known wholly or not at all, and tells of no 1 to 4 others', () => {
    fc.assert(
      fc.property(organisation, fc.subarray(TEAMS), (people, read) => {
        const roll = rollUpOf(cellsOf(people), DEPARTMENTS);
        const isKnown = (here: readonly string[]) => here.some((team) => read.includes(team));
        // Whatever is told is computed from these groups.
        for (const unit of roll.units.filter(({ here }) => !isKnown(here))) {
          const own = people.filter(
            ({ here, teams }) =>
              JSON.stringify([...here].sort()) === JSON.stringify(unit.here) &&
              JSON.stringify(
                DEPARTMENTS.filter((one) => one.teams.some((team) => teams.includes(team))).map(
                  ({ id }) => id,
                ),
              ) === JSON.stringify(unit.departments),
          );
          expect(own).toHaveLength(unit.people);
          for (const group of unit.groups) expect(group.people).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        }
        const rest = people.filter(({ here }) => !isKnown(here) && here.length > 0);
        const untold = roll.units.filter(({ here }) => !isKnown(here));
        expect(untold.reduce((sum, unit) => sum + unit.people, 0)).toBe(rest.length);
      }),
    );
  });

  test('the last team tells no more than its own groups, whatever is subtracted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<DayStatus>('home', 'home', 'office'), { minLength: 5, maxLength: 24 }),
        (last) => {
          const others = Array.from({ length: 20 }, (_, index): Someone => {
            return { teams: ['a'], here: ['a'], status: index < 12 ? 'home' : 'office' };
          });
          const people = [...others, ...last.map((status) => ({ teams: ['b'], here: ['b'], status }))];
          const roll = rollUpOf(cellsOf(people), DEPARTMENTS);
          const groups = groupsOf(roll, 'd1').flat();
          // The reader takes the exact tally of team a off.
          const left = groupsOf(rollUpOf(cellsOf(others), DEPARTMENTS), 'd1').flat();
          const unread = groups.slice(left.length);
          const publications = { layers: [{ kind: 'first' as const, groups: unread }], people: null };
          expect(new Attacker(highs, publications).broken(last.map((status) => [status]))).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });
});

test('is revised where every group moves by nobody or by five', () => {
  const people = (home: number, office: number, unheard = 2): Someone[] => [
    ...Array.from({ length: home }, (): Someone => ({ teams: ['a'], here: ['a'], status: 'home' })),
    ...Array.from({ length: office }, (): Someone => ({ teams: ['a'], here: ['a'], status: 'office' })),
    ...Array.from({ length: unheard }, (): Someone => ({ teams: ['a'], here: [], status: 'home' })),
  ];
  const first = rollUpOf(cellsOf(people(10, 10)), DEPARTMENTS);
  const revised = (cells: Cell[], earlier = [first]) => reviseRollUp(earlier, cells);
  expect(revised(cellsOf(people(10, 10)))).toBeNull();
  expect(revised(cellsOf(people(11, 9)))).toBeNull();
  expect(revised(cellsOf(people(11, 10, 1)))).toBeNull();
  const later = revised(cellsOf(people(15, 5)));
  expect(later && figuresOf(later, null).telework).toEqual({ from: 15, until: 15 });
  expect(revised([])).toBeNull();
  expect(reviseRollUp([], cellsOf(people(10, 10)))).toBeNull();
});
