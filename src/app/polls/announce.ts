import { plannedDays, type Task } from '../../domain/agenda';
import { visibilityOf } from '../../domain/answers/visibility';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, daysBetween } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask } from '../delivery/deliver';
import { type PostNeeds, postToTeam } from '../delivery/post';
import { viewOfPlan } from '../figures/views';

export async function announce(
  core: Ports<PostNeeds | AnnouncementNeeds>,
  team: Team,
  task: Task,
  claim: ClaimedTask,
): Promise<Outcome> {
  const body = await announcement(core, team, task.day);
  return body ? postToTeam(core, team, body, claim) : skipped('no-day');
}

/** The ports to say what is announced of a day. */
export type AnnouncementNeeds = 'campaigns' | 'answers' | 'people' | 'clock';

/** The announcement of a Telework Day as it stands now; null when the day is none. */
export async function announcement(
  core: Ports<AnnouncementNeeds>,
  team: Team,
  day: Day,
): Promise<MessageBody | null> {
  const campaigns = await core.campaigns.list(team.org);
  const [planned] = plannedDays(team, campaigns, day, day);
  if (!planned?.campaign) return null;
  const [answers, roster] = await Promise.all([
    core.answers.planned(team.org, team.id, day, visibilityOf(team.settings)),
    core.people.roster(team.org, team.id),
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
