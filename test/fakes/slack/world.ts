import { randomBytes } from 'node:crypto';
import type { App, Channel, Message, Team, Token, User, World } from './model';

export type * from './model';

export function createWorld(now: () => number, app: App): World {
  return {
    now,
    app,
    enterprises: new Map(),
    teams: new Map(),
    users: new Map(),
    channels: new Map(),
    directs: new Map(),
    usergroups: new Map(),
    messages: new Map(),
    ephemerals: [],
    views: new Map(),
    modals: new Map(),
    homes: new Map(),
    tokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    serial: 0,
  };
}

/** An id as Slack forms them: a letter and ten capitals and digits. */
export function newId(world: World, letter: string): string {
  world.serial += 1;
  return `${letter}0${world.serial.toString(36).toUpperCase().padStart(9, '0')}`;
}

export function secret(bytes = 12): string {
  return randomBytes(bytes).toString('hex');
}

/** A message's `ts`: unique and ascending, also while the clock stands. */
export function newTs(world: World): string {
  world.serial += 1;
  const seconds = Math.floor(world.now() / 1000);
  return `${seconds}.${String(world.serial % 1_000_000).padStart(6, '0')}`;
}

export function epochS(world: World): number {
  return Math.floor(world.now() / 1000);
}

export function known<T>(map: Map<string, T>, id: string, what: string): T {
  const found = map.get(id);
  if (!found) throw new Error(`the fake Slack has no ${what} ${id}: add it first`);
  return found;
}

export function teamOf(world: World, id: string): Team {
  return known(world.teams, id, 'team');
}

/** The live bot token that works in the workspace: its own, or its enterprise's. */
export function botToken(world: World, team: string): Token | null {
  const { enterprise } = teamOf(world, team);
  let own: Token | null = null;
  let org: Token | null = null;
  for (const token of world.tokens.values()) {
    if (token.kind !== 'bot' || token.state !== 'live' || token.app !== world.app.id) continue;
    if (token.team === team) own = token;
    else if (token.team === null && enterprise !== null && token.enterprise === enterprise) org = token;
  }
  return own ?? org;
}

export function messagesOf(world: World, channel: string): Message[] {
  const list = world.messages.get(channel) ?? [];
  world.messages.set(channel, list);
  return list;
}

/** Gives the channel another id, under which everything in it goes on; the old one is not found any more. */
export function moveChannel(world: World, channel: Channel): string {
  const from = channel.id;
  const to = newId(world, 'C');
  channel.id = to;
  world.channels.delete(from);
  world.channels.set(to, channel);
  for (const message of messagesOf(world, from)) message.channel = to;
  world.messages.set(to, messagesOf(world, from));
  world.messages.delete(from);
  return to;
}

export function findMessage(world: World, channel: string, ts: string): Message | null {
  return messagesOf(world, channel).find((message) => message.ts === ts) ?? null;
}

/** The conversation between the bot and one person, made on first use. */
export function directChannel(world: World, team: string, bot: string, user: string): Channel {
  const key = `${bot} ${user}`;
  const existing = world.directs.get(key);
  if (existing) return known(world.channels, existing, 'channel');
  const channel: Channel = {
    id: newId(world, 'D'),
    team,
    name: 'directmessage',
    kind: 'im',
    archived: false,
    members: new Set([bot, user]),
    partner: user,
    creator: null,
    sharedWith: new Set(),
    invited: new Set(),
  };
  world.channels.set(channel.id, channel);
  world.directs.set(key, channel.id);
  return channel;
}

export function newTrigger(
  world: World,
  user: string,
  team: string,
  view: string | null,
  lifeMs: number,
): string {
  world.serial += 1;
  const id = `${world.serial}.${epochS(world)}.${secret(16)}`;
  world.triggers.set(id, { user, team, view, expiresAt: world.now() + lifeMs, exchanged: false });
  return id;
}

export function newUser(world: World, team: string, patch: Partial<User> = {}): User {
  teamOf(world, team);
  const id = patch.id ?? newId(world, 'U');
  const user: User = {
    id,
    team,
    name: `user-${id.toLowerCase()}`,
    realName: `Person ${id}`,
    displayName: '',
    email: `${patch.name ?? id.toLowerCase()}@example.com`,
    emailConfirmed: true,
    locale: 'en-US',
    tz: 'Asia/Tokyo',
    bot: false,
    deleted: false,
    guest: false,
    singleChannel: false,
    admin: false,
    owner: false,
    status: { text: '', emoji: '', expiration: 0 },
    ...patch,
  };
  world.users.set(id, user);
  return user;
}
