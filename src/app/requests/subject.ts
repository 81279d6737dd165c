import type { TeamId } from '../../domain/people/person';
import { type Deed, isOfOrganisation, may, type Roles } from '../../domain/permissions';
import { isRefusal, refuse } from '../../domain/refusal';
import { slotAt } from '../../domain/teams/channels';
import { todayOf } from '../../domain/teams/settings';
import type { Team } from '../../domain/teams/team';
import { weekStartOf } from '../../domain/time/weekend';
import type { RequestContext, RequestResult } from '../context';
import type { PortName } from '../core';
import type { Intent } from '../intent';
import { MOST_TEAMS, teamsOfMember } from '../teams/my-teams';
import { type RolesNeeds, rolesIn } from '../teams/roles';
import { askOnce } from './context-of';

/** The ports to find the team of a request, and the roles of the person in it. */
type SubjectNeeds = RolesNeeds | 'teams';

/** Teams offered as buttons. */
const MOST_OFFERED = 10;

/**
 * The context with the team that an intent is about, and the roles of the person in it; or what to say where there is no
 * such team. A button or form may name a team: it may be old, foreign or tampered with, so what it names is looked up
 * again. `deed`: what the intent takes a right to; null: nothing.
 */
export async function withSubject<Needs extends PortName>(
  context: RequestContext<Needs | SubjectNeeds>,
  intent: Intent,
  deed: Deed | null,
): Promise<RequestContext<Needs | SubjectNeeds> | RequestResult> {
  const named = 'team' in intent ? intent.team : undefined;
  if (named === undefined) {
    if (deed && !isOfOrganisation(deed) && context.actor.place === null) return managedTeam(context, deed);
    return context.team ? inTeam(context, context.team) : context;
  }
  // The settings form of a place without a team names none.
  if (named === '' && context.team === null && context.actor.place !== null) return context;
  const team = await findTeam(context, named);
  // A role refuses people who may not set the team up; everything else is for its members.
  if (!team || !(deed || (await belongs(context, team)))) return refuse('poll-unknown');
  return inTeam(context, team);
}

/** The team of a button, where the person may answer: in its channel, or on its roster; else null. */
export async function memberTeam(
  context: RequestContext<'people' | 'teams'>,
  id: TeamId,
): Promise<Team | null> {
  const team = await findTeam(context, id);
  return team && (await belongs(context, team)) ? team : null;
}

async function findTeam(
  { core, actor, team: here }: RequestContext<'teams'>,
  id: TeamId,
): Promise<Team | null> {
  return here?.id === id ? here : core.teams.get(actor.org, id);
}

async function belongs({ core, actor, member }: RequestContext<'people'>, team: Team): Promise<boolean> {
  if (slotAt(team, actor.place)) return true;
  const own = await core.people.teamsOf(actor.org, member.id);
  return own.includes(team.id);
}

/** In private no channel tells which team is meant: it is the one in which the person has the right. */
async function managedTeam<Needs extends PortName>(
  context: RequestContext<Needs | SubjectNeeds>,
  deed: Deed,
): Promise<RequestContext<Needs | SubjectNeeds> | RequestResult> {
  const teams = (await teamsOfMember(context)).slice(0, MOST_TEAMS);
  const rights = await Promise.all(teams.map(async (team) => may(await rolesIn(context, team), deed)));
  const managed = teams.filter((_team, index) => !isRefusal(rights[index]));
  const [first] = managed;
  if (first && (managed.length === 1 || deed === 'see-campaigns')) return inTeam(context, first);
  if (first) {
    const shown = managed.slice(0, MOST_OFFERED).map(({ id, name }) => ({ team: id, name }));
    return { kind: 'which-team', teams: shown, more: managed.length - shown.length };
  }
  // A role over the organisation, or a platform that does not answer.
  const here = may(await context.roles(), deed);
  if (!isRefusal(here)) return { ...context, team: null };
  const unknown = [here, ...rights].find((right) => isRefusal(right) && right.refusal === 'roles-unknown');
  return isRefusal(unknown) ? unknown : refuse('no-managed-team');
}

function inTeam<Needs extends PortName>(
  context: RequestContext<Needs | RolesNeeds>,
  team: Team,
): RequestContext<Needs | RolesNeeds> {
  const roles = askOnce((): Promise<Roles> => rolesIn(context, team));
  const today = todayOf(team.settings, context.now);
  return { ...context, team, roles, today, weekStart: weekStartOf(team.settings) };
}
