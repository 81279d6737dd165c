import type { Poll } from './answers/poll';
import { type Campaign, type CampaignId, holds } from './campaigns/campaign';
import { isDense } from './campaigns/dense';
import { type PlannedDay, workCalendar } from './planned-days';
import type { AnnounceLead } from './teams/settings';
import type { Team } from './teams/team';
import { addDays, type Day, instantOf, type Millis } from './time/calendar';
import { previousWorkingDay, type WorkCalendar, workingDayOnOrBefore } from './time/holidays';
import { windowOn } from './time/window';

const CATCH_UP: Millis = 24 * 3_600_000;

/**
 * The announcements of the planned days. A campaign is announced once, so many days before the first of its days that is
 * a working day; each day has a line on the working day before, unless that day's own message names it.
 */
export function announcementTasks(
  team: Team,
  { planned, ...looked }: { from: Day; planned: readonly PlannedDay[]; polls: readonly Poll[] },
) {
  const days = planned.filter(({ campaign }) => campaign !== null);
  return days.flatMap((day) => leadsOf(team, day, { ...looked, days }));
}

/** The days of campaigns from a day on. */
interface Looked {
  from: Day;
  days: readonly PlannedDay[];
  polls: readonly Poll[];
}

/** The leads of a day, each on a working day; of two on the same day the last one stands. */
function leadsOf(team: Team, planned: PlannedDay, looked: Looked) {
  const { settings } = team;
  const { day, window } = planned;
  const calendar = workCalendar(team);
  const campaign = announcedBy(planned, looked);
  const leadByDay = new Map<Day, AnnounceLead>();
  for (const lead of settings.announce) {
    if (lead === 'prev' ? hasLine(planned, looked, calendar) : campaign !== null)
      leadByDay.set(announcedOn(day, lead, calendar), lead);
  }
  // The poll may have opened before: its window was a different one, or it was opened by hand.
  const opened = looked.polls.filter((poll) => poll.day === day).map((poll) => poll.opensAt);
  const opensAt = Math.min(windowOn(day, window, settings.zone).opensAt, ...opened);
  const times = [...leadByDay].map(([on, lead]) => ({
    lead,
    at: instantOf(on, settings.announceAt, settings.zone),
  }));
  return times.map(({ lead, at }) => {
    // Each is pointless once the next one is due, or when the window or the poll opens.
    const later = times.filter((other) => other.at > at).map((other) => other.at);
    const limit = lead === 'prev' ? opensAt : at + CATCH_UP;
    return {
      kind: 'announce' as const,
      day,
      lead,
      ...(lead !== 'prev' && campaign !== null && { campaign }),
      dueAt: at,
      voidAt: Math.min(opensAt, limit, ...later),
    };
  });
}

/** The campaign whose first day it is; null: of none. Of one that began before the planned days it is not known. */
function announcedBy({ day, campaign }: PlannedDay, { from, days }: Looked): CampaignId | null {
  if (!campaign || (campaign.days[0]?.day ?? day) < from) return null;
  return days.find((one) => one.campaign?.id === campaign.id)?.day === day ? campaign.id : null;
}

function hasLine({ day, campaign }: PlannedDay, { days }: Looked, calendar: WorkCalendar): boolean {
  if (!campaign || !isDense(campaign, day)) return true;
  const before = previousWorkingDay(day, calendar);
  return !days.some((one) => one.day === before && one.campaign?.id === campaign.id);
}

function announcedOn(day: Day, lead: AnnounceLead, calendar: WorkCalendar): Day {
  if (lead === 'prev') return previousWorkingDay(day, calendar);
  return workingDayOnOrBefore(addDays(day, -lead), calendar);
}

/** A message that announces a day: of the ledger, or of the agenda. */
interface Announcing {
  day: Day;
  lead: AnnounceLead | 'drill' | 'emergency';
  campaign?: CampaignId;
}

/** Of the messages that announce days, the one that announces the whole campaign: the first one. The rest are lines. */
export function announcing<Post extends Announcing>(posts: readonly Post[], campaign: Campaign): Post | null {
  const own = posts.filter((post) =>
    post.campaign === undefined ? holds(campaign, post.day) : post.campaign === campaign.id,
  );
  const isAhead = ({ lead }: Post) => typeof lead === 'number';
  const [first] = own.sort((a, b) => Number(isAhead(b)) - Number(isAhead(a)) || (a.day < b.day ? -1 : 1));
  return first ?? null;
}
