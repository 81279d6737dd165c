import type { CardChoice, Part } from '../../../src/domain/card';
import type { Locale } from '../../../src/domain/people/person';
import { factsOf, textBlock } from './blocks';
import { clip, type Element, plain, type Room, widthOf } from './text';

type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;

/** Buttons side by side, and how wide they may be together, in letters: what a phone shows without cutting words. */
const IN_A_ROW = 4;
const ROW_WIDTH = 44;
/** What a button is wider than its words, with the gap to the next. */
const AROUND = 5;
const TITLE = 75;

/** Buttons answered in place, and by a message from clients which know no better. */
export function actionsOf({ label, choices }: PartOf<'choices'>, room: Room): Element[] {
  if (choices.length === 0) return [];
  const rows = rowsOf(choices).map((row, index) => ({
    type: 'ActionSet',
    spacing: index === 0 ? 'default' : 'small',
    actions: row.map(press),
  }));
  return [...(plain(label) === '' ? [] : [textBlock(label, 'muted', room)]), ...rows];
}

/** As few rows as can be, and these as even as can be: no button is left alone where it need not. */
function rowsOf(choices: readonly CardChoice[]): CardChoice[][] {
  let rows = fill(choices, ROW_WIDTH);
  for (let width = ROW_WIDTH - 1; width > 0; width--) {
    const narrower = fill(choices, width);
    if (narrower.length > rows.length) break;
    rows = narrower;
  }
  return rows;
}

function fill(choices: readonly CardChoice[], rowWidth: number): CardChoice[][] {
  const rows: CardChoice[][] = [];
  let left = 0;
  for (const choice of choices) {
    const width = widthOf(choice.label) + AROUND;
    const row = rows.at(-1);
    if (row && width <= left && row.length < IN_A_ROW) row.push(choice);
    else rows.push([choice]);
    left = (row === rows.at(-1) ? left : rowWidth) - width;
  }
  return rows;
}

function press({ label, action, look, chosen }: CardChoice): Element {
  const title = `${chosen ? '✓ ' : ''}${clip(plain(label), TITLE) || '–'}`;
  const style = look === 'primary' ? 'positive' : look === 'danger' ? 'destructive' : 'default';
  return execute('press', title, style, { action }, { associatedInputs: 'none' });
}

/** `data` comes back as it is; old clients say the verb in it. */
export function execute(verb: string, title: string, style: string, data: Element, more: Element): Element {
  return {
    type: 'Action.Execute',
    verb,
    title,
    style,
    data,
    ...more,
    fallback: { type: 'Action.Submit', title, style, data: { ...data, verb }, ...more },
  };
}

export function linkOf({ label, url }: PartOf<'link'>): Element {
  return {
    type: 'ActionSet',
    actions: [{ type: 'Action.OpenUrl', title: clip(plain(label), TITLE) || '–', url }],
  };
}

/** Drawn by Teams itself; the same figures as words where it cannot. */
export function chartOf(part: PartOf<'chart'>, locale: Locale, room: Room): Element[] {
  const { title, categories, series } = part;
  if (categories.length === 0 || series.length === 0) return [];
  const items = categories.map((category, index) => ({
    label: category,
    value: series
      .map(
        ({ name, values }) =>
          `${series.length > 1 ? `${name} ` : ''}${(values[index] ?? 0).toLocaleString(locale)}`,
      )
      .join(' · '),
  }));
  const fallback = { type: 'Container', items: factsOf({ kind: 'facts', items }, room) };
  // Not every client shows a chart's own title.
  return [textBlock(title, 'strong', room), { ...drawing(part, room), fallback }];
}

function drawing({ shape, categories, series }: PartOf<'chart'>, room: Room): Element {
  const names = categories.slice(0, room.rows).map((category) => clip(plain(category), room.text));
  const points = (values: readonly number[]) => names.map((x, index) => ({ x, y: values[index] ?? 0 }));
  const many = series.map(({ name, values }) => ({
    legend: clip(plain(name), room.text),
    values: points(values),
  }));
  const [first] = series;
  if (shape === 'line') return { type: 'Chart.Line', data: many };
  if (shape === 'pie') {
    const data = points(first?.values ?? []).map(({ x, y }) => ({ legend: x, value: y }));
    return { type: 'Chart.Donut', data };
  }
  if (series.length > 1) return { type: 'Chart.VerticalBar.Grouped', data: many };
  // The counts beside the bars: an axis would be divided into parts of people.
  return { type: 'Chart.HorizontalBar', displayMode: 'AbsoluteNoAxis', data: points(first?.values ?? []) };
}
