import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { threadOf } from './ids';
import type { Json } from './json';
import type { SeenMessage } from './messages';
import { botId, type Side } from './side';
import type { Conversation, Person, Team } from './world';

/* Activities in the shapes in which Teams sends them to bots; an example of each is in payloads/. */

/** The fields of every activity of a person. `thread`: the first message of its thread. */
export function envelope(
  side: Side,
  type: string,
  person: Person,
  conversation: Conversation,
  thread: string | null = null,
): Json {
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(side.now()));
  const local = at.toZonedDateTimeISO(person.zone);
  return {
    type,
    id: `f:${randomUUID()}`,
    timestamp: at.toString({ fractionalSecondDigits: 7 }),
    localTimestamp: local.toString({ fractionalSecondDigits: 7, timeZoneName: 'never' }),
    localTimezone: person.zone,
    locale: person.locale,
    channelId: 'msteams',
    serviceUrl: side.serviceUrl(conversation.tenant),
    from: { id: person.id, name: person.name, aadObjectId: person.aad },
    conversation: conversationAccount(conversation, thread),
    recipient: { id: botId(side), name: side.botName },
    entities: [clientInfo(person)],
    channelData: channelData(conversation),
  };
}

function conversationAccount(conversation: Conversation, thread: string | null): Json {
  const { kind, tenant } = conversation;
  const id = thread === null ? conversation.id : threadOf(conversation.id, thread);
  const group = kind === 'personal' ? {} : { isGroup: true };
  const named = kind === 'groupChat' && conversation.name !== null ? { name: conversation.name } : {};
  return { ...group, conversationType: kind, tenantId: tenant, id, ...named };
}

function clientInfo(person: Person): Json {
  const country = person.locale.split('-')[1] ?? 'US';
  return { locale: person.locale, country, platform: 'Web', timezone: person.zone, type: 'clientInfo' };
}

function channelData(conversation: Conversation): Json {
  const tenant = { tenant: { id: conversation.tenant } };
  if (conversation.team === null) return tenant;
  const ids = { teamsChannelId: conversation.id, teamsTeamId: conversation.team.id };
  return { ...ids, channel: channelInfo(conversation), team: { id: conversation.team.id }, ...tenant };
}

/** A channel, as activities name it. */
export function channelInfo({ id, name, shared }: Conversation): Json {
  return shared ? { id, name, type: 'shared' } : { id };
}

/** Escapes markup characters as clients do in `text`. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A typed message. A mention puts the bot's name before the text. */
export function messageActivity(
  side: Side,
  person: Person,
  message: SeenMessage,
  conversation: Conversation,
  mention: boolean,
): Json {
  const name = escapeText(side.botName);
  const text = escapeText(message.text);
  const made = envelope(side, 'message', person, conversation, threadFor(conversation, message));
  const marked = mention
    ? `<span itemtype="http://schema.skype.com/Mention" itemid="0">${name}</span>&nbsp;`
    : '';
  const entity = {
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id: botId(side), name: side.botName },
  };
  return {
    ...made,
    id: message.id,
    textFormat: 'plain',
    // Clients send this space and this line end.
    text: mention ? `<at>${name}</at>&nbsp;${text}\n` : text,
    attachments: [{ contentType: 'text/html', content: `<p>${marked}${text}</p>` }],
    entities: [...(mention ? [entity] : []), clientInfo(person)],
  };
}

/** In a channel every message belongs to a thread; a first message begins its own. */
function threadFor(conversation: Conversation, message: SeenMessage): string | null {
  return conversation.kind === 'channel' ? (message.thread ?? message.id) : null;
}

/** An invoke: a request of a card, a tab or a dialog, answered in the HTTP response. */
export function invokeActivity(
  side: Side,
  person: Person,
  conversation: Conversation,
  message: SeenMessage | null,
  name: string,
  value: Json,
): Json {
  const thread = message === null ? null : threadFor(conversation, message);
  const made = envelope(side, 'invoke', person, conversation, thread);
  const about = message === null ? {} : { replyToId: message.id };
  const data = { ...(made.channelData as Json), source: { name: 'message' } };
  return { ...made, name, value, ...about, channelData: data };
}

/** An `Action.Submit`: a message without text, with the answers. */
export function submitActivity(
  side: Side,
  person: Person,
  conversation: Conversation,
  message: SeenMessage,
  value: Json,
): Json {
  const made = envelope(side, 'message', person, conversation, threadFor(conversation, message));
  const data = { ...(made.channelData as Json), source: { name: 'message' } };
  const legacy = { legacy: { replyToId: `1:${message.id}` } };
  return { ...made, value, replyToId: message.id, channelData: { ...data, ...legacy } };
}

/** A reaction to one of the bot's messages. */
export function reactionActivity(
  side: Side,
  person: Person,
  conversation: Conversation,
  message: SeenMessage,
  reaction: string,
): Json {
  const made = envelope(side, 'messageReaction', person, conversation, threadFor(conversation, message));
  return { ...made, reactionsAdded: [{ type: reaction }], replyToId: message.id };
}

/** A team, as events name it. */
export function teamInfo(team: Team): Json {
  return { aadGroupId: team.group, name: team.name, id: team.id };
}
