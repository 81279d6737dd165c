import { Refusal } from '../refusal';
import type { Channel } from '../world';
import { type Call, needScopes, reaches } from './call';

const READ: Record<Channel['kind'], string> = {
  public: 'channels:read',
  private: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

export function scopeOf(kind: Channel['kind'], what: 'read' | 'history'): string {
  return what === 'read' ? READ[kind] : READ[kind].replace(':read', ':history');
}

/** A channel the bot can see: it exists, is in the token's reach, and is public or has the bot as a member. */
export function visibleChannel(call: Call, id: string): Channel {
  const channel = call.world.channels.get(id);
  const near = channel && [channel.team, ...channel.sharedWith].some((team) => reaches(call, team));
  if (!channel || !near) throw new Refusal('channel_not_found');
  if (channel.kind !== 'public' && !channel.members.has(call.token.botUser))
    throw new Refusal('channel_not_found');
  return channel;
}

/** A channel for reading, with the scope that its kind asks for. */
export function readableChannel(call: Call, id: string, what: 'read' | 'history'): Channel {
  const kind = call.world.channels.get(id)?.kind ?? 'public';
  needScopes(call.token, scopeOf(kind, what));
  return visibleChannel(call, id);
}

/** A channel the bot can write in. */
export function writableChannel(call: Call, channel: Channel, archived = 'is_archived'): Channel {
  if (channel.archived) throw new Refusal(archived);
  const open = channel.kind === 'public' && call.token.scopes.includes('chat:write.public');
  if (!open && !channel.members.has(call.token.botUser)) throw new Refusal('not_in_channel');
  return channel;
}
