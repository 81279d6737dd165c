import type { TeamId } from '../people/person';
import type { Department } from '../teams/structure';
import { DAY_STATUSES, type Disclosure, disclose, revise, type StatusCounts } from './disclosure';
import { type PublishedTallies, publishedTallies } from './published-tallies';

/*
 * The tally of a department or of the organisation. A team's tally is exact and shown in its channel, so that exact sums
 * would tell a team by subtracting the others. People are therefore taken apart by the teams that are shown their
 * answers, and the answers of each of these units leave it through the gate alone: a reader who knows the tallies of any
 * teams knows a unit wholly or not at all, and of the others nothing but their groups of five people or more.
 */

/** People of a day who belong to the same teams; `here`: the teams that are shown their answers. */
export interface Cell {
  teams: readonly TeamId[];
  here: readonly TeamId[];
  /** Distinct people by status. */
  counts: StatusCounts;
}

/** The people whom the same teams are shown, in the same departments. */
interface Unit {
  /** Ids, in order. */
  departments: readonly string[];
  here: readonly TeamId[];
  people: number;
  /** Empty: fewer than five people, of whom only their number is told. */
  groups: Disclosure;
}

/** People whose answers no team is shown: they count as silent, whatever they answer. */
interface Unheard {
  departments: readonly string[];
  people: number;
}

/** What is told of a day, with the departments as they were. */
export interface RollUp {
  departments: readonly (Department & { polled: number })[];
  /** Teams that had a poll. */
  teams: number;
  units: readonly Unit[];
  unheard: readonly Unheard[];
}

/** The figures of the organisation or of a department: distinct people, and ranges where the units do not tell more. */
export interface RollUpFigures extends Omit<PublishedTallies, 'roster'> {
  /** Distinct people of the day; exact. */
  people: number;
}

/** Makes the first roll-up of a day. */
export function rollUpOf(cells: readonly Cell[], departments: readonly Department[]): RollUp {
  const polled = new Set(cells.flatMap(({ teams }) => teams));
  const { units, unheard } = unitsOf(cells, departments);
  return {
    departments: departments.map((one) => ({
      ...one,
      polled: one.teams.filter((team) => polled.has(team)).length,
    })),
    teams: polled.size,
    units: units.map(({ counts, ...unit }) => ({
      ...unit,
      people: sizeOf(counts),
      groups: disclose(counts),
    })),
    unheard,
  };
}

/**
 * The roll-up after later answers and corrections, in the units and groups of the first one; null where it has to stay
 * as it was: every group must have changed by nobody, or by five people or more, against each earlier one.
 */
export function reviseRollUp(earlier: readonly RollUp[], cells: readonly Cell[]): RollUp | null {
  const last = earlier.at(-1);
  if (!last) return null;
  const now = unitsOf(cells, last.departments);
  const units = last.units.map((unit): Unit | null => {
    const counts = now.units.find((one) => keyOf(one) === keyOf(unit))?.counts;
    if (!counts) return null;
    if (isSame(unit, counts)) return unit;
    const groups = revise(
      earlier.flatMap((one) => groupsIn(one, unit)),
      counts,
    );
    return groups && { ...unit, people: sizeOf(counts), groups };
  });
  const kept = units.filter((unit) => unit !== null);
  const isWhole = kept.length === now.units.length && kept.length === units.length;
  const isUnheardSame = JSON.stringify(now.unheard) === JSON.stringify(last.unheard);
  if (!isWhole || !isUnheardSame || kept.every((unit, index) => unit === last.units[index])) return null;
  return { ...last, units: kept };
}

/** The figures of the organisation, or of one department. */
export function figuresOf({ units, unheard }: RollUp, department: string | null): RollUpFigures {
  const isIn = (part: { departments: readonly string[] }) =>
    department === null || part.departments.includes(department);
  const inside = units.filter(isIn);
  const { roster: _, ...told } = publishedTallies(inside.map(({ groups }) => groups));
  const untold = inside.reduce((sum, { groups, people }) => sum + (groups.length === 0 ? people : 0), 0);
  const silent = unheard.filter(isIn).reduce((sum, { people }) => sum + people, 0);
  const widened = Object.fromEntries(
    Object.entries(told).map(([name, { from, until }]) => [name, { from, until: until + untold }]),
  ) as typeof told;
  const { members } = widened;
  return {
    ...widened,
    members: { from: members.from + silent, until: members.until + silent },
    people: inside.reduce((sum, { people }) => sum + people, silent),
  };
}

/** The published groups of the organisation's units, or of a department's. */
export function groupsOf({ units }: RollUp, department: string | null): Disclosure[] {
  return units
    .filter(({ departments }) => department === null || departments.includes(department))
    .map(({ groups }) => groups);
}

interface CountedUnit extends Pick<Unit, 'departments' | 'here'> {
  counts: StatusCounts;
}

function unitsOf(
  cells: readonly Cell[],
  departments: readonly Department[],
): { units: CountedUnit[]; unheard: Unheard[] } {
  const units = new Map<string, CountedUnit>();
  const unheard = new Map<string, Unheard>();
  for (const { teams, here, counts } of cells) {
    const own = departments.filter((one) => one.teams.some((team) => teams.includes(team)));
    const place = { departments: own.map(({ id }) => id).sort(), here: [...here].sort() };
    const key = keyOf(place);
    if (here.length === 0) {
      const people = (unheard.get(key)?.people ?? 0) + sizeOf(counts);
      unheard.set(key, { departments: place.departments, people });
    } else units.set(key, { ...place, counts: added(units.get(key)?.counts, counts) });
  }
  return { units: inOrder(units), unheard: inOrder(unheard) };
}

function keyOf({ departments, here }: Pick<Unit, 'departments' | 'here'>): string {
  return JSON.stringify([departments, here]);
}

function inOrder<T>(parts: ReadonlyMap<string, T>): T[] {
  return [...parts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, part]) => part);
}

function groupsIn({ units }: RollUp, { departments, here }: Unit): Disclosure[] {
  const found = units.find((one) => keyOf(one) === keyOf({ departments, here }));
  return found ? [found.groups] : [];
}

function isSame({ people, groups }: Unit, counts: StatusCounts): boolean {
  if (sizeOf(counts) !== people) return false;
  return groups.every(
    (group) => group.people === group.statuses.reduce((sum, status) => sum + counts[status], 0),
  );
}

function added(counts: StatusCounts | undefined, more: StatusCounts): StatusCounts {
  if (!counts) return more;
  return Object.fromEntries(
    DAY_STATUSES.map((status) => [status, counts[status] + more[status]]),
  ) as StatusCounts;
}

function sizeOf(counts: StatusCounts): number {
  return DAY_STATUSES.reduce((sum, status) => sum + counts[status], 0);
}
