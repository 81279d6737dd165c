import type { TeamId } from '../people/person';
import type { Department } from '../teams/structure';
import {
  DAY_STATUSES,
  type Disclosure,
  disclose,
  revise,
  SMALLEST_GROUP,
  type StatusCounts,
} from './disclosure';
import { type FigureRange, type PublishedTallies, publishedTallies } from './published-tallies';

/*
 * The tally of a department or of the organisation, for its members. A team's tally is exact and shown in its channel, so
 * that exact sums would tell a team by subtracting the others. Each team's tally therefore passes the gate by itself: who
 * knows it learns nothing. Who knows the tallies of other teams may know the people whom the team shares with them, so
 * that each side has to have as many people more. A sum of teams counts the people whom they share several times: it is
 * a range of that width, next to the exact number of distinct people.
 */

/** People of a day who belong to the same teams; `here`: the teams that are shown their answers. */
export interface Cell {
  teams: readonly TeamId[];
  here: readonly TeamId[];
  /** Distinct people by status. */
  counts: StatusCounts;
  /** Of them, those who answered after a certain moment. */
  late: StatusCounts;
}

/** A team as its channel shows it, as far as the gate lets pass. */
interface Unit {
  team: TeamId;
  people: number;
  /** Empty: of these people only their number is told. */
  groups: Disclosure;
}

/** The distinct people of a part of the organisation, and how often its teams count one of them besides. */
interface Heads {
  people: number;
  again: number;
}

/** What is told of a day, with the departments as they were. */
export interface RollUp extends Heads {
  departments: readonly (Department & Heads & { polled: number })[];
  /** Teams that had a poll. */
  teams: number;
  units: readonly Unit[];
  /** When it was made, in epoch ms. */
  at: number;
  /** Made after the day's end; before, its figures are of the last window's end. */
  over?: true;
}

/** The figures of the organisation or of a department: distinct people, and ranges where the units do not tell more. */
export interface RollUpFigures extends Omit<PublishedTallies, 'roster'> {
  /** Distinct people of the day; exact. */
  people: number;
}

/** `over`: the day has ended; `at`: the moment, in epoch ms. */
interface Moment {
  departments: readonly Department[];
  over?: boolean;
  at: number;
}

/** Makes the roll-up of a day by itself. */
export function rollUpOf(cells: readonly Cell[], { departments, over = false, at }: Moment): RollUp {
  const units = unitsOf(cells).map(({ team, counts, shared }) => {
    return { team, people: sizeOf(counts), groups: disclose(counts, shared) };
  });
  return {
    ...headsOf(cells, null),
    departments: departments.map(({ id, name, teams }) => ({
      ...{ id, name, teams, ...headsOf(cells, teams) },
      polled: teams.filter((team) => units.some((unit) => unit.team === team)).length,
    })),
    teams: units.length,
    units,
    at,
    ...(over && { over }),
  };
}

/**
 * What is told of a day later, of cells whose `late` people answered after the last roll-up. The first roll-up holds: a
 * reader may know who was late, so that a team is told otherwise only where its groups, and the late people in each of
 * them, are nobody more or at least five. Null: nothing is told otherwise, and the day had not ended before either.
 */
export function nextRollUp(
  earlier: readonly RollUp[],
  cells: readonly Cell[],
  moment: Moment,
): RollUp | null {
  const last = earlier.at(-1);
  if (!last) return rollUpOf(cells, moment);
  if (last.over) return null;
  const whole = rollUpOf(cells, { ...moment, departments: last.departments });
  const units = unitsOf(cells).map(({ team, counts, late, shared }): Unit => {
    const known = last.units.find((unit) => unit.team === team);
    if (!known) return { team, people: sizeOf(counts), groups: disclose(counts, shared) };
    const before = earlier.flatMap((one) => one.units.filter((unit) => unit.team === team));
    const groups = settled(before, { counts, late, shared });
    return groups ? { team, people: sizeOf(counts), groups } : known;
  });
  const isSame = JSON.stringify(units) === JSON.stringify(last.units);
  return isSame && !whole.over ? null : { ...whole, units };
}

/** The groups of a team by now, as far as they may be told after the earlier ones; null: those have to stay. */
function settled(
  before: readonly Unit[],
  { counts, late, shared }: Omit<CountedUnit, 'team'>,
): Disclosure | null {
  const groups = before.every((unit) => unit.groups.length <= 1)
    ? firstGroups(before, counts, shared)
    : revise(
        before.map((unit) => unit.groups),
        counts,
        shared,
      );
  const isTold = groups?.every(({ statuses }) => {
    const some = statuses.reduce((sum, status) => sum + late[status], 0);
    return some === 0 || some >= SMALLEST_GROUP + shared;
  });
  return isTold ? groups : null;
}

/**
 * Of a team of which nothing was told apart: that one side had too few people is known of it. That side must have got
 * five people more than it lacked, as otherwise single answers would be told.
 */
function firstGroups(before: readonly Unit[], counts: StatusCounts, shared: number): Disclosure | null {
  const groups = disclose(counts, shared + SMALLEST_GROUP);
  const isSteady = before.every(({ people }) => people === sizeOf(counts));
  return isSteady && groups.length > 1 ? groups : null;
}

/** The figures of the organisation, or of one department. */
export function figuresOf(told: RollUp, department: string | null): RollUpFigures {
  const { people, again } = headsIn(told, department);
  const units = unitsIn(told, department);
  const untold = peopleIn(units.filter(({ groups }) => groups.length === 0));
  const { roster: _, ...sums } = publishedTallies(units.map(({ groups }) => groups));
  const each = units.map(({ groups }) => publishedTallies([groups]));
  const distinct = (name: keyof typeof sums): FigureRange => ({
    from: Math.max(0, sums[name].from - again, ...each.map((one) => one[name].from)),
    until: Math.min(people, sums[name].until + untold),
  });
  return {
    people,
    members: distinct('members'),
    answered: distinct('answered'),
    telework: distinct('telework'),
    peakAvoided: distinct('peakAvoided'),
    noOfficeVisit: distinct('noOfficeVisit'),
  };
}

/** The groups of the organisation's teams, or of a department's. */
export function groupsOf(told: RollUp, department: string | null): Disclosure[] {
  return unitsIn(told, department).map(({ groups }) => groups);
}

/** The distinct people of the organisation, or of a department. */
export function headsIn(told: RollUp, department: string | null): Heads {
  const found = department === null ? told : told.departments.find(({ id }) => id === department);
  return { people: found?.people ?? 0, again: found?.again ?? 0 };
}

function unitsIn({ units, departments }: RollUp, department: string | null): Unit[] {
  const teams = departments.find(({ id }) => id === department)?.teams ?? [];
  return units.filter(({ team }) => department === null || teams.includes(team));
}

function peopleIn(units: readonly Unit[]): number {
  return units.reduce((sum, { people }) => sum + people, 0);
}

interface CountedUnit {
  team: TeamId;
  counts: StatusCounts;
  late: StatusCounts;
  /** Those of its people who are in other teams too. */
  shared: number;
}

/** People whose answers a team is not shown are silent in it, whatever they answer. */
function unitsOf(cells: readonly Cell[]): CountedUnit[] {
  const units = new Map<TeamId, CountedUnit>();
  for (const { teams, here, counts, late } of cells)
    for (const team of teams) {
      const known = units.get(team) ?? { team, counts: NONE, late: NONE, shared: 0 };
      const isHeard = here.includes(team);
      units.set(team, {
        team,
        counts: added(known.counts, isHeard ? counts : { ...NONE, 'no-answer': sizeOf(counts) }),
        late: isHeard ? added(known.late, late) : known.late,
        shared: known.shared + (teams.length > 1 ? sizeOf(counts) : 0),
      });
    }
  return [...units.values()].sort((one, other) => (one.team < other.team ? -1 : 1));
}

/** `teams` null: of all teams. */
function headsOf(cells: readonly Cell[], teams: readonly TeamId[] | null): Heads {
  const heads = { people: 0, again: 0 };
  for (const cell of cells) {
    const own = cell.teams.filter((team) => teams === null || teams.includes(team)).length;
    if (own === 0) continue;
    heads.people += sizeOf(cell.counts);
    heads.again += sizeOf(cell.counts) * (own - 1);
  }
  return heads;
}

const NONE = Object.fromEntries(DAY_STATUSES.map((status) => [status, 0])) as StatusCounts;

function added(counts: StatusCounts, more: StatusCounts): StatusCounts {
  return Object.fromEntries(
    DAY_STATUSES.map((status) => [status, counts[status] + more[status]]),
  ) as StatusCounts;
}

function sizeOf(counts: StatusCounts): number {
  return DAY_STATUSES.reduce((sum, status) => sum + counts[status], 0);
}
