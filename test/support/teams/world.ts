import { channelId, groupChatId, guid, personalChatId, personId } from './ids';

/* Who and what exists on Microsoft's side: tenants, people, teams with channels, chats, and where the bot is. */

export interface Person {
  /** How the bot knows them: `29:…`. */
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
  /** Of a chat; a channel has its team's. */
  members: Person[];
  /** Of a chat; a channel has its team's. */
  installed: boolean;
  deleted: boolean;
}

export function membersOf(conversation: Conversation): Person[] {
  return conversation.team?.members ?? conversation.members;
}

export function hasBot(conversation: Conversation): boolean {
  return conversation.team?.installed ?? conversation.installed;
}

export function isGone(conversation: Conversation): boolean {
  return conversation.deleted || conversation.team?.deleted === true;
}

export interface PersonOptions {
  tenant?: string;
  email?: string;
  locale?: string;
  zone?: string;
  role?: Person['role'];
  /** Whether the bot is installed in their personal chat; default true. */
  installed?: boolean;
}

export interface PlaceOptions {
  tenant?: string;
  members?: Person[];
  /** Default true. */
  installed?: boolean;
}

export interface World {
  /** The tenant in which the bot is registered. */
  home: string;
  tenants: Set<string>;
  tenant(name: string): string;
  person(name: string, options?: PersonOptions): Person;
  people(count: number, options?: PersonOptions & { prefix?: string }): Person[];
  team(name: string, options?: PlaceOptions & { channels?: string[] }): Team;
  channel(team: Team, name: string): Conversation;
  groupChat(name: string | null, options?: PlaceOptions): Conversation;
  conversation(id: string): Conversation | null;
  findTeam(id: string): Team | null;
  /** By the bot's id for them or by their directory id. */
  findPerson(id: string): Person | null;
}

/** `seed` goes into every id, so that two worlds differ and one world can be repeated. */
export function makeWorld(seed: string): World {
  let made = 0;
  const next = (kind: string, name: string) => `${seed}/${kind}/${name}/${++made}`;
  const home = guid(`${seed}/tenant/home`);
  const tenants = new Set([home]);
  const conversations = new Map<string, Conversation>();
  const teams = new Map<string, Team>();
  const persons = new Map<string, Person>();

  function keep(conversation: Conversation): Conversation {
    conversations.set(conversation.id, conversation);
    return conversation;
  }

  function tenant(name: string): string {
    const id = guid(`${seed}/tenant/${name}`);
    tenants.add(id);
    return id;
  }

  function person(name: string, options: PersonOptions = {}): Person {
    const key = next('person', name);
    const made = makePerson(key, name, { ...options, tenant: options.tenant ?? home });
    persons.set(made.id, made).set(made.aad, made);
    keep(made.chat);
    return made;
  }

  function people(count: number, options: PersonOptions & { prefix?: string } = {}): Person[] {
    const { prefix = 'Person', ...rest } = options;
    return Array.from({ length: count }, (_, index) => person(`${prefix} ${index + 1}`, rest));
  }

  function channel(team: Team, name: string | null): Conversation {
    const id = name === null ? team.id : channelId(next('channel', name));
    const made = keep({ ...emptyPlace(id, 'channel', team.tenant, name), team });
    team.channels.push(made);
    return made;
  }

  function team(name: string, options: PlaceOptions & { channels?: string[] } = {}): Team {
    const key = next('team', name);
    const made = makeTeam(key, name, { ...options, tenant: options.tenant ?? home });
    teams.set(made.id, made);
    made.general = channel(made, null);
    for (const each of options.channels ?? []) channel(made, each);
    return made;
  }

  function groupChat(name: string | null, options: PlaceOptions = {}): Conversation {
    const id = groupChatId(next('chat', name ?? ''));
    const made = keep(emptyPlace(id, 'groupChat', options.tenant ?? home, name));
    made.members = [...(options.members ?? [])];
    made.installed = options.installed ?? true;
    return made;
  }

  return {
    home,
    tenants,
    tenant,
    person,
    people,
    team,
    channel,
    groupChat,
    conversation: (id) => conversations.get(id) ?? null,
    findTeam: (id) => teams.get(id) ?? null,
    findPerson: (id) => persons.get(id) ?? null,
  };
}

function emptyPlace(
  id: string,
  kind: Conversation['kind'],
  tenant: string,
  name: string | null,
): Conversation {
  return { id, kind, tenant, name, team: null, members: [], installed: false, deleted: false };
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
