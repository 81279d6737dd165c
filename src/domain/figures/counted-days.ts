import type { Campaign } from '../campaigns/campaign';
import { isDayOver } from '../teams/day-over';
import type { Team } from '../teams/team';
import type { Day, Millis } from '../time/calendar';

/** A day of a campaign that has a poll. `running`: it is not over, and its figures may still change. */
export interface CountedDay {
  day: Day;
  core: boolean;
  running: boolean;
}

/** When the last poll of each polled day ends, in epoch ms, and the teams that may still poll a day. */
interface Polled {
  ends: ReadonlyMap<Day, Millis>;
  teams: readonly Pick<Team, 'settings'>[];
}

/**
 * The days of a campaign that its figures are made of: those that were polled. A day is over once its polls have ended,
 * and it has passed in the zones of all `teams`. `complete`: every day of the campaign is over, polled or not.
 */
export function countedDays(
  { days }: Pick<Campaign, 'days'>,
  { ends, teams }: Polled,
  now: Millis,
): { counted: CountedDay[]; complete: boolean } {
  const all = days.map(({ day, core }) => {
    const isOver = isDayOver(day, teams, now) && (ends.get(day) ?? 0) <= now;
    return { day, core, running: !isOver };
  });
  return {
    counted: all.filter(({ day }) => ends.has(day)),
    complete: all.every(({ running }) => !running),
  };
}
