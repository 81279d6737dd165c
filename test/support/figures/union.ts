import type { Highs } from 'highs';
import { type DayStatus, type PublishedGroup, SMALLEST_GROUP } from '../../../src/domain/figures/disclosure';

/** People of a roster who stand together, as a reader knows them: by their teams, for instance. */
export interface Part {
  name: string;
  statuses: readonly DayStatus[];
}

/** One published table about some of the parts: its groups, and how many people it tells nothing of. */
export interface Table {
  parts: readonly string[];
  groups: readonly PublishedGroup[];
  untold: number;
}

type Cell = { part: string; status: DayStatus; places: readonly number[] };

const UNTOLD = -1;

/**
 * What one reader learns who has all these tables of the same people, and knows who stands in which part: the counts of
 * 1 to 4 people of a part, or of all, that are bounded below five. Every way to stand in a part, with a status, in one
 * group of each table, is an integer variable.
 */
export function brokenByUnion(highs: Highs, parts: readonly Part[], tables: readonly Table[]): string[] {
  const statuses = [...new Set(parts.flatMap((part) => part.statuses))];
  const cells = parts.flatMap(({ name }) =>
    statuses.flatMap((status) =>
      placesOf(name, status, tables).map((places): Cell => ({ part: name, status, places })),
    ),
  );
  const sum = (matches: (cell: Cell) => boolean) => {
    const names = cells.flatMap((cell, index) => (matches(cell) ? [`y${index}`] : []));
    return names.length === 0 ? '0 y0' : names.join('\n + ');
  };
  const constraints = [
    ...parts.map((part) => `${sum((cell) => cell.part === part.name)} = ${part.statuses.length}`),
    ...tables.flatMap(({ groups, untold }, table) => [
      ...groups.map(({ people }, group) => `${sum(({ places }) => places[table] === group)} = ${people}`),
      `${sum(({ places }) => places[table] === UNTOLD)} = ${untold}`,
    ]),
  ];
  const most = (matches: (cell: Cell) => boolean) => {
    const problem = `Maximize\n ${sum(matches)}\nSubject To\n ${constraints.join('\n ')}\nGenerals\n ${cells
      .map((_, index) => `y${index}`)
      .join('\n ')}\nEnd`;
    const solved = highs.solve(problem, { output_flag: false });
    if (solved.Status !== 'Optimal') throw new Error(`the solver says: ${solved.Status}`);
    return Math.round(solved.ObjectiveValue);
  };
  const scopes = [...parts.map(({ name }) => [name]), parts.map(({ name }) => name)];
  return scopes.flatMap((scope) => {
    const own = parts.filter(({ name }) => scope.includes(name)).flatMap((part) => part.statuses);
    if (own.length < SMALLEST_GROUP) return [];
    return statuses.flatMap((status) => {
      const truth = own.filter((one) => one === status).length;
      if (truth === 0 || truth >= SMALLEST_GROUP) return [];
      const bound = most((cell) => cell.status === status && scope.includes(cell.part));
      return bound >= SMALLEST_GROUP ? [] : [`${status} in ${scope.join('+')}: ${truth}, at most ${bound}`];
    });
  });
}

/** The groups of each table that people of the part with the status can stand in; one where the table is not of them. */
function placesOf(part: string, status: DayStatus, tables: readonly Table[]): number[][] {
  return tables.reduce<number[][]>(
    (ways, { parts, groups, untold }) => {
      const own = groups.flatMap((group, index) => (group.statuses.includes(status) ? [index] : []));
      const places = parts.includes(part) ? [...own, ...(untold > 0 ? [UNTOLD] : [])] : [-2];
      return ways.flatMap((way) => places.map((place) => [...way, place]));
    },
    [[]],
  );
}
