import type { FileFault } from '../file-fault';
import { matchKey } from '../text';
import { type Columns, type CsvRow, type CsvTable, type FileBounds, readCsv } from '../typed/csv';
import { GREATEST, readNumber } from '../typed/number';
import { EFFECT_COLUMNS } from '../typed/words';
import { converted, type Effect, type EffectValue } from './effect';
import { conversion, usualMeasure } from './measure';
import { metricNamed } from './metric';

type Column = 'metric' | 'unit' | 'baseline' | 'core' | 'people' | 'measure';
type Row = CsvRow<Column>;

/** A file without a metric of its own needs one that was chosen with it. */
const COLUMNS = {
  words: EFFECT_COLUMNS,
  needed: ['unit', 'baseline', 'core'],
  example: 'metric-effects',
} as const satisfies Columns<Column>;
const WITH_METRIC = {
  ...COLUMNS,
  needed: ['metric', ...COLUMNS.needed],
  example: 'effects',
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
  const metricOf = ({ cells }: Row) => metricNamed(metric ?? cells.metric);
  const measures = measuresOf(table, metricOf);
  const faults = [
    ...table.rows.flatMap((row) => [
      ...faultsOf(row, table, metric),
      ...measureFaults(row, table, measures.get(matchKey(metricOf(row))) ?? null),
    ]),
    ...repeated(table, metricOf),
  ];
  if (faults.length > 0) return faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const byMetric = new Map<string, Row[]>();
  for (const row of table.rows) {
    const key = matchKey(metricOf(row));
    byMetric.set(key, [...(byMetric.get(key) ?? []), row]);
  }
  return {
    entries: [...byMetric].map(([key, rows]) => ({
      ...{ metric: rows[0] ? metricOf(rows[0]) : '', measure: measures.get(key)?.typed ?? null },
      ...{ baseline: null, core: null },
      values: rows.flatMap((row) => valueIn(row, table, measures.get(key)?.own ?? null)),
    })),
    ignored: table.others,
  };
}

/** The unit of measure of a metric: that of its first row which names one, else its own; null: it has none. */
interface MetricMeasure {
  typed: string | null;
  own: string | null;
}

function measuresOf(
  { rows }: CsvTable<Column>,
  metricOf: (row: Row) => string,
): ReadonlyMap<string, MetricMeasure> {
  const measures = new Map<string, MetricMeasure>();
  for (const row of rows) {
    const key = matchKey(metricOf(row));
    const typed = measures.get(key)?.typed ?? (row.cells.measure || null);
    const usual = usualMeasure(metricOf(row));
    const isOfMetric = typed === null || usual === null || conversion(typed, usual) !== null;
    measures.set(key, { typed, own: isOfMetric ? (typed ?? usual) : usual });
  }
  return measures;
}

/** A row in another unit of measure is converted; a row without one has that of the metric. */
function valueIn(
  { cells }: Row,
  { commaDecimals }: CsvTable<Column>,
  own: string | null,
): readonly EffectValue[] {
  const numberIn = (text: string) => Number(readNumber(text, commaDecimals));
  const value: EffectValue = {
    unit: cells.unit,
    baseline: numberIn(cells.baseline),
    core: numberIn(cells.core),
    people: cells.people === '' ? null : numberIn(cells.people),
  };
  return converted([value], own && cells.measure ? (conversion(cells.measure, own) ?? 1) : 1);
}

function measureFaults(
  { line, cells }: Row,
  { names }: CsvTable<Column>,
  measure: MetricMeasure | null,
): FileFault[] {
  if (cells.measure === '' || !measure?.own || conversion(cells.measure, measure.own) !== null) return [];
  return [
    {
      ...{ line, column: names.get('measure') ?? null, what: 'value' },
      ...{ found: cells.measure, right: measure.own },
    },
  ];
}

function faultsOf(
  { line, cells }: Row,
  { names, commaDecimals }: CsvTable<Column>,
  metric: string | null,
): FileFault[] {
  const at = (column: Column) => ({ line, column: names.get(column) ?? null });
  const needed = metric === null ? (['metric', 'unit'] as const) : (['unit'] as const);
  const absent = needed.flatMap((column): FileFault[] =>
    cells[column] === '' ? [{ ...at(column), what: 'no-value', found: '', right: { example: column } }] : [],
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
