import type { Task } from './agenda';
import { addDays, dayStart, type Millis, type Zone } from './time/calendar';

/**
 * When words such as "tomorrow" turn false in an announcement: as the day before begins, the day, and the day after; null:
 * never.
 */
export function nextTurn(tasks: readonly Task[], zone: Zone, now: Millis): Millis | null {
  const turns = tasks
    .filter(({ kind, dueAt }) => kind === 'announce' && dueAt <= now)
    .flatMap(({ day }) => [-1, 0, 1].map((days) => dayStart(addDays(day, days), zone)));
  return turns.filter((turn) => turn > now).sort((a, b) => a - b)[0] ?? null;
}
