import { LIMITS } from '../limits';
import { type Json, Refusal } from '../refusal';
import { messageJson } from '../wire';
import { type Channel, directChannel, findMessage, type Message, messagesOf, newTs } from '../world';
import { type Call, type Method, optional, reaches, required } from './call';
import { visibleChannel, writableChannel } from './channels';
import { readContent } from './messages';

const scopes = ['chat:write'];

/** The channel to post in; a person's id means the conversation with them. */
function target(call: Call): Channel {
  const id = required(call, 'channel', 'channel_not_found');
  const user = call.world.users.get(id);
  if (!user) return visibleChannel(call, id);
  if (!reaches(call, user.team) || user.deleted) throw new Refusal('channel_not_found');
  return directChannel(call.world, user.team, call.token.botUser, id);
}

function newMessage(call: Call, channel: Channel, content: ReturnType<typeof readContent>): Message {
  return {
    channel: channel.id,
    ts: newTs(call.world),
    user: call.token.botUser,
    botId: call.token.botId,
    text: content.text ?? '',
    blocks: content.blocks,
    metadata: content.metadata ?? null,
    threadTs: optional(call, 'thread_ts'),
    editedTs: null,
  };
}

function postMessage(call: Call): Json {
  const channel = writableChannel(call, target(call));
  call.rates.take('chat.postMessage in a channel', channel.id);
  const message = newMessage(call, channel, readContent(call, LIMITS.postText));
  messagesOf(call.world, channel.id).push(message);
  return {
    channel: channel.id,
    ts: message.ts,
    message: messageJson(call.world, message, channel.team, true),
  };
}

function postEphemeral(call: Call): Json {
  const channel = writableChannel(call, visibleChannel(call, required(call, 'channel', 'channel_not_found')));
  const user = required(call, 'user');
  if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
  const message = newMessage(call, channel, readContent(call, LIMITS.postText));
  call.world.ephemerals.push({ ...message, seenBy: user });
  return { message_ts: message.ts };
}

/** The bot's own message, in a channel that it can still write in. */
function ownMessage(call: Call, refusal: string): { channel: Channel; message: Message } {
  const channel = visibleChannel(call, required(call, 'channel', 'channel_not_found'));
  const message = findMessage(call.world, channel.id, required(call, 'ts', 'message_not_found'));
  if (!message) throw new Refusal('message_not_found');
  if (message.user !== call.token.botUser) throw new Refusal(refusal);
  return { channel: writableChannel(call, channel, 'is_inactive'), message };
}

/** Blocks that are not given are deleted; metadata that is not given stays. */
function update(call: Call): Json {
  const { channel, message } = ownMessage(call, 'cant_update_message');
  const content = readContent(call, LIMITS.updateText);
  message.text = content.text ?? '';
  message.blocks = content.blocks;
  if (content.metadata !== undefined) message.metadata = content.metadata;
  message.editedTs = newTs(call.world);
  const { team, id } = channel;
  return {
    channel: id,
    ts: message.ts,
    text: message.text,
    message: messageJson(call.world, message, team, true),
  };
}

function remove(call: Call): Json {
  const { channel, message } = ownMessage(call, 'cant_delete_message');
  const list = messagesOf(call.world, channel.id);
  list.splice(list.indexOf(message), 1);
  return { channel: channel.id, ts: message.ts };
}

export const chat: Record<string, Method> = {
  'chat.postMessage': { token: ['bot'], scopes, run: postMessage },
  'chat.postEphemeral': { token: ['bot'], scopes, run: postEphemeral },
  'chat.update': { token: ['bot'], scopes, run: update },
  'chat.delete': { token: ['bot'], scopes, run: remove },
};
