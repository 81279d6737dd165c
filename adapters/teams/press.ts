import { z } from 'zod';
import type { Card } from '../../src/domain/card';
import type { Locale } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Post } from '../../src/ports/chat';
import type { After } from '../../src/ports/clock';
import type { Actor, Inbox, Reply } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import { type Bases, ownView } from './bases';
import { type Renderer, readValues, toText } from './render';
import type { TeamsTranslate } from './words';

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

/** The card everybody sees, as this process knows it or, where it does not, as the core draws it. */
export async function baseOf(
  { inbox, bases, log }: { inbox: Inbox; bases: Bases; log: Log },
  actor: Actor,
  pressed: Pressed,
  post: Post | null,
): Promise<Card | null> {
  if (post === null) return null;
  const { card: known, old } = bases.get(post) ?? { card: null, old: true };
  if (!old || pressed.kind === 'submit') return known;
  try {
    const shown = await inbox.shown(actor, pressed.action);
    if (shown) bases.keep(post, shown);
    return shown ?? known;
  } catch (error) {
    // What was pressed is done all the same.
    log.warn({ err: error }, 'the card everybody sees could not be drawn');
    return known;
  }
}

/** What an answer needs besides its reply. */
export interface AnswerParts {
  render: Renderer;
  translate: TeamsTranslate;
  after: After;
  log: Log;
  /** What of it runs on when the answer had to be given before, for a stop that waits. */
  running: Set<Promise<unknown>>;
}

/** What came of a press, and the card that everybody sees, where it is known. */
export interface Outcome {
  reply: Reply;
  base: Card | null;
}

/** The answer to a press, on time: the presser's own card, or a refusal that leaves the card alone. */
export async function answerPress(
  parts: AnswerParts,
  { pressed, locale }: { pressed: Pressed; locale: Locale },
  work: Promise<Outcome>,
): Promise<InvokeAnswer> {
  const done = await withinPatience(parts, work).catch((error: unknown) => {
    parts.log.error({ err: error }, 'press not served');
    return 'fault' as const;
  });
  if (done === null) return shown(parts.translate(locale, 'teams-adapter.working'));
  if (done === 'fault') return shown(parts.translate(locale, 'refusal.try-again'));
  const { reply, base } = done;
  if (!reply.refused) return card(parts.render, ownView(reply.card, base));
  // Nobody pressed anything: the card simply stays.
  if (pressed.kind === 'refresh' && base) return card(parts.render, base);
  return shown(toText(reply.card, 1_000));
}

/** Null when it takes too long; it goes on all the same. */
function withinPatience<T>({ after, log, running }: AnswerParts, work: Promise<T>): Promise<T | null> {
  let late = false;
  const goesOn = work
    .catch((error: unknown) => {
      if (late) log.error({ err: error }, 'a press that took long was not served');
    })
    .finally(() => running.delete(goesOn));
  running.add(goesOn);
  return new Promise((resolve, reject) => {
    const cancel = after(PATIENCE, () => {
      late = true;
      resolve(null);
    });
    work.then(resolve, reject).finally(cancel);
  });
}

function card(render: Renderer, made: Card): InvokeAnswer {
  const type = 'application/vnd.microsoft.card.adaptive';
  return { status: 200, body: { statusCode: 200, type, value: render.toAdaptiveCard(made) } };
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
