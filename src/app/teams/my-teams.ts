import { phaseOf } from '../../domain/answers/poll';
import type { TeamId } from '../../domain/people/person';
import { may } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import { todayOf } from '../../domain/teams/settings';
import { byName, type Team } from '../../domain/teams/team';
import type { MyTeam } from '../../ports/views';
import type { RequestContext } from '../context';
import { tallyOfPoll } from '../figures/views';
import { type RolesNeeds, rolesIn } from './roles';

/** Who is in more teams sees these in their panel; commands show the others. */
export const MOST_TEAMS = 20;

/** The teams on whose roster the person is, by name. */
export async function teamsOfMember({
  core,
  actor,
  member,
}: RequestContext<'people' | 'teams'>): Promise<Team[]> {
  const ids = await core.people.teamsOf(actor.org, member.id);
  const teams = await Promise.all(ids.map((id) => core.teams.get(actor.org, id)));
  return teams.filter((team) => team !== null).sort(byName);
}

/** The name of this team and the person's other ones, where they ask in private and have several; else null. */
export async function amongTeams(
  context: RequestContext<'people' | 'teams'>,
  team: Team,
): Promise<{ name: string; others: { team: TeamId; name: string }[] } | null> {
  if (context.actor.place !== null) return null;
  const others = (await teamsOfMember(context)).filter(({ id }) => id !== team.id).slice(0, MOST_TEAMS);
  if (others.length === 0) return null;
  return { name: team.name, others: others.map(({ id, name }) => ({ team: id, name })) };
}

/** The ports to show a person's teams to them. */
export type MyTeamsNeeds = RolesNeeds | 'polls' | 'teams';

/** The tallies of the person's teams, each of its own today and also of those who do not count in it yet, and which of these they may set up. */
export async function myTeams(
  context: RequestContext<MyTeamsNeeds>,
  teams: readonly Team[],
): Promise<MyTeam[]> {
  const { core, actor, now } = context;
  return Promise.all(
    teams.slice(0, MOST_TEAMS).map(async (team) => {
      const poll = await core.polls.get(actor.org, team.id, todayOf(team.settings, now));
      const [tally, manages] = await Promise.all([
        poll ? tallyOfPoll(core, poll) : null,
        maySetUp(context, team),
      ]);
      return { team: team.id, name: team.name, phase: poll ? phaseOf(poll, now) : null, tally, manages };
    }),
  );
}

async function maySetUp(context: RequestContext<RolesNeeds>, team: Team): Promise<boolean> {
  return !isRefusal(may(await rolesIn(context, team), 'set-up-team'));
}
