import { plannedDays, type Task } from '../../domain/agenda';
import { type Day, dayAt, daysBetween } from '../../domain/calendar';
import type { Team } from '../../domain/settings';
import type { Core } from '../core';
import type { MessageBody } from '../messages';
import type { Outcome } from '../ports';
import { viewOfPlan } from '../views';
import type { Claimed } from './index';
import { skipped } from './outcomes';
import { postToTeam } from './post';

export async function announce(core: Core, team: Team, task: Task, claimed: Claimed): Promise<Outcome> {
  const body = await announcement(core, team, task.day);
  return body ? postToTeam(core, team, body, claimed) : skipped('no-day');
}

/** The announcement of a Telework Day as it stands now; null when the day is none. */
export async function announcement(core: Core, team: Team, day: Day): Promise<MessageBody | null> {
  const campaigns = await core.store.campaigns.list(team.org);
  const [planned] = plannedDays(team, campaigns, day, day);
  if (!planned?.campaign) return null;
  const [answers, roster] = await Promise.all([
    core.store.answers.planned(team.org, team.id, day),
    core.store.people.roster(team.org, team.id),
  ]);
  return {
    kind: 'announcement',
    team: team.id,
    day: viewOfPlan(planned, team),
    daysAhead: daysBetween(dayAt(core.clock.now(), team.settings.zone), day),
    planned: answers.length,
    members: roster.length,
    withdrawn: false,
  };
}
