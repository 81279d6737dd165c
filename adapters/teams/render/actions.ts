import type { CardChoice, Part } from '../../../src/domain/card';
import { clipUnits, widthOf } from '../../../src/domain/text';
import { textBlock } from './blocks';
import { type Element, type Limits, plain } from './text';

type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;

interface Button {
  choice: CardChoice;
  /** In Latin letters, with its padding. */
  width: number;
}

/** Buttons in a row, and their width together in Latin letters, so that a phone does not cut their words. */
const IN_A_ROW = 4;
const ROW_WIDTH = 36;
/** How much wider a button is than its words, with the gap to the next one. */
const PADDING = 5;
const MOST_TITLE = 75;

/** Buttons, answered on the card or, by older clients, with a message. */
export function actionsOf({ label, quiet, choices }: PartOf<'choices'>, limits: Limits): Element[] {
  if (choices.length === 0) return [];
  const rows = rowsOf(choices).map((row, index) => ({
    type: 'ActionSet',
    spacing: index === 0 ? 'default' : 'small',
    actions: row.map((choice) => press(choice, limits.dialog !== undefined)),
  }));
  return [...(quiet || plain(label) === '' ? [] : [textBlock(label, 'muted', limits)]), ...rows];
}

/** As few rows as possible, and these as even as possible: a button is alone only where it must be. */
function rowsOf(choices: readonly CardChoice[]): CardChoice[][] {
  const buttons = choices.map((choice) => ({ choice, width: widthOf(choice.label) + PADDING }));
  let rows = fill(buttons, ROW_WIDTH);
  for (let width = ROW_WIDTH - 1; width > 0; width--) {
    const narrower = fill(buttons, width);
    if (narrower.length > rows.length) break;
    rows = narrower;
  }
  return rows.map((row) => row.map(({ choice }) => choice));
}

function fill(buttons: readonly Button[], rowWidth: number): Button[][] {
  const rows: Button[][] = [];
  let left = 0;
  for (const button of buttons) {
    const row = rows.at(-1);
    if (row && button.width <= left && row.length < IN_A_ROW) row.push(button);
    else rows.push([button]);
    left = (row === rows.at(-1) ? left : rowWidth) - button.width;
  }
  return rows;
}

/** A form opens in a dialog; within a dialog everything is sent by a submit. */
function press({ label, action, purpose, look, chosen }: CardChoice, inDialog: boolean): Element {
  const title = `${chosen ? '✓ ' : ''}${clipUnits(plain(label), MOST_TITLE) || '–'}`;
  const style = look === 'primary' ? 'positive' : look === 'danger' ? 'destructive' : 'default';
  if (inDialog) return submit('press', title, style, { action }, { associatedInputs: 'none' });
  if (purpose === 'form')
    return submit(
      'press',
      title,
      style,
      { action, msteams: { type: 'task/fetch' } },
      { associatedInputs: 'none' },
    );
  return execute('press', title, style, { action }, { associatedInputs: 'none' });
}

/** `data` comes back unchanged; older clients send the verb in it. */
export function execute(verb: string, title: string, style: string, data: Element, more: Element): Element {
  return {
    type: 'Action.Execute',
    verb,
    title,
    style,
    data,
    ...more,
    fallback: submit(verb, title, style, data, more),
  };
}

export function submit(verb: string, title: string, style: string, data: Element, more: Element): Element {
  return { type: 'Action.Submit', title, style, data: { ...data, verb }, ...more };
}

export function linkOf({ label, url }: PartOf<'link'>): Element {
  return {
    type: 'ActionSet',
    actions: [{ type: 'Action.OpenUrl', title: clipUnits(plain(label), MOST_TITLE) || '–', url }],
  };
}
