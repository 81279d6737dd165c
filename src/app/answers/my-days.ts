import { plannedDays } from '../../domain/agenda';
import { isLate, type Poll, phaseOf } from '../../domain/answers/poll';
import { usualOn } from '../../domain/people/roster';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, type Millis } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { MyDay } from '../../ports/views';
import type { RequestContext } from '../context';
import { viewOfPlan, viewOfPoll } from '../figures/views';

/** How far ahead coming days are shown. */
const AHEAD_DAYS = 60;

/** The person's coming days in their teams, today's first, with what they have answered. */
export async function myDays(
  { core, actor, member, today, now }: RequestContext<'answers' | 'campaigns' | 'polls'>,
  teams: readonly Team[],
  most: number,
): Promise<MyDay[]> {
  const answers = await core.answers.list(actor.org, member.id, today, addDays(today, AHEAD_DAYS));
  const days = await Promise.all(teams.map((team) => comingDays({ core, today, now }, team, AHEAD_DAYS)));
  return days
    .flat()
    .sort((a, b) => a.day.localeCompare(b.day))
    .slice(0, most)
    .map(({ poll, ...day }) => {
      const answer = answers.find((one) => one.day === day.day);
      return {
        ...day,
        answer: answer ? { ...answer, late: poll !== null && isLate(answer.at, poll) } : null,
        usual: usualOn(member.preferences.week, day.day),
      };
    });
}

/** After its window a day without a poll gets none any more. */
function mayStillOpen({ settings: { window, zone } }: Team, day: Day, now: Millis): boolean {
  return now < windowOn(day, window, zone).closesAt;
}

type ComingDay = Omit<MyDay, 'answer' | 'usual'> & { poll: Poll | null };

/** The team's days from today on: those with a poll already, drills among them, and those planned. */
export async function comingDays(
  { core, today, now }: Pick<RequestContext<'campaigns' | 'polls'>, 'core' | 'today' | 'now'>,
  team: Team,
  ahead: number,
): Promise<ComingDay[]> {
  const until: Day = addDays(today, ahead);
  const [campaigns, polls] = await Promise.all([
    core.campaigns.list(team.org),
    core.polls.list(team.org, team.id, today, until),
  ]);
  const polled = polls.map((poll) => ({
    ...viewOfPoll(poll, campaigns),
    team: team.id,
    phase: phaseOf(poll, now),
    poll,
  }));
  const planned = plannedDays(team, campaigns, today, until)
    .filter(({ day }) => polls.every((poll) => poll.day !== day) && mayStillOpen(team, day, now))
    .map((plan) => ({ ...viewOfPlan(plan, team), team: team.id, phase: 'planned' as const, poll: null }));
  return [...polled, ...planned];
}
