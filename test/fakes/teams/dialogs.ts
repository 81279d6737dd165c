import { actionsOf, findAction, inputValues, type PickAction, submitValue } from './card-actions';
import { checkCard } from './cards';
import { isJson, type Json, jsonOf, textOf } from './json';

/* Dialogs: a button asks for one by `task/fetch`, and what is sent in it comes as `task/submit`. */

/** What a dialog shows after an answer: a card, or a message that closes it. */
export type DialogAnswer = { kind: 'card'; title: string; card: Json } | { kind: 'message'; text: string };

const CARD = 'application/vnd.microsoft.card.adaptive';
const SIZES = ['small', 'medium', 'large'];
const MOST_TITLE = 80;

/** The value of a `task/fetch`. Throws where the button opens no dialog. */
export function fetchValue(card: Json, pick: PickAction): Json {
  const action = findAction(card, pick);
  if (action.type !== 'Action.Submit') throw new Error(`${String(action.type)} opens no dialog`);
  if (jsonOf(jsonOf(action.data).msteams).type !== 'task/fetch')
    throw new Error('this button opens no dialog');
  const { msteams: _, ...data } = jsonOf(action.data);
  return { data: { ...data, type: 'task/fetch' }, context: { theme: 'default' } };
}

/** The value of a `task/submit`. */
export function sentValue(card: Json, pick: PickAction, typed: Record<string, string>): Json {
  const action = findAction(card, pick);
  const inputs = action.associatedInputs === 'none' ? {} : inputValues(card, typed);
  return { data: submitValue(action, inputs), context: { theme: 'default' } };
}

/** Reads the answer as Teams does. `problems` lists what Teams would show as a failure. */
export function readDialog(
  status: number,
  body: unknown,
): { answer: DialogAnswer | null; problems: string[] } {
  const failed = (why: string) => ({ answer: null, problems: [why] });
  if (status !== 200) return failed(`a dialog was answered with ${status}`);
  const task = isJson(body) ? jsonOf(body.task) : {};
  if (task.type === 'message' && textOf(task.value) !== '')
    return { answer: { kind: 'message', text: textOf(task.value) }, problems: [] };
  if (task.type !== 'continue') return failed(`a dialog was answered with ${String(task.type)}`);
  const { title, height, width, card } = jsonOf(task.value);
  const { contentType, content } = jsonOf(card);
  if (contentType !== CARD) return failed(`a dialog shows ${String(contentType)}`);
  const problems = checkCard(content);
  for (const size of [height, width])
    if (typeof size !== 'number' && !SIZES.includes(textOf(size)))
      problems.push(`a dialog is not ${String(size)}`);
  if (textOf(title).length > MOST_TITLE) problems.push('the title of a dialog is cut');
  for (const { type } of actionsOf(jsonOf(content)))
    if (type === 'Action.Execute') problems.push('a dialog knows no Action.Execute');
  return { answer: { kind: 'card', title: textOf(title), card: jsonOf(content) }, problems };
}
