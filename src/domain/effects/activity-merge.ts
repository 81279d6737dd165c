import { type Refusal, refuse } from '../refusal';
import type { Day, DayRange } from '../time/calendar';
import type { DayCount } from './activity';
import { MOST_SERIES, type SeriesCounts } from './activity-file';

/** What taking a file changes. */
export interface ActivityChange {
  series: number;
  /** The days of the file; null: all of them are too old. */
  span: DayRange | null;
  /** Counts of a day that are new or differ from what was known; 0: the file was taken before. */
  changed: number;
  /** Counts of days that are not kept any more. */
  tooOld: number;
}

/** The series with what a file says: a day that it names replaces the day that was known. */
export function withCounts(
  known: readonly SeriesCounts[],
  read: readonly SeriesCounts[],
  oldest: Day,
): { series: SeriesCounts[]; change: ActivityChange } | Refusal {
  const byName = new Map(
    known.map((one) => [one.series, new Map(one.days.map((count) => [count.day, count]))]),
  );
  const change: ActivityChange = { series: read.length, span: null, changed: 0, tooOld: 0 };
  for (const { series, days } of read) {
    const kept = days.filter(({ day }) => day >= oldest);
    change.tooOld += days.length - kept.length;
    const merged = byName.get(series) ?? new Map<Day, DayCount>();
    for (const count of kept) {
      if (!isSame(merged.get(count.day), count)) change.changed += 1;
      merged.set(count.day, count);
      change.span = widened(change.span, count.day);
    }
    if (merged.size > 0) byName.set(series, merged);
  }
  if (byName.size > MOST_SERIES) return refuse('too-many-series', { max: MOST_SERIES });
  const series = [...byName].map(([name, days]) => ({ series: name, days: ascending([...days.values()]) }));
  return { series, change };
}

function isSame(known: DayCount | undefined, count: DayCount): boolean {
  return known?.total === count.total && known.readings === count.readings;
}

function widened(span: DayRange | null, day: Day): DayRange {
  if (span === null) return { from: day, until: day };
  return { from: day < span.from ? day : span.from, until: day > span.until ? day : span.until };
}

function ascending(days: DayCount[]): DayCount[] {
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}
