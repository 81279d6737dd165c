import { checkCard } from './cards';
import { isJson, type Json, jsonOf, textOf } from './json';

/** How a bot answered an invoke on a card. */
export type InvokeAnswer =
  /** Replaces the card for the presser. */
  | { kind: 'card'; card: Json }
  /** Shown to the presser for a moment. */
  | { kind: 'message'; text: string }
  | { kind: 'error'; status: number; code: string; text: string };

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

/** Reads an invoke response as Teams does. `problems` lists what Teams would show as a failure. */
export function readAnswer(
  status: number,
  body: unknown,
): { answer: InvokeAnswer | null; problems: string[] } {
  const failed = (why: string) => ({ answer: null, problems: [why] });
  if (status !== 200) return failed(`an invoke was answered with ${status}`);
  if (!isJson(body)) return failed('an invoke was answered without a body');
  const { statusCode, type, value } = body;
  if (typeof statusCode !== 'number') return failed('an invoke was answered without a statusCode');
  if (type === CARD) {
    return { answer: { kind: 'card', card: jsonOf(value) }, problems: checkCard(value) };
  }
  if (type === MESSAGE && typeof value === 'string' && value !== '') {
    return { answer: { kind: 'message', text: value }, problems: [] };
  }
  if (type === ERROR) {
    const { code, message } = jsonOf(value);
    const problems = statusCode >= 400 ? [] : [`an error was answered with statusCode ${statusCode}`];
    return {
      answer: { kind: 'error', status: statusCode, code: textOf(code), text: textOf(message) },
      problems,
    };
  }
  return failed(`an invoke was answered with ${String(type)}`);
}
