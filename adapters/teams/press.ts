import { z } from 'zod';
import type { Actor, After, Inbox, Reply } from '../../src/app/ports';
import type { Millis } from '../../src/domain/calendar';
import type { Card } from '../../src/domain/card';
import { type Bases, ownView } from './bases';
import { toPost } from './chat';
import { readValues, toAdaptiveCard, toText } from './render';
import { WORDS } from './words';

/** How the HTTP answer to an invoke looks. */
export interface InvokeAnswer {
  status: number;
  body?: object;
}

/** What was pressed. `refresh`: asked by the client itself. */
export type Pressed =
  | { kind: 'press' | 'refresh'; action: string }
  | { kind: 'submit'; form: string; values: Record<string, string> };

/** Teams gives an invoke five seconds at most, and three by its own advice. */
export const PATIENCE: Millis = 2_500;

const EXECUTE = z.object({
  action: z.object({
    type: z.string().nullish(),
    verb: z.string(),
    data: z.record(z.string(), z.unknown()).nullish(),
  }),
});
const SUBMIT = z.looseObject({ verb: z.string() });

/** What an `adaptiveCard/action` asks for; null when it is none of our cards. */
export function readExecute(value: unknown): Pressed | null {
  const parsed = EXECUTE.safeParse(value).data;
  return parsed ? pressedOf(parsed.action.verb, parsed.action.data ?? {}) : null;
}

/** The same of an `Action.Submit`, from clients which know no better; null for any other message. */
export function readSubmit(value: unknown): Pressed | null {
  const parsed = SUBMIT.safeParse(value).data;
  return parsed ? pressedOf(parsed.verb, parsed) : null;
}

function pressedOf(verb: string, data: Record<string, unknown>): Pressed | null {
  const { action, form } = data;
  if ((verb === 'press' || verb === 'refresh') && typeof action === 'string') return { kind: verb, action };
  if (verb === 'submit' && typeof form === 'string') return { kind: verb, form, values: readValues(data) };
  return null;
}

export function doPressed(inbox: Inbox, actor: Actor, pressed: Pressed): Promise<Reply> {
  if (pressed.kind === 'submit') return inbox.submit(actor, pressed.form, pressed.values);
  return inbox.press(actor, pressed.action);
}

/** The answer to a press, on time: the presser's own card, or a refusal that leaves the card alone. */
export async function answerPress(
  { inbox, bases, after }: { inbox: Inbox; bases: Bases; after: After },
  actor: Actor,
  pressed: Pressed,
  message: string | null,
): Promise<InvokeAnswer> {
  const base = actor.place && message ? bases.get(toPost(actor.place, message)) : null;
  const reply = await withinPatience(after, doPressed(inbox, actor, pressed));
  if (reply === null) return shown(WORDS[actor.person.locale ?? 'en'].working);
  if (!reply.refused) return card(ownView(reply.card, base));
  // Nobody pressed anything: the card simply stays.
  if (pressed.kind === 'refresh' && base) return card(base);
  return shown(toText(reply.card, 1_000));
}

/** Null when it takes too long; it goes on all the same. */
function withinPatience(after: After, reply: Promise<Reply>): Promise<Reply | null> {
  return new Promise((resolve, reject) => {
    const cancel = after(PATIENCE, () => resolve(null));
    reply.then(resolve, reject).finally(cancel);
  });
}

function card(made: Card): InvokeAnswer {
  const type = 'application/vnd.microsoft.card.adaptive';
  return { status: 200, body: { statusCode: 200, type, value: toAdaptiveCard(made) } };
}

function shown(text: string): InvokeAnswer {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
  };
}

export function refusedInvoke(statusCode: number, code: string, message: string): InvokeAnswer {
  const type = 'application/vnd.microsoft.error';
  return { status: 200, body: { statusCode, type, value: { code, message } } };
}
