import { Temporal } from 'temporal-polyfill';

/** A calendar date in ISO 8601 form, `2018-07-24`: a date of the team's own calendar, without a zone. */
export type Day = string;

/** A wall-clock time of day, `HH:MM`, 24-hour. */
export type Time = string;

/** An instant as milliseconds since the Unix epoch (UTC). */
export type Millis = number;

/** An IANA time zone, `Asia/Tokyo`. */
export type Zone = string;

/** A closed span of days; a single day has `from === until`. */
export interface DayRange {
  from: Day;
  until: Day;
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a date that exists: not `2026-02-30`. */
export function isDay(text: string): text is Day {
  if (!DAY_SHAPE.test(text)) return false;
  const date = Number(text.slice(8));
  return date > 0 && date <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** The day of a year, month (1 to 12) and day of the month; null where the calendar has no such day. */
export function dayOfYear(year: number, month: number, date: number): Day | null {
  const day = [padded(year, 4), padded(month, 2), padded(date, 2)].join('-');
  return isDay(day) ? day : null;
}

/** The days of each month in a common year. */
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Without Temporal, which would take as long as the database: each press of a button asks. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTHS[month - 1] ?? 0);
}

export function isTime(text: string): text is Time {
  return TIME_SHAPE.test(text);
}

export function isZone(text: string): text is Zone {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

const DAY_LENGTH: Millis = 24 * 3_600_000;
const PLAIN_FROM: Millis = Date.UTC(1000, 0, 1);
const PLAIN_UNTIL: Millis = Date.UTC(10_000, 0, 1);

/**
 * Where the day begins in UTC; null: Temporal is to judge it. An agenda reckons with thousands of days, for which Temporal
 * would take longer than the database.
 */
function midnightOf(day: Day): Millis | null {
  if (day < '1000' || !isDay(day)) return null;
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const start = midnightOf(day);
  const later = start === null ? Number.NaN : start + count * DAY_LENGTH;
  if (later >= PLAIN_FROM && later < PLAIN_UNTIL) return new Date(later).toISOString().slice(0, 10);
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** The day `count` months earlier: of a shorter month its last day. */
export function monthsBefore(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).subtract({ months: count }).toString();
}

/** How many days lie from `from` to `until`; negative when `until` is earlier. */
export function daysBetween(from: Day, until: Day): number {
  const [start, end] = [midnightOf(from), midnightOf(until)];
  if (start !== null && end !== null) return (end - start) / DAY_LENGTH;
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;
}

/** Every day of the closed span, first to last; empty when reversed. */
export function daySpan(from: Day, until: Day): Day[] {
  const length = daysBetween(from, until) + 1;
  return Array.from({ length: Math.max(0, length) }, (_, index) => addDays(from, index));
}

export function weekdayOf(day: Day): Weekday {
  const start = midnightOf(day);
  if (start !== null) return WEEKDAYS[(new Date(start).getUTCDay() + 6) % 7] as Weekday;
  return WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] as Weekday;
}

/** How many days after the beginning of its week a weekday comes, 0 to 6. */
export function placeInWeek(weekday: Weekday, weekStart: Weekday = 'mon'): number {
  return (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekStart) + 7) % 7;
}

/** The first day of the week that the day is in. */
export function weekBegin(day: Day, weekStart: Weekday = 'mon'): Day {
  return addDays(day, -placeInWeek(weekdayOf(day), weekStart));
}

/** The calendar date at an instant, as a clock in the zone shows it. */
export function dayAt(instant: Millis, zone: Zone): Day {
  const minute = Math.floor(instant / MINUTE);
  const last = lastDays.get(zone);
  if (last?.minute === minute) return last.day;
  const day = zoned(instant, zone).toPlainDate().toString();
  if (instant >= WHOLE_MINUTES_SINCE) lastDays.set(zone, { minute, day });
  return day;
}

const MINUTE: Millis = 60_000;
/** Since 1980 no zone has been apart from another by anything but whole minutes: within a minute the date stays. */
const WHOLE_MINUTES_SINCE: Millis = 315_532_800_000;
/** The last result of each zone: at the start of a window all requests ask for the same minute. */
const lastDays = new Map<Zone, { minute: number; day: Day }>();

/** The wall-clock time at an instant, as a clock in the zone shows it, without seconds. */
export function timeAt(instant: Millis, zone: Zone): Time {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** A wall-clock time on a calendar date. */
export interface Moment {
  day: Day;
  time: Time;
}

/** The calendar date and the wall-clock time at an instant. */
export function momentAt(instant: Millis, zone: Zone): Moment {
  return { day: dayAt(instant, zone), time: timeAt(instant, zone) };
}

/**
 * The instant at which a clock in the zone shows this wall time.
 * A time that does not exist (clocks jump forward) is the first moment after the gap; one that comes twice is
 * its first. (Temporal's `compatible` would keep the length of the gap; a window must open when the gap ends.)
 */
export function instantOf(day: Day, time: Time, zone: Zone): Millis {
  return kept(instants, `${day}T${time} ${zone}`, () => reckonedInstant(day, time, zone));
}

/** Instants that were reckoned: the same few days and hours are asked for again and again. */
const instants = new Map<string, Millis>();
const starts = new Map<string, Millis>();
const MOST_KEPT = 4_096;

function kept(known: Map<string, Millis>, key: string, reckon: () => Millis): Millis {
  const found = known.get(key);
  if (found !== undefined) return found;
  const instant = reckon();
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, instant);
  return instant;
}

function reckonedInstant(day: Day, time: Time, zone: Zone): Millis {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wall)) return earlier.epochMilliseconds;
  const jump = earlier.getTimeZoneTransition('next');
  if (!jump) throw new Error(`no transition after ${day}T${time} in ${zone}`);
  return jump.epochMilliseconds;
}

/** The first instant of the day in the zone. */
export function dayStart(day: Day, zone: Zone): Millis {
  return kept(
    starts,
    `${day} ${zone}`,
    () => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds,
  );
}

/** Minutes since local midnight. */
export function minutesOf(time: Time): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time so many whole minutes after midnight, 0 to 1439. */
export function timeOfMinutes(minutes: number): Time {
  return `${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

function zoned(instant: Millis, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
