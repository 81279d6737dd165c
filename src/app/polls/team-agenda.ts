import { LOOK_BACK_DAYS, type Task, tasksOf } from '../../domain/agenda';
import type { Team } from '../../domain/teams/team';
import { addDays, dayAt, type Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** Every task of the team around `now`, past and coming, in the order of their times. */
export async function agendaOf(core: Ports<'campaigns' | 'polls'>, team: Team, now: Millis): Promise<Task[]> {
  const today = dayAt(now, team.settings.zone);
  const [campaigns, polls] = await Promise.all([
    core.campaigns.list(team.org),
    core.polls.list(team.org, team.id, addDays(today, -LOOK_BACK_DAYS), addDays(today, 1)),
  ]);
  return tasksOf({ team, campaigns, polls }, now);
}
