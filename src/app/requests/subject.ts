import type { TeamId } from '../../domain/people/person';
import type { Roles } from '../../domain/permissions';
import { type Refusal, refuse } from '../../domain/refusal';
import { slotAt } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { RequestContext } from '../context';
import type { PortName } from '../core';
import type { Intent } from '../intent';
import { type RolesNeeds, rolesIn } from '../teams/roles';
import { askOnce } from './context-of';

/** The ports to find the team of a request, and the roles of the person in it. */
type SubjectNeeds = RolesNeeds | 'teams';

/**
 * The context with the team that an intent is about, and the roles of the person in it. A button or form may name a
 * team: it may be old, foreign or tampered with, so what it names is looked up again.
 */
export async function withSubject<Needs extends PortName>(
  context: RequestContext<Needs | SubjectNeeds>,
  intent: Intent,
  { needsRight }: { needsRight: boolean },
): Promise<RequestContext<Needs | SubjectNeeds> | Refusal> {
  const named = 'team' in intent ? intent.team : undefined;
  if (named === undefined) return context.team ? inTeam(context, context.team) : context;
  // The settings form of a place without a team names none.
  if (named === '' && context.team === null && context.actor.place !== null) return context;
  const team = await findTeam(context, named);
  // A role refuses people who may not set the team up; everything else is for its members.
  if (!team || !(needsRight || (await belongs(context, team)))) return refuse('poll-unknown');
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

function inTeam<Needs extends PortName>(
  context: RequestContext<Needs | RolesNeeds>,
  team: Team,
): RequestContext<Needs | RolesNeeds> {
  const roles = askOnce((): Promise<Roles> => rolesIn(context, team));
  return { ...context, team, roles };
}
