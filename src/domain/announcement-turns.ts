import type { Task } from './agenda';
import { addDays, dayStart, type Millis, type Zone } from './time/calendar';

/** When words such as "tomorrow" turn false in an announcement: as the day before begins, and the day; null: never. */
export function nextTurn(tasks: readonly Task[], zone: Zone, now: Millis): Millis | null {
  const turns = tasks
    .filter(({ kind, dueAt }) => kind === 'announce' && dueAt <= now)
    .flatMap(({ day }) => [dayStart(addDays(day, -1), zone), dayStart(day, zone)]);
  return turns.filter((turn) => turn > now).sort((a, b) => a - b)[0] ?? null;
}
