import type { Tally } from './answers/tally';
import { workCalendar } from './planned-days';
import type { OfficeBounds } from './teams/settings';
import type { Team } from './teams/team';
import { addDays, dayAt, dayStart, instantOf, type Time } from './time/calendar';
import { notWorking, previousWorkingDay } from './time/holidays';

/** When the contact is told: people can still change their plans. */
const EVENING: Time = '17:00';
/** The longest run of days off, with room. */
const AHEAD_DAYS = 15;

/** How many come to the office at some time of the day. */
export function visitorsOf({ byStyle }: Pick<Tally, 'byStyle'>): number {
  return byStyle.office + byStyle['off-peak'] + byStyle['home-part'];
}

/** Whether so many people in the office are fewer or more than the team wants; null: neither. */
export function beyondBounds(
  visitors: number,
  bounds: OfficeBounds | null | undefined,
): 'few' | 'many' | null {
  if (!bounds) return null;
  if (bounds.least !== null && visitors < bounds.least) return 'few';
  return bounds.most !== null && visitors > bounds.most ? 'many' : null;
}

/** Of each working day to come: the look at its plans, at 17:00 local on the working day before it. Once the day has begun it is pointless. */
export function officeTasks(team: Team, now: number) {
  const { inOffice = null, zone } = team.settings;
  if (inOffice === null) return [];
  const calendar = workCalendar(team);
  const today = dayAt(now, zone);
  return Array.from({ length: AHEAD_DAYS }, (_, index) => addDays(today, index))
    .filter((day) => notWorking(day, calendar) === null)
    .map((day) => ({
      kind: 'office-bounds' as const,
      day,
      dueAt: instantOf(previousWorkingDay(day, calendar), EVENING, zone),
      voidAt: dayStart(day, zone),
    }));
}
