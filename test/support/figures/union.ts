import type { Highs } from 'highs';
import { type DayStatus, type PublishedGroup, SMALLEST_GROUP } from '../../../src/domain/figures/disclosure';

/** People whom a reader cannot tell apart, at one or two moments: by their teams, and by whether they answered late. */
export interface Part {
  name: string;
  /** Of each person, their status at each moment. */
  people: readonly (readonly DayStatus[])[];
  /** Silent at the first moment; others have one status at all moments. */
  late: boolean;
}

/** Exact numbers of people of some parts, in these groups, at a moment. */
export interface Table {
  parts: readonly string[];
  moment: number;
  groups: readonly PublishedGroup[];
}

interface Way {
  part: string;
  statuses: readonly DayStatus[];
}

/**
 * What the told tables add to what a reader of the known ones has: a count of 1 to 4 people that is bounded below five
 * more closely, or any bound on people who are fewer than five. Every way of a person of a part to have spent the moments
 * is an integer variable: how many people did.
 */
export function addedByTables(
  highs: Highs,
  parts: readonly Part[],
  { known, told }: { known: readonly Table[]; told: readonly Table[] },
): string[] {
  const statuses = [...new Set(parts.flatMap(({ people }) => people.flat()))];
  const ways = parts.flatMap((part) => waysOf(part, statuses));
  const sum = (matches: (way: Way) => boolean) => {
    const names = ways.flatMap((way, index) => (matches(way) ? [`y${index}`] : []));
    return names.length === 0 ? '0 y0' : names.join('\n + ');
  };
  const rows = (tables: readonly Table[]) => [
    ...parts.map((part) => `${sum((way) => way.part === part.name)} = ${part.people.length}`),
    ...tables.flatMap(({ parts: own, moment, groups }) =>
      groups.map((group) => {
        const isIn = (way: Way) =>
          own.includes(way.part) && group.statuses.includes(way.statuses[moment] as DayStatus);
        return `${sum(isIn)} = ${group.people}`;
      }),
    ),
  ];
  const [before, after] = [rows(known), rows([...known, ...told])];
  const most = (constraints: readonly string[], matches: (way: Way) => boolean) => {
    const problem = `Maximize\n ${sum(matches)}\nSubject To\n ${constraints.join('\n ')}\nGenerals\n ${ways
      .map((_, index) => `y${index}`)
      .join('\n ')}\nEnd`;
    const solved = highs.solve(problem, { output_flag: false });
    if (solved.Status !== 'Optimal') throw new Error(`the solver says: ${solved.Status}`);
    return Math.round(solved.ObjectiveValue);
  };
  const scopes = [...parts.map(({ name }) => [name]), parts.map(({ name }) => name)];
  return scopes.flatMap((scope) => {
    const own = parts.filter(({ name }) => scope.includes(name)).flatMap(({ people }) => people);
    return statuses.flatMap((status) =>
      (own[0] ?? []).flatMap((_, moment) => {
        const truth = own.filter((one) => one[moment] === status).length;
        const isFew = own.length < SMALLEST_GROUP;
        if (!isFew && (truth === 0 || truth >= SMALLEST_GROUP)) return [];
        const matches = (way: Way) => scope.includes(way.part) && way.statuses[moment] === status;
        const bound = most(after, matches);
        if (bound >= SMALLEST_GROUP || bound >= most(before, matches)) return [];
        return [`${status} in ${scope.join('+')} at ${moment}: ${truth}, at most ${bound}`];
      }),
    );
  });
}

function waysOf({ name, people, late }: Part, statuses: readonly DayStatus[]): Way[] {
  const [first] = people;
  return statuses.map((status) => ({
    part: name,
    statuses: (first ?? []).map((_, moment) => (late && moment === 0 ? 'no-answer' : status)),
  }));
}
