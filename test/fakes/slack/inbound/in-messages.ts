import type { Delivery, Forgery, Inbound } from '../deliver';
import { findMessage, type Message, newTs } from '../world';
import { type Acting, type PressOptions, placeOf, responseUrlOf, triggerOf, userAt } from './acting';
import { showAnswer } from './answers';
import { actionOf, findElement, type Pick } from './elements';
import {
  actionsPayload,
  commandPayload,
  contextTeam,
  messageShortcutPayload,
  type Spot,
  shortcutPayload,
} from './payloads';
import { escaped } from './typed';

/** A message everybody sees, or (`stale`) as it was, for a click on an old screen. */
type Spotted = { channel: string; ts: string } | { stale: Message };

/* What people do in channels and conversations. Nobody can do what Slack would not let them do: that throws. */

export interface InMessages {
  command(
    user: string,
    channel: string,
    text: string,
    options?: { command?: string; forgery?: Forgery },
  ): Promise<Delivery>;
  press(user: string, at: Spotted, pick: Pick, options?: PressOptions): Promise<Delivery>;
  /** The press without sending it: for `signed` and `resend`, where sending must cost nothing else. */
  pressOf(user: string, at: Spotted, pick: Pick, options?: PressOptions): Inbound;
  /** In the latest message that only this person sees, or in the given one. */
  pressEphemeral(user: string, pick: Pick, options?: { ts?: string }): Promise<Delivery>;
  shortcut(user: string, callbackId: string): Promise<Delivery>;
  messageShortcut(user: string, channel: string, ts: string, callbackId: string): Promise<Delivery>;
}

export function actInMessages(acting: Acting): InMessages {
  const { world, post } = acting;
  return {
    command: (user, channel, text, options = {}) => command(acting, user, channel, text, options),
    press: (user, at, pick, options = {}) =>
      post.send(pressOf(acting, user, spotted(acting, at), pick, options), options.forgery),
    pressOf: (user, at, pick, options = {}) => pressOf(acting, user, spotted(acting, at), pick, options),
    pressEphemeral(user, pick, { ts } = {}) {
      const message = world.ephemerals.findLast(
        (each) => each.seenBy === user && (ts === undefined || each.ts === ts),
      );
      if (!message) throw new Error(`${user} sees no such message`);
      return post.send(pressOf(acting, user, { message, ephemeral: true }, pick, {}));
    },
    shortcut(id, callbackId) {
      const user = userAt(acting, id);
      const body = shortcutPayload(world, user, callbackId, triggerOf(acting, user, {}));
      return post.send({ kind: 'interactive', body });
    },
    messageShortcut(id, channelId, ts, callbackId) {
      const user = userAt(acting, id);
      const channel = placeOf(acting, user, channelId);
      const responseUrl = responseUrlOf(acting, user, channel, { ts, ephemeral: false });
      const place = { channel, ts, triggerId: triggerOf(acting, user, { channel: channelId }), responseUrl };
      return post.send({ kind: 'interactive', body: messageShortcutPayload(world, user, callbackId, place) });
    },
  };
}

async function command(
  acting: Acting,
  id: string,
  channelId: string,
  text: string,
  { command: name = '/telework', forgery }: { command?: string; forgery?: Forgery },
): Promise<Delivery> {
  const { world, seed, post, charts } = acting;
  const user = userAt(acting, id);
  const channel = placeOf(acting, user, channelId);
  const triggerId = triggerOf(acting, user, { channel: channelId });
  const responseUrl = responseUrlOf(acting, user, channel, null);
  const sent = escaped(world, user.team, text);
  const body = commandPayload(world, { user, channel, command: name, text: sent, triggerId, responseUrl });
  const delivery = await post.send({ kind: 'command', body }, forgery);
  const bot = seed.botUser(contextTeam(world, user, channelId));
  return showAnswer(world, delivery, { channel, user, bot, charts: charts() });
}

function spotted({ world }: Acting, at: Spotted): { message: Message; ephemeral: boolean } {
  const message = 'stale' in at ? at.stale : findMessage(world, at.channel, at.ts);
  if (!message) throw new Error('there is no such message');
  return { message, ephemeral: false };
}

function pressOf(
  acting: Acting,
  id: string,
  { message, ephemeral }: { message: Message; ephemeral: boolean },
  pick: Pick,
  options: PressOptions,
): Inbound {
  const user = userAt(acting, id);
  const channel = placeOf(acting, user, message.channel);
  const { block, element } = findElement(message.blocks ?? [], pick);
  const action = actionOf(block, element, options.entry, newTs(acting.world));
  const responseUrl = responseUrlOf(acting, user, channel, { ts: message.ts, ephemeral });
  const spot: Spot = { in: 'message', message, ephemeral, responseUrl };
  const triggerId = triggerOf(acting, user, { channel: channel.id });
  return { kind: 'interactive', body: actionsPayload(acting.world, user, spot, action, triggerId) };
}
