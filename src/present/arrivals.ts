import { minutesOf, type Time } from '../domain/time/calendar';

/** Minutes after the window's end at which people who travel off-peak may arrive. */
const OFF_PEAK_STEPS = [0, 30, 60, 90];
const DAY_MINUTES = 24 * 60;

/** Arrivals which keep out of the rush hour that ends at `until`, the earliest first; none after midnight. */
export function offPeakArrivals(until: Time): Time[] {
  return OFF_PEAK_STEPS.flatMap((step) => later(until, step));
}

/** The time so many minutes later; none when that is the next day. */
function later(time: Time, minutes: number): Time[] {
  const total = minutesOf(time) + minutes;
  if (total >= DAY_MINUTES) return [];
  const [hour, minute] = [Math.floor(total / 60), total % 60];
  return [`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`];
}
