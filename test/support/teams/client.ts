import { invokeActivity, messageActivity, reactionActivity, submitActivity } from './activities';
import { readAnswer } from './answers';
import { executeValue, findAction, inputValues, type Pick, submitValue } from './card-actions';
import { type Delivery, makeCourier } from './delivery';
import { type Json, jsonOf, textOf } from './json';
import { cardFor, type SeenMessage } from './messages';
import { type PlaceClient, placeClient } from './place-client';
import type { Side } from './side';
import type { ChannelTokens } from './tokens';
import { type Conversation, hasBot, isGone, type Person } from './world';

/** How an activity is brought; what is left out is as in Teams. */
export interface Bring {
  /** Instead of a good token; null sends none. */
  token?: string | null;
  /** Changes the activity on its way, for bad input. */
  change?: (activity: Json) => void;
}

export interface Say extends Bring {
  /** Whether the bot is mentioned; default in channels and group chats, not in personal chats. */
  mention?: boolean;
  /** Answers in the thread of this message. */
  thread?: SeenMessage;
  /** The bot's replies come back in the HTTP response. */
  expectReplies?: boolean;
}

export interface TeamsClient extends PlaceClient {
  say(person: Person, conversation: Conversation, text: string, options?: Say): Promise<Delivery>;
  /** Presses an Action.Execute on the card as this person sees it. A card in answer becomes their view. */
  press(
    person: Person,
    message: SeenMessage,
    pick: Pick,
    inputs?: Record<string, string>,
    options?: Bring,
  ): Promise<Delivery>;
  /** The same on a client which knows Action.Submit only. */
  submit(
    person: Person,
    message: SeenMessage,
    pick: Pick,
    inputs?: Record<string, string>,
    options?: Bring,
  ): Promise<Delivery>;
  /** What the client of a person named in `refresh.userIds` asks when it shows the card; null when not named. */
  refresh(person: Person, message: SeenMessage, options?: Bring): Promise<Delivery | null>;
  /** Any other invoke, such as `task/fetch`. */
  invoke(
    person: Person,
    conversation: Conversation,
    name: string,
    value: Json,
    options?: Bring,
  ): Promise<Delivery>;
  react(person: Person, message: SeenMessage, reaction: string): Promise<Delivery>;
  /** The same activity once more, as after a turn that took too long. */
  redeliver(delivery: Delivery, options?: Bring): Promise<Delivery>;
  /** Any activity, as it is. */
  raw(activity: Json, token: string | null): Promise<Delivery>;
  /** Gives up the connections. */
  close(): void;
}

/** Sends activities to the bot at `endpoint` as Teams does. Good tokens are used for an hour, as Teams does. */
export function makeClient(side: Side, tokens: ChannelTokens, endpoint: string): TeamsClient {
  const courier = makeCourier(endpoint);
  const kept = new Map<string, string>();

  function goodToken(serviceUrl: string): string {
    const token = kept.get(serviceUrl) ?? tokens.good(serviceUrl);
    kept.set(serviceUrl, token);
    return token;
  }

  async function bring(activity: Json, options: Bring = {}): Promise<Delivery> {
    const token = options.token === undefined ? goodToken(textOf(activity.serviceUrl)) : options.token;
    options.change?.(activity);
    return courier.bring(activity, token);
  }

  async function act(person: Person, message: SeenMessage, value: Json, options?: Bring): Promise<Delivery> {
    const conversation = placeOf(side, message);
    const name = 'adaptiveCard/action';
    const delivery = await bring(invokeActivity(side, person, conversation, message, name, value), options);
    // Somebody who tampers looks at the bare answer; for the others it must be one Teams can show.
    if (options?.token !== undefined || options?.change !== undefined) return delivery;
    const { answer, problems } = readAnswer(delivery.status, delivery.body);
    side.problems.push(...problems);
    if (answer?.kind === 'card' && problems.length === 0) message.views.set(person.id, answer.card);
    return { ...delivery, answer };
  }

  const pressed = (person: Person, message: SeenMessage, pick: Pick, typed: Record<string, string>) => {
    const card = shownTo(message, person);
    return { action: findAction(card, pick), inputs: inputValues(card, typed) };
  };

  return {
    ...placeClient(side, bring),
    async say(person, conversation, text, options = {}) {
      const mention = options.mention ?? conversation.kind !== 'personal';
      const message = write(side, person, conversation, text, options.thread);
      const activity = messageActivity(side, person, message, conversation, mention);
      if (options.expectReplies === true) activity.deliveryMode = 'expectReplies';
      return bring(activity, options);
    },
    async press(person, message, pick, typed = {}, options) {
      const { action, inputs } = pressed(person, message, pick, typed);
      return act(person, message, executeValue(action, inputs, 'manual'), options);
    },
    async submit(person, message, pick, typed = {}, options) {
      const { action, inputs } = pressed(person, message, pick, typed);
      const value = submitValue(action, inputs);
      return bring(submitActivity(side, person, placeOf(side, message), message, value), options);
    },
    async refresh(person, message, options) {
      const { action, userIds } = jsonOf(shownTo(message, person).refresh);
      if (!Array.isArray(userIds) || !userIds.includes(person.id)) return null;
      return act(person, message, executeValue(jsonOf(action), {}, 'automatic'), options);
    },
    invoke: async (person, conversation, name, value, options) =>
      bring(invokeActivity(side, person, conversation, null, name, value), options),
    react: async (person, message, reaction) =>
      bring(reactionActivity(side, person, placeOf(side, message), message, reaction)),
    redeliver: async (delivery, options) => bring(structuredClone(delivery.activity), options),
    raw: (activity, token) => courier.bring(activity, token),
    close: () => courier.close(),
  };
}

/** People can write to a bot only where it is. */
function write(
  side: Side,
  person: Person,
  conversation: Conversation,
  text: string,
  thread: SeenMessage | undefined,
): SeenMessage {
  if (isGone(conversation) || !hasBot(conversation)) throw new Error('the bot is not in this conversation');
  return side.messages.add({
    conversation: conversation.id,
    thread: thread === undefined ? null : (thread.thread ?? thread.id),
    from: person.id,
    text,
    summary: '',
    attachments: [],
  });
}

function placeOf(side: Side, message: SeenMessage): Conversation {
  const conversation = side.world.conversation(message.conversation);
  if (conversation === null) throw new Error(`no conversation ${message.conversation}`);
  return conversation;
}

function shownTo(message: SeenMessage, person: Person): Json {
  const card = cardFor(message, person);
  if (card === null || message.deleted) throw new Error('there is no card to see');
  return card;
}
