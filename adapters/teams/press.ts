import { z } from 'zod';
import type { Card } from '../../src/domain/card';
import type { Locale } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Post } from '../../src/ports/chat';
import type { After } from '../../src/ports/clock';
import type { Actor, Inbox, Reply } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import { withTimeout } from '../../src/ports/timeout';
import { tenantOfOrg } from './keys';
import { type Renderer, readValues, toText } from './render';
import { ownView, type SharedCardCache } from './shared-cards';
import type { TeamsTranslate } from './words';

/** The HTTP answer to an invoke. */
export interface InvokeAnswer {
  status: number;
  body?: object;
}

/** What a person pressed or submitted. `refresh`: their client asks for their own view by itself. */
export type Pressed =
  | { kind: 'press' | 'refresh'; action: string }
  | { kind: 'submit'; form: string; values: Record<string, string> };

/** Teams allows an invoke five seconds, and advises three. */
const ANSWER_TIMEOUT_MS: Millis = 2_500;
/** Characters of a refusal that is shown as a message. */
export const MOST_REFUSED = 1_000;

const EXECUTE = z.object({
  action: z.object({
    type: z.string().nullish(),
    verb: z.string(),
    data: z.record(z.string(), z.unknown()).nullish(),
  }),
});
const SUBMIT = z.looseObject({ verb: z.string() });

/** Reads the value of an `adaptiveCard/action`; null when it does not come from a card of this bot. */
export function readExecute(value: unknown): Pressed | null {
  const parsed = EXECUTE.safeParse(value).data;
  return parsed ? pressedOf(parsed.action.verb, parsed.action.data ?? {}) : null;
}

/** Reads the value of an `Action.Submit`, which older clients send in a message; null for any other message. */
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

export function performPress(inbox: Inbox, actor: Actor, pressed: Pressed): Promise<Reply> {
  if (pressed.kind === 'submit') return inbox.submit(actor, pressed.form, pressed.values);
  return inbox.press(actor, pressed.action);
}

/**
 * The card that everyone sees, drawn after the press, so that the press is in it: an edit for everybody may take longer
 * than the answer to the presser. The card of a message that the core does not draw is the one that was sent.
 */
export async function sharedCardOf(
  { inbox, sharedCards, log }: { inbox: Inbox; sharedCards: SharedCardCache; log: Log },
  actor: Actor,
  pressed: Pressed,
  post: Post | null,
): Promise<Card | null> {
  if (post === null) return null;
  const sent = sharedCards.get(tenantOfOrg(actor.org), post);
  if (pressed.kind === 'submit') return sent;
  try {
    return (await inbox.shown(actor, pressed.action)) ?? sent;
  } catch (error) {
    // The press itself has succeeded; what was sent before it would contradict it.
    log.warn({ err: error }, 'the card everybody sees could not be drawn');
    return pressed.kind === 'refresh' ? sent : null;
  }
}

export interface AnswerParts {
  render: Renderer;
  translate: TeamsTranslate;
  after: After;
  log: Log;
  /** Presses that still run, also after their answer was given: a stop waits for them. */
  running: Set<Promise<unknown>>;
}

/** The reply to a press, and the card that everyone sees where it is known. */
export interface Outcome {
  reply: Reply;
  shared: Card | null;
}

/** Answers a press within 2.5 s: with the presser's own card, or with a message that leaves the card as it is. */
export async function answerPress(
  parts: AnswerParts,
  { pressed, locale }: { pressed: Pressed; locale: Locale },
  work: Promise<Outcome>,
): Promise<InvokeAnswer> {
  const done = await inTime(parts, work).catch((error: unknown) => {
    parts.log.error({ err: error }, 'press not served');
    return 'fault' as const;
  });
  if (done === 'late') return messageAnswer(parts.translate(locale, 'teams-adapter.working'));
  if (done === 'fault') return messageAnswer(parts.translate(locale, 'refusal.try-again'));
  const { reply, shared } = done;
  if (!reply.refused) return cardAnswer(parts.render, ownView(reply.card, shared));
  // The client asked, not a person: a refusal would say nothing to them.
  if (pressed.kind === 'refresh' && shared) return cardAnswer(parts.render, shared);
  return messageAnswer(toText(reply.card, MOST_REFUSED));
}

/** Resolves within 2.5 s. Late work goes on; a failure after that is logged. */
export function inTime<T>(
  { after, log, running }: Pick<AnswerParts, 'after' | 'log' | 'running'>,
  work: Promise<T>,
): Promise<T | 'late'> {
  let late = false;
  const goesOn = work
    .catch((error: unknown) => {
      if (late) log.error({ err: error }, 'a press that took long was not served');
    })
    .finally(() => running.delete(goesOn));
  running.add(goesOn);
  const onTimeout = () => {
    late = true;
    return 'late' as const;
  };
  return withTimeout(work, { ms: ANSWER_TIMEOUT_MS, after, onTimeout });
}

function cardAnswer(render: Renderer, card: Card): InvokeAnswer {
  const type = 'application/vnd.microsoft.card.adaptive';
  return { status: 200, body: { statusCode: 200, type, value: render.toAdaptiveCard(card) } };
}

function messageAnswer(text: string): InvokeAnswer {
  const type = 'application/vnd.microsoft.activity.message';
  return { status: 200, body: { statusCode: 200, type, value: text } };
}

/** Tells the client that the invoke itself is wrong. */
export function errorAnswer(statusCode: number, code: string, message: string): InvokeAnswer {
  const type = 'application/vnd.microsoft.error';
  return { status: 200, body: { statusCode, type, value: { code, message } } };
}
