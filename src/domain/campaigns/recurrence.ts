import { RRuleTemporal } from 'rrule-temporal';
import type { Day } from '../time/calendar';

/** Days alone, and an end or a number: what a campaign may repeat by. */
const RULE =
  /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:COUNT|UNTIL|INTERVAL|BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS|WKST)=[0-9A-Z,+-]+)*$/u;

/** The first days from `from` on of an iCalendar rule (RFC 5545), at most `most`; null where it cannot be read. */
export function daysOfRule(rule: string, from: Day, most: number): Day[] | null {
  if (!RULE.test(rule)) return null;
  try {
    const repeated = new RRuleTemporal({
      rruleString: `DTSTART:${from.replaceAll('-', '')}T000000Z\nRRULE:${rule}`,
    });
    return repeated
      .all((_, index) => index < most)
      .slice(0, most)
      .map((date) => date.toString().slice(0, 'yyyy-mm-dd'.length));
  } catch {
    return null;
  }
}
