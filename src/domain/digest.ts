import { workCalendar } from './planned-days';
import type { Digest } from './teams/settings';
import type { Team } from './teams/team';
import {
  addDays,
  type Day,
  dayAt,
  daySpan,
  dayStart,
  instantOf,
  type Millis,
  weekBegin,
} from './time/calendar';
import { previousWorkingDay } from './time/holidays';
import { weekStartOf } from './time/weekend';

const WEEK = 7;
const KINDS = { channel: 'digest', lead: 'digest-lead' } as const satisfies Record<Digest, string>;

/**
 * The digests around `now`, each of the week that begins on its `day`: at the hour of announcements on the last working
 * day before. Once the week has begun it is pointless.
 */
export function digestTasks(team: Team, now: Millis) {
  const { digest = null, zone, announceAt } = team.settings;
  if (digest === null) return [];
  const today = dayAt(now, zone);
  const start = weekBegin(today, weekStartOf(team.settings));
  return [0, WEEK, 2 * WEEK].map((shift) => {
    const day = addDays(start, shift);
    const on = previousWorkingDay(day, workCalendar(team));
    const [dueAt, voidAt] = [instantOf(on, announceAt, zone), dayStart(day, zone)];
    return { kind: KINDS[digest], day, dueAt, voidAt };
  });
}

/** The seven days from this one on. */
export function weekFrom(start: Day): Day[] {
  return daySpan(start, addDays(start, WEEK - 1));
}
