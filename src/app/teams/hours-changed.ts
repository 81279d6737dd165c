import { isOver, type Poll } from '../../domain/answers/poll';
import { daysChangedBy } from '../../domain/days-changed';
import { plannedDays } from '../../domain/planned-days';
import { type TeamSettings, todayOf } from '../../domain/teams/settings';
import type { Team } from '../../domain/teams/team';
import { addDays, dayAt, dayStart, type Millis } from '../../domain/time/calendar';
import type { HoursChanged } from '../../ports/views';
import type { Ports } from '../core';

/** The ports to tell what other settings make of the days at hand. */
export type HoursNeeds = 'absences' | 'campaigns' | 'clock' | 'polls';

/** Settings that decide on which days a team is polled, and when. */
const DECIDING: ReadonlySet<string> = new Set([
  'window',
  'tz',
  'polls',
  'country',
  'weekend',
  'closed',
  'open',
]);

/** The team's poll that took answers at `now`, the latest one; null: none did. */
export async function runningPoll(
  { polls }: Ports<'polls'>,
  { org, id, settings }: Team,
  now: Millis,
): Promise<Poll | null> {
  const today = dayAt(now, settings.zone);
  // No two zones are more than two dates apart.
  const found = await polls.list(org, id, addDays(today, -2), addDays(today, 2));
  return found.findLast((poll) => !isOver(poll, now)) ?? null;
}

/**
 * The settings with the day of a poll that is running: as long as it takes answers in time, and late ones where the new
 * zone's day is not a later one, the team's today stays that of the poll.
 */
export function withRunning(settings: TeamSettings, poll: Poll | null, now: Millis): TeamSettings {
  const { zoneBefore: _, ...rest } = settings;
  if (!poll || poll.zone === settings.zone) return rest;
  const until = dayAt(now, settings.zone) > poll.day ? poll.closesAt : poll.endsAt;
  return now < until ? { ...rest, zoneBefore: { zone: poll.zone, until } } : rest;
}

/** What a change of settings makes of the days at hand; `team` as it was before. */
export async function hoursChanged(
  core: Ports<HoursNeeds>,
  team: Team,
  settings: TeamSettings,
  changed: readonly string[],
): Promise<HoursChanged> {
  if (!changed.some((key) => DECIDING.has(key))) return {};
  const { org, id } = team;
  const now = core.clock.now();
  const today = dayAt(now, team.settings.zone);
  const [campaigns, polls, absences, running] = await Promise.all([
    core.campaigns.list(org),
    core.polls.list(org, id, addDays(today, -2), addDays(today, 2)),
    core.absences.list(dayStart(addDays(today, -1), team.settings.zone)),
    runningPoll(core, team, now),
  ]);
  const { zone } = settings;
  const days = daysChangedBy(settings, { team, campaigns, polls, absences }, now);
  const ended = days.ended.at(-1);
  const next = days.today;
  return {
    ...(running && keptOf(running, team, settings, { campaigns, changed })),
    ...(ended && {
      ended: { day: ended.day, window: ended.window, zone, isToday: ended.day === todayOf(settings, now) },
    }),
    ...(days.dropped.length > 0 && { dropped: days.dropped }),
    ...(days.added.length > 0 && { added: days.added }),
    ...(next && {
      opens: { day: next.planned.day, window: next.planned.window, zone, isNow: next.dueAt <= now },
    }),
  };
}

/** A day is polled once: its poll keeps the window and the zone it opened with, and stays if the day is off by now. */
function keptOf(
  { day, window, zone }: Poll,
  team: Team,
  settings: TeamSettings,
  { campaigns, changed }: { campaigns: Parameters<typeof plannedDays>[1]; changed: readonly string[] },
): Pick<HoursChanged, 'kept' | 'stays'> {
  const hours = { day, window, zone };
  if (changed.includes('window') || changed.includes('tz')) return { kept: hours };
  const isPlanned = (of: Team) => plannedDays(of, campaigns, day, day).length > 0;
  return isPlanned(team) && !isPlanned({ ...team, settings }) ? { stays: hours } : {};
}
