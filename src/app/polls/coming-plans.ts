import { phaseOf } from '../../domain/answers/poll';
import { visibilityOf } from '../../domain/answers/visibility';
import { NOT_SCHEDULED } from '../../domain/answers/work-style';
import type { Campaign } from '../../domain/campaigns/campaign';
import { type PlannedDay, plannedDays } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { Ports } from '../core';

/** How many have planned each of these coming days, of how many who work on it. */
export async function plansOn(
  core: Ports<'answers' | 'people'>,
  { org, id, settings }: Team,
  days: readonly Day[],
): Promise<(day: Day) => { planned: number; members: number }> {
  if (days.length === 0) return () => ({ planned: 0, members: 0 });
  const [plans, listed] = await Promise.all([
    core.answers.plans(org, id, days, visibilityOf(settings)),
    core.people.countRoster(org, id),
  ]);
  const sum = (of: typeof plans) => of.reduce((people, plan) => people + plan.people, 0);
  return (day) => {
    const own = plans.filter((plan) => plan.day === day);
    const planned = sum(own.filter(({ style }) => style !== NOT_SCHEDULED));
    return { planned, members: listed - (sum(own) - planned) };
  };
}

/**
 * The day up to `until` whose announcement has buttons now; null: none has. Only one message of the channel has them: while a
 * poll is open it is the poll, else the announcement of the next day. People press the last buttons that they see, and
 * would answer for another day.
 */
export async function asksNext(
  { polls, clock }: Ports<'polls' | 'clock'>,
  team: Team,
  campaigns: readonly Campaign[],
  until: Day,
): Promise<PlannedDay | null> {
  const now = clock.now();
  const { zone } = team.settings;
  const today = dayAt(now, zone);
  const known = await polls.list(team.org, team.id, today, until);
  if (known.some((poll) => phaseOf(poll, now) === 'open')) return null;
  const next = plannedDays(team, campaigns, today, until).find(
    (one) =>
      one.campaign &&
      known.every((poll) => poll.day !== one.day) &&
      now < windowOn(one.day, one.window, zone).closesAt,
  );
  return next ?? null;
}
