import { LIMITS } from '../limits';
import { type Json, Refusal } from '../refusal';
import { channelJson, messageJson } from '../wire';
import { type Channel, directChannel, messagesOf } from '../world';
import {
  type Call,
  flag,
  type Method,
  needScopes,
  optional,
  page,
  reaches,
  required,
  teamOfCall,
} from './call';
import { readableChannel, scopeOf, visibleChannel } from './channels';

function open(call: Call): Json {
  const users = required(call, 'users', 'users_list_not_supplied').split(',').filter(Boolean);
  if (users.length > LIMITS.openUsers) throw new Refusal('too_many_users');
  if (users.length !== 1) needScopes(call.token, 'mpim:write');
  const [id = ''] = users;
  const user = call.world.users.get(id);
  if (!user || !reaches(call, user.team)) throw new Refusal('user_not_found');
  if (user.deleted) throw new Refusal('user_disabled');
  if (user.bot) throw new Refusal('cannot_dm_bot');
  const channel = directChannel(call.world, user.team, call.token.botUser, id);
  const full = flag(call, 'return_im')
    ? channelJson(call.world, channel, call.token.botUser)
    : { id: channel.id };
  return { channel: full };
}

function info(call: Call): Json {
  const channel = readableChannel(call, required(call, 'channel', 'channel_not_found'), 'read');
  return { channel: channelJson(call.world, channel, call.token.botUser) };
}

function members(call: Call): Json {
  const channel = readableChannel(call, required(call, 'channel', 'channel_not_found'), 'read');
  const { items, metadata } = page(call, [...channel.members], `members ${channel.id}`);
  return { members: items, ...metadata };
}

const TYPES: Record<string, Channel['kind']> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

function kindsOf(call: Call): Channel['kind'][] {
  const types = (optional(call, 'types') ?? 'public_channel').split(',');
  const kinds = types.map((type) => {
    const kind = TYPES[type.trim()];
    if (!kind) throw new Refusal('invalid_types');
    return kind;
  });
  needScopes(call.token, ...kinds.map((kind) => scopeOf(kind, 'read')));
  return kinds;
}

/** The channels of the workspace that the bot can see, or of which it is a member. */
function channels(call: Call, which: 'visible' | 'joined'): Json {
  const team = teamOfCall(call);
  const kinds = kindsOf(call);
  const { botUser } = call.token;
  const all = [...call.world.channels.values()].filter(
    (channel) =>
      [channel.team, ...channel.sharedWith].includes(team) &&
      kinds.includes(channel.kind) &&
      (channel.members.has(botUser) || (which === 'visible' && channel.kind === 'public')) &&
      !(channel.archived && flag(call, 'exclude_archived')),
  );
  const { items, metadata } = page(call, all, `${which} channels ${team}`);
  return { channels: items.map((channel) => channelJson(call.world, channel, botUser)), ...metadata };
}

/** Newest first. `latest` and `oldest` exclude themselves unless `inclusive`. */
function history(call: Call): Json {
  const channel = readableChannel(call, required(call, 'channel', 'channel_not_found'), 'history');
  if (!channel.members.has(call.token.botUser)) throw new Refusal('not_in_channel');
  const inclusive = flag(call, 'inclusive');
  const latest = Number(optional(call, 'latest') ?? Number.POSITIVE_INFINITY);
  const oldest = Number(optional(call, 'oldest') ?? 0);
  const inside = messagesOf(call.world, channel.id).filter(({ ts, threadTs }) => {
    const at = Number(ts);
    return threadTs === null && (inclusive ? at >= oldest && at <= latest : at > oldest && at < latest);
  });
  const { items, metadata } = page(call, inside.toReversed(), `history ${channel.id}`);
  const withMetadata = flag(call, 'include_all_metadata');
  return {
    messages: items.map((message) => messageJson(call.world, message, channel.team, withMetadata)),
    has_more: metadata.response_metadata.next_cursor !== '',
    pin_count: 0,
    ...metadata,
  };
}

function join(call: Call): Json {
  const channel = visibleChannel(call, required(call, 'channel', 'channel_not_found'));
  if (channel.kind !== 'public') throw new Refusal('method_not_supported_for_channel_type');
  if (channel.archived) throw new Refusal('is_archived');
  channel.members.add(call.token.botUser);
  return { channel: channelJson(call.world, channel, call.token.botUser) };
}

export const conversations: Record<string, Method> = {
  'conversations.open': { token: ['bot'], scopes: ['im:write'], run: open },
  'conversations.info': { token: ['bot'], run: info },
  'conversations.members': { token: ['bot'], run: members },
  'conversations.list': { token: ['bot'], run: (call) => channels(call, 'visible') },
  'users.conversations': { token: ['bot'], run: (call) => channels(call, 'joined') },
  'conversations.history': { token: ['bot'], run: history },
  'conversations.join': { token: ['bot'], scopes: ['channels:join'], run: join },
};
