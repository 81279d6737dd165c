import { type AgendaInput, LOOK_BACK_DAYS, type Task, tasksOf } from '../../domain/agenda';
import type { Team } from '../../domain/teams/team';
import { addDays, dayAt, dayStart, type Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** The ports to read a team's agenda. */
export type AgendaNeeds = 'absences' | 'campaigns' | 'polls';

/** Every task of the team around `now`, past and coming, in the order of their times. */
export async function agendaOf(core: Ports<AgendaNeeds>, team: Team, now: Millis): Promise<Task[]> {
  return tasksOf(await agendaInput(core, team, now), now);
}

/** What the team's agenda around `now` is made from. */
export async function agendaInput(core: Ports<AgendaNeeds>, team: Team, now: Millis): Promise<AgendaInput> {
  const { zone } = team.settings;
  const today = dayAt(now, zone);
  const from = addDays(today, -LOOK_BACK_DAYS);
  const [campaigns, polls, absences] = await Promise.all([
    core.campaigns.list(team.org),
    core.polls.list(team.org, team.id, from, addDays(today, 1)),
    core.absences.list(dayStart(from, zone)),
  ]);
  return { team, campaigns, polls, absences };
}
