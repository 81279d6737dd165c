import type { RemindAt } from '../teams/settings';
import {
  addDays,
  type Day,
  dayAt,
  instantOf,
  type Millis,
  type Time,
  timeAt,
  type Zone,
} from '../time/calendar';
import { shareOf, type WindowInstants } from '../time/window';
import { isLate, opensLate, type Poll } from './poll';

/* When members are reminded: after some time to answer, while they still can, and never in their night. */

const MINUTE: Millis = 60_000;
/** Nobody is reminded of a poll sooner than this after it was posted. */
const LEAST_TIME: Millis = 10 * MINUTE;
/** Nor when less of its window is left. */
const LEAST_LEFT: Millis = 5 * MINUTE;

/** Nobody is written to between these local times where they are. */
const NIGHT: Time = '21:00';
const MORNING: Time = '07:00';

/**
 * The instant of the private reminders of a poll opened at `openedAt`; null: they are off, the time is not strictly
 * inside the window, or the poll opened so late that there is none. A share is of the window, after a late opening of
 * what is left of it.
 */
export function remindInstant(
  remind: RemindAt,
  window: WindowInstants,
  openedAt: Millis,
  day: Day,
  zone: Zone,
): Millis | null {
  if (remind === null) return null;
  const late = opensLate(openedAt, window);
  const open = late ? { ...window, opensAt: openedAt } : window;
  const at = 'share' in remind ? shareOf(open, remind.share) : instantOf(day, remind.time, zone);
  if (at <= window.opensAt || isLate(at, window)) return null;
  return 'share' in remind || late ? afterPost(openedAt, at, window.closesAt) : at;
}

/** The instant `at`, or later so that members have had time to answer; null: too little of the window is left then. */
function afterPost(postedAt: Millis, at: Millis, closesAt: Millis): Millis | null {
  const fair = Math.max(at, postedAt + LEAST_TIME);
  return isUsable(fair, closesAt) ? fair : null;
}

/**
 * When those who stay silent after the reminder of a call at short notice are reminded once more: halfway from it to the
 * end of the window; null: they were not reminded, or too little of the window is left then.
 */
export function followUpAt(remindAt: Millis | null, closesAt: Millis): Millis | null {
  if (remindAt === null) return null;
  const at = remindAt + Math.floor((closesAt - remindAt) / 2);
  return isUsable(at, closesAt) ? at : null;
}

/** The first instant at which members may be reminded of a poll that was posted at `postedAt`. */
export function remindableFrom(postedAt: Millis): Millis {
  return postedAt + LEAST_TIME;
}

/** Until when people may be asked in private by a poll, so that the question comes some time before its reminder. */
export function askUntil({ remindAt, closesAt }: Pick<Poll, 'remindAt' | 'closesAt'>): Millis {
  return (remindAt ?? closesAt) - LEAST_TIME;
}

/** A reminder is put off so long, once. */
export const SNOOZE: Millis = 30 * MINUTE;

/** Whether a reminder sent at `at` can be put off: the later one still comes in time. */
export function canSnooze(at: Millis, { closesAt }: Pick<Poll, 'closesAt'>): boolean {
  return isUsable(at + SNOOZE, closesAt);
}

/** From this instant on a reminder that was put off is of no use. */
export function snoozedUntil({ closesAt }: Pick<Poll, 'closesAt'>): Millis {
  return closesAt - LEAST_LEFT;
}

/** Whether a person who is written to at `at` can still answer in time. */
export function isUsable(at: Millis, closesAt: Millis): boolean {
  return closesAt - at >= LEAST_LEFT;
}

/** The end of the night in which `at` lies where the person is; null: it is day there. */
export function quietUntil(at: Millis, zone: Zone): Millis | null {
  const time = timeAt(at, zone);
  if (time >= MORNING && time < NIGHT) return null;
  const today = dayAt(at, zone);
  return instantOf(time < MORNING ? today : addDays(today, 1), MORNING, zone);
}
