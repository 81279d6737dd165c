import type { TeamId } from '../people/person';
import { type Refusal, refuse } from '../refusal';
import { matchKey } from '../text';
import type { TeamSettings } from './settings';

/** A part of the organisation: its teams are counted together. A team is in one department at most. */
export interface Department {
  id: string;
  name: string;
  teams: readonly TeamId[];
}

/** How an organisation is built, and in which team's channel its tally is posted. */
export interface Structure {
  departments: readonly Department[];
  /** Null: the organisation's tally is not posted. */
  channel: TeamId | null;
  /** Counts the changes of the departments. */
  version: number;
  /** What new teams begin with in the place of the defaults; absent: with the defaults. */
  template?: Partial<TeamSettings>;
  /** Whether administrators are listed the people who have not answered for long; absent: no. */
  listsSilent?: boolean;
  /** The departments before the last change of them; null: it was taken back, or there was none. */
  before: readonly Department[] | null;
}

export const NO_STRUCTURE: Structure = { departments: [], channel: null, version: 0, before: null };

const MOST_DEPARTMENTS = 500;

/** The department of this name, as people type it. */
export function departmentNamed({ departments }: Pick<Structure, 'departments'>, text: string) {
  const key = matchKey(text);
  return departments.find(({ name }) => matchKey(name) === key) ?? null;
}

/** The name of each team's department; teams without one are left out. */
export function departmentNames({
  departments,
}: Pick<Structure, 'departments'>): ReadonlyMap<TeamId, string> {
  return new Map(departments.flatMap(({ name, teams }) => teams.map((team) => [team, name])));
}

/** Makes a department of these teams, or gives it these teams; `id`: for a new one. */
export function withDepartment(structure: Structure, { id, name, teams }: Department): Structure | Refusal {
  const known = departmentNamed(structure, name);
  const others = without(structure.departments, teams);
  const departments = known
    ? others.map((one) => (one.id === known.id ? { ...one, teams } : one))
    : [...others, { id, name, teams }];
  return changed(structure, departments);
}

/** Puts each of these teams into the department named; null: into none. Other teams stay where they are. */
export function withAssigned(
  structure: Structure,
  rows: readonly { team: TeamId; department: string | null }[],
  newId: () => string,
): Structure | Refusal {
  let departments: readonly Department[] = structure.departments;
  for (const { team, department } of rows) {
    if (department === null) {
      departments = without(departments, [team]);
      continue;
    }
    const known = departmentNamed({ departments }, department);
    if (known?.teams.includes(team)) continue;
    departments = without(departments, [team]);
    departments = known
      ? departments.map((one) => (one.id === known.id ? { ...one, teams: [...one.teams, team] } : one))
      : [...departments, { id: newId(), name: department, teams: [team] }];
  }
  return changed(structure, departments);
}

export function withRenamed(structure: Structure, text: string, name: string): Structure | Refusal {
  const known = departmentNamed(structure, text);
  if (!known) return unknownDepartment(structure, text);
  const other = departmentNamed(structure, name);
  if (other && other.id !== known.id) return refuse('department-exists', { name: other.name });
  return changed(
    structure,
    structure.departments.map((one) => (one.id === known.id ? { ...one, name } : one)),
  );
}

export function withoutDepartment(structure: Structure, text: string): Structure | Refusal {
  const known = departmentNamed(structure, text);
  if (!known) return unknownDepartment(structure, text);
  return changed(
    structure,
    structure.departments.filter(({ id }) => id !== known.id),
  );
}

/** Takes the change with this number back, as long as it is the last one. */
export function takenBack(structure: Structure, version: number): Structure | Refusal {
  if (structure.version !== version || structure.before === null) return refuse('changed-since');
  return { ...structure, departments: structure.before, version: version + 1, before: null };
}

export function unknownDepartment({ departments }: Structure, text: string): Refusal {
  return refuse('unknown-department', { text, known: { names: departments.map(({ name }) => name) } });
}

/** The same structure where nothing is changed. */
function changed(structure: Structure, departments: readonly Department[]): Structure | Refusal {
  if (departments.length > MOST_DEPARTMENTS) return refuse('too-many-departments', { max: MOST_DEPARTMENTS });
  if (JSON.stringify(departments) === JSON.stringify(structure.departments)) return structure;
  return { ...structure, departments, version: structure.version + 1, before: structure.departments };
}

function without(departments: readonly Department[], teams: readonly TeamId[]): readonly Department[] {
  return departments.map((one) => ({ ...one, teams: one.teams.filter((team) => !teams.includes(team)) }));
}
