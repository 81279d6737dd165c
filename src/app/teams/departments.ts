import type { Right } from '../../domain/permissions';
import { isRefusal, type Refusal, refuse, refuseFile } from '../../domain/refusal';
import { slotAt } from '../../domain/teams/channels';
import { readDepartments, teamsNamed } from '../../domain/teams/department-file';
import { takesPosts } from '../../domain/teams/sharing';
import {
  type Structure,
  takenBack,
  withAssigned,
  withDepartment,
  withoutDepartment,
  withRenamed,
} from '../../domain/teams/structure';
import { byName, type Team } from '../../domain/teams/team';
import { hasControl, lengthOf, MAX_NAME, matchKey, repeated, tidyName } from '../../domain/text';
import { CHAT_BOUNDS } from '../../domain/typed/csv';
import type { MessageBody } from '../../ports/messages';
import type { DepartmentView } from '../../ports/organisation-messages';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';

type Needs = 'structures' | 'teams';
type Allowed = Right<'change-departments'>;

/** The departments with their teams, and the teams that belong to none. */
export async function showDepartments({ core, actor }: RequestContext<Needs>): Promise<RequestResult> {
  const { org } = actor;
  const [structure, teams] = await Promise.all([core.structures.get(org), core.teams.list(org)]);
  const placed = new Set(structure.departments.flatMap((one) => one.teams));
  return {
    kind: 'departments',
    departments: viewsOf(structure, teams),
    without: namesOf(teams.filter(({ id }) => !placed.has(id))),
    channel: teams.find(({ id }) => id === structure.channel)?.name ?? null,
  };
}

/** Makes a department of these teams, or gives it these teams; a team that was in another one leaves it. */
export async function setDepartment(
  context: RequestContext<Needs | 'newId'>,
  { name: typed, teams: texts }: IntentOf<'department-set'>,
  right: Allowed,
): Promise<RequestResult> {
  const { core, actor } = context;
  const name = nameOf(typed);
  if (isRefusal(name)) return name;
  const teams = findTeams(await core.teams.list(actor.org), texts);
  if (isRefusal(teams)) return teams;
  const id = core.newId();
  return changeStructure(context, right, { change: 'set', name }, (structure) =>
    withDepartment(structure, { id, name, teams: teams.map((team) => team.id) }),
  );
}

export async function renameDepartment(
  context: RequestContext<Needs>,
  { name: typed, to }: IntentOf<'department-rename'>,
  right: Allowed,
): Promise<RequestResult> {
  const name = nameOf(to);
  if (isRefusal(name)) return name;
  return changeStructure(context, right, { change: 'renamed', name }, (structure) =>
    withRenamed(structure, typed, name),
  );
}

/** Its teams stay, and belong to no department. */
export async function removeDepartment(
  context: RequestContext<Needs>,
  { name }: IntentOf<'department-remove'>,
  right: Allowed,
): Promise<RequestResult> {
  return changeStructure(context, right, { change: 'removed', name }, (structure) =>
    withoutDepartment(structure, name),
  );
}

/** Puts each team of a CSV file into the department named there; other teams stay where they are. */
export async function importDepartments(
  context: RequestContext<Needs | 'newId'>,
  { text }: IntentOf<'departments-import'>,
  right: Allowed,
): Promise<RequestResult> {
  const { core, actor } = context;
  const rows = readDepartments(text, await core.teams.list(actor.org), CHAT_BOUNDS);
  if ('faults' in rows) return refuseFile(rows.faults);
  const ids = rows.map(() => core.newId());
  return changeStructure(context, right, { change: 'imported', name: String(rows.length) }, (structure) => {
    const left = [...ids];
    return withAssigned(structure, rows, () => left.shift() ?? '');
  });
}

export async function undoDepartments(
  context: RequestContext<Needs>,
  { version }: IntentOf<'departments-undo'>,
  right: Allowed,
): Promise<RequestResult> {
  return changeStructure(context, right, { change: 'undone', name: '' }, (structure) =>
    takenBack(structure, version),
  );
}

/** Posts the organisation's tally in the channel of this team from now on, or nowhere. */
export async function postHere(
  { core, actor }: RequestContext<Needs>,
  { on }: IntentOf<'organisation-channel'>,
  _right: Allowed,
): Promise<RequestResult> {
  const { org, place } = actor;
  const team = on && place !== null ? await core.teams.at(org, place) : null;
  if (on && (!team || slotAt(team, place) !== 'first')) return refuse('no-team-here');
  // What is told of departments is not for other organisations.
  if (team && !(team.sharing === null && takesPosts(team))) return refuse('channel-is-shared');
  const changed = await core.structures.change(org, (now) => ({ ...now, channel: team?.id ?? null }));
  return isRefusal(changed) ? changed : { kind: 'organisation-channel', teamName: team?.name ?? null };
}

type Changed = Extract<MessageBody, { kind: 'departments-changed' }>;

async function changeStructure(
  { core, actor }: RequestContext<Needs>,
  _right: Allowed,
  said: Pick<Changed, 'change' | 'name'>,
  apply: (structure: Structure) => Structure | Refusal,
): Promise<RequestResult> {
  const { org } = actor;
  const before = await core.structures.get(org);
  const changed = await core.structures.change(org, apply);
  if (isRefusal(changed)) return changed;
  return {
    kind: 'departments-changed',
    ...said,
    departments: viewsOf(changed, await core.teams.list(org)),
    version: changed.version === before.version || changed.before === null ? null : changed.version,
  };
}

function nameOf(typed: string): string | Refusal {
  const name = tidyName(typed);
  if (hasControl(name)) return refuse('text-control');
  if (lengthOf(name, MAX_NAME + 1) > MAX_NAME) return refuse('text-too-long', { max: MAX_NAME });
  return matchKey(name) === '' ? refuse('bad-form', { field: 'name' }) : name;
}

/** The teams of these channels, by their names or addresses. */
function findTeams(teams: readonly Team[], texts: readonly string[]): Team[] | Refusal {
  const found = new Map<string, Team>();
  for (const text of texts) {
    const team = findTeam(teams, text);
    if (isRefusal(team)) return team;
    found.set(team.id, team);
  }
  return [...found.values()];
}

function findTeam(teams: readonly Team[], text: string): Team | Refusal {
  const named = teamsNamed(teams, text);
  const [team] = named;
  if (!team) return refuse('unknown-team', { text: repeated(text) });
  return named.length === 1 ? team : refuse('same-name-teams', { text: repeated(text) });
}

function viewsOf({ departments }: Structure, teams: readonly Team[]): DepartmentView[] {
  return departments.map(({ name, teams: ids }) => ({
    name,
    teams: namesOf(teams.filter(({ id }) => ids.includes(id))),
  }));
}

function namesOf(teams: readonly Team[]): string[] {
  return teams.toSorted(byName).map(({ name }) => name);
}
