import { cleanName } from '../../src/domain/text';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import type { Inbox } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import { channelTitle } from './gateway';
import { isBot, localeOf } from './inbound';
import { actorOf, type Origin, orgOf, type PeopleParts, toListed, toPerson } from './people';
import type { Renderer } from './render';

export interface EventParts extends PeopleParts {
  inbox: Inbox;
  render: Renderer;
  log: Log;
}

/** More who come at once are found by the roster of the next poll. */
const MOST_JOINING = 20;
/** Who adds, removes and adds the bot again is greeted once. */
const GREETED: Millis = 10 * 60_000;

/** `conversationUpdate`: who came and went, and what places are called. */
export async function followConversation(parts: EventParts, origin: Origin): Promise<void> {
  const { inbound } = origin;
  const added = inbound.membersAdded ?? [];
  const removed = inbound.membersRemoved ?? [];
  if (added.some((account) => isBot(inbound, account))) {
    // Which language a person reads is told with the installation only: they are greeted then.
    return origin.place === null ? undefined : botAdded(parts, origin);
  }
  if (removed.some((account) => isBot(inbound, account))) return botRemoved(parts, origin);
  if (origin.place === null) return;
  if (added.length > 0) await joined(parts, origin, added);
  if (removed.length > 0) await left(parts, origin, removed);
  await renamed(parts, origin);
}

/** `installationUpdate`: the same once more for teams and chats, and the one sure word for people. */
export async function followInstallation(parts: EventParts, origin: Origin): Promise<void> {
  const action = origin.inbound.action ?? '';
  if (action.startsWith('add')) return botAdded(parts, origin);
  if (action.startsWith('remove')) return botRemoved(parts, origin);
}

async function botAdded(parts: EventParts, origin: Origin): Promise<void> {
  const { tenant, inbound } = origin;
  if (origin.place === null) return greet(parts, origin);
  const { channelData, from } = inbound;
  const chosen = channelData?.settings?.selectedChannel;
  const place = chosen?.id ?? origin.place;
  const name = nameOfPlace(parts, origin);
  await parts.memory.places.update(`${tenant}/${place}`, (before) => ({
    serviceUrl: inbound.serviceUrl,
    team: channelData?.team?.id ?? null,
    posted: before?.posted ?? false,
    few: before?.few ?? [],
    name,
    installers: [...new Set([...(before?.installers ?? []), from.id])],
  }));
  await parts.inbox.place(orgOf(tenant), place, name);
  // The bot comes back to a whole team at once.
  for (const other of await placesOfTeam(parts, origin)) {
    if (other.place !== place) await parts.inbox.place(orgOf(tenant), other.place, other.name);
  }
}

async function botRemoved(parts: EventParts, origin: Origin): Promise<void> {
  const { tenant, inbound, place } = origin;
  if (place === null) {
    await parts.memory.persons.update(`${tenant}/${inbound.from.id}`, (before) => ({
      ...(before ?? { serviceUrl: inbound.serviceUrl, locale: null, zone: null, guest: false }),
      chat: null,
    }));
    return;
  }
  const places = inbound.channelData?.team
    ? (await placesOfTeam(parts, origin)).map((each) => each.place)
    : [];
  for (const each of new Set([place, ...places])) await parts.inbox.place(orgOf(tenant), each, null);
}

/** A person who installs the bot sees what it is for. */
async function greet(parts: EventParts, origin: Origin): Promise<void> {
  if (!(await parts.memory.claim(`greet/${origin.tenant}/${origin.inbound.from.id}`, GREETED))) return;
  const actor = await actorOf(parts, origin);
  if (actor.person.name === '') return;
  await parts.gateway.send(origin.reference, parts.render.toMessage(await parts.inbox.home(actor)));
}

type Accounts = readonly { id: string; name?: string | null | undefined }[];

async function joined(parts: EventParts, origin: Origin, accounts: Accounts): Promise<void> {
  if (accounts.length > MOST_JOINING) return;
  const { tenant, reference } = origin;
  for (const { id } of accounts) {
    const account = await known(() => parts.gateway.member(reference, id));
    if (!account) continue;
    parts.names.set(`${tenant}/${id}`, account.name);
    const record = await parts.memory.persons.get(`${tenant}/${id}`);
    const person = toListed(account, record, parts.identify);
    for (const { place } of await affected(parts, origin)) {
      await parts.inbox.member(orgOf(tenant), place, person, 'joined');
    }
  }
}

/** Nobody can be asked any more what they are called; without a name the next roster takes them out. */
async function left(parts: EventParts, origin: Origin, accounts: Accounts): Promise<void> {
  const { tenant } = origin;
  for (const { id, name } of accounts) {
    const said = name ?? parts.names.get(`${tenant}/${id}`);
    if (!said) continue;
    const record = await parts.memory.persons.get(`${tenant}/${id}`);
    const person = toPerson({ id, name: said, guest: record?.guest ?? false }, record);
    for (const { place } of await affected(parts, origin)) {
      await parts.inbox.member(orgOf(tenant), place, person, 'left');
    }
  }
}

async function known<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ChatError) return null;
    throw error;
  }
}

async function renamed(parts: EventParts, origin: Origin): Promise<void> {
  const { tenant, inbound } = origin;
  const { eventType, channel, team } = inbound.channelData ?? {};
  const org = orgOf(tenant);
  switch (eventType) {
    case 'teamDeleted':
      for (const { place } of await placesOfTeam(parts, origin)) await parts.inbox.place(org, place, null);
      return;
    case 'channelDeleted':
      if (channel) await parts.inbox.place(org, channel.id, null);
      return;
    case 'channelRenamed':
      if (channel) await rename(parts, origin, channel.id, channelTitle(team?.name ?? '', channel.name));
      return;
    case 'teamRenamed':
    case 'teamRestored':
    case 'teamUnarchived':
      for (const { place, name } of await placesOfTeam(parts, origin)) {
        const [, own] = name.split(' › ');
        await rename(parts, origin, place, channelTitle(team?.name ?? name, own));
      }
  }
}

/** The core is told of places it knows; of others the name is kept, for when somebody sets them up. */
async function rename(parts: EventParts, { tenant }: Origin, place: string, raw: string): Promise<void> {
  const key = `${tenant}/${place}`;
  const before = await parts.memory.places.get(key);
  const name = cleanName(raw);
  if (!before || name === '') return;
  await parts.memory.places.update(key, (now) => ({ ...(now ?? before), name }));
  if (before.posted) await parts.inbox.place(orgOf(tenant), place, name);
}

interface Known {
  place: string;
  name: string;
}

/** Where a change of members counts: every channel of the team that the core serves, or the chat itself. */
async function affected(parts: EventParts, origin: Origin): Promise<Known[]> {
  if (origin.inbound.channelData?.team) return placesOfTeam(parts, origin);
  return origin.place === null ? [] : [{ place: origin.place, name: '' }];
}

async function placesOfTeam({ memory }: EventParts, { tenant, inbound }: Origin): Promise<Known[]> {
  const team = inbound.channelData?.team?.id;
  if (!team) return [];
  const places = await memory.places.list(`${tenant}/`);
  return places
    .filter(({ value }) => value.team === team && value.posted)
    .map(({ key, value }) => ({ place: key.slice(tenant.length + 1), name: value.name ?? '' }));
}

function nameOfPlace({ translate, defaultLocale }: EventParts, { inbound }: Origin): string {
  const { channelData, conversation } = inbound;
  const chosen = channelData?.settings?.selectedChannel ?? channelData?.channel;
  if (channelData?.team) return cleanName(channelTitle(channelData.team.name ?? '', chosen?.name));
  return cleanName(conversation.name ?? translate(localeOf(inbound) ?? defaultLocale, 'teams-adapter.chat'));
}
