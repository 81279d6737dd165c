import type { Delivery, Forgery } from '../deliver';
import type { Json } from '../refusal';
import type { Seed } from '../seed';
import { userJson, viewJson } from '../wire';
import {
  botToken,
  type Channel,
  directChannel,
  known,
  moveChannel,
  newTs,
  type User,
  type World,
} from '../world';
import { channelOf, eventPayload } from './payloads';
import type { Post } from './post';

interface EventOptions {
  forgery?: Forgery;
  /** In a shared channel: the workspace where it happened, when not the one that hears it. */
  occurredIn?: string;
}

/** Things that happen in a workspace: each changes it, then tells the bot. */
export interface Events {
  /** Any event. Throws where Slack would not send it: no install, no subscription, no scope. */
  sendEvent(team: string, event: Json, options?: EventOptions): Promise<Delivery>;
  /** The person, or the bot with `'bot'`, joins; `inviter`: added by whom. */
  memberJoins(channel: string, user: string, inviter?: string): Promise<Delivery>;
  memberLeaves(channel: string, user: string): Promise<Delivery>;
  /** Somebody removes the bot from a channel. */
  botRemoved(channel: string): Promise<Delivery>;
  userChanges(user: string, patch: Partial<User>): Promise<Delivery>;
  teamJoin(user: string): Promise<Delivery>;
  channelRenamed(channel: string, name: string): Promise<Delivery>;
  channelArchived(channel: string): Promise<Delivery>;
  channelUnarchived(channel: string): Promise<Delivery>;
  /** Made private or shared, the channel gets another id, which this resolves with; `unheard`: the bot was down. */
  channelIdChanged(channel: string, options?: { unheard?: boolean }): Promise<string>;
  /** Another workspace accepts to share the channel, or shares it no more. */
  channelShared(channel: string, team: string): Promise<Delivery>;
  channelUnshared(channel: string, team: string): Promise<Delivery>;
  opensHome(user: string): Promise<Delivery>;
  /** The person takes back what they allowed the app themselves; `unheard`: the bot is not told. */
  revokes(user: string, options?: { unheard?: boolean }): Promise<Delivery | null>;
  mentions(user: string, channel: string, text: string, change?: Json): Promise<Delivery>;
  /** The person writes to the bot in their own conversation with it. */
  writes(user: string, text: string, change?: Json): Promise<Delivery>;
  /** The app is removed from the workspace: its tokens die, then two events tell so. */
  uninstalls(team: string): Promise<Delivery[]>;
}

function scopesFor(world: World, event: Json): string[] {
  const kind = world.channels.get(channelOf(event))?.kind ?? 'public';
  const type = String(event.type);
  if (/^member_|^channel_/.test(type)) return [kind === 'private' ? 'groups:read' : 'channels:read'];
  if (type.startsWith('group_')) return ['groups:read'];
  if (type === 'user_change' || type === 'team_join') return ['users:read'];
  if (type === 'app_mention') return ['app_mentions:read'];
  if (type === 'message') return [kind === 'im' ? 'im:history' : 'channels:history'];
  return type.startsWith('subteam_') ? ['usergroups:read'] : [];
}

function checkHeard(world: World, team: string, event: Json): void {
  const type = String(event.type);
  const token = botToken(world, team);
  if (!token) throw new Error(`Slack would not send ${type}: the app is not installed in ${team}`);
  const subscribed = type === 'message' ? `message.${String(event.channel_type)}` : type;
  if (world.app.events && !world.app.events.includes(subscribed)) {
    throw new Error(`Slack would not send ${type}: the app is not subscribed to it`);
  }
  const missing = scopesFor(world, event).filter((scope) => !token.scopes.includes(scope));
  if (missing.length > 0)
    throw new Error(`Slack would not send ${type}: the install lacks ${missing.join(', ')}`);
}

type SendEvent = Events['sendEvent'];

export function createEvents(world: World, seed: Seed, post: Post): Events {
  const sendEvent: SendEvent = (team, event, options = {}) => {
    checkHeard(world, team, event);
    return post.event(eventPayload(world, team, event, options.occurredIn), options.forgery);
  };
  return {
    sendEvent,
    ...inChannels(world, seed, sendEvent),
    ...ofPeople(world, seed, sendEvent),
    uninstalls: (team) => uninstall(world, post, team),
  };
}

function typeFor(channel: Channel, what: string): string {
  return `${channel.kind === 'private' ? 'group' : 'channel'}_${what}`;
}

function membership(type: string, channel: Channel, user: string): Json {
  const { id, team, kind } = channel;
  return { type, user, channel: id, channel_type: kind === 'private' ? 'G' : 'C', team };
}

function somebody(channel: Channel): string {
  return [...channel.members][0] ?? 'U0SOMEBODY';
}

type ChannelEvents =
  | 'memberJoins'
  | 'memberLeaves'
  | 'botRemoved'
  | 'channelRenamed'
  | 'channelArchived'
  | 'channelShared'
  | 'channelUnarchived'
  | 'channelIdChanged'
  | 'channelUnshared';

function inChannels(world: World, seed: Seed, send: SendEvent): Pick<Events, ChannelEvents> {
  const at = (id: string): Channel => known(world.channels, id, 'channel');
  return {
    memberJoins(id, user, inviter) {
      const channel = at(id);
      seed.invite(id, user);
      const who = user === 'bot' ? seed.botUser(channel.team) : user;
      const joined = membership('member_joined_channel', channel, who);
      return send(channel.team, inviter === undefined ? joined : { ...joined, inviter });
    },
    memberLeaves(id, user) {
      const channel = at(id);
      channel.members.delete(user);
      return send(channel.team, membership('member_left_channel', channel, user));
    },
    botRemoved(id) {
      const channel = at(id);
      channel.members.delete(seed.botUser(channel.team));
      return send(channel.team, { type: typeFor(channel, 'left'), channel: id, actor_id: somebody(channel) });
    },
    channelRenamed(id, name) {
      const channel = at(id);
      channel.name = name;
      const renamed = { id, name, name_normalized: name, created: 1_700_000_000 };
      return send(channel.team, { type: typeFor(channel, 'rename'), channel: renamed });
    },
    channelArchived(id) {
      const channel = at(id);
      channel.archived = true;
      return send(channel.team, { type: typeFor(channel, 'archive'), channel: id, user: somebody(channel) });
    },
    channelUnarchived(id) {
      const channel = at(id);
      channel.archived = false;
      return send(channel.team, {
        type: typeFor(channel, 'unarchive'),
        channel: id,
        user: somebody(channel),
      });
    },
    async channelIdChanged(id, { unheard = false } = {}) {
      const to = moveChannel(world, at(id));
      const { team } = at(to);
      const ids = { old_channel_id: id, new_channel_id: to };
      if (!unheard) await send(team, { type: 'channel_id_changed', ...ids, event_ts: '1' });
      return to;
    },
    channelShared(id, team) {
      const channel = at(id);
      channel.invited.delete(team);
      channel.sharedWith.add(team);
      return send(channel.team, { type: 'channel_shared', connected_team_id: team, channel: id });
    },
    channelUnshared(id, team) {
      const channel = at(id);
      channel.sharedWith.delete(team);
      const is_ext_shared = channel.sharedWith.size > 0;
      return send(channel.team, {
        type: 'channel_unshared',
        previously_connected_team_id: team,
        channel: id,
        is_ext_shared,
      });
    },
  };
}

type PersonEvents = 'userChanges' | 'teamJoin' | 'opensHome' | 'revokes' | 'mentions' | 'writes';

function ofPeople(world: World, seed: Seed, send: SendEvent): Pick<Events, PersonEvents> {
  const at = (id: string): User => known(world.users, id, 'user');
  function about(type: string, user: User): Promise<Delivery> {
    const json = userJson(world, user, { locale: false, email: false });
    return send(user.team, { type, user: json, cache_ts: Math.floor(world.now() / 1000) });
  }
  return {
    userChanges: (id, patch) => about('user_change', Object.assign(at(id), patch)),
    teamJoin: (id) => about('team_join', at(id)),
    opensHome(id) {
      const { team } = at(id);
      const view = world.views.get(world.homes.get(id) ?? '');
      const channel = directChannel(world, team, seed.botUser(team), id).id;
      const shown = view ? { view: viewJson(world, view) } : {};
      return send(team, { type: 'app_home_opened', user: id, channel, tab: 'home', ...shown });
    },
    async revokes(id, { unheard = false } = {}) {
      for (const token of world.tokens.values()) if (token.user === id) token.state = 'revoked';
      const event = { type: 'tokens_revoked', tokens: { oauth: [id], bot: [] } };
      return unheard ? null : send(at(id).team, event);
    },
    mentions(id, channel, text, change = {}) {
      const { team } = at(id);
      const ts = newTs(world);
      return send(team, { type: 'app_mention', user: id, text, ts, channel, team, event_ts: ts, ...change });
    },
    writes(id, text, change = {}) {
      const { team } = at(id);
      const ts = newTs(world);
      const channel = directChannel(world, team, seed.botUser(team), id).id;
      const where = { channel, channel_type: 'im', team, event_ts: ts };
      return send(team, { type: 'message', user: id, text, ts, ...where, ...change });
    },
  };
}

async function uninstall(world: World, post: Post, team: string): Promise<Delivery[]> {
  const token = botToken(world, team);
  if (!token) throw new Error(`the app is not installed in ${team}`);
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [token.botUser] } };
  const payloads = [revoked, { type: 'app_uninstalled' }].map((event) => eventPayload(world, team, event));
  for (const each of world.tokens.values()) {
    const same = each.kind !== 'app' && each.team === token.team && each.enterprise === token.enterprise;
    if (same) each.state = 'uninstalled';
  }
  return Promise.all(payloads.map((payload) => post.event(payload)));
}
