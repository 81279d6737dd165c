import type { NotWorking } from '../refusal';
import { type Day, daySpan } from './calendar';
import { isMakeUpDay, notWorking, restingElsewhere, type WorkCalendar } from './holidays';
import { isEstimated } from './public-holidays';

/** A day which is not like others of its weekday: off, worked in the place of another, or off in a part of the country. */
export type SpecialDay =
  | { kind: 'off'; day: Day; why: NotWorking; estimated: boolean }
  | { kind: 'make-up'; day: Day }
  | { kind: 'elsewhere'; day: Day; regions: string[] };

/** The special days of the closed span, ascending; plain weekends are none. */
export function specialDays(calendar: WorkCalendar, from: Day, until: Day): SpecialDay[] {
  return daySpan(from, until).flatMap((day) => specialDay(day, calendar) ?? []);
}

function specialDay(day: Day, calendar: WorkCalendar): SpecialDay | null {
  const why = notWorking(day, calendar);
  if (why) {
    if (why.kind === 'weekend') return null;
    return { kind: 'off', day, why, estimated: why.kind === 'holiday' && isEstimated(day, calendar.country) };
  }
  if (isMakeUpDay(day, calendar)) return { kind: 'make-up', day };
  const regions = restingElsewhere(day, calendar);
  return regions.length > 0 ? { kind: 'elsewhere', day, regions } : null;
}
