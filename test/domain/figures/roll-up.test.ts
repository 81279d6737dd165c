import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { avoidsOffice, isTelework, peakAvoidance } from '../../../src/domain/answers/work-style';
import {
  DAY_STATUSES,
  type DayStatus,
  disclose,
  type PublishedGroup,
  SMALLEST_GROUP,
} from '../../../src/domain/figures/disclosure';
import { combineGroups, publishedTallies } from '../../../src/domain/figures/published-tallies';
import {
  type Cell,
  figuresOf,
  groupsOf,
  nextRollUp,
  publicationOf,
  type RollUp,
  rollUpOf,
} from '../../../src/domain/figures/roll-up';
import { Attacker } from '../../support/figures/attacker';
import { countStatuses } from '../../support/figures/enumerate';
import { brokenByUnion, type Table } from '../../support/figures/union';

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

/** Who is heard nowhere stands with one of their teams, as silent. */
function placeOf({ here, teams }: Pick<Someone, 'here' | 'teams'>): string[] {
  return here.length > 0 ? [...here].sort() : [...teams].sort().slice(0, 1);
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
              JSON.stringify(placeOf({ here, teams })) === JSON.stringify(unit.here) &&
              JSON.stringify(
                DEPARTMENTS.filter((one) => one.teams.some((team) => teams.includes(team))).map(
                  ({ id }) => id,
                ),
              ) === JSON.stringify(unit.departments),
          );
          expect(own).toHaveLength(unit.people);
          for (const group of unit.groups) expect(group.people).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        }
        const rest = people.filter((one) => !isKnown(placeOf(one)));
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

describe('all that one reader is told', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  const few = fc.array(
    fc.record({
      teams: fc.constantFrom(['a'], ['a'], ['b'], ['c'], ['c'], ['d'], ['a', 'c']),
      silent: fc.constantFrom(false, false, false, true),
      status: fc.constantFrom<DayStatus>('home', 'home', 'home', 'office', 'office', 'leave', 'no-answer'),
    }),
    { minLength: 12, maxLength: 60 },
  );

  function brokenIn(
    people: readonly Someone[],
    leaves: (told: RollUp) => readonly PublishedGroup[],
  ): string[] {
    const told = rollUpOf(cellsOf(people), DEPARTMENTS);
    const nameOf = (unit: Pick<RollUp['units'][number], 'departments' | 'here'>) =>
      `${unit.departments.join('')}/${unit.here.join('')}`;
    const parts = told.units.map((unit) => {
      const own = people.filter(
        (one) =>
          nameOf({
            departments: DEPARTMENTS.flatMap(({ id, teams }) =>
              teams.some((team) => one.teams.includes(team)) ? [id] : [],
            ),
            here: placeOf(one),
          }) === nameOf(unit),
      );
      const statuses = own.map(({ here, status }) => (here.length > 0 ? status : 'no-answer'));
      return { name: nameOf(unit), statuses };
    });
    const tableOf = (department: string | null): Table => {
      const inside = told.units.filter(
        ({ departments }) => department === null || departments.includes(department),
      );
      const groups = combineGroups(groupsOf(told, department));
      const all = inside.reduce((sum, unit) => sum + unit.people, 0);
      return {
        parts: inside.map(nameOf),
        groups,
        untold: groups.reduce((sum, group) => sum - group.people, all),
      };
    };
    const published = leaves(told);
    const organisers = {
      parts: parts.map(({ name }) => name),
      groups: published,
      untold: people.length - published.reduce((sum, group) => sum + group.people, 0),
    };
    return brokenByUnion(highs, parts, [tableOf(null), tableOf('d1'), tableOf('d2'), organisers]);
  }

  test('tallies of departments and of the organisation, and its figures for organisers, tell of no 1 to 4 people', () => {
    fc.assert(
      fc.property(few, (made) => {
        const people = made.map(({ teams, silent, status }): Someone => {
          return { teams: [...teams], here: silent ? [] : [...teams], status };
        });
        expect(brokenIn(people, publicationOf)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test('figures for organisers that passed the gate by themselves would', () => {
    const of = (team: string, status: DayStatus, count: number): Someone[] =>
      Array.from({ length: count }, () => ({ teams: [team], here: [team], status }));
    const people = [
      ...of('a', 'home', 12),
      ...of('a', 'office', 8),
      ...of('c', 'home', 3),
      ...of('c', 'office', 8),
    ];
    expect(brokenIn(people, publicationOf)).toEqual([]);
    const whole = (): readonly PublishedGroup[] =>
      disclose(countStatuses(people.map(({ status }) => status)));
    expect(brokenIn(people, whole)).toContainEqual('home in d2/c: 3, at most 3');
  });
});

describe('what is told of a day besides what was told', () => {
  const staff = (home: number, office: number, unheard = 2): Cell[] =>
    cellsOf([
      ...Array.from({ length: home }, (): Someone => ({ teams: ['a'], here: ['a'], status: 'home' })),
      ...Array.from({ length: office }, (): Someone => ({ teams: ['a'], here: ['a'], status: 'office' })),
      ...Array.from({ length: unheard }, (): Someone => ({ teams: ['a'], here: [], status: 'home' })),
    ]);
  const next = (earlier: RollUp[], cells: Cell[], change: { over?: boolean; report?: boolean } = {}) =>
    nextRollUp(earlier, cells, { departments: DEPARTMENTS, over: true, report: false, ...change });
  const telework = (told: RollUp | null) => told && figuresOf(told, null).telework;
  const running = rollUpOf(staff(10, 10), DEPARTMENTS);
  const first = rollUpOf(staff(10, 10), DEPARTMENTS, true);

  test.each([
    ['before the day’s end', running, false],
    ['after it', first, true],
  ])('%s: where every group moves by nobody or by five', (_, known, over) => {
    for (const cells of [staff(10, 10), staff(11, 9), staff(11, 10, 1), []])
      expect(next([known], cells, { over })).toBeNull();
    expect(telework(next([known], staff(15, 5), { over }))).toEqual({ from: 15, until: 15 });
  });

  test('what the end of the day finds, whoever was heard meanwhile', () => {
    const told = next([running], staff(11, 10, 1));
    expect(told).toMatchObject({ over: true, departments: running.departments });
    expect(telework(told)).toEqual({ from: 11, until: 11 });
    // What was told while the day ran binds nothing after it.
    expect(next(told ? [running, told] : [], staff(10, 10))).toBeNull();
  });

  test('what the final report finds', () => {
    expect(next([first], staff(10, 10), { report: true })).toBeNull();
    expect(telework(next([first], staff(9, 11), { report: true }))).toEqual({ from: 9, until: 9 });
  });
});

test('what leaves is made of the same units, in groups of five, and holds everybody', () => {
  fc.assert(
    fc.property(organisation, (people) => {
      const told = rollUpOf(cellsOf(people), DEPARTMENTS);
      const published = publicationOf(told);
      for (const group of published) expect(group.people).toBeGreaterThanOrEqual(SMALLEST_GROUP);
      const { people: all, ...figures } = figuresOf(told, null);
      const { roster, ...given } = publishedTallies([published]);
      expect(roster).toBe(published.length === 0 ? 0 : all);
      if (published.length === 0) return;
      for (const name of Object.keys(figures) as (keyof typeof figures)[]) {
        expect([name, given[name].from <= figures[name].from]).toEqual([name, true]);
        expect([name, given[name].until >= figures[name].until]).toEqual([name, true]);
      }
    }),
  );
});
