import { checkActivity, draftOf } from './activity-check';
import { refused } from './errors';
import { threadOf } from './ids';
import { type Json, jsonOf, listOf, textOf } from './json';
import { reach } from './reach';
import type { Answer, Ask } from './routes';
import { botId, type Side } from './side';
import { type Conversation, hasBot, type Person } from './world';

/** Posts in a chat or begins a channel's thread; with `;messageid=`, posts in that thread. */
export function sendToConversation(side: Side, ask: Ask): Answer {
  const { conversation, thread } = reach(side, ask.tenant, ask.params[0] ?? '');
  return post(side, conversation, thread, ask.body);
}

/** Posts an answer; in a channel, in the thread of the message that it answers. */
export function replyToActivity(side: Side, ask: Ask): Answer {
  const { conversation, thread } = reach(side, ask.tenant, ask.params[0] ?? '');
  const answered = side.messages.find(conversation.id, ask.params[1] ?? '');
  const root = thread ?? (answered === null ? null : (answered.thread ?? answered.id));
  return post(side, conversation, conversation.kind === 'channel' ? root : null, ask.body);
}

export function updateActivity(side: Side, ask: Ask): Answer {
  const { conversation } = reach(side, ask.tenant, ask.params[0] ?? '');
  const message = side.messages.own(conversation.id, ask.params[1] ?? '');
  refuseFaulty(ask.body);
  if (textOf(ask.body.type) !== 'message') throw refused.badSyntax('Only a message can be updated.');
  side.messages.edit(message, draftOf(ask.body, conversation.id, message.thread));
  return { status: 200, body: { id: message.id } };
}

export function deleteActivity(side: Side, ask: Ask): Answer {
  const { conversation } = reach(side, ask.tenant, ask.params[0] ?? '');
  side.messages.remove(side.messages.own(conversation.id, ask.params[1] ?? ''));
  return { status: 200, body: null };
}

/** Opens a personal chat, the same one each time, or a new thread in a channel. */
export function createConversation(side: Side, ask: Ask): Answer {
  const { body } = ask;
  const bot = textOf(jsonOf(body.bot).id);
  if (bot !== '' && bot !== botId(side)) throw refused.badArgument('The bot is not the one calling.');
  if (body.isGroup === true) return startThread(side, ask);
  const chat = chatOf(side, ask.tenant, body).chat;
  if (!hasBot(chat)) throw refused.notInstalled();
  const first = body.activity === undefined ? null : post(side, chat, null, jsonOf(body.activity));
  return { status: 201, body: { id: chat.id, ...(first === null ? {} : { activityId: idOf(first) }) } };
}

function chatOf(side: Side, tenant: string, body: Json): Person {
  const named = textOf(body.tenantId) || textOf(jsonOf(jsonOf(body.channelData).tenant).id);
  if (named !== tenant) throw refused.badArgument('The tenant is missing or not that of the service URL.');
  const people = listOf(body.members);
  if (people.length !== 1) throw refused.badArgument('A personal chat has one member.');
  const person = side.world.findPerson(textOf(people[0]?.id));
  if (person === null || person.tenant !== tenant) throw refused.badArgument('Unknown person.');
  return person;
}

function startThread(side: Side, ask: Ask): Answer {
  const channel = textOf(jsonOf(jsonOf(ask.body.channelData).channel).id);
  const { conversation } = reach(side, ask.tenant, channel);
  if (conversation.kind !== 'channel') throw refused.badArgument('A thread needs a channel.');
  const id = idOf(post(side, conversation, null, jsonOf(ask.body.activity)));
  return { status: 201, body: { id: threadOf(conversation.id, id), activityId: id } };
}

function idOf(answer: Answer): string {
  return textOf(jsonOf(answer.body).id);
}

function post(side: Side, conversation: Conversation, thread: string | null, body: Json): Answer {
  refuseFaulty(body);
  // A typing indicator is shown for a moment and not kept.
  if (body.type === 'typing') return { status: 201, body: { id: '' } };
  const message = side.messages.add(draftOf(body, conversation.id, thread));
  return { status: 201, body: { id: message.id } };
}

function refuseFaulty(body: Json): void {
  const problems = checkActivity(body);
  if (problems.length > 0) throw refused.badSyntax(problems.join('; '));
}
