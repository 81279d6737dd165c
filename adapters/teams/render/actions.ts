import type { CardChoice, Part } from '../../../src/domain/card';
import { factsOf, textBlock } from './blocks';
import { clip, type Element, plain, type Room } from './text';

type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;

/** Buttons side by side, and how wide their words may be together: what a phone shows without a menu. */
const IN_A_ROW = 4;
const ROW_WIDTH = 46;
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

function rowsOf(choices: readonly CardChoice[]): CardChoice[][] {
  const rows: CardChoice[][] = [];
  let left = 0;
  for (const choice of choices) {
    const width = widthOf(choice.label) + 2;
    const row = rows.at(-1);
    if (row && width <= left && row.length < IN_A_ROW) row.push(choice);
    else rows.push([choice]);
    left = (row === rows.at(-1) ? left : ROW_WIDTH) - width;
  }
  return rows;
}

/** Letters of East Asia are twice as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
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
export function chartOf(part: PartOf<'chart'>, room: Room): Element[] {
  const { title, categories, series } = part;
  if (categories.length === 0 || series.length === 0) return [];
  const items = categories.map((category, index) => ({
    label: category,
    value: series
      .map(({ name, values }) => `${series.length > 1 ? `${name} ` : ''}${values[index] ?? 0}`)
      .join(' · '),
  }));
  const words = [textBlock(title, 'strong', room), ...factsOf({ kind: 'facts', items }, room)];
  return [{ ...drawing(part, room), title: plain(title), fallback: { type: 'Container', items: words } }];
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
  return { type: 'Chart.HorizontalBar', data: points(first?.values ?? []) };
}
