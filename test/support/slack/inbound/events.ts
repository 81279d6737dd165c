import type { Delivery, Forgery } from '../deliver';
import type { Json } from '../refusal';
import type { Seed } from '../seed';
import { userJson, viewJson } from '../wire';
import { botToken, type Channel, directChannel, known, newTs, type User, type World } from '../world';
import { channelOf, eventPayload } from './payloads';
import type { Post } from './post';

export interface EventOptions {
  forgery?: Forgery;
  /** In a shared channel: the workspace where it happened, when not the one that hears it. */
  occurredIn?: string;
}

/** Things that happen in a workspace: each changes it, then tells the bot. */
export interface Events {
  /** Any event. Throws where Slack would not send it: no install, no subscription, no scope. */
  sendEvent(team: string, event: Json, options?: EventOptions): Promise<Delivery>;
  /** The person, or the bot with `'bot'`, joins. */
  memberJoins(channel: string, user: string): Promise<Delivery>;
  memberLeaves(channel: string, user: string): Promise<Delivery>;
  /** Somebody removes the bot from a channel. */
  botRemoved(channel: string): Promise<Delivery>;
  userChanges(user: string, patch: Partial<User>): Promise<Delivery>;
  teamJoin(user: string): Promise<Delivery>;
  channelRenamed(channel: string, name: string): Promise<Delivery>;
  channelArchived(channel: string): Promise<Delivery>;
  opensHome(user: string): Promise<Delivery>;
  mentions(user: string, channel: string, text: string): Promise<Delivery>;
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
  if (world.app.events && !world.app.events.includes(type)) {
    throw new Error(`Slack would not send ${type}: the app is not subscribed to it`);
  }
  const missing = scopesFor(world, event).filter((scope) => !token.scopes.includes(scope));
  if (missing.length > 0)
    throw new Error(`Slack would not send ${type}: the install lacks ${missing.join(', ')}`);
}

export function createEvents(world: World, seed: Seed, post: Post): Events {
  function sendEvent(team: string, event: Json, options: EventOptions = {}): Promise<Delivery> {
    checkHeard(world, team, event);
    return post.event(eventPayload(world, team, event, options.occurredIn), options.forgery);
  }
  const channelAt = (id: string): Channel => known(world.channels, id, 'channel');
  const userAt = (id: string): User => known(world.users, id, 'user');

  function membership(type: string, channel: Channel, user: string): Json {
    return {
      type,
      user,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: channel.team,
    };
  }
  function aboutUser(type: string, user: User): Promise<Delivery> {
    const json = userJson(world, user, { locale: false, email: false });
    return sendEvent(user.team, { type, user: json, cache_ts: Math.floor(world.now() / 1000) });
  }

  return {
    sendEvent,
    memberJoins(id, user) {
      const channel = channelAt(id);
      seed.invite(id, user);
      const who = user === 'bot' ? seed.botUser(channel.team) : user;
      return sendEvent(channel.team, membership('member_joined_channel', channel, who));
    },
    memberLeaves(id, user) {
      channelAt(id).members.delete(user);
      return sendEvent(channelAt(id).team, membership('member_left_channel', channelAt(id), user));
    },
    botRemoved(id) {
      const channel = channelAt(id);
      channel.members.delete(seed.botUser(channel.team));
      const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
      return sendEvent(channel.team, {
        type,
        channel: id,
        actor_id: [...channel.members][0] ?? 'U0SOMEBODY',
      });
    },
    userChanges(id, patch) {
      Object.assign(userAt(id), patch);
      return aboutUser('user_change', userAt(id));
    },
    teamJoin: (id) => aboutUser('team_join', userAt(id)),
    channelRenamed(id, name) {
      const channel = channelAt(id);
      channel.name = name;
      const type = channel.kind === 'private' ? 'group_rename' : 'channel_rename';
      return sendEvent(channel.team, {
        type,
        channel: { id, name, name_normalized: name, created: 1_700_000_000 },
      });
    },
    channelArchived(id) {
      const channel = channelAt(id);
      channel.archived = true;
      const type = channel.kind === 'private' ? 'group_archive' : 'channel_archive';
      return sendEvent(channel.team, { type, channel: id, user: [...channel.members][0] ?? 'U0SOMEBODY' });
    },
    opensHome(id) {
      const user = userAt(id);
      const view = world.views.get(world.homes.get(id) ?? '');
      const channel = directChannel(world, user.team, seed.botUser(user.team), id).id;
      const shown = view ? { view: viewJson(world, view) } : {};
      return sendEvent(user.team, { type: 'app_home_opened', user: id, channel, tab: 'home', ...shown });
    },
    mentions(id, channel, text) {
      const user = userAt(id);
      const ts = newTs(world);
      return sendEvent(user.team, {
        type: 'app_mention',
        user: id,
        text,
        ts,
        channel,
        team: user.team,
        event_ts: ts,
      });
    },
    async uninstalls(team) {
      const token = botToken(world, team);
      if (!token) throw new Error(`the app is not installed in ${team}`);
      const bodies = [
        { type: 'tokens_revoked', tokens: { oauth: [], bot: [token.botUser] } },
        { type: 'app_uninstalled' },
      ];
      const payloads = bodies.map((event) => eventPayload(world, team, event));
      for (const each of world.tokens.values()) {
        if (each.kind === 'bot' && each.team === token.team && each.enterprise === token.enterprise)
          each.state = 'uninstalled';
      }
      return Promise.all(payloads.map((payload) => post.event(payload)));
    },
  };
}
