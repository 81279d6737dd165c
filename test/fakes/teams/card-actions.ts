import { isJson, type Json, jsonOf, listOf, textOf } from './json';

/* The actions of a card, and what a client sends for them. */

/** Picks an action by its title, verb or id, or by a predicate. */
export type PickAction = string | ((action: Json) => boolean);

/** All actions of the card in reading order, with those of the cards it shows. */
export function actionsOf(card: Json): Json[] {
  return walk(card).filter((each) => textOf(each.type).startsWith('Action.'));
}

/** The inputs of the card, in reading order. */
export function inputsOf(card: Json): Json[] {
  return walk(card).filter((each) => textOf(each.type).startsWith('Input.'));
}

const BELOW = ['body', 'items', 'columns', 'rows', 'cells', 'actions', 'images'];

function walk(holder: Json): Json[] {
  const lists = BELOW.flatMap((key) => listOf(holder[key]));
  const single = [holder.selectAction, holder.card].filter(isJson);
  return [...lists, ...single].flatMap((each) => [each, ...walk(each)]);
}

/** The one action that fits. Throws an error with the card's actions when none or several fit. */
export function findAction(card: Json, pick: PickAction): Json {
  const all = actionsOf(card);
  const fits =
    typeof pick === 'string'
      ? (action: Json) => action.title === pick || action.verb === pick || action.id === pick
      : pick;
  const found = all.filter(fits);
  if (found.length !== 1 || found[0] === undefined) {
    const titles = all.map((action) => textOf(action.title)).join(', ');
    throw new Error(`${found.length} actions fit ${String(pick)}; the card has: ${titles}`);
  }
  return found[0];
}

/** What the client merges into the data: the value of each input, as typed or as it was. */
export function inputValues(card: Json, typed: Record<string, string>): Record<string, string> {
  const inputs = inputsOf(card);
  const ids = inputs.map((input) => textOf(input.id));
  const unknown = Object.keys(typed).filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new Error(`the card has no input ${unknown.join(', ')}`);
  const values: Record<string, string> = {};
  for (const input of inputs) {
    const id = textOf(input.id);
    const value = typed[id] ?? standing(input);
    if (value === '' && input.isRequired === true) throw new Error(`the client wants an answer for ${id}`);
    if (value !== '' || input.type === 'Input.Text') values[id] = value;
  }
  return values;
}

function standing(input: Json): string {
  if (input.type === 'Input.Toggle' && input.value === undefined) return textOf(input.valueOff) || 'false';
  return input.value === undefined ? '' : String(input.value);
}

/** The value of an `adaptiveCard/action` invoke. */
export function executeValue(action: Json, inputs: Json, trigger: 'manual' | 'automatic'): Json {
  if (action.type !== 'Action.Execute') throw new Error(`${String(action.type)} is no Action.Execute`);
  const { type, title, id, verb } = action;
  const data = { ...jsonOf(action.data), ...inputs };
  const optional = { ...(title === undefined ? {} : { title }), ...(id === undefined ? {} : { id }) };
  return { action: { type, ...optional, verb, data }, trigger };
}

/** What a client without Action.Execute sends: the data of its fallback, or of the submit itself. */
export function submitValue(action: Json, inputs: Json): Json {
  const submit = action.type === 'Action.Submit' ? action : jsonOf(action.fallback);
  if (submit.type !== 'Action.Submit') throw new Error('an old client has nothing to press here');
  return { ...jsonOf(submit.data), ...inputs };
}
