import type { TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Card } from '../../src/domain/card';
import type { Post } from '../../src/ports/chat';
import type { Actor, Inbox } from '../../src/ports/inbox';
import { answerDialog, isDialog } from './dialogs';
import { localeOf } from './inbound';
import { activityKeysIn, toPost } from './keys';
import { type Origin, rememberOrigin } from './origin';
import { actorOf, type PeopleParts } from './people';
import {
  type AnswerParts,
  answerPress,
  errorAnswer,
  type InvokeAnswer,
  type Outcome,
  type Pressed,
  performPress,
  readExecute,
  sharedCardOf,
} from './press';
import type { SharedCardCache } from './shared-cards';

export interface InvokeParts extends PeopleParts, AnswerParts {
  inbox: Inbox;
  sharedCards: SharedCardCache;
  recentAnswers: RecentAnswers;
}

/** Each answer holds a card. */
const MOST_RECENT = 300;
const DONE_BEFORE = errorAnswer(409, 'Conflict', 'This was done before.');

/**
 * Gives an invoke that comes again the answer that it got before. In memory: a press that is redelivered over a restart
 * is done twice, which changes nothing, and gets the same answer.
 */
export class RecentAnswers {
  readonly #answers = new LRUCache<string, Promise<InvokeAnswer>>({ max: MOST_RECENT });

  answer(key: string, make: () => Promise<InvokeAnswer>): Promise<InvokeAnswer> {
    const known = this.#answers.get(key);
    if (known) return known;
    const made = make();
    this.#answers.set(key, made);
    made.catch(() => this.#answers.delete(key));
    return made;
  }

  /** Drops the answers of a tenant, whose cards name people. The invokes stay known: none is done a second time. */
  dropIn(tenant: string): void {
    const prefix = activityKeysIn(tenant);
    for (const key of [...this.#answers.keys()])
      if (key.startsWith(prefix)) this.#answers.set(key, Promise.resolve(DONE_BEFORE));
  }
}

/** Answers a press, a form or a refresh in the response; `key` names the invoke, should it come again. */
export async function answerInvoke(
  parts: InvokeParts,
  origin: Origin,
  context: TurnContext,
  key: string,
): Promise<void> {
  const { inbound } = origin;
  const make = answerOf(parts, origin);
  if (!make) return respond(context, { status: 501 });
  return respond(context, await (inbound.id ? parts.recentAnswers.answer(key, make) : make()));
}

/** What answers the invoke; null: it is of a kind that the bot does not know. */
function answerOf(parts: InvokeParts, origin: Origin): (() => Promise<InvokeAnswer>) | null {
  const { inbound } = origin;
  if (inbound.name === 'adaptiveCard/action') return () => answerAction(parts, origin);
  if (!isDialog(inbound.name)) return null;
  const locale = localeOf(inbound) ?? parts.defaultLocale;
  return () => answerDialog(parts, inbound.value, { locale, actorOf: () => knownActor(parts, origin) });
}

async function answerAction(parts: InvokeParts, origin: Origin): Promise<InvokeAnswer> {
  const { inbound, place } = origin;
  const pressed = readExecute(inbound.value);
  if (!pressed) return errorAnswer(400, 'BadRequest', 'This button is not one of this bot.');
  const post =
    place && inbound.replyToId ? toPost({ conversation: place, message: inbound.replyToId }) : null;
  const locale = localeOf(inbound) ?? parts.defaultLocale;
  return answerPress(parts, { pressed, locale }, outcomeOf(parts, origin, pressed, post));
}

/** All of this counts towards the time an invoke may take: Teams may have to be asked for the person's name. */
async function outcomeOf(
  parts: InvokeParts,
  origin: Origin,
  pressed: Pressed,
  post: Post | null,
): Promise<Outcome> {
  const actor = await knownActor(parts, origin);
  const reply = await performPress(parts.inbox, actor, pressed);
  const { replyToId } = origin.inbound;
  if (reply.inPlace && replyToId) {
    keep(parts, origin, replyToId, reply.card);
    return { reply, shared: null };
  }
  return { reply, shared: await sharedCardOf(parts, actor, pressed, post) };
}

async function knownActor(parts: InvokeParts, origin: Origin): Promise<Actor> {
  await rememberOrigin(parts.memory, origin);
  return actorOf(parts, origin);
}

/** The answer changes what this client shows now; the message itself is edited, for its other devices and later. */
function keep(parts: InvokeParts, { reference }: Origin, message: string, card: Card): void {
  const { gateway, render, running, log } = parts;
  const edit = gateway
    .update(reference, message, render.toMessage(card))
    .catch((err: unknown) => log.warn({ err }, 'private message not edited'))
    .finally(() => running.delete(edit));
  running.add(edit);
}

async function respond(context: TurnContext, answer: InvokeAnswer): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: answer });
}
