import {
  addDays,
  type Day,
  dayStart,
  instantOf,
  type Millis,
  minutesOf,
  type Time,
  type Zone,
} from './calendar';

/** The local time span in which people say how they work: `[from, until)`. */
export interface Window {
  from: Time;
  until: Time;
}

/** 07:00 is this product's own choice of a start of work; 10:30 is the rule of the campaign of 24 July 2017. */
export const DEFAULT_WINDOW: Window = { from: '07:00', until: '10:30' };

/** The instants of one day's window. */
export interface WindowInstants {
  opensAt: Millis;
  closesAt: Millis;
  /** The end of the local day: late answers are taken until then. */
  endsAt: Millis;
}

/** Whether the window begins before it ends. */
export function isOrdered({ from, until }: Window): boolean {
  return minutesOf(from) < minutesOf(until);
}

/**
 * The instants of the window on this day; a wall time that a change of clocks skips is the end of the gap. A window that
 * lies in the gap as a whole begins there and has its usual length, or ends with the day.
 */
export function windowOn(day: Day, window: Window, zone: Zone): WindowInstants {
  const opensAt = instantOf(day, window.from, zone);
  const endsAt = dayStart(addDays(day, 1), zone);
  const until = instantOf(day, window.until, zone);
  const length = (minutesOf(window.until) - minutesOf(window.from)) * 60_000;
  const closesAt = until > opensAt ? until : Math.min(opensAt + length, endsAt);
  return { opensAt, closesAt, endsAt };
}

/** The instant at which `share` (0 to 1) of the window has passed. */
export function shareOf({ opensAt, closesAt }: WindowInstants, share: number): Millis {
  return Math.round(opensAt + (closesAt - opensAt) * share);
}
