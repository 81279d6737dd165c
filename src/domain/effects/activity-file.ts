import type { FileFault } from '../file-fault';
import type { Day, Zone } from '../time/calendar';
import { type Columns, type CsvRow, type CsvTable, type FileBounds, readCsv } from '../typed/csv';
import { readNumber } from '../typed/number';
import { type CountedAt, readTimestamp } from '../typed/timestamp';
import { ACTIVITY_COLUMNS } from '../typed/words';
import type { DayCount } from './activity';
import { rightFor } from './effect-file';

type Column = 'time' | 'hour' | 'count';
type Row = CsvRow<Column>;

/** The counts of one series of a file, day by day. */
export interface SeriesCounts {
  /** The values of the other columns, as `Chiyoda / visitors`; '' in a file without other columns. */
  series: string;
  days: DayCount[];
}

/** The most series of a file: more are a column that numbers its rows. */
export const MOST_SERIES = 200;

export const ACTIVITY_FILE = {
  words: ACTIVITY_COLUMNS,
  needed: ['count'],
  example: 'activity',
} as const satisfies Columns<Column>;

interface Reading extends CountedAt {
  line: number;
  series: string;
  count: number;
}

/**
 * Reads counts by time from a CSV file: a row a day, or a row an hour, and a series for each combination of the values in
 * its other columns.
 */
export function readActivityFile(text: string, zone: Zone, bounds: FileBounds): SeriesCounts[] | FileFault[] {
  const table = readCsv<Column>(text, ACTIVITY_FILE, bounds);
  if (Array.isArray(table)) return table;
  if (!table.names.has('time') && !table.names.has('hour'))
    return [
      {
        line: null,
        column: null,
        what: 'no-column',
        found: table.others.join(', '),
        right: { example: ACTIVITY_FILE.example },
      },
    ];
  const faults: FileFault[] = [];
  const timeOf = oncePerText((text) => readTimestamp(text, zone));
  const readings = table.rows.flatMap((row) => readingOf(row, table, timeOf, faults) ?? []);
  faults.push(...repeatedIn(readings, table));
  if (faults.length > 0) return faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const all = summed(readings);
  return all.length <= MOST_SERIES
    ? all
    : [
        {
          line: null,
          column: null,
          what: 'too-many-series',
          found: table.others.join(', '),
          right: MOST_SERIES,
        },
      ];
}

export function isFaults(read: readonly (SeriesCounts | FileFault)[]): read is readonly FileFault[] {
  return read.some((one) => 'what' in one);
}

/** Null, with what is wrong added to the faults. */
function readingOf(
  { line, cells, others }: Row,
  { names, commaDecimals }: CsvTable<Column>,
  timeOf: (text: string) => CountedAt | null,
  faults: FileFault[],
): Reading | null {
  const written = `${cells.time} ${cells.hour}`.trim();
  const at = timeOf(written);
  const count = readNumber(cells.count, commaDecimals);
  if (at === null)
    faults.push({
      ...{ line, column: names.get('time') ?? names.get('hour') ?? null },
      ...(written === ''
        ? ({ what: 'no-value', found: '' } as const)
        : ({ what: 'time', found: written } as const)),
      right: '2018-07-24 09:00',
    });
  if (typeof count !== 'number')
    faults.push({
      line,
      column: names.get('count') ?? null,
      what: count,
      found: cells.count,
      right: rightFor(count),
    });
  if (at === null || typeof count !== 'number') return null;
  return { ...at, line, series: others.filter((value) => value !== '').join(' / '), count };
}

/** Series of one file share their times. */
function oncePerText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? read(text);
    known.set(text, found);
    return found;
  };
}

function repeatedIn(readings: readonly Reading[], { names }: CsvTable<Column>): FileFault[] {
  const seen = new Map<string, number>();
  return readings.flatMap((reading): FileFault[] => {
    const { line, series, day, hour, minute } = reading;
    const key = `${series}\n${day} ${hour ?? ''}:${minute}`;
    const earlier = seen.get(key);
    seen.set(key, earlier ?? line);
    if (earlier === undefined) return [];
    const found = [
      day,
      ...(hour === null ? [] : [`${hour}:${String(minute).padStart(2, '0')}`]),
      series,
    ].join(' ');
    const column = names.get('time') ?? names.get('hour') ?? null;
    return [{ line, column, what: 'twice', found, right: String(earlier) }];
  });
}

function summed(readings: readonly Reading[]): SeriesCounts[] {
  const bySeries = new Map<string, Map<Day, DayCount>>();
  for (const { series, day, count } of readings) {
    const days = bySeries.get(series) ?? new Map<Day, DayCount>();
    const { total, readings: known } = days.get(day) ?? { total: 0, readings: 0 };
    bySeries.set(series, days.set(day, { day, total: total + count, readings: known + 1 }));
  }
  return [...bySeries].map(([series, days]) => ({ series, days: [...days.values()] }));
}
