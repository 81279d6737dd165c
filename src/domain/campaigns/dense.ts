import { addDays, type Day } from '../time/calendar';
import type { Campaign } from './campaign';

/** With three messages a day, so many days in four weeks are what a channel bears. */
export const MOST_LOUD_DAYS = 8;
const AROUND = { before: 13, after: 14 };

/**
 * Whether the campaign has so many days around this one that each has one message in a channel: the poll, which becomes
 * the result and names the next day. The days of other campaigns have a line the day before and a result of their own.
 */
export function isDense({ days }: Pick<Campaign, 'days'>, day: Day): boolean {
  const [from, until] = [addDays(day, -AROUND.before), addDays(day, AROUND.after)];
  return days.filter((one) => from <= one.day && one.day <= until).length > MOST_LOUD_DAYS;
}
