import type { TurnContext } from 'botbuilder';
import type { Card } from '../../src/domain/card';
import { isOutsider } from '../../src/domain/people/roster';
import { ChatError } from '../../src/ports/chat';
import type { Actor, Inbox, Reply } from '../../src/ports/inbox';
import { commandText, isMentioned, localeOf } from './inbound';
import type { Origin } from './origin';
import { actorOf, type PeopleParts } from './people';
import { type Pressed, performPress, readSubmit } from './press';
import type { Renderer } from './render';

export interface MessageParts extends PeopleParts {
  inbox: Inbox;
  render: Renderer;
  /** Sends a card to the person alone. */
  direct(actor: Actor, card: Card): Promise<void>;
}

/** Answers a command, or a press from a client that sends presses as messages. */
export async function answerMessage(
  parts: MessageParts,
  origin: Origin,
  context: TurnContext,
): Promise<void> {
  const { inbound, place } = origin;
  const pressed = inbound.text?.trim() ? null : readSubmit(inbound.value);
  if (pressed) return answerSubmit(parts, origin, context, pressed);
  if (place !== null && !isMentioned(inbound)) return;
  const actor = await actorOrNull(parts, origin);
  if (!actor) return askAgain(parts, origin);
  const reply = await parts.inbox.command(actor, commandText(inbound));
  if (place !== null && reply.confidential) return confide(parts, origin, actor, reply);
  await say(parts, origin, context, reply);
}

/** Null while Teams does not tell whether the person belongs to the organisation. */
async function actorOrNull(parts: MessageParts, origin: Origin): Promise<Actor | null> {
  try {
    return await actorOf(parts, origin);
  } catch (error) {
    if (error instanceof ChatError) return null;
    throw error;
  }
}

async function askAgain(
  { gateway, translate, defaultLocale }: MessageParts,
  { inbound, reference }: Origin,
): Promise<void> {
  const text = translate(localeOf(inbound) ?? defaultLocale, 'refusal.try-again');
  await gateway.send(reference, { type: 'message', text }, { urgent: true });
}

/** Such a client does not show answers on the card: in a channel they go to the person alone. */
async function answerSubmit(
  parts: MessageParts,
  origin: Origin,
  context: TurnContext,
  pressed: Pressed,
): Promise<void> {
  const actor = await actorOrNull(parts, origin);
  if (!actor) return askAgain(parts, origin);
  const reply = await performPress(parts.inbox, actor, pressed);
  // The bot has no personal chats with people of other organisations.
  if (actor.place === null || isOutsider(actor.person)) return say(parts, origin, context, reply);
  await parts.direct(actor, reply.card);
}

/** Sends to the person alone what others in the place must not see, and says only that in the place. */
async function confide(
  parts: MessageParts,
  { reference }: Origin,
  actor: Actor,
  reply: Reply,
): Promise<void> {
  const locale = actor.person.locale ?? parts.defaultLocale;
  let text = parts.translate(locale, 'teams-adapter.confided');
  try {
    await parts.direct(actor, reply.card);
  } catch (error) {
    if (!(error instanceof ChatError) || (error.kind !== 'gone' && error.kind !== 'forbidden')) throw error;
    text = parts.translate(locale, 'teams-adapter.not-confided');
  }
  await parts.gateway.send(reference, { type: 'message', text });
}

async function say(
  { gateway, render }: MessageParts,
  { inbound, reference }: Origin,
  context: TurnContext,
  { card }: Reply,
): Promise<void> {
  const answer = render.toMessage(card);
  if (inbound.deliveryMode === 'expectReplies') await context.sendActivity(answer);
  else await gateway.send(reference, answer, { urgent: true });
}
