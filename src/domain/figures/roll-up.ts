import type { TeamId } from '../people/person';
import type { Department } from '../teams/structure';
import {
  DAY_STATUSES,
  type Disclosure,
  disclose,
  gatherGroups,
  revise,
  type StatusCounts,
} from './disclosure';
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

/** The people whom the same teams are shown, or would be, in the same departments. */
interface Unit {
  /** Ids, in order. */
  departments: readonly string[];
  here: readonly TeamId[];
  people: number;
  /** Empty: fewer than five people, of whom only their number is told. */
  groups: Disclosure;
}

/** What is told of a day, with the departments as they were. */
export interface RollUp {
  departments: readonly (Department & { polled: number })[];
  /** Teams that had a poll. */
  teams: number;
  units: readonly Unit[];
  /** Made after the day's end; before, its figures are of the last window's end. */
  over?: true;
}

/** The figures of the organisation or of a department: distinct people, and ranges where the units do not tell more. */
export interface RollUpFigures extends Omit<PublishedTallies, 'roster'> {
  /** Distinct people of the day; exact. */
  people: number;
}

/** Makes the roll-up of a day by itself; `over`: the day has ended. */
export function rollUpOf(cells: readonly Cell[], departments: readonly Department[], over = false): RollUp {
  const polled = new Set(cells.flatMap(({ teams }) => teams));
  return {
    departments: departments.map(({ id, name, teams }) => ({
      ...{ id, name, teams },
      polled: teams.filter((team) => polled.has(team)).length,
    })),
    teams: polled.size,
    units: unitsOf(cells, departments).map(({ counts, ...unit }) => ({
      ...unit,
      people: sizeOf(counts),
      groups: disclose(counts),
    })),
    ...(over && { over }),
  };
}

/**
 * What is to be told of a day besides what was told; null: nothing. Before its end, and after it, the first roll-up
 * holds, with later answers and corrections as far as groups may move. What the end of the day and `report`, the final
 * report on a campaign, find is told in any case, as these are made once.
 */
export function nextRollUp(
  earlier: readonly RollUp[],
  cells: readonly Cell[],
  { departments, over, report }: { departments: readonly Department[]; over: boolean; report: boolean },
): RollUp | null {
  const last = earlier.at(-1);
  const whole = rollUpOf(cells, last?.departments ?? departments, over);
  if (!last || (over && !last.over)) return whole;
  if (report) return JSON.stringify(whole) === JSON.stringify(last) ? null : whole;
  return reviseRollUp(
    earlier.filter((one) => one.over === last.over),
    cells,
  );
}

/**
 * The roll-up after later answers and corrections, in the units and groups of the first one; null where it has to stay
 * as it was: every group must have changed by nobody, or by five people or more, against each earlier one.
 */
function reviseRollUp(earlier: readonly RollUp[], cells: readonly Cell[]): RollUp | null {
  const last = earlier.at(-1);
  if (!last) return null;
  const now = unitsOf(cells, last.departments);
  const units = last.units.map((unit): Unit | null => {
    const counts = now.find((one) => keyOf(one) === keyOf(unit))?.counts;
    if (!counts) return null;
    if (isSame(unit, counts)) return unit;
    const groups = revise(
      earlier.flatMap((one) => groupsIn(one, unit)),
      counts,
    );
    return groups && { ...unit, people: sizeOf(counts), groups };
  });
  const kept = units.filter((unit) => unit !== null);
  const isWhole = kept.length === now.length && kept.length === units.length;
  if (!isWhole || kept.every((unit, index) => unit === last.units[index])) return null;
  return { ...last, units: kept };
}

/** The figures of the organisation, or of one department. */
export function figuresOf({ units }: RollUp, department: string | null): RollUpFigures {
  const inside = units.filter(({ departments }) => department === null || departments.includes(department));
  const { roster: _, ...told } = publishedTallies(inside.map(({ groups }) => groups));
  const untold = peopleIn(inside.filter(({ groups }) => groups.length === 0));
  const widened = Object.fromEntries(
    Object.entries(told).map(([name, { from, until }]) => [name, { from, until: until + untold }]),
  ) as typeof told;
  return { ...widened, people: peopleIn(inside) };
}

function peopleIn(units: readonly Unit[]): number {
  return units.reduce((sum, { people }) => sum + people, 0);
}

/** The published groups of the organisation's units, or of a department's. */
export function groupsOf({ units }: RollUp, department: string | null): Disclosure[] {
  return units
    .filter(({ departments }) => department === null || departments.includes(department))
    .map(({ groups }) => groups);
}

/** What of it leaves the organisation: it is made of the same units, so that no figures can be subtracted. */
export function publicationOf({ units }: RollUp): Disclosure {
  return gatherGroups(
    units.map(({ groups }) => groups),
    peopleIn(units.filter(({ groups }) => groups.length === 0)),
  );
}

interface CountedUnit extends Pick<Unit, 'departments' | 'here'> {
  counts: StatusCounts;
}

/** People whose answers no team is shown are silent, whatever they answer, and stand with one of their teams. */
function unitsOf(cells: readonly Cell[], departments: readonly Department[]): CountedUnit[] {
  const units = new Map<string, CountedUnit>();
  for (const { teams, here, counts } of cells) {
    const own = departments.filter((one) => one.teams.some((team) => teams.includes(team)));
    const isHeard = here.length > 0;
    const unit = {
      departments: own.map(({ id }) => id).sort(),
      here: isHeard ? [...here].sort() : [...teams].sort().slice(0, 1),
    };
    const key = keyOf(unit);
    const told = isHeard ? counts : { ...NONE, 'no-answer': sizeOf(counts) };
    units.set(key, { ...unit, counts: added(units.get(key)?.counts, told) });
  }
  return [...units].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, unit]) => unit);
}

const NONE = Object.fromEntries(DAY_STATUSES.map((status) => [status, 0])) as StatusCounts;

function keyOf({ departments, here }: Pick<Unit, 'departments' | 'here'>): string {
  return JSON.stringify([departments, here]);
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
