import type { NotWorking } from '../refusal';
import { addDays, type Day, type DayRange, daySpan, weekdayOf } from '../time/calendar';

/** What a platform, door or network counted on one day. */
export interface DayCount {
  day: Day;
  total: number;
  /** How many readings the total is the sum of: 1 a day, 24 where each hour was counted. */
  readings: number;
}

/** Why a day of the baseline does not count. */
type LeftOut = 'not-working' | 'telework-day' | 'no-count' | 'incomplete';

/** A day against the same weekdays of the baseline. */
export interface AgainstUsual {
  day: Day;
  total: number;
  /** The mean of the same weekdays, how many they are, and the least and the most of them. */
  usual: number;
  n: number;
  least: number;
  most: number;
}

/** A baseline that says too little about a day. */
export interface TooThin {
  day: Day;
  why: 'thin' | 'no-count' | 'incomplete' | 'nothing-usual';
  n: number;
  /** The same weekdays of the baseline that do not count, and why. */
  leftOut: readonly { day: Day; why: LeftOut }[];
}

/** Fewer same weekdays have no usual. */
export const LEAST_WEEKDAYS = 3;
/** A day with a smaller part of the usual number of readings was not counted to its end. */
const COMPLETE = 0.75;

/** What the days of a baseline are. */
export interface Calendar {
  /** Why people do not work on a day; null: they do. */
  notWorking(day: Day): NotWorking | null;
  isTeleworkDay(day: Day): boolean;
}

/**
 * Compares a day with the same weekdays of the baseline that people worked on in the usual way, counted to their end.
 * Fewer than three of them are too thin.
 */
export function againstUsual(
  counts: ReadonlyMap<Day, DayCount>,
  day: Day,
  baseline: DayRange,
  calendar: Calendar,
): AgainstUsual | TooThin {
  const same = daySpan(baseline.from, baseline.until).filter(
    (other) => other !== day && weekdayOf(other) === weekdayOf(day),
  );
  const typical = typicalReadings(same.flatMap((other) => counts.get(other) ?? []));
  const judged = same.map((other) => ({
    day: other,
    why: leftOut(counts.get(other), typical, other, calendar),
  }));
  const totals = judged.flatMap(({ day: other, why }) =>
    why === null ? (counts.get(other)?.total ?? []) : [],
  );
  const thin = (why: TooThin['why']): TooThin => ({
    ...{ day, why, n: totals.length },
    leftOut: judged.flatMap(({ day: other, why: reason }) =>
      reason === null ? [] : [{ day: other, why: reason }],
    ),
  });
  const count = counts.get(day);
  if (!count) return thin('no-count');
  if (totals.length < LEAST_WEEKDAYS) return thin('thin');
  if (count.readings < typical * COMPLETE) return thin('incomplete');
  const usual = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  if (usual === 0) return thin('nothing-usual');
  return {
    ...{ day, total: count.total, usual, n: totals.length },
    ...{ least: Math.min(...totals), most: Math.max(...totals) },
  };
}

function leftOut(count: DayCount | undefined, typical: number, day: Day, calendar: Calendar): LeftOut | null {
  if (calendar.notWorking(day)) return 'not-working';
  if (calendar.isTeleworkDay(day)) return 'telework-day';
  if (!count) return 'no-count';
  return count.readings < typical * COMPLETE ? 'incomplete' : null;
}

/** The median. */
function typicalReadings(counts: readonly DayCount[]): number {
  const readings = counts.map((count) => count.readings).toSorted((a, b) => a - b);
  return readings[Math.floor(readings.length / 2)] ?? 0;
}

/** The weeks before a day that stand for the usual where nothing else was said, in days. */
const WEEKS_BEFORE = 6;

/** The six weeks before the day. */
export function weeksBefore(first: Day): DayRange {
  return { from: addDays(first, -7 * WEEKS_BEFORE), until: addDays(first, -1) };
}
