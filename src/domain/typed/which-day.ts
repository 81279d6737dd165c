import {
  addDays,
  type Day,
  dayOfYear,
  daysBetween,
  isDay,
  placeInWeek,
  type Weekday,
  weekdayOf,
} from '../time/calendar';
import type { WrittenDate } from './written-date';

/*
 * The one place which decides the day that a written date means, and the days of a span. Dates leave out their year, their
 * month or their week; what is left out is found from today's date and from what the person is about.
 */

/** The day that people write from. */
export interface Today {
  today: Day;
  /** On which their weeks begin: Sunday where people work from Sunday to Thursday; absent: Monday. */
  weekStart?: Weekday;
}

/**
 * `next`: days that are answered or planned; a date without its year is the next one, unless it is one of the last 30
 * days: then that day is meant and is over. `nearest`: days that are looked at.
 */
export interface DateContext extends Today {
  prefer: 'next' | 'nearest';
}

/** The two ends of a span; null where a date does not exist. */
export interface Ends {
  from: Day | null;
  until: Day | null;
}

type CalendarDate = Extract<WrittenDate, { kind: 'date' }>;

/** A date that lies so few days back is not meant of the next year. */
const RECENT_DAYS = 30;
/** The longest span over New Year that is written without years. */
const HALF_A_YEAR = 183;
/** The longest span over the end of a month that is written without months; also how near a past day must be. */
const HALF_A_MONTH = 15;
/** 29 February may be eight years away: 1896 to 1904. */
const YEARS_APART = 8;

/** The day that a date means; null where there is no such day, or it falls on another weekday than the one written. */
export function dayOf(written: WrittenDate, context: DateContext): Day | null {
  const { today } = context;
  switch (written.kind) {
    case 'relative':
      return existing(addDays(today, written.days));
    case 'weekday':
      return existing(addDays(today, daysUntil(written, context)));
    case 'month-end':
      return monthEnd(today, written.months);
    case 'month-day':
      return agreed(written, monthDay(written.day, today));
    case 'date':
      return written.year === null
        ? yearlessDay(written, context)
        : agreed(written, dateIn(written, written.year));
  }
}

/**
 * The ends of a span. One that leaves out its years, months or weeks is the first that has not ended: it may have begun.
 * An end without a year follows the other: `23 July..27 July 2018` and `2018-12-28..1/4` are each one span.
 */
export function endsOf(first: WrittenDate, second: WrittenDate, context: DateContext): Ends {
  if (isYearless(first) && second.kind === 'date') {
    return second.year === null
      ? yearlessEnds(first, second, context)
      : endingAt(first, dayOf(second, context));
  }
  if (first.kind === 'month-day' && second.kind === 'month-day') {
    const until = dayOf(second, context);
    return { from: until && agreed(first, monthDayBefore(first.day, until)), until };
  }
  if (isNextWeekday(first) && isNextWeekday(second)) {
    const until = dayOf(second, context);
    const length = placeInWeek(second.weekday, first.weekday);
    return { from: until && existing(addDays(until, -length)), until };
  }
  // "Mon to Fri next week" names the week of both.
  const both = isNextWeekday(first) && second.kind === 'weekday' && second.trails;
  const from = dayOf(both ? { ...first, week: second.week } : first, context);
  return { from, until: from && dayAfter(second, from, context) };
}

/** The first span which has not ended, unless all of one lies in the last 30 days. */
function yearlessEnds(first: CalendarDate, second: CalendarDate, context: DateContext): Ends {
  const { today, prefer } = context;
  const recent = endingAt(first, dayOf(second, context));
  const isMeant = prefer === 'nearest' || recent.until === null || recent.until >= today;
  if (isMeant || (recent.from !== null && isRecent(recent.from, today))) return recent;
  return endingAt(first, coming(second, context));
}

function endingAt(first: CalendarDate, until: Day | null): Ends {
  return { from: until && agreed(first, dateBefore(first, until)), until };
}

/** The first such day on or after another one, where the date says no more: Friday after Monday, `7/23..1/4`. */
export function dayAfter(written: WrittenDate, from: Day, context: DateContext): Day | null {
  if (isYearless(written)) return agreed(written, dateAfter(written, from));
  const follows = isNextWeekday(written) || written.kind === 'month-day';
  return dayOf(written, follows ? { today: from, prefer: 'next' } : context);
}

export function isNextWeekday(written: WrittenDate): written is Extract<WrittenDate, { kind: 'weekday' }> {
  return written.kind === 'weekday' && written.week === null;
}

/** The weekday written with a date tells the coming year's from one that is just over. */
function yearlessDay(date: CalendarDate, context: DateContext): Day | null {
  const meant = occurrence(date, context);
  const isOver = meant !== null && meant < context.today && context.prefer === 'next';
  return agreed(date, meant) ?? (isOver ? coming(date, context) : null);
}

function coming(date: CalendarDate, context: DateContext): Day | null {
  return agreed(
    date,
    occurrence(date, context, (day) => day >= context.today),
  );
}

/** Searches the years next to today's, and further ones only for 29 February. */
function occurrence(
  date: CalendarDate,
  { today, prefer }: DateContext,
  isNext = (day: Day) => isRecent(day, today),
): Day | null {
  const year = Number(today.slice(0, 4));
  for (const reach of [1, YEARS_APART]) {
    const years = Array.from({ length: 2 * reach + 1 }, (_, index) => year - reach + index);
    const days = years.map((each) => dateIn(date, each)).filter((day) => day !== null);
    const meant = prefer === 'next' ? days.find(isNext) : closest(days, today);
    if (meant) return meant;
  }
  return null;
}

/** Whether the day is to come, or not long over. */
function isRecent(day: Day, today: Day): boolean {
  return day >= today || daysBetween(day, today) <= RECENT_DAYS;
}

function closest(days: readonly Day[], to: Day): Day | undefined {
  const apart = (day: Day) => Math.abs(daysBetween(to, day));
  return days.toSorted((a, b) => apart(a) - apart(b))[0];
}

/** In the year of the span's end; in the year before where the span would then be no longer than half a year. */
function dateBefore(date: CalendarDate, until: Day): Day | null {
  const year = Number(until.slice(0, 4));
  const same = dateIn(date, year);
  if (same === null || same <= until) return same;
  const before = dateIn(date, year - 1);
  return before !== null && daysBetween(before, until) <= HALF_A_YEAR ? before : same;
}

/** In the year of the span's beginning; in the next year where the span would then be no longer than half a year. */
function dateAfter(date: CalendarDate, from: Day): Day | null {
  const year = Number(from.slice(0, 4));
  const same = dateIn(date, year);
  if (same !== null && same >= from) return same;
  const after = dateIn(date, year + 1);
  return after !== null && daysBetween(from, after) <= HALF_A_YEAR ? after : same;
}

/** This month's day if it is to come, else the nearer one of this month's and the next month's. */
function monthDay(date: number, today: Day): Day | null {
  const day = dateOfMonth(date, today, 0);
  if (day === null || day >= today) return day;
  return daysBetween(day, today) <= HALF_A_MONTH ? day : dateOfMonth(date, today, 1);
}

function monthDayBefore(date: number, until: Day): Day | null {
  const same = dateOfMonth(date, until, 0);
  if (same === null || same <= until) return same;
  const before = dateOfMonth(date, until, -1);
  return before !== null && daysBetween(before, until) <= HALF_A_MONTH ? before : same;
}

/** That date of the month `months` after the day's own. */
export function dateOfMonth(date: number, day: Day, months: number): Day | null {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return dayOfYear(Math.floor(month / 12), (month % 12) + 1, date);
}

/** The last day of the month `months` after the day's own. */
export function monthEnd(day: Day, months: number): Day | null {
  const next = dateOfMonth(1, day, months + 1);
  return next && existing(addDays(next, -1));
}

function dateIn({ month, day }: CalendarDate, year: number): Day | null {
  return dayOfYear(year, month, day);
}

function daysUntil(
  { weekday, week }: Extract<WrittenDate, { kind: 'weekday' }>,
  { today, weekStart }: Today,
): number {
  const apart = placeInWeek(weekday, weekStart) - placeInWeek(weekdayOf(today), weekStart);
  return week === null ? (apart + 7) % 7 : apart + 7 * week;
}

function agreed(written: Extract<WrittenDate, { kind: 'date' | 'month-day' }>, day: Day | null): Day | null {
  const real = day && existing(day);
  return real && (written.weekday === null || written.weekday === weekdayOf(real)) ? real : null;
}

/** Null for days before the year 0 and after 9999. */
function existing(day: Day): Day | null {
  return isDay(day) ? day : null;
}

function isYearless(written: WrittenDate): written is CalendarDate {
  return written.kind === 'date' && written.year === null;
}
