import { minutesOf, type Time, timeOfMinutes } from '../domain/time/calendar';

/** Minutes after the window's end at which people who travel off-peak may arrive. */
const OFF_PEAK_STEPS = [0, 30, 60, 90];
const DAY_MINUTES = 24 * 60;

/** Arrivals that avoid the rush hour ending at `until`, the earliest first; none after midnight. */
export function offPeakArrivals(until: Time): Time[] {
  return OFF_PEAK_STEPS.flatMap((step) => later(until, step));
}

/** The time so many minutes later; none where that is the next day. */
function later(time: Time, minutes: number): Time[] {
  const total = minutesOf(time) + minutes;
  return total < DAY_MINUTES ? [timeOfMinutes(total)] : [];
}
