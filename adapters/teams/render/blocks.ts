import type { Part } from '../../../src/domain/card';
import { clipUnits, widthOf } from '../../../src/domain/text';
import { type Element, escapeText, type Limits, plain } from './text';

type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;

/** The width of a line on a phone, in Latin letters. */
const LINE = 42;
/** The widest title that a set of facts shows well, and the widest title column, in Latin letters. */
const SHORT_TITLE = 14;
const LONG_TITLE = 20;
/** The most facts that are set in columns, which take more JSON: a page of names stays a set of facts. */
const FEW = 30;
/** Tables with more columns are set in small letters. */
const COLUMNS = 4;
/** The narrowest and the widest column, in Latin letters. */
const NARROWEST = 5;
const WIDEST = 14;

const LOOKS = {
  body: {},
  muted: { isSubtle: true, size: 'small' },
  strong: { weight: 'bolder' },
} satisfies Record<PartOf<'text'>['look'], Element>;

export function textBlock(text: string, look: PartOf<'text'>['look'], limits: Limits): Element {
  return {
    type: 'TextBlock',
    text: escapeText(clipUnits(plain(text), limits.text)) || '–',
    wrap: true,
    ...LOOKS[look],
  };
}

/** Facts that take more than a line are set in columns: a FactSet would break a title at every letter next to a long value. */
export function factsOf({ items }: PartOf<'facts'>, limits: Limits): Element[] {
  const shown = items.slice(0, limits.rows);
  const longest = Math.max(0, ...shown.map(({ label }) => widthOf(label)));
  const long = shown.some(({ label, value }) => widthOf(label) + widthOf(value) > LINE - 2);
  if ((long || longest > SHORT_TITLE) && shown.length <= FEW) {
    const width = Math.min(longest, LONG_TITLE);
    return shown.map(({ label, value }, index) => ({
      type: 'ColumnSet',
      spacing: index === 0 ? 'default' : 'small',
      columns: [
        { type: 'Column', width, items: [textBlock(label, 'strong', limits)] },
        { type: 'Column', width: LINE - width, items: [textBlock(value, 'body', limits)] },
      ],
    }));
  }
  const facts = shown.map(({ label, value }) => ({
    title: escapeText(clipUnits(plain(label), limits.text)) || '–',
    value: escapeText(clipUnits(plain(value), limits.text)),
  }));
  return facts.length === 0 ? [] : [{ type: 'FactSet', facts }];
}

/** A chart that Teams draws; clients that cannot draw it show the same figures as facts. */
export function barsOf({ label, bars }: PartOf<'bars'>, limits: Limits): Element[] {
  const shown = bars.slice(0, limits.rows);
  if (shown.length === 0) return [];
  const items = shown.map((bar) => ({ label: bar.label, value: bar.value }));
  const data = shown.map((bar) => ({ x: clipUnits(plain(bar.label), limits.text) || '–', y: bar.count }));
  return [
    // Some clients do not show a chart's own title.
    textBlock(label, 'strong', limits),
    {
      type: 'Chart.HorizontalBar',
      // Counts are shown next to the bars, because an axis would have fractions of people.
      displayMode: 'PartToWhole',
      data,
      fallback: { type: 'Container', items: factsOf({ kind: 'facts', items }, limits) },
    },
  ];
}

export function tableOf({ caption, columns, rows }: PartOf<'table'>, limits: Limits): Element[] {
  const shown = rows.slice(0, limits.rows);
  if (columns.length === 0) return [];
  const size = columns.length > COLUMNS ? { size: 'small' } : {};
  const table = {
    type: 'Table',
    firstRowAsHeaders: true,
    showGridLines: true,
    gridStyle: 'default',
    columns: columns.map((_, index) => ({
      width: columnWidth([columns, ...shown].map((row) => row[index])),
    })),
    rows: [row(columns, 'strong', size, limits), ...shown.map((cells) => row(cells, 'body', size, limits))],
    fallback: { type: 'Container', items: rowTexts(columns, shown, limits) },
  };
  return [textBlock(caption, 'strong', limits), table];
}

/** As wide as its longest word and as half of its longest cell, so that few words are broken. */
function columnWidth(cells: readonly (string | undefined)[]): number {
  const widths = cells.flatMap((cell = '') => [widthOf(cell) / 2, ...wordsOf(cell).map(widthOf)]);
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(Math.max(...widths))));
}

/** The pieces that a line break does not divide: in East Asian text, one or two letters. */
function wordsOf(text: string): string[] {
  return text.split(/\s|(?<=[\u2e80-\uffef]{2})/);
}

function row(cells: readonly string[], look: 'strong' | 'body', size: Element, limits: Limits): Element {
  return {
    type: 'TableRow',
    cells: cells.map((cell) => ({
      type: 'TableCell',
      items: [{ ...textBlock(cell, look, limits), ...size }],
    })),
  };
}

/** The table as text, a line for each row, for clients that cannot draw tables. */
function rowTexts(columns: readonly string[], rows: readonly string[][], limits: Limits): Element[] {
  const lines = rows.map(([first = '', ...rest]) => {
    const values = rest.map((cell, index) => `${columns[index + 1] ?? ''} ${cell}`.trim());
    return textBlock(`${first}: ${values.join(' · ')}`, 'body', limits);
  });
  return lines.length > 0 ? lines : [textBlock(columns.join(' · '), 'muted', limits)];
}
