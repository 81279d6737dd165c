import { addDays, type Day, dayStart, type Millis } from '../time/calendar';
import type { Team } from './team';

/** Whether the day is over in the zone of each of these teams. */
export function isDayOver(day: Day, teams: readonly Pick<Team, 'settings'>[], now: Millis): boolean {
  const zones = new Set(teams.map(({ settings }) => settings.zone));
  return [...zones].every((zone) => dayStart(addDays(day, 1), zone) <= now);
}
