import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { avoidsOffice, isTelework, peakAvoidance } from '../../../src/domain/answers/work-style';
import { DAY_STATUSES, type DayStatus, disclose } from '../../../src/domain/figures/disclosure';
import { type Cell, figuresOf, nextRollUp, type RollUp, rollUpOf } from '../../../src/domain/figures/roll-up';
import { countStatuses } from '../../support/figures/enumerate';
import { addedByTables, type Part, type Table } from '../../support/figures/union';

interface Someone {
  teams: string[];
  here: string[];
  status: DayStatus;
  late?: boolean;
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
  return keys.map((key) => {
    const own = people.filter(({ teams, here }) => JSON.stringify({ teams, here }) === key);
    return {
      ...JSON.parse(key),
      counts: countStatuses(own.map(({ status }) => status)),
      late: countStatuses(own.filter(({ late }) => late).map(({ status }) => status)),
    };
  });
}

const FIRST = { departments: DEPARTMENTS, at: 0 };
const END = { ...FIRST, over: true };

const isStyle = (status: DayStatus) => status !== 'no-answer' && status !== 'not-scheduled';

test('counts each person once, and brackets what an independent recount says', () => {
  fc.assert(
    fc.property(organisation, fc.constantFrom(null, ...DEPARTMENTS), (people, department) => {
      const own = people.filter(
        ({ teams }) => department === null || teams.some((team) => department.teams.includes(team)),
      );
      const heard = own.filter(({ here }) => here.length > 0);
      const told = figuresOf(rollUpOf(cellsOf(people), FIRST), department?.id ?? null);
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
  const roll = rollUpOf(cellsOf(people), FIRST);
  expect(figuresOf(roll, null).telework).toEqual({ from: 17, until: 17 });
  expect(figuresOf(roll, 'd1').people).toBe(31);
  expect(figuresOf(roll, 'd2').people).toBe(0);
  const manager: Someone = { teams: ['a', 'b'], here: ['a', 'b'], status: 'home' };
  const wider = figuresOf(rollUpOf(cellsOf([...people, manager]), FIRST), 'd1');
  expect(wider).toMatchObject({ people: 32, telework: { from: 18, until: 19 } });
});

describe('a reader who knows the exact tallies of any teams', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  const status = fc.constantFrom<DayStatus>('home', 'home', 'office', 'leave', 'no-answer');
  const teams = fc.constantFrom(
    ...[['a'], ['a'], ['b'], ['c'], ['d'], ['a', 'b'], ['a', 'c'], ['b', 'c', 'd'], ['a', 'b', 'c', 'd']],
  );
  /** People who are alike: crowds, and a few here and there. */
  const some = fc
    .record({
      ...{
        teams,
        status,
        late: fc.constantFrom(false, false, true),
        silent: fc.constantFrom(false, false, true),
      },
      count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 5, max: 16 })),
    })
    .map(({ count, silent, ...one }): Someone[] =>
      Array.from({ length: count }, () => ({ ...one, here: silent ? one.teams.slice(0, 1) : one.teams })),
    );
  const staff = fc.array(some, { minLength: 3, maxLength: 9 }).map((blocks) => blocks.flat());

  const nameOf = ({ teams: own, here, late }: Someone) =>
    `${own.join('')}/${here.join('')}${late ? ' late' : ''}`;
  const atFirst = (people: readonly Someone[]) =>
    people.map((one): Someone => (one.late ? { ...one, status: 'no-answer' } : one));
  /** Those of a team who are heard there, by parts; the others are silent in it, as every reader knows. */
  const heardIn = (team: string, people: readonly Someone[]) =>
    people.filter(({ here }) => here.includes(team));
  const tableOf = (
    team: string,
    people: readonly Someone[],
    moment: number,
    groups: Table['groups'],
  ): Table => {
    const heard = heardIn(team, people);
    const silent = people.filter((one) => one.teams.includes(team)).length - heard.length;
    return {
      parts: [...new Set(heard.map(nameOf))],
      moment,
      groups: groups.map((group) => ({
        ...group,
        people: group.people - (group.statuses.includes('no-answer') ? silent : 0),
      })),
    };
  };

  /** What the last of one or two roll-ups adds; the second has the late people. */
  function learned(people: readonly Someone[], read: readonly string[], told: readonly RollUp[]): string[] {
    const moments = told.map((_, moment) => (moment === 0 && told.length > 1 ? atFirst(people) : people));
    const parts = [...new Set(people.map(nameOf))].map((name): Part => {
      const own = people.filter((one) => nameOf(one) === name);
      const late = told.length > 1 && own[0]?.late === true;
      return {
        ...{ name, late },
        people: own.map((one) =>
          moments.map((_, moment) => (late && moment === 0 ? 'no-answer' : one.status)),
        ),
      };
    });
    const known = moments.flatMap((now, moment) =>
      read.map((team) => {
        const counts = countStatuses(heardIn(team, now).map((one) => one.status));
        const groups = DAY_STATUSES.map((one) => ({ statuses: [one], people: counts[one] }));
        return { ...tableOf(team, people, moment, []), groups };
      }),
    );
    // A team that is told as before may have changed.
    const [first = [], end] = told.map(({ units }, moment) =>
      units
        .filter(
          ({ team, groups }) =>
            !told[moment - 1]?.units.some(
              (unit) => unit.team === team && JSON.stringify(unit.groups) === JSON.stringify(groups),
            ),
        )
        .map(({ team, groups }) => tableOf(team, people, moment, groups)),
    );
    if (end) return addedByTables(highs, parts, { known: [...known, ...first], told: end });
    return addedByTables(highs, parts, { known, told: first });
  }

  test('is told no more of 1 to 4 people by what is told of a day', () => {
    fc.assert(
      fc.property(staff, fc.subarray(TEAMS), (people, read) => {
        expect(learned(people, read, [rollUpOf(cellsOf(people), FIRST)])).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test('nor by its end, where they know who was late', () => {
    fc.assert(
      fc.property(staff, fc.subarray(TEAMS), (people, read) => {
        const first = rollUpOf(cellsOf(atFirst(people).map((one) => ({ ...one, late: false }))), FIRST);
        const end = nextRollUp([first], cellsOf(people), END);
        expect(learned(people, read, end ? [first, end] : [first])).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  const of = (own: string[], style: DayStatus, count: number, late = false): Someone[] =>
    Array.from({ length: count }, () => ({ teams: own, here: own, status: style, late }));

  test('would be, if people of several teams did not raise the bar', () => {
    const people = [...of(['a', 'b'], 'home', 3), ...of(['a', 'b'], 'office', 5), ...of(['b'], 'home', 3)];
    const roll = rollUpOf(cellsOf(people), FIRST);
    expect(learned(people, ['a'], [roll])).toEqual([]);
    const units = roll.units.map((unit) => ({
      ...unit,
      groups: disclose(countStatuses(people.map((one) => one.status))),
    }));
    expect(
      learned(people, ['a'], [{ ...roll, units: units.filter(({ team }) => team === 'b') }]),
    ).toContainEqual('office in b/b at 0: 0, at most 0');
  });

  test('would be, if the end told of one who was late', () => {
    const people = [...of(['a'], 'home', 9), ...of(['a'], 'office', 9), ...of(['a'], 'home', 1, true)];
    const first = rollUpOf(cellsOf(atFirst(people).map((one) => ({ ...one, late: false }))), FIRST);
    const end = nextRollUp([first], cellsOf(people), END);
    expect(learned(people, [], [first, end ?? first])).toEqual([]);
    expect(learned(people, [], [first, rollUpOf(cellsOf(people), END)])).toContainEqual(
      'no-answer in a/a late at 1: 0, at most 0',
    );
  });
});

describe('what is told of a day besides what was told', () => {
  const crew = (home: number, office: number, late: readonly DayStatus[] = []): Cell[] => {
    const of = (status: DayStatus, isLate: boolean): Someone => {
      return { teams: ['a'], here: ['a'], status, late: isLate };
    };
    return cellsOf([
      ...Array.from({ length: home }, () => of('home', false)),
      ...Array.from({ length: office }, () => of('office', false)),
      ...late.map((status) => of(status, true)),
    ]);
  };
  const silent = (count: number) => Array.from({ length: count }, (): DayStatus => 'no-answer');
  const atHome = (count: number) => Array.from({ length: count }, (): DayStatus => 'home');
  const telework = (told: RollUp | null) => told && figuresOf(told, null).telework;
  const first = rollUpOf(crew(10, 10, silent(10)), FIRST);

  test.each([
    ['nobody was late', silent(10), 10],
    ['one was', [...atHome(1), ...silent(9)], 10],
    ['ten were', atHome(10), 20],
  ])('where %s, its end tells what may be told', (_, late, expected) => {
    const told = nextRollUp([first], crew(10, 10, late), END);
    expect(told?.over).toBe(true);
    expect(telework(told)).toEqual({ from: expected, until: expected });
  });

  test('what was told at its end stays', () => {
    const end = nextRollUp([first], crew(10, 10, silent(10)), END);
    expect(nextRollUp(end ? [first, end] : [], crew(10, 20), END)).toBeNull();
  });

  test('after a further window it is told where anything may be told', () => {
    expect(nextRollUp([first], crew(10, 10, silent(10)), FIRST)).toBeNull();
    expect(telework(nextRollUp([first], crew(10, 10, atHome(10)), FIRST))).toEqual({ from: 20, until: 20 });
  });

  test('a team of which nothing was told apart is, once it is far from that', () => {
    const quiet = rollUpOf(crew(4, 26), FIRST);
    expect(telework(quiet)).toEqual({ from: 0, until: 30 });
    expect(telework(nextRollUp([quiet], crew(4, 10, [...atHome(5), ...silent(11)]), END))).toMatchObject({
      from: 0,
    });
    expect(telework(nextRollUp([quiet], crew(4, 18, atHome(8)), END))).toEqual({ from: 12, until: 12 });
  });
});
