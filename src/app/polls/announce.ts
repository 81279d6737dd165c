import type { Task } from '../../domain/agenda';
import { phaseOf } from '../../domain/answers/poll';
import { visibilityOf } from '../../domain/answers/visibility';
import { isWork } from '../../domain/answers/work-style';
import type { Campaign } from '../../domain/campaigns/campaign';
import { plannedDays } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, daysBetween } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { MessageBody } from '../../ports/messages';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { DayView } from '../../ports/views';
import type { Ports } from '../core';
import type { ClaimedTask } from '../delivery/deliver';
import { type PostNeeds, postToTeam } from '../delivery/post';
import { viewOfPlan, viewOfPoll } from '../figures/views';

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
export type AnnouncementNeeds = 'campaigns' | 'answers' | 'people' | 'polls' | 'clock';

export type AnnouncementBody = Extract<MessageBody, { kind: 'announcement' }>;

/** The announcement of a Telework Day as it stands now; null when the day is none. */
export async function announcement(
  core: Ports<AnnouncementNeeds>,
  team: Team,
  day: Day,
): Promise<AnnouncementBody | null> {
  const [campaigns, poll] = await Promise.all([
    core.campaigns.list(team.org),
    core.polls.get(team.org, team.id, day),
  ]);
  const today = dayAt(core.clock.now(), team.settings.zone);
  if (poll) return unasked(team, viewOfPoll(poll, campaigns), day < today ? 'over' : 'polled');
  const [planned] = plannedDays(team, campaigns, day, day);
  if (!planned?.campaign) return null;
  if (day < today) return unasked(team, viewOfPlan(planned, team), 'over');
  const [answers, roster] = await Promise.all([
    core.answers.planned(team.org, team.id, day, visibilityOf(team.settings)),
    core.people.roster(team.org, team.id),
  ]);
  const working = answers.filter(isWork);
  return {
    kind: 'announcement',
    team: team.id,
    day: viewOfPlan(planned, team),
    daysAhead: daysBetween(today, day),
    planned: working.length,
    members: roster.length - (answers.length - working.length),
    stands: (await mayAsk(core, team, campaigns, day)) ? 'asking' : 'quiet',
  };
}

/** Of a day whose poll asks, or that has gone by. */
function unasked({ id }: Team, day: DayView, stands: 'polled' | 'over'): AnnouncementBody {
  return { kind: 'announcement', team: id, day, daysAhead: 0, planned: 0, members: 0, stands };
}

/**
 * Only one message of the channel has answer buttons: while a poll is open it is the poll, else the announcement of the
 * next day. People press the last buttons that they see, and would answer for another day.
 */
async function mayAsk(
  { polls, clock }: Ports<'polls' | 'clock'>,
  team: Team,
  campaigns: readonly Campaign[],
  day: Day,
): Promise<boolean> {
  const now = clock.now();
  const { zone } = team.settings;
  const today = dayAt(now, zone);
  const known = await polls.list(team.org, team.id, today, day);
  if (known.some((poll) => phaseOf(poll, now) === 'open')) return false;
  const next = plannedDays(team, campaigns, today, day).find(
    (one) =>
      one.campaign &&
      known.every((poll) => poll.day !== one.day) &&
      now < windowOn(one.day, one.window, zone).closesAt,
  );
  return next?.day === day;
}
