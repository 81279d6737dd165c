import { ACTIONS, CHARTS, ELEMENTS, IMPLIED, type Need, type Shape, SPACING, WORDS } from './card-shapes';
import { isJson, type Json, jsonOf, listOf, textOf } from './json';

/** The most ids that Teams allows in `refresh.userIds`. */
const MOST_REFRESHED = 60;

interface Walk {
  problems: string[];
  ids: Set<string>;
}

/** The faults of an Adaptive Card for Teams, each with its path; empty for a good card. */
export function checkCard(card: unknown): string[] {
  const walk: Walk = { problems: [], ids: new Set() };
  if (!isJson(card) || card.type !== 'AdaptiveCard') return ['card: not an AdaptiveCard'];
  if (!/^1\.[0-5]$/.test(textOf(card.version))) {
    walk.problems.push(`version: ${String(card.version)} is not one Teams draws everywhere (1.0 to 1.5)`);
  }
  checkBody(card, 'card', walk);
  checkRefresh(card.refresh, walk);
  return walk.problems;
}

function checkBody(card: Json, path: string, walk: Walk): void {
  const before = walk.problems.length;
  checkList(card, 'body', path, walk, checkElement);
  checkList(card, 'actions', path, walk, checkAction);
  const empty = listOf(card.body).length + listOf(card.actions).length === 0;
  if (empty && walk.problems.length === before) walk.problems.push(`${path}: nothing in it`);
}

type CheckItem = (item: Json, path: string, walk: Walk, implied: string | undefined) => void;

function checkList(holder: Json, key: string, path: string, walk: Walk, check: CheckItem): void {
  const list = holder[key];
  if (list === undefined) return;
  if (!Array.isArray(list)) {
    walk.problems.push(`${path}.${key}: not a list`);
    return;
  }
  list.forEach((item: unknown, index) => {
    const where = `${path}.${key}[${index}]`;
    if (isJson(item)) check(item, where, walk, IMPLIED[key]);
    else walk.problems.push(`${where}: not an object`);
  });
}

function checkElement(element: Json, path: string, walk: Walk, implied?: string): void {
  const type = textOf(element.type) || (implied ?? '');
  const shape = ELEMENTS[type];
  checkFallback(element, path, walk, checkElement, shape === undefined);
  if (shape === undefined) {
    checkUnknown(element, type, path, walk);
    return;
  }
  checkNeeds(element, type, shape, path, walk);
  checkWords(element, type, path, walk);
  checkId(element, shape, path, walk);
  checkParts(element, type, path, walk);
  for (const key of shape.elements ?? []) checkList(element, key, path, walk, checkElement);
  for (const key of shape.actions ?? []) checkList(element, key, path, walk, checkAction);
  if (isJson(element.selectAction)) {
    checkKnownAction(element.selectAction, `${path}.selectAction`, walk);
  }
}

function checkUnknown(element: Json, type: string, path: string, walk: Walk): void {
  const drawable = CHARTS[type];
  if (drawable !== undefined && !drawable(element)) {
    walk.problems.push(`${path}: ${type} has no data it could draw`);
  }
}

/** An element that 1.5 does not know needs a fallback. */
function checkFallback(item: Json, path: string, walk: Walk, check: CheckItem, needed: boolean): void {
  const fallback = item.fallback;
  if (isJson(fallback)) check(fallback, `${path}.fallback`, walk, undefined);
  else if (fallback !== undefined && fallback !== 'drop') {
    walk.problems.push(`${path}.fallback: neither an element nor "drop"`);
  } else if (needed && fallback === undefined) {
    walk.problems.push(`${path}: ${String(item.type)} is unknown to 1.5 and has no fallback`);
  }
}

function checkAction(action: Json, path: string, walk: Walk): void {
  checkKnownAction(action, path, walk);
  if (textOf(action.title).trim() === '') walk.problems.push(`${path}.title: missing`);
}

function checkKnownAction(action: Json, path: string, walk: Walk): void {
  const type = textOf(action.type);
  const shape = ACTIONS[type];
  checkFallback(action, path, walk, checkAction, shape === undefined);
  if (shape === undefined) return;
  checkNeeds(action, type, shape, path, walk);
  checkWords(action, type, path, walk);
  const { data, card } = action;
  if (data !== undefined && typeof data !== 'string' && !isJson(data)) {
    walk.problems.push(`${path}.data: neither an object nor a text`);
  }
  if (isJson(card)) checkBody(card, `${path}.card`, walk);
}

const NEEDS: Record<Need, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value !== '',
  number: (value) => typeof value === 'number',
  list: (value) => Array.isArray(value) && value.length > 0,
  object: isJson,
  url: (value) => typeof value === 'string' && /^(https?:\/\/|data:image\/)/.test(value),
};

function checkNeeds(item: Json, type: string, shape: Shape, path: string, walk: Walk): void {
  for (const [key, need] of Object.entries(shape.needs)) {
    if (!NEEDS[need](item[key])) walk.problems.push(`${path}.${key}: ${type} needs it (${need})`);
  }
}

function checkWords(item: Json, type: string, path: string, walk: Walk): void {
  const words = { ...WORDS[type], spacing: SPACING };
  for (const [key, allowed] of Object.entries(words)) {
    const value = item[key];
    const known = allowed.some((word) => word.toLowerCase() === String(value).toLowerCase());
    if (value !== undefined && !known) walk.problems.push(`${path}.${key}: "${String(value)}" is unknown`);
  }
}

function checkId(element: Json, shape: Shape, path: string, walk: Walk): void {
  const id = textOf(element.id);
  if (id === '') return;
  if (shape.input === true && walk.ids.has(id)) walk.problems.push(`${path}.id: "${id}" is taken`);
  walk.ids.add(id);
}

/** Lists of plain objects, which are not elements. */
function checkParts(element: Json, type: string, path: string, walk: Walk): void {
  const pairs = type === 'FactSet' ? listOf(element.facts) : listOf(element.choices);
  for (const pair of pairs) {
    if (textOf(pair.title) === '' || typeof pair.value !== 'string') {
      walk.problems.push(`${path}: each fact or choice needs a title and a value`);
    }
  }
  if (type !== 'Table') return;
  const columns = listOf(element.columns).length;
  for (const row of listOf(element.rows)) {
    if (listOf(row.cells).length > columns)
      walk.problems.push(`${path}: a row has more than ${columns} cells`);
  }
}

function checkRefresh(refresh: unknown, walk: Walk): void {
  if (refresh === undefined) return;
  const { action, userIds } = jsonOf(refresh);
  if (jsonOf(action).type !== 'Action.Execute') walk.problems.push('refresh.action: not an Action.Execute');
  else checkKnownAction(jsonOf(action), 'refresh.action', walk);
  if (userIds === undefined) return;
  const people = Array.isArray(userIds) ? userIds : [null];
  if (people.some((id) => typeof id !== 'string' || !id.startsWith('29:'))) {
    walk.problems.push('refresh.userIds: not a list of ids of people');
  }
  if (people.length > MOST_REFRESHED) walk.problems.push(`refresh.userIds: more than ${MOST_REFRESHED}`);
}
