import { type Day, dayAt, instantOf, type Millis, monthsBefore, type Zone } from './time/calendar';

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
