import { invokeActivity, messageActivity, reactionActivity, submitActivity } from './activities';
import { readAnswer } from './answers';
import { executeValue, findAction, inputValues, type PickAction, submitValue } from './card-actions';
import { type Courier, type Delivery, makeCourier } from './delivery';
import { type DialogAnswer, fetchValue, readDialog, sentValue } from './dialogs';
import { type Json, jsonOf, textOf } from './json';
import { cardFor, type SeenMessage } from './messages';
import { type PlaceClient, placeClient } from './place-client';
import type { Side } from './side';
import type { ChannelTokens } from './tokens';
import { type Conversation, hasBot, isGone, type Person } from './world';

/** How to deliver an activity differently from Teams. */
export interface Bring {
  /** Replaces the valid token; null sends none. */
  token?: string | null;
  /** Changes the activity before it is sent, for bad input. */
  change?: (activity: Json) => void;
}

interface Say extends Bring {
  /** Whether the bot is mentioned. By default it is in channels and group chats, and not in personal chats. */
  mention?: boolean;
  /** Answers in the thread of this message. */
  thread?: SeenMessage;
  /** Asks for the bot's replies in the HTTP response. */
  expectReplies?: boolean;
}

export interface TeamsClient extends PlaceClient {
  say(person: Person, conversation: Conversation, text: string, options?: Say): Promise<Delivery>;
  /** Presses an Action.Execute on the card as this person sees it. A card in the answer becomes their view. */
  press(
    person: Person,
    message: SeenMessage,
    pick: PickAction,
    inputs?: Record<string, string>,
    options?: Bring,
  ): Promise<Delivery>;
  /** The same with a client that knows only Action.Submit. */
  submit(
    person: Person,
    message: SeenMessage,
    pick: PickAction,
    inputs?: Record<string, string>,
    options?: Bring,
  ): Promise<Delivery>;
  /** What the client of a person sends when it shows the card; null when `refresh.userIds` does not name them. */
  refresh(person: Person, message: SeenMessage, options?: Bring): Promise<Delivery | null>;
  /** Any other invoke, such as `task/fetch`. */
  invoke(
    person: Person,
    conversation: Conversation,
    name: string,
    value: Json,
    options?: Bring,
  ): Promise<Delivery>;
  /** Presses a button that opens a dialog. */
  openDialog(person: Person, message: SeenMessage, pick: PickAction): Promise<DialogAnswer | null>;
  /** Presses a button in the dialog that the person sees, opened from this message. */
  sendDialog(
    person: Person,
    message: SeenMessage,
    shown: DialogAnswer | null,
    pick: PickAction,
    inputs?: Record<string, string>,
  ): Promise<DialogAnswer | null>;
  react(person: Person, message: SeenMessage, reaction: string): Promise<Delivery>;
  /** Sends the same activity again, as Teams does after a turn that took too long. */
  redeliver(delivery: Delivery, options?: Bring): Promise<Delivery>;
  /** Sends any activity unchanged. */
  raw(activity: Json, token: string | null): Promise<Delivery>;
  /** Closes the connections. */
  close(): void;
}

type Bringing = (activity: Json, options?: Bring) => Promise<Delivery>;

/** Sends activities to the bot at `endpoint` as Teams does. */
export function makeClient(side: Side, tokens: ChannelTokens, endpoint: string): TeamsClient {
  const courier = makeCourier(endpoint);
  const bring = withTokens(courier, tokens);
  return {
    ...placeClient(side, bring),
    ...cardClient(side, bring),
    ...dialogClient(side, bring),
    async say(person, conversation, text, options = {}) {
      const mention = options.mention ?? conversation.kind !== 'personal';
      const message = write(side, person, conversation, text, options.thread);
      const activity = messageActivity(side, person, message, conversation, mention);
      if (options.expectReplies === true) activity.deliveryMode = 'expectReplies';
      return bring(activity, options);
    },
    invoke: (person, conversation, name, value, options) =>
      bring(invokeActivity(side, person, conversation, null, name, value), options),
    react: (person, message, reaction) =>
      bring(reactionActivity(side, person, placeOf(side, message), message, reaction)),
    redeliver: (delivery, options) => bring(structuredClone(delivery.activity), options),
    raw: (activity, token) => courier.bring(activity, token),
    close: () => courier.close(),
  };
}

/** Uses a valid token, which lives for an hour, again and again as Teams does. */
function withTokens(courier: Courier, tokens: ChannelTokens): Bringing {
  const kept = new Map<string, string>();
  return (activity, options = {}) => {
    const serviceUrl = textOf(activity.serviceUrl);
    const good = kept.get(serviceUrl) ?? tokens.good(serviceUrl);
    kept.set(serviceUrl, good);
    options.change?.(activity);
    return courier.bring(activity, options.token === undefined ? good : options.token);
  };
}

function dialogClient(side: Side, bring: Bringing): Pick<TeamsClient, 'openDialog' | 'sendDialog'> {
  async function ask(person: Person, message: SeenMessage, name: string, value: Json) {
    const invoke = invokeActivity(side, person, placeOf(side, message), message, name, value);
    const { status, body } = await bring(invoke);
    const { answer, problems } = readDialog(status, body);
    side.problems.push(...problems);
    return answer;
  }

  return {
    openDialog: (person, message, pick) =>
      ask(person, message, 'task/fetch', fetchValue(shownTo(message, person), pick)),
    async sendDialog(person, message, shown, pick, typed = {}) {
      if (shown?.kind !== 'card') throw new Error('there is no dialog to fill in');
      return ask(person, message, 'task/submit', sentValue(shown.card, pick, typed));
    },
  };
}

function cardClient(side: Side, bring: Bringing): Pick<TeamsClient, 'press' | 'submit' | 'refresh'> {
  async function act(person: Person, message: SeenMessage, value: Json, options?: Bring): Promise<Delivery> {
    const place = placeOf(side, message);
    const invoke = invokeActivity(side, person, place, message, 'adaptiveCard/action', value);
    const delivery = await bring(invoke, options);
    // A test that tampers looks at the raw answer; any other answer must be one that Teams can show.
    if (options?.token !== undefined || options?.change !== undefined) return delivery;
    const { answer, problems } = readAnswer(delivery.status, delivery.body);
    side.problems.push(...problems);
    if (answer?.kind === 'card' && problems.length === 0) message.views.set(person.id, answer.card);
    return { ...delivery, answer };
  }

  return {
    async press(person, message, pick, typed = {}, options) {
      const card = shownTo(message, person);
      const value = executeValue(findAction(card, pick), inputValues(card, typed), 'manual');
      return act(person, message, value, options);
    },
    async submit(person, message, pick, typed = {}, options) {
      const card = shownTo(message, person);
      const value = submitValue(findAction(card, pick), inputValues(card, typed));
      return bring(submitActivity(side, person, placeOf(side, message), message, value), options);
    },
    async refresh(person, message, options) {
      const { action, userIds } = jsonOf(shownTo(message, person).refresh);
      if (!Array.isArray(userIds) || !userIds.includes(person.id)) return null;
      return act(person, message, executeValue(jsonOf(action), {}, 'automatic'), options);
    },
  };
}

/** People can write to a bot only where it is installed. */
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
