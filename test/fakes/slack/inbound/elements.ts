import { elementsOf } from '../blocks';
import { isRecord, type Json } from '../refusal';

/** Which element: its action id, its value, or the words on it; or whatever the function finds. */
export type Pick = string | ((element: Json) => boolean);

/** What a person enters: a text, a date, a time, an option's value, a person or channel id, or several. */
export type Entry = string | string[] | null;

function textOf(value: unknown): string {
  return isRecord(value) ? String(value.text ?? '') : '';
}

function matches(element: Json, pick: Pick): boolean {
  if (typeof pick === 'function') return pick(element);
  return [element.action_id, element.value, textOf(element.text)].includes(pick);
}

/** The interactive element and the block it is in. Nobody can press what is not there: that throws. */
export function findElement(blocks: Json[], pick: Pick): { block: Json; element: Json } {
  for (const block of blocks) {
    const element = elementsOf([block]).find((each) => each.type !== 'image' && matches(each, pick));
    if (element) return { block, element };
  }
  const there = elementsOf(blocks).map((each) => textOf(each.text) || String(each.action_id));
  throw new Error(
    `there is nothing like ${String(pick)} to press; there is: ${there.join(', ') || 'nothing'}`,
  );
}

function optionsOf(element: Json): Json[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const all = [element.options, ...groups.map((group) => (isRecord(group) ? group.options : []))];
  return all.flatMap((list) => (Array.isArray(list) ? list.filter(isRecord) : []));
}

function choose(element: Json, value: string): Json {
  const option = optionsOf(element).find((each) => each.value === value || textOf(each.text) === value);
  if (!option) throw new Error(`there is no option ${value} in ${String(element.action_id)}`);
  return option;
}

const SIMPLE: Record<string, [state: string, initial: string]> = {
  plain_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  users_select: ['selected_user', 'initial_user'],
  channels_select: ['selected_channel', 'initial_channel'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  multi_users_select: ['selected_users', 'initial_users'],
};

/** The element's part of `state.values`: what was entered, else what stood in it at first. */
function stateOf(element: Json, entry: Entry | undefined): Json {
  const type = String(element.type);
  const simple = SIMPLE[type];
  if (simple) return { type, [simple[0]]: entry === undefined ? (element[simple[1]] ?? null) : entry };
  const several = type === 'checkboxes' || type === 'multi_static_select';
  if (several) {
    const chosen =
      entry === undefined
        ? element.initial_options
        : [entry ?? []].flat().map((each) => choose(element, each));
    return { type, selected_options: chosen ?? [] };
  }
  if (entry === undefined) return { type, selected_option: element.initial_option ?? null };
  return { type, selected_option: entry === null ? null : choose(element, String(entry)) };
}

/** The entry of `actions` for a pressed button, or for another element and what was entered in it. */
export function actionOf(block: Json, element: Json, entry: Entry | undefined, actionTs: string): Json {
  const common = { action_id: element.action_id, block_id: block.block_id, action_ts: actionTs };
  if (element.type !== 'button') return { ...common, ...stateOf(element, entry) };
  const { text, value, style, url } = element;
  return {
    type: 'button',
    ...common,
    text,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...(url === undefined ? {} : { url }),
  };
}

/** `state.values` of a view; `entries` by block id or action id. */
export function valuesOf(blocks: Json[], entries: Record<string, Entry>): Json {
  const values: Record<string, Json> = {};
  for (const block of blocks) {
    for (const element of elementsOf([block])) {
      if (['button', 'overflow', 'image'].includes(String(element.type))) continue;
      const blockId = String(block.block_id);
      const actionId = String(element.action_id);
      const state = stateOf(element, entries[blockId] ?? entries[actionId]);
      values[blockId] = { ...values[blockId], [actionId]: state };
    }
  }
  return values;
}

/** Why Slack would not let a person submit the view: required inputs left empty, texts too long. */
export function unsubmittable(blocks: Json[], values: Json): string[] {
  return blocks.flatMap((block) => {
    const element = block.element;
    if (block.type !== 'input' || !isRecord(element)) return [];
    const entered = values[String(block.block_id)];
    const state = isRecord(entered) ? entered[String(element.action_id)] : null;
    const value = isRecord(state) ? Object.entries(state).find(([key]) => key !== 'type')?.[1] : null;
    const empty =
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (empty) return block.optional === true ? [] : [`${textOf(block.label)} is empty`];
    const max = Number(element.max_length ?? Number.POSITIVE_INFINITY);
    return typeof value === 'string' && value.length > max ? [`${textOf(block.label)} is too long`] : [];
  });
}
