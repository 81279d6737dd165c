import type { Poll } from './answers/poll';
import { type Campaign, type CampaignId, teleworkDay } from './campaigns/campaign';
import type { AnnounceLead, RemindAt, TeamSettings } from './teams/settings';
import type { Team } from './teams/team';
import { addDays, type Day, dayAt, instantOf, type Millis, monthsBefore, type Zone } from './time/calendar';
import {
  nextWorkingDay,
  notWorking,
  previousWorkingDay,
  type WorkCalendar,
  workingDayOnOrBefore,
} from './time/holidays';
import { NO_CALENDAR } from './time/own-calendar';
import { shareOf, type WindowInstants, windowOn } from './time/window';

/** What the bot does for a team by its agenda. */
export type PlannedWork =
  | { kind: 'announce'; lead: AnnounceLead }
  | { kind: 'open' | 'remind' | 'close' | 'end' }
  | { kind: 'report'; campaign: CampaignId };

/** Work of one day, done once. */
export type Task = PlannedWork & {
  day: Day;
  /** Epoch ms, as `voidAt`. */
  dueAt: Millis;
  /** From this instant on the task is pointless and is skipped. */
  voidAt: Millis;
};

/** A working day on which the team is polled. `campaign` is null on a plain workday. */
export interface PlannedDay {
  day: Day;
  campaign: Campaign | null;
  core: boolean;
}

/** What a team's agenda is computed from; `polls` are those from `LOOK_BACK_DAYS` ago on. */
interface AgendaInput {
  team: Team;
  campaigns: readonly Campaign[];
  polls: readonly Poll[];
}

const HOUR: Millis = 3_600_000;
/** A bot that was down overnight still posts what was due; after two days it would only confuse. */
const CATCH_UP: Millis = 48 * HOUR;
const ANNOUNCE_CATCH_UP: Millis = 24 * HOUR;
const REPORT_CATCH_UP: Millis = 7 * 24 * HOUR;

/** How many days back a check of the agenda must reach: their tasks may still be due. */
export const LOOK_BACK_DAYS = 3;
/** The longest lead of an announcement (60 days), with room for holidays before it. */
const TELEWORK_HORIZON_DAYS = 100;
/** Longer than any run of holidays, so that the next workday is always in sight. */
const WORKDAY_HORIZON_DAYS = 21;

/** What decides on which days the team works: its settings and the organisation's calendar. */
export function workCalendar({ settings, calendar }: Pick<Team, 'settings' | 'calendar'>): WorkCalendar {
  const { country, weekend = null, closed, open } = settings;
  return { country, weekend, closed, open, own: calendar ?? NO_CALENDAR };
}

/** The days in the closed span on which the team is polled: never a weekend or a holiday. */
export function plannedDays(team: Team, campaigns: readonly Campaign[], from: Day, until: Day): PlannedDay[] {
  const { polls } = team.settings;
  if (polls === 'off') return [];
  const calendar = workCalendar(team);
  return candidates(polls, campaigns, from, until)
    .filter((day) => notWorking(day, calendar) === null)
    .map((day) => {
      const found = teleworkDay(campaigns, day);
      return { day, campaign: found?.campaign ?? null, core: found?.core ?? false };
    });
}

function candidates(
  polls: 'telework-days' | 'workdays',
  campaigns: readonly Campaign[],
  from: Day,
  until: Day,
): Day[] {
  const days = new Set(campaigns.flatMap((campaign) => campaign.days.map(({ day }) => day)));
  if (polls === 'workdays') {
    const lastWorkday = addDays(from, WORKDAY_HORIZON_DAYS);
    for (let day = from; day <= until && day <= lastWorkday; day = addDays(day, 1)) days.add(day);
  }
  return [...days].filter((day) => day >= from && day <= until).sort();
}

/** Every task of the team around `now`, past and coming, in the order of their times. */
export function tasksOf({ team, campaigns, polls }: AgendaInput, now: Millis): Task[] {
  const today = dayAt(now, team.settings.zone);
  const planned = plannedDays(
    team,
    campaigns,
    addDays(today, -LOOK_BACK_DAYS),
    addDays(today, TELEWORK_HORIZON_DAYS),
  );
  const polled = new Set(polls.map(({ day }) => day));
  return [
    ...planned.flatMap((day) => (day.campaign ? announcements(team, day.day) : [])),
    ...planned.filter(({ day }) => !polled.has(day)).map(({ day }) => opening(team.settings, day)),
    ...polls.flatMap(pollTasks),
    ...campaigns.flatMap((campaign) => reportOf(team, campaign)),
  ].sort((a, b) => a.dueAt - b.dueAt);
}

/** The tasks that are due and not yet pointless at `now`. */
export function dueAt(tasks: readonly Task[], now: Millis): Task[] {
  return tasks.filter((task) => task.dueAt <= now && now < task.voidAt);
}

/** When the next task becomes due, or null when none is in sight. */
export function nextDue(tasks: readonly Task[], now: Millis): Millis | null {
  return tasks.find((task) => task.dueAt > now)?.dueAt ?? null;
}

/**
 * One announcement for each lead, on a working day. Leads that fall on the same day make one announcement. Each is
 * pointless once the next one is due, or when the window opens.
 */
function announcements(team: Team, day: Day): Task[] {
  const { settings } = team;
  const calendar = workCalendar(team);
  const { opensAt } = windowOn(day, settings.window, settings.zone);
  const leadByDay = new Map<Day, AnnounceLead>();
  for (const lead of settings.announce) leadByDay.set(announcedOn(day, lead, calendar), lead);
  const times = [...leadByDay].map(([on, lead]) => ({
    lead,
    at: instantOf(on, settings.announceAt, settings.zone),
  }));
  return times.map(({ lead, at }) => {
    const later = times.filter((other) => other.at > at).map((other) => other.at);
    const limit = lead === 'prev' ? opensAt : at + ANNOUNCE_CATCH_UP;
    return {
      kind: 'announce',
      day,
      lead,
      dueAt: at,
      voidAt: Math.min(opensAt, limit, ...later),
    };
  });
}

function announcedOn(day: Day, lead: AnnounceLead, calendar: WorkCalendar): Day {
  if (lead === 'prev') return previousWorkingDay(day, calendar);
  return workingDayOnOrBefore(addDays(day, -lead), calendar);
}

function opening(settings: TeamSettings, day: Day): Task {
  const { opensAt, closesAt } = windowOn(day, settings.window, settings.zone);
  return { kind: 'open', day, dueAt: opensAt, voidAt: closesAt };
}

/** The tasks of a poll, by the times it opened with: later changes of settings do not move them. */
function pollTasks({ day, opensAt, closesAt, endsAt, remindAt }: Poll): Task[] {
  const tasks: Task[] = [
    { kind: 'open', day, dueAt: opensAt, voidAt: closesAt },
    { kind: 'close', day, dueAt: closesAt, voidAt: closesAt + CATCH_UP },
    { kind: 'end', day, dueAt: endsAt, voidAt: endsAt + CATCH_UP },
  ];
  if (remindAt !== null) tasks.push({ kind: 'remind', day, dueAt: remindAt, voidAt: closesAt });
  return tasks;
}

/** The report on a campaign, on the working day after its last Telework Day. */
function reportOf(team: Team, campaign: Campaign): Task[] {
  const last = campaign.days.at(-1)?.day;
  if (!last) return [];
  const on = nextWorkingDay(last, workCalendar(team));
  const { announceAt, zone } = team.settings;
  const dueAt = instantOf(on, announceAt, zone);
  return [{ kind: 'report', day: last, campaign: campaign.id, dueAt, voidAt: dueAt + REPORT_CATCH_UP }];
}

/** The instant of the private reminders; null when they are off, or not strictly inside the window. */
export function remindInstant(
  remind: RemindAt,
  window: WindowInstants,
  day: Day,
  zone: string,
): Millis | null {
  if (remind === null) return null;
  const at = 'share' in remind ? shareOf(window, remind.share) : instantOf(day, remind.time, zone);
  return at > window.opensAt && at < window.closesAt ? at : null;
}

/** When old rows are deleted today (epoch ms), and what is old. */
export interface Retention {
  dueAt: Millis;
  cutoff: { day: Day; at: Millis };
}

/** A quiet hour. A bot that was down then makes up for it later. */
const RETENTION_TIME = '02:30';

/** The deletion of the day at `now`, for rows older than so many months. */
export function retentionAt(now: Millis, zone: Zone, months: number): Retention {
  const today = dayAt(now, zone);
  const day = monthsBefore(today, months);
  return {
    dueAt: instantOf(today, RETENTION_TIME, zone),
    cutoff: { day, at: instantOf(day, '00:00', zone) },
  };
}
