import { channelId, groupChatId, guid, personalChatId, personId } from './ids';

/* Microsoft's side: tenants, people, teams with channels, chats, and where the bot is installed. */

export interface Person {
  /** The bot's id for them: `29:…`. */
  id: string;
  /** The directory's object id. */
  aad: string;
  tenant: string;
  name: string;
  email: string;
  /** As the client sends it: `ja-JP`. */
  locale: string;
  /** As the client sends it: `Asia/Tokyo`. */
  zone: string;
  role: 'user' | 'guest';
  /** Their chat with the bot, whether or not it is installed for them. */
  chat: Conversation;
}

export interface Team {
  /** The id of its General channel. */
  id: string;
  /** The directory's group id. */
  group: string;
  tenant: string;
  name: string;
  members: Person[];
  /** General first. */
  channels: Conversation[];
  general: Conversation;
  installed: boolean;
  deleted: boolean;
}

export interface Conversation {
  id: string;
  kind: 'personal' | 'channel' | 'groupChat';
  tenant: string;
  /** Null for a General channel and for an unnamed chat, as in Teams. */
  name: string | null;
  /** Of a channel. */
  team: Team | null;
  /** A channel with members of its own, who may be of other tenants. */
  shared: boolean;
  /** Of a chat or a shared channel; any other channel has its team's. */
  members: Person[];
  /** Of a chat; a channel has its team's. */
  installed: boolean;
  deleted: boolean;
}

export function membersOf(conversation: Conversation): Person[] {
  return conversation.shared ? conversation.members : (conversation.team?.members ?? conversation.members);
}

export function hasBot(conversation: Conversation): boolean {
  return conversation.team?.installed ?? conversation.installed;
}

export function isGone(conversation: Conversation): boolean {
  return conversation.deleted || conversation.team?.deleted === true;
}

interface PersonOptions {
  tenant?: string;
  email?: string;
  locale?: string;
  zone?: string;
  role?: Person['role'];
  /** Whether the bot is installed in their personal chat; default true. */
  installed?: boolean;
}

interface PlaceOptions {
  tenant?: string;
  members?: Person[];
  /** Default true. */
  installed?: boolean;
}

export interface World {
  /** The tenant in which the bot is registered. */
  home: string;
  /** The id of another tenant. */
  tenant(name: string): string;
  person(name: string, options?: PersonOptions): Person;
  people(count: number, options?: PersonOptions & { prefix?: string }): Person[];
  team(name: string, options?: PlaceOptions & { channels?: string[] }): Team;
  channel(team: Team, name: string): Conversation;
  /** A shared channel of this team, for people of any tenant. */
  sharedChannel(team: Team, name: string, members: readonly Person[]): Conversation;
  groupChat(name: string | null, options?: PlaceOptions): Conversation;
  conversation(id: string): Conversation | null;
  findTeam(id: string): Team | null;
  /** By the bot's id for them or by their directory id. */
  findPerson(id: string): Person | null;
}

/** Everything by its id. */
interface Registry {
  seed: string;
  home: string;
  made: number;
  conversations: Map<string, Conversation>;
  teams: Map<string, Team>;
  persons: Map<string, Person>;
}

/** `seed` is part of every id, so that two worlds differ and a world can be repeated. */
export function makeWorld(seed: string): World {
  const home = guid(`${seed}/tenant/home`);
  const registry: Registry = {
    seed,
    home,
    made: 0,
    conversations: new Map(),
    teams: new Map(),
    persons: new Map(),
  };
  return {
    home,
    tenant: (name) => guid(`${seed}/tenant/${name}`),
    person: (name, options) => addPerson(registry, name, options),
    people: (count, { prefix = 'Person', ...options } = {}) =>
      Array.from({ length: count }, (_, index) => addPerson(registry, `${prefix} ${index + 1}`, options)),
    team: (name, options) => addTeam(registry, name, options),
    channel: (team, name) => addChannel(registry, team, name),
    sharedChannel: (team, name, members) =>
      Object.assign(addChannel(registry, team, name), { shared: true, members: [...members] }),
    groupChat: (name, options) => addGroupChat(registry, name, options),
    conversation: (id) => registry.conversations.get(id) ?? null,
    findTeam: (id) => registry.teams.get(id) ?? null,
    findPerson: (id) => registry.persons.get(id) ?? null,
  };
}

function nextKey(registry: Registry, kind: string, name: string): string {
  registry.made += 1;
  return `${registry.seed}/${kind}/${name}/${registry.made}`;
}

function keep(registry: Registry, conversation: Conversation): Conversation {
  registry.conversations.set(conversation.id, conversation);
  return conversation;
}

function addPerson(registry: Registry, name: string, options: PersonOptions = {}): Person {
  const key = nextKey(registry, 'person', name);
  const person = makePerson(key, name, { ...options, tenant: options.tenant ?? registry.home });
  registry.persons.set(person.id, person).set(person.aad, person);
  keep(registry, person.chat);
  return person;
}

/** `name` null: the General channel, which shares the team's id. */
function addChannel(registry: Registry, team: Team, name: string | null): Conversation {
  const id = name === null ? team.id : channelId(nextKey(registry, 'channel', name));
  const channel = keep(registry, { ...emptyPlace(id, 'channel', team.tenant, name), team });
  team.channels.push(channel);
  return channel;
}

function addTeam(
  registry: Registry,
  name: string,
  options: PlaceOptions & { channels?: string[] } = {},
): Team {
  const key = nextKey(registry, 'team', name);
  const team = makeTeam(key, name, { ...options, tenant: options.tenant ?? registry.home });
  registry.teams.set(team.id, team);
  team.general = addChannel(registry, team, null);
  for (const channel of options.channels ?? []) addChannel(registry, team, channel);
  return team;
}

function addGroupChat(registry: Registry, name: string | null, options: PlaceOptions = {}): Conversation {
  const id = groupChatId(nextKey(registry, 'chat', name ?? ''));
  const chat = keep(registry, emptyPlace(id, 'groupChat', options.tenant ?? registry.home, name));
  chat.members = [...(options.members ?? [])];
  chat.installed = options.installed ?? true;
  return chat;
}

function emptyPlace(
  id: string,
  kind: Conversation['kind'],
  tenant: string,
  name: string | null,
): Conversation {
  const place = { id, kind, tenant, name, team: null };
  return { ...place, shared: false, members: [], installed: false, deleted: false };
}

function makePerson(key: string, name: string, options: PersonOptions & { tenant: string }): Person {
  const chat = emptyPlace(personalChatId(key), 'personal', options.tenant, null);
  const aad = guid(`${key}/aad`);
  const made: Person = {
    id: personId(key),
    aad,
    tenant: options.tenant,
    name,
    email: options.email ?? `${aad.slice(0, 8)}@example.com`,
    locale: options.locale ?? 'en-US',
    zone: options.zone ?? 'Asia/Tokyo',
    role: options.role ?? 'user',
    chat,
  };
  chat.members = [made];
  chat.installed = options.installed ?? true;
  return made;
}

function makeTeam(key: string, name: string, options: PlaceOptions & { tenant: string }): Team {
  const id = channelId(key);
  return {
    id,
    group: guid(`${key}/group`),
    tenant: options.tenant,
    name,
    members: [...(options.members ?? [])],
    channels: [],
    general: emptyPlace(id, 'channel', options.tenant, null),
    installed: options.installed ?? true,
    deleted: false,
  };
}
