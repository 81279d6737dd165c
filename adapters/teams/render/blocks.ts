import type { Part } from '../../../src/domain/card';
import { clip, type Element, escapeText, plain, type Room } from './text';

type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;

/** Characters of a full bar. */
const BAR = 10;

const LOOKS = {
  body: {},
  muted: { isSubtle: true, size: 'small' },
  strong: { weight: 'bolder' },
} satisfies Record<PartOf<'text'>['look'], Element>;

export function textBlock(text: string, look: PartOf<'text'>['look'], room: Room): Element {
  return {
    type: 'TextBlock',
    text: escapeText(clip(plain(text), room.text)) || '–',
    wrap: true,
    ...LOOKS[look],
  };
}

export function factsOf({ items }: PartOf<'facts'>, room: Room): Element[] {
  const facts = items.slice(0, room.rows).map(({ label, value }) => ({
    title: escapeText(clip(plain(label), room.text)) || '–',
    value: escapeText(clip(plain(value), room.text)),
  }));
  return facts.length === 0 ? [] : [{ type: 'FactSet', facts }];
}

/** Bars of text: they grow in every client, and cost no picture. */
export function barsOf({ label, of, bars }: PartOf<'bars'>, room: Room): Element[] {
  const rows = bars.slice(0, room.rows).map((bar) => ({
    type: 'ColumnSet',
    spacing: 'small',
    columns: [
      column(5, textBlock(bar.label, 'body', room)),
      column(4, { ...drawn(bar.count, of), horizontalAlignment: 'left' }),
      column(3, { ...textBlock(bar.value, 'body', room), horizontalAlignment: 'right' }),
    ],
  }));
  return rows.length === 0 ? [] : [textBlock(label, 'strong', room), ...rows];
}

function drawn(count: number, of: number): Element {
  const share = of > 0 ? Math.min(1, Math.max(0, count / of)) : 0;
  // Whoever answered is seen, and only everybody fills the bar.
  const full = share === 1 ? BAR : Math.min(BAR - 1, Math.max(count > 0 ? 1 : 0, Math.round(share * BAR)));
  const text = '█'.repeat(full) + '░'.repeat(BAR - full);
  return { type: 'TextBlock', text, color: 'accent', size: 'small', wrap: false };
}

function column(width: number, item: Element): Element {
  return { type: 'Column', width, verticalContentAlignment: 'center', items: [item] };
}

export function tableOf({ caption, columns, rows }: PartOf<'table'>, room: Room): Element[] {
  const shown = rows.slice(0, room.rows);
  if (columns.length === 0) return [];
  const table = {
    type: 'Table',
    firstRowAsHeaders: true,
    showGridLines: true,
    gridStyle: 'default',
    columns: columns.map((_, index) => ({ width: index === 0 ? 2 : 1 })),
    rows: [row(columns, 'strong', room), ...shown.map((cells) => row(cells, 'body', room))],
    fallback: { type: 'Container', items: rowTexts(columns, shown, room) },
  };
  return [textBlock(caption, 'strong', room), table];
}

function row(cells: readonly string[], look: 'strong' | 'body', room: Room): Element {
  return {
    type: 'TableRow',
    cells: cells.map((cell) => ({ type: 'TableCell', items: [textBlock(cell, look, room)] })),
  };
}

/** The table for clients which draw none: a line each row. */
function rowTexts(columns: readonly string[], rows: readonly string[][], room: Room): Element[] {
  const lines = rows.map(([first = '', ...rest]) => {
    const values = rest.map((cell, index) => `${columns[index + 1] ?? ''} ${cell}`.trim());
    return textBlock(`${first}: ${values.join(' · ')}`, 'body', room);
  });
  return lines.length > 0 ? lines : [textBlock(columns.join(' · '), 'muted', room)];
}
