import type { Delivery, Forgery } from '../deliver';
import { TIMES } from '../limits';
import { newResponseUrl } from '../response-urls';
import type { Seed } from '../seed';
import { closeModals, closeTopModal, modalsOf } from '../views';
import {
  type Channel,
  findMessage,
  known,
  type Message,
  newTrigger,
  newTs,
  type ResponseUrl,
  type User,
  type View,
  type World,
} from '../world';
import { type Submitted, showAnswer, takeAnswer } from './answers';
import { actionOf, type Entry, findElement, type Pick, unsubmittable, valuesOf } from './elements';
import {
  actionsPayload,
  closedPayload,
  commandPayload,
  contextTeam,
  messageShortcutPayload,
  type Spot,
  shortcutPayload,
  submissionPayload,
} from './payloads';
import type { Post } from './post';

/** What people do. Nobody can do what Slack would not let them do: that throws. */
export interface Interactions {
  command(
    user: string,
    channel: string,
    text: string,
    options?: { command?: string; forgery?: Forgery },
  ): Promise<Delivery>;
  /** In a message everybody sees. `stale`: the message as it was, for a click on an old screen. */
  press(
    user: string,
    at: { channel: string; ts: string } | { stale: Message },
    pick: Pick,
    options?: { entry?: Entry; forgery?: Forgery },
  ): Promise<Delivery>;
  /** In the latest message that only this person sees, or in the given one. */
  pressEphemeral(user: string, pick: Pick, options?: { ts?: string }): Promise<Delivery>;
  /** In the modal on top, or with none open on the Home tab. */
  pressInView(
    user: string,
    pick: Pick,
    options?: { entry?: Entry; entries?: Record<string, Entry> },
  ): Promise<Delivery>;
  /** Submits the modal on top. Entries go by block id or action id; what is not given keeps its first value. */
  submit(user: string, entries?: Record<string, Entry>): Promise<Submitted>;
  /** Closes the modal on top, or all; null when the bot did not ask to be told. */
  close(user: string, options?: { all?: boolean }): Promise<Delivery | null>;
  shortcut(user: string, callbackId: string): Promise<Delivery>;
  messageShortcut(user: string, channel: string, ts: string, callbackId: string): Promise<Delivery>;
}

export interface InteractionParts {
  world: World;
  seed: Seed;
  post: Post;
  baseUrl: () => string;
  charts: () => boolean;
}

export function createInteractions({ world, seed, post, baseUrl, charts }: InteractionParts): Interactions {
  const userAt = (id: string): User => known(world.users, id, 'user');
  const trigger = (user: User, channel: string | null, view: string | null): string =>
    newTrigger(world, user.id, contextTeam(world, user, channel), view, TIMES.triggerMs);

  function responseUrl(
    user: User,
    channel: Channel,
    original: ResponseUrl['original'],
    kind: 'actions' | 'commands',
  ): string {
    const target = {
      channel: channel.id,
      user: user.id,
      team: contextTeam(world, user, channel.id),
      original,
    };
    return baseUrl() + newResponseUrl(world, target, kind);
  }

  /** The channel, if the person can act in it. */
  function placeOf(user: User, id: string): Channel {
    const channel = known(world.channels, id, 'channel');
    if (channel.kind !== 'public' && !channel.members.has(user.id)) {
      throw new Error(`${user.id} cannot see ${id}`);
    }
    return channel;
  }

  function pressMessage(
    user: User,
    message: Message,
    ephemeral: boolean,
    pick: Pick,
    options: { entry?: Entry; forgery?: Forgery },
  ) {
    const channel = placeOf(user, message.channel);
    const { block, element } = findElement(message.blocks ?? [], pick);
    const action = actionOf(block, element, options.entry, newTs(world));
    const url = responseUrl(user, channel, { ts: message.ts, ephemeral }, 'actions');
    const spot: Spot = { in: 'message', message, ephemeral, responseUrl: url };
    const body = actionsPayload(world, user, spot, action, trigger(user, channel.id, null));
    return post.send({ kind: 'interactive', body }, options.forgery);
  }

  function topView(user: string): View {
    const view = modalsOf(world, user).at(-1) ?? world.views.get(world.homes.get(user) ?? '');
    if (!view) throw new Error(`${user} has neither a modal nor a Home tab to look at`);
    return view;
  }

  return {
    async command(id, channelId, text, { command = '/telework', forgery } = {}) {
      const user = userAt(id);
      const channel = placeOf(user, channelId);
      const details = { user, channel, command, text };
      const triggerId = trigger(user, channelId, null);
      const url = responseUrl(user, channel, null, 'commands');
      const body = commandPayload(world, { ...details, triggerId, responseUrl: url });
      const delivery = await post.send({ kind: 'command', body }, forgery);
      return showAnswer(world, delivery, {
        channel,
        user,
        bot: botOf(seed, world, user, channelId),
        charts: charts(),
      });
    },
    press(id, at, pick, options = {}) {
      const message = 'stale' in at ? at.stale : findMessage(world, at.channel, at.ts);
      if (!message) throw new Error('there is no such message');
      return pressMessage(userAt(id), message, false, pick, options);
    },
    pressEphemeral(id, pick, { ts } = {}) {
      const message = world.ephemerals.findLast(
        (each) => each.seenBy === id && (ts === undefined || each.ts === ts),
      );
      if (!message) throw new Error(`${id} sees no such message`);
      return pressMessage(userAt(id), message, true, pick, {});
    },
    pressInView(id, pick, options = {}) {
      const user = userAt(id);
      const view = topView(id);
      const { block, element } = findElement(view.body.blocks, pick);
      const action = actionOf(block, element, options.entry, newTs(world));
      const spot: Spot = { in: 'view', view, values: valuesOf(view.body.blocks, options.entries ?? {}) };
      const triggerId = trigger(user, null, view.type === 'modal' ? view.id : null);
      return post.send({ kind: 'interactive', body: actionsPayload(world, user, spot, action, triggerId) });
    },
    async submit(id, entries = {}) {
      const view = modalsOf(world, id).at(-1);
      if (!view?.body.submit) throw new Error(`${id} has no modal to submit`);
      const values = valuesOf(view.body.blocks, entries);
      const hindered = unsubmittable(view.body.blocks, values);
      if (hindered.length > 0) throw new Error(`Slack would not submit: ${hindered.join('; ')}`);
      const body = submissionPayload(world, userAt(id), view, values, trigger(userAt(id), null, view.id));
      const delivery = await post.send({ kind: 'interactive', body });
      return { delivery, ...takeAnswer(world, view, delivery), open: modalsOf(world, id) };
    },
    async close(id, { all = false } = {}) {
      const view = modalsOf(world, id).at(-1);
      if (!view) throw new Error(`${id} has no modal open`);
      const clears = all || view.body.clear_on_close === true;
      const body = closedPayload(world, userAt(id), view, clears);
      if (clears) closeModals(world, id);
      else closeTopModal(world, id);
      return view.body.notify_on_close === true ? post.send({ kind: 'interactive', body }) : null;
    },
    shortcut(id, callbackId) {
      const user = userAt(id);
      const body = shortcutPayload(world, user, callbackId, trigger(user, null, null));
      return post.send({ kind: 'interactive', body });
    },
    messageShortcut(id, channelId, ts, callbackId) {
      const user = userAt(id);
      const channel = placeOf(user, channelId);
      const url = responseUrl(user, channel, { ts, ephemeral: false }, 'actions');
      const place = { channel, ts, triggerId: trigger(user, channelId, null), responseUrl: url };
      return post.send({ kind: 'interactive', body: messageShortcutPayload(world, user, callbackId, place) });
    },
  };
}

function botOf(seed: Seed, world: World, user: User, channel: string): string {
  return seed.botUser(contextTeam(world, user, channel));
}
