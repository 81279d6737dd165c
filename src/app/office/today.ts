import { phaseOf } from '../../domain/answers/poll';
import type { Tally } from '../../domain/answers/tally';
import type { TeamId } from '../../domain/people/person';
import { may } from '../../domain/permissions';
import { plannedDays, planOf } from '../../domain/planned-days';
import { isRefusal } from '../../domain/refusal';
import { todayOf } from '../../domain/teams/settings';
import { byName, type Team, type Trouble } from '../../domain/teams/team';
import type { Day, Zone } from '../../domain/time/calendar';
import type { Window } from '../../domain/time/window';
import type { DayPhase } from '../../ports/views';
import { tallyOfPoll } from '../figures/views';
import { teamsOfMember } from '../teams/my-teams';
import type { Visit } from './visit';

/** How a team stands today. */
export interface TeamToday {
  team: TeamId;
  name: string;
  /** The team's own today, and its hours in its zone. */
  day: Day;
  window: Window;
  zone: Zone;
  /** Null: no campaign asks on the day. */
  campaign: string | null;
  phase: DayPhase;
  /** Null: there is no poll today. */
  tally: Tally | null;
  /** Why the chat platform refuses posts in the channel; null: it takes them. */
  trouble: Trouble | null;
}

/** The teams that a visitor may look into: all for those who administer the organisation, else their own; by name. */
export async function teamsShown(visit: Visit): Promise<Team[]> {
  const { core, actor } = visit;
  if (await administersAll(visit)) return (await core.teams.list(actor.org)).sort(byName);
  return teamsOfMember(visit);
}

/** Whether the visitor administers the organisation, for sure. */
export async function administersAll({ roles }: Pick<Visit, 'roles'>): Promise<boolean> {
  return !isRefusal(may(await roles(), 'see-organiser-figures'));
}

/** Today's counts of each team that the visitor may look into: what its poll shows, without names. */
export async function teamsToday(visit: Visit): Promise<TeamToday[]> {
  const { core, actor } = visit;
  const [teams, campaigns] = await Promise.all([teamsShown(visit), core.campaigns.list(actor.org)]);
  return Promise.all(teams.map((team) => teamToday(visit, team, campaigns)));
}

async function teamToday(
  { core, now }: Visit,
  team: Team,
  campaigns: Awaited<ReturnType<Visit['core']['campaigns']['list']>>,
): Promise<TeamToday> {
  const day = todayOf(team.settings, now);
  const poll = await core.polls.get(team.org, team.id, day);
  const { window, campaign } = planOf(team, campaigns, day);
  const isPlanned = plannedDays(team, campaigns, day, day).length > 0;
  return {
    team: team.id,
    name: team.name,
    day,
    window: poll?.window ?? window,
    zone: poll?.zone ?? team.settings.zone,
    campaign: campaign?.name ?? null,
    phase: poll ? phaseOf(poll, now) : isPlanned ? 'planned' : 'none',
    tally: poll && (await tallyOfPoll(core, poll)),
    trouble: team.trouble ?? team.secondChannel?.trouble ?? null,
  };
}
