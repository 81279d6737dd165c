import type { Card, Part } from '../../../src/domain/card';
import { clipUnits, widthOf } from '../../../src/domain/text';
import { actionIdOf } from './action-ids';
import { barBlocks } from './chart';
import {
  type Block,
  bold,
  button,
  context,
  isBlank,
  label,
  mrkdwn,
  plain,
  SECTION_TEXT,
  type Surface,
  section,
} from './elements';
import { formBlocks } from './form';
import { tableBlocks } from './table';
import { cutEscaped, divide, escapeMarkup, escapeText } from './text';

const HEADER_TEXT = 150;
const FIELD_TEXT = 2_000;
const FIELDS = 10;
/** In columns of Latin letters; longer facts get the whole width. */
const SHORT_FACT = 90;
const BUTTONS = 25;
const BUTTON_VALUE = 2_000;
const URL_LENGTH = 2_500;

/** The card's parts as blocks, in order, each within Slack's limits; `squeeze` limits their number. */
export function blocksOf(card: Card, surface: Surface): Block[] {
  const blocks = card.parts.flatMap((part) => partBlocks(part, surface));
  return numbered(blocks);
}

function partBlocks(part: Part, surface: Surface): Block[] {
  switch (part.kind) {
    case 'heading':
      return isBlank(part.text) ? [] : [{ type: 'header', text: plain(clipUnits(part.text, HEADER_TEXT)) }];
    case 'text':
      return textBlocks(part);
    case 'facts':
      return factBlocks(part.items);
    case 'bars':
      return barBlocks(part, surface);
    case 'table':
      return tableBlocks(part, surface);
    case 'choices':
      return choiceBlocks(part);
    case 'form':
      return formBlocks(part, surface);
    case 'link':
      return linkBlocks(part);
  }
}

function textBlocks({ text, look }: Extract<Part, { kind: 'text' }>): Block[] {
  if (isBlank(text)) return [];
  if (look === 'muted') return [context(text)];
  if (look === 'strong')
    return divide(escapeText(text), SECTION_TEXT - 2).map((piece) => section(bold(piece)));
  return divide(text, SECTION_TEXT).map((piece) => ({ type: 'section', text: plain(piece) }));
}

/** Short facts in two columns; a single one over the whole width. */
function factBlocks(items: readonly { label: string; value: string }[]): Block[] {
  const blocks: Block[] = [];
  let fields: object[] = [];
  const flush = () => {
    if (fields.length > 0)
      blocks.push({ type: 'section', ...(fields.length === 1 ? { text: fields[0] } : { fields }) });
    fields = [];
  };
  for (const { label: name, value } of items) {
    if (isBlank(name + value)) continue;
    if (widthOf(name + value) > SHORT_FACT) {
      flush();
      blocks.push(...longFact(name, value));
      continue;
    }
    fields.push(mrkdwn(clipUnits(factText(escapeText(name), escapeText(value)), FIELD_TEXT)));
    if (fields.length === FIELDS) flush();
  }
  flush();
  return blocks;
}

function longFact(name: string, value: string): Block[] {
  const [first = '', ...others] = divide(escapeText(value), SECTION_TEXT - FIELD_TEXT / 2);
  return [factText(cutEscaped(name, FIELD_TEXT / 2 - 10), first), ...others].map(section);
}

function factText(name: string, value: string): string {
  return isBlank(name) ? value : `${bold(name)}\n${isBlank(value) ? '–' : value}`;
}

function choiceBlocks({ label: name, quiet, choices }: Extract<Part, { kind: 'choices' }>): Block[] {
  const buttons = choices
    .filter(({ action }) => action !== '' && action.length <= BUTTON_VALUE)
    .map((choice) => button(choice));
  if (buttons.length === 0) return [];
  const rows = Array.from({ length: Math.ceil(buttons.length / BUTTONS) }, (_, row) => ({
    type: 'actions',
    elements: buttons.slice(row * BUTTONS, (row + 1) * BUTTONS),
  }));
  return [...(quiet ? [] : label(name)), ...rows];
}

function linkBlocks({ label: name, url }: Extract<Part, { kind: 'link' }>): Block[] {
  if (!/^(https?|mailto):/.test(url) || url.length > URL_LENGTH || isBlank(name)) return [];
  const address = escapeMarkup(url).replaceAll('|', '%7C');
  return [section(`<${address}|${cutEscaped(name, SECTION_TEXT - URL_LENGTH - 10).replaceAll('|', '¦')}>`)];
}

/** Makes the action id of each button unique. */
function numbered(blocks: readonly Block[]): Block[] {
  let next = 0;
  return blocks.map((block) => {
    if (block.type !== 'actions' || !Array.isArray(block.elements)) return block;
    return {
      ...block,
      elements: block.elements.map((element: Block) => ({
        ...element,
        action_id: actionIdOf(String(element.action_id), next++),
      })),
    };
  });
}
