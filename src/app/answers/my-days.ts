import { type Answer, isLate, type Phase, type Poll, phaseOf } from '../../domain/answers/poll';
import type { Member } from '../../domain/people/person';
import { usualOn } from '../../domain/people/roster';
import { type PlannedDay, plannedDays } from '../../domain/planned-days';
import { todayOf } from '../../domain/teams/settings';
import { byName, type Team } from '../../domain/teams/team';
import { addDays, type Day, dayAt, type Millis } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { DayView, MyDay } from '../../ports/views';
import type { RequestContext } from '../context';
import { viewOfPlan, viewOfPoll } from '../figures/views';

/** How far ahead coming days are shown. */
const AHEAD_DAYS = 60;

/**
 * The person's coming days in their teams, from the today of each, with what they have answered. A day on which several teams ask
 * is one day, as one answer serves them all. `more`: how many days there are after the first `most`.
 */
export async function myDays(
  { core, actor, member, now }: RequestContext<'answers' | 'campaigns' | 'polls'>,
  teams: readonly Team[],
  most: number,
): Promise<{ days: MyDay[]; more: number }> {
  // No zone is more than a day from UTC.
  const first = addDays(dayAt(now, 'UTC'), -1);
  const [answers, ...listed] = await Promise.all([
    core.answers.list(actor.org, member.id, first, addDays(first, AHEAD_DAYS + 2)),
    ...teams.map(async (team) =>
      (await comingDays({ core, now }, team, AHEAD_DAYS)).map((day) => ({ ...day, name: team.name })),
    ),
  ]);
  const coming = listed.flat();
  const days = [...new Set(coming.map(({ day }) => day))].sort();
  return {
    days: days.slice(0, most).flatMap((day) => {
      const asking = coming.filter((one) => one.day === day).sort(bySoonestAnswer);
      const [asked] = asking;
      if (!asked) return [];
      const { poll, name: _, ...view } = asked;
      return {
        ...view,
        core: asking.some(({ core: isCore }) => isCore),
        drill: asking.find(({ drill }) => drill)?.drill ?? null,
        asking: asking.map(({ team, name, names }) => ({ team, name, names })).sort(byName),
        ...ownOn(day, { poll, answers, member }),
      };
    }),
    more: Math.max(0, days.length - most),
  };
}

/** What a person has said of a day, and what their default week says of it. */
export function ownOn(
  day: Day,
  { poll, answers, member }: { poll: Poll | null; answers: readonly Answer[]; member: Member },
): Pick<MyDay, 'answer' | 'usual'> {
  const answer = answers.find((one) => one.day === day);
  return {
    answer: answer ? { ...answer, late: poll !== null && isLate(answer.at, poll) } : null,
    usual: usualOn(member.preferences.week, day),
  };
}

/** The poll that a person answers, where several ask: one that takes answers in time, else one that still takes them. */
const PHASES: readonly Phase[] = ['open', 'planned', 'late', 'over'];

function bySoonestAnswer(a: NamedDay, b: NamedDay): number {
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || byName(a, b);
}

/** After its window a day without a poll gets none any more. */
function mayStillOpen({ settings }: Team, { day, window }: PlannedDay, now: Millis): boolean {
  return now < windowOn(day, window, settings.zone).closesAt;
}

interface ComingDay extends DayView {
  team: Team['id'];
  phase: Phase;
  poll: Poll | null;
}

type NamedDay = ComingDay & Pick<Team, 'name'>;

/** The team's days from its own today on: those with a poll already, drills among them, and those planned. */
export async function comingDays(
  { core, now }: Pick<RequestContext<'campaigns' | 'polls'>, 'core' | 'now'>,
  team: Team,
  ahead: number,
): Promise<ComingDay[]> {
  const today = todayOf(team.settings, now);
  const until = addDays(today, ahead);
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
    .filter(({ day }) => polls.every((poll) => poll.day !== day))
    .filter((plan) => mayStillOpen(team, plan, now))
    .map((plan) => ({ ...viewOfPlan(plan, team), team: team.id, phase: 'planned' as const, poll: null }));
  return [...polled, ...planned];
}
