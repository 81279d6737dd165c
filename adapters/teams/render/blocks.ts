import type { Part } from '../../../src/domain/card';
import { clip, type Element, escapeText, plain, type Room, widthOf } from './text';

type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;

/** Characters of a full bar. */
const BAR = 10;
/** What a phone shows in a line, in letters, and what of it a bar takes. */
const LINE = 42;
const BAR_WIDTH = 13;
/** A title up to this is short; the room of none is wider than the other; both in letters. */
const SHORT_TITLE = 14;
const LONG_TITLE = 20;
/** Columns take more JSON than facts: a page of names is left as facts. */
const FEW = 30;
/** More columns than this are set in small letters. */
const COLUMNS = 4;
/** No column is narrower or wider than this, in letters. */
const NARROWEST = 5;
const WIDEST = 14;

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

/** What takes more than a line stands in columns: a set of facts breaks a title at every letter beside a long value. */
export function factsOf({ items }: PartOf<'facts'>, room: Room): Element[] {
  const shown = items.slice(0, room.rows);
  const longest = Math.max(0, ...shown.map(({ label }) => widthOf(label)));
  const long = shown.some(({ label, value }) => widthOf(label) + widthOf(value) > LINE - 2);
  if ((long || longest > SHORT_TITLE) && shown.length <= FEW) {
    const width = Math.min(longest, LONG_TITLE);
    return shown.map(({ label, value }, index) => ({
      type: 'ColumnSet',
      spacing: index === 0 ? 'default' : 'small',
      columns: [
        { type: 'Column', width, items: [textBlock(label, 'strong', room)] },
        { type: 'Column', width: LINE - width, items: [textBlock(value, 'body', room)] },
      ],
    }));
  }
  const facts = shown.map(({ label, value }) => ({
    title: escapeText(clip(plain(label), room.text)) || '–',
    value: escapeText(clip(plain(value), room.text)),
  }));
  return facts.length === 0 ? [] : [{ type: 'FactSet', facts }];
}

/** Bars of text: they grow in every client, and cost no picture. */
export function barsOf({ label, of, bars }: PartOf<'bars'>, room: Room): Element[] {
  const shown = bars.slice(0, room.rows);
  const value = Math.max(...shown.map((bar) => widthOf(bar.value)), NARROWEST) + 1;
  const rows = shown.map((bar) => ({
    type: 'ColumnSet',
    spacing: 'small',
    columns: [
      column(Math.max(LINE - BAR_WIDTH - value, WIDEST), textBlock(bar.label, 'body', room)),
      column(BAR_WIDTH, { ...drawn(bar.count, of), horizontalAlignment: 'left' }),
      column(value, { ...textBlock(bar.value, 'body', room), horizontalAlignment: 'right' }),
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
  const size = columns.length > COLUMNS ? { size: 'small' } : {};
  const table = {
    type: 'Table',
    firstRowAsHeaders: true,
    showGridLines: true,
    gridStyle: 'default',
    columns: columns.map((_, index) => ({
      width: columnWidth([columns, ...shown].map((row) => row[index])),
    })),
    rows: [row(columns, 'strong', size, room), ...shown.map((cells) => row(cells, 'body', size, room))],
    fallback: { type: 'Container', items: rowTexts(columns, shown, room) },
  };
  return [textBlock(caption, 'strong', room), table];
}

/** As wide as its longest word, and as half of its longest cell: words are broken only where there is no room. */
function columnWidth(cells: readonly (string | undefined)[]): number {
  const widths = cells.flatMap((cell = '') => [widthOf(cell) / 2, ...wordsOf(cell).map(widthOf)]);
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(Math.max(...widths))));
}

/** What no line break divides: in East Asia a letter or two. */
function wordsOf(text: string): string[] {
  return text.split(/\s|(?<=[\u2e80-\uffef]{2})/);
}

function row(cells: readonly string[], look: 'strong' | 'body', size: Element, room: Room): Element {
  return {
    type: 'TableRow',
    cells: cells.map((cell) => ({ type: 'TableCell', items: [{ ...textBlock(cell, look, room), ...size }] })),
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
