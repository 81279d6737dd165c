import type { Task } from '../../domain/agenda';
import type { Campaign } from '../../domain/campaigns/campaign';
import { plannedDays, workCalendar } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, daysBetween } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import type { MessageBody } from '../../ports/messages';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask } from '../delivery/deliver';
import { type PostNeeds, postToTeam } from '../delivery/post';
import { viewOfPlan, viewOfPoll } from '../figures/views';
import { campaignAnnouncement } from './announce-campaign';
import { announcingPost } from './announcing';
import { asksNext, plansOn } from './coming-plans';
import { oneLook } from './one-look';

/** Announces a campaign with its days; once that was done, a day in one line. */
export async function announce(
  core: Ports<PostNeeds | AnnouncementNeeds | 'ledger'>,
  team: Team,
  task: Extract<Task, { kind: 'announce' }>,
  claim: ClaimedTask,
): Promise<Outcome> {
  const look = oneLook(core);
  const campaigns = await look.campaigns.list(team.org);
  const [planned] = plannedDays(team, campaigns, task.day, task.day);
  if (!planned?.campaign) return skipped('no-day');
  const known = await announcingPost(look, team, planned.campaign);
  if (known === null || (known.day === task.day && known.lead === task.lead)) {
    const body = await announcementOf(look, team, planned.campaign, task.day);
    return postToTeam(core, team, body, claim);
  }
  if (task.lead !== 'prev') return skipped('announced');
  return postToTeam(core, team, await dayBefore(look, team, task.day), claim);
}

/** The ports to say what is announced of a day. */
export type AnnouncementNeeds = 'campaigns' | 'answers' | 'people' | 'polls' | 'clock';

type AnnouncementBody = Extract<MessageBody, { kind: 'announcement' }>;

/** The announcement of a campaign as it stands now; `day`: the one by which it was announced. */
export async function announcementOf(
  core: Ports<AnnouncementNeeds>,
  team: Team,
  campaign: Campaign,
  day: Day,
): Promise<MessageBody> {
  const several = await campaignAnnouncement(core, team, campaign, day);
  return typeof several === 'object' && several !== null
    ? several
    : ((await announcement(core, team, several ?? day)) ?? withdrawn(team, day));
}

/** The line on a day as it stands now. */
export async function dayBefore(core: Ports<AnnouncementNeeds>, team: Team, day: Day): Promise<MessageBody> {
  const body = await announcement(core, team, day);
  if (!body || body.stands === 'withdrawn') return withdrawn(team, day);
  const { stands, ...said } = body;
  const isComing = stands === 'asking' || stands === 'quiet';
  return { ...said, kind: 'day-before', stands: isComing ? 'coming' : stands };
}

/** The announcement of a Telework Day as it stands now; null when the day is none. */
async function announcement(
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
  const view = viewOfPlan(planned, team);
  if (day < today) return unasked(team, view, 'over');
  const asks = await asksNext(core, team, campaigns, day);
  return {
    kind: 'announcement',
    team: team.id,
    day: view,
    daysAhead: daysBetween(today, day),
    ...(await plansOn(core, team, [day]))(day),
    stands: asks?.day === day ? 'asking' : 'quiet',
  };
}

/** Of a day whose poll asks, or that has gone by. */
function unasked({ id }: Team, day: AnnouncementBody['day'], stands: 'polled' | 'over'): AnnouncementBody {
  return { kind: 'announcement', team: id, day, daysAhead: 0, planned: 0, members: 0, stands };
}

/** Of a day that has ceased to be a Telework Day. */
export function withdrawn(team: Team, day: Day): AnnouncementBody {
  const { window, zone } = team.settings;
  const why = notWorking(day, workCalendar(team));
  return {
    kind: 'announcement',
    team: team.id,
    day: { day, window, zone, campaign: null, core: false, drill: null, names: false },
    daysAhead: 0,
    planned: 0,
    members: 0,
    stands: 'withdrawn',
    ...(why && { why }),
  };
}
