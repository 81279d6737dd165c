import type { Part } from '../../../src/domain/card';
import { clipUnits } from '../../../src/domain/text';
import { type Block, bold, context, isBlank, type Surface, sections } from './elements';
import { cutEscaped } from './text';

type Table = Extract<Part, { kind: 'table' }>;

const ROWS = 100;
const COLUMNS = 20;
const CELL = 300;
/** UTF-16 units. Slack takes 10,000 in all tables of a message, which has other texts, too. */
const MESSAGE_TEXT = 5_000;

/** A table in a message; in a view, which takes no tables, a line for each row. */
export function tableBlocks(part: Table, { kind, say }: Surface): Block[] {
  const caption = isBlank(part.caption) ? [] : [context(part.caption)];
  if (kind !== 'message')
    return [...caption, ...sections(part.rows.map((row) => rowLine(row, part.columns)))];
  const header = cells(part.columns, part.columns.length);
  const rows = rowsThatFit(part, header);
  const more = rows.length < part.rows.length ? [context(say('slack.more'))] : [];
  return [
    ...caption,
    { type: 'table', rows: [header, ...rows], column_settings: settings(header.length) },
    ...more,
  ];
}

type Cell = { type: 'raw_text'; text: string };

function cells(row: readonly string[], columns: number): Cell[] {
  const count = Math.min(Math.max(columns, 1), COLUMNS);
  return Array.from({ length: count }, (_, index) => {
    const text = row[index] ?? '';
    return { type: 'raw_text', text: isBlank(text) ? '–' : clipUnits(text, CELL) };
  });
}

function rowsThatFit({ rows, columns }: Table, header: readonly Cell[]): Cell[][] {
  let length = lengthOf(header);
  const fitting: Cell[][] = [];
  for (const row of rows.slice(0, ROWS - 1)) {
    const next = cells(row, columns.length);
    length += lengthOf(next);
    if (length > MESSAGE_TEXT) break;
    fitting.push(next);
  }
  return fitting;
}

function lengthOf(row: readonly Cell[]): number {
  return row.reduce((sum, { text }) => sum + text.length, 0);
}

/** The first column is aligned left, the others, which hold figures, right. */
function settings(columns: number) {
  return Array.from({ length: columns }, (_, index) => ({
    align: index === 0 ? 'left' : 'right',
    is_wrapped: true,
  }));
}

function rowLine([first = '', ...others]: readonly string[], [, ...columns]: readonly string[]): string {
  const values = others.map((value, index) => {
    const name = columns[index] ?? '';
    return isBlank(name) ? cutEscaped(value, CELL) : `${cutEscaped(name, CELL)}: ${cutEscaped(value, CELL)}`;
  });
  return [bold(cutEscaped(first, CELL)), ...values].join('  ·  ');
}
