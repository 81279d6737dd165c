import type { FileFault } from '../file-fault';
import { matchKey } from '../text';
import { type Columns, type CsvRow, type CsvTable, type FileBounds, readCsv } from '../typed/csv';
import { fold } from '../typed/fold';
import { GREATEST, readNumber } from '../typed/number';
import { EFFECT_COLUMNS, METRIC_WORDS } from '../typed/words';
import type { Effect, EffectValue } from './effect';

type Column = 'metric' | 'unit' | 'baseline' | 'core' | 'people' | 'measure';
type Row = CsvRow<Column>;

/** A file without a metric of its own needs one that was chosen with it. */
const COLUMNS = {
  words: EFFECT_COLUMNS,
  needed: ['unit', 'baseline', 'core'],
  example: 'unit, baseline, core / Sales, 120, 66',
} as const satisfies Columns<Column>;
const WITH_METRIC = {
  ...COLUMNS,
  needed: ['metric', ...COLUMNS.needed],
  example: 'metric, unit, baseline, core / overtime, Sales, 120, 66',
} as const satisfies Columns<Column>;

const SAMPLE_NUMBER = '120';

/** What a file enters, metric by metric, and its columns that were not read. */
export interface EffectFile {
  entries: Effect[];
  ignored: readonly string[];
}

/** Reads effects from a CSV file. `metric`: of all rows, where the file has no such column; null: the file must have it. */
export function readEffectFile(
  text: string,
  metric: string | null,
  bounds: FileBounds,
): EffectFile | FileFault[] {
  const table = readCsv<Column>(text, metric === null ? WITH_METRIC : COLUMNS, bounds);
  if (Array.isArray(table)) return table;
  const metricOf = ({ cells }: Row) => metric ?? METRIC_WORDS.exact(fold(cells.metric)) ?? cells.metric;
  const faults = [...table.rows.flatMap((row) => faultsOf(row, table, metric)), ...repeated(table, metricOf)];
  if (faults.length > 0) return faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const byMetric = new Map<string, Row[]>();
  for (const row of table.rows) {
    const key = matchKey(metricOf(row));
    byMetric.set(key, [...(byMetric.get(key) ?? []), row]);
  }
  return {
    entries: [...byMetric.values()].map((rows) => entryOf(rows, metricOf, table)),
    ignored: table.others,
  };
}

function entryOf(
  rows: readonly Row[],
  metricOf: (row: Row) => string,
  { commaDecimals }: CsvTable<Column>,
): Effect {
  const [first] = rows;
  const numberIn = (text: string) => Number(readNumber(text, commaDecimals));
  const values = rows.map(
    ({ cells }): EffectValue => ({
      unit: cells.unit,
      baseline: numberIn(cells.baseline),
      core: numberIn(cells.core),
      people: cells.people === '' ? null : numberIn(cells.people),
    }),
  );
  const measure = first?.cells.measure || null;
  return { metric: first ? metricOf(first) : '', measure, baseline: null, core: null, values };
}

function faultsOf(
  { line, cells }: Row,
  { names, commaDecimals }: CsvTable<Column>,
  metric: string | null,
): FileFault[] {
  const at = (column: Column) => ({ line, column: names.get(column) ?? null });
  const needed = (metric === null ? ['metric', 'unit'] : ['unit']) as Column[];
  const absent = needed.flatMap((column): FileFault[] =>
    cells[column] === ''
      ? [{ ...at(column), what: 'no-value', found: '', right: SAMPLES[column] ?? '' }]
      : [],
  );
  const numbers = (['baseline', 'core', 'people'] as const).flatMap((column): FileFault[] => {
    if (column === 'people' && cells.people === '') return [];
    const read = readNumber(cells[column], commaDecimals);
    if (column === 'people' && read === 0)
      return [{ ...at(column), what: 'number', found: cells.people, right: SAMPLE_NUMBER }];
    if (typeof read === 'number') return [];
    return [{ ...at(column), what: read, found: cells[column], right: rightFor(read) }];
  });
  return [...absent, ...numbers];
}

const SAMPLES: Partial<Record<Column, string>> = { metric: 'overtime', unit: 'Sales' };

/** What would be right in place of a number with a fault. */
export function rightFor(what: FileFault['what']): string | number {
  return what === 'too-great' ? GREATEST : SAMPLE_NUMBER;
}

/** Rows about a unit that an earlier row is about. */
function repeated({ rows, names }: CsvTable<Column>, metricOf: (row: Row) => string): FileFault[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row): FileFault[] => {
    const { line, cells } = row;
    const key = JSON.stringify([matchKey(metricOf(row)), matchKey(cells.unit)]);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, line);
      return [];
    }
    return [
      { line, column: names.get('unit') ?? null, what: 'twice', found: cells.unit, right: String(earlier) },
    ];
  });
}
