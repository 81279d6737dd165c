import type { Locale, Person } from '../../src/domain/people/person';
import { isOutsider } from '../../src/domain/people/roster';
import type { Roles } from '../../src/domain/permissions';
import { cleanName } from '../../src/domain/text';
import { ChatError } from '../../src/ports/chat';
import type { Actor } from '../../src/ports/inbox';
import type { Identify } from '../../src/ports/store/links';
import type { Directory } from './directory';
import type { Account, Gateway, Reference } from './gateway';
import { localeOf } from './inbound';
import { orgOf, personKey, placeKey } from './keys';
import type { Origin } from './origin';
import { installersAt } from './places';
import { type PersonRecord, type PlaceRecord, type TeamsMemory, unknownPerson } from './records';
import { holderOfPlace, rolesOf, type Standing } from './roles';
import type { TeamsTranslate } from './words';

/** Of the people who added the bot, so many are looked for to be named in a refusal. */
const MOST_INSTALLERS = 3;

export interface PeopleParts {
  memory: TeamsMemory;
  gateway: Gateway;
  translate: TeamsTranslate;
  directory: Directory;
  /** Object ids, in lower case, of people who may set up every place. */
  admins: readonly string[];
  defaultLocale: Locale;
  /** Only where people are linked by their e-mail address. */
  identify: Identify | null;
}

/** A member as rosters list them. Their language and zone are known only if they have written to the bot. */
export function toPerson(
  { id, name, kind }: Pick<Account, 'id' | 'name' | 'kind'>,
  record: Pick<PersonRecord, 'locale' | 'zone'> | null,
): Person {
  const { locale = null, zone = null } = record ?? {};
  return { id, name: cleanName(name), locale, timeZone: zone, kind };
}

/** The member with their identity, which people of this tenant have: another one's word for an address is not taken. */
export function toListed(
  account: Account,
  record: Pick<PersonRecord, 'locale' | 'zone'> | null,
  identify: Identify | null,
): Person {
  const { kind, certain, email, handle } = account;
  const person = { ...toPerson(account, record), ...(handle !== null && { handle }) };
  if (!identify) return person;
  return { ...person, identity: kind === 'person' && certain && email !== null ? identify(email) : null };
}

/**
 * The person who sent the activity, as the core knows people. Asks Teams for what the activity lacks. Throws a ChatError
 * where a person in a shared place is not known and Teams does not answer: they may belong to another organisation.
 */
export async function actorOf(parts: PeopleParts, origin: Origin): Promise<Actor> {
  const { inbound, tenant, place } = origin;
  const { memory, admins } = parts;
  const record = await memory.persons.get(personKey(tenant, inbound.from.id));
  const placeRecord = place === null ? null : await memory.places.get(placeKey(tenant, place));
  const member = await memberOf(parts, origin, record);
  const { id, aadObjectId } = inbound.from;
  const { kind, certain } = member;
  const standing: Standing = { id, objectId: aadObjectId ?? record?.objectId ?? null, kind, certain, admins };
  const installers = place === null ? null : await installersAt(memory, tenant, place);
  const roles = rolesOf(standing, installers);
  const name = inbound.from.name ?? member.name ?? (await nameOf(parts.gateway, origin));
  // A person who adds the bot to a team adds it to all its channels; only a chat is meant by itself.
  const added = inbound.conversation.conversationType === 'groupChat';
  const needsPlaceName = place !== null && (added || roles.place === 'yes');
  return {
    org: orgOf(tenant),
    person: toPerson({ id, name, kind }, { locale: localeOf(inbound), zone: null, ...record }),
    place,
    placeName: needsPlaceName ? await placeNameOf(parts, origin, placeRecord) : '',
    shared: placeRecord?.shared === true,
    added,
    roles: () => withHolder(parts, origin, { roles, standing, installers }),
    prefix: place === null ? '' : `@${inbound.recipient.name ?? 'Telework Days'}`,
  };
}

interface ActingMember extends Pick<Account, 'kind' | 'certain'> {
  /** Null where it is not known. */
  name: string | null;
}

/** What the person is to the tenant: as stored, else as Teams says now, which is then stored. */
async function memberOf(
  { directory, memory }: PeopleParts,
  { inbound, tenant, place, reference }: Origin,
  record: PersonRecord | null,
): Promise<ActingMember> {
  const { id } = inbound.from;
  if (record?.kind)
    return { kind: record.kind, certain: true, name: directory.known(tenant, id)?.name ?? null };
  try {
    const found = await directory.find(reference, id, { personal: place === null });
    await rememberKind(memory, { ...reference, person: id }, found);
    return found;
  } catch (error) {
    // The bot has personal chats with people of its own tenant only.
    if (!(error instanceof ChatError) || place !== null) throw error;
    return { kind: 'person', certain: false, name: null };
  }
}

/** Stores what Teams has told a person to be to the tenant. Of outsiders nothing else is kept. */
export async function rememberKind(
  memory: TeamsMemory,
  { tenant, serviceUrl, person }: { tenant: string; serviceUrl: string; person: string },
  { kind, certain }: Pick<Account, 'kind' | 'certain'>,
): Promise<void> {
  if (!certain) return;
  const key = personKey(tenant, person);
  const isKnown = (await memory.persons.get(key)) !== null;
  if (!isKnown && (await memory.forgottenAmong(tenant, [person])).has(person)) return;
  const unknown = unknownPerson(serviceUrl);
  await memory.persons.update(key, (before) => ({
    ...(isOutsider({ kind }) ? unknown : (before ?? unknown)),
    kind,
  }));
}

/** The roles, with the name of who administers the place instead: Teams is asked only for people who do not. */
async function withHolder(
  { directory }: PeopleParts,
  { place, reference }: Origin,
  { roles, standing, installers }: { roles: Roles; standing: Standing; installers: string[] | null },
): Promise<Roles> {
  if (place === null || installers === null || roles.place !== 'no') return roles;
  const installer = await installerOf(directory, { ...reference, conversation: place }, installers);
  return { ...roles, holders: { ...roles.holders, place: holderOfPlace(standing, installer) } };
}

/** The last of the people who added the bot and are still members; null: there is none. */
async function installerOf(
  directory: Directory,
  of: Reference,
  installers: readonly string[],
): Promise<{ name: string | null } | null> {
  for (const id of installers.slice(-MOST_INSTALLERS).reverse()) {
    try {
      const { name, kind } = await directory.ask(of, id);
      if (kind === 'person') return { name: name === '' ? null : cleanName(name) };
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      if (error.kind !== 'gone') return { name: null };
    }
  }
  return null;
}

/** Events do not name people. Empty when Teams does not give the name. */
async function nameOf(gateway: Gateway, { inbound, reference }: Origin): Promise<string> {
  return orEmpty(async () => (await gateway.member(reference, inbound.from.id)).name);
}

async function placeNameOf(
  { memory, gateway, defaultLocale, translate }: PeopleParts,
  { inbound, tenant, place, reference }: Origin,
  record: PlaceRecord | null,
): Promise<string> {
  const known = inbound.conversation.name ?? record?.name;
  if (known) return cleanName(known);
  const chat = translate(localeOf(inbound) ?? defaultLocale, 'teams-adapter.chat');
  if (!record?.team || place === null) return chat;
  const { team } = record;
  const of = { ...reference, conversation: place };
  const name = cleanName(await orEmpty(() => gateway.channelName(of, team)));
  if (name === '') return chat;
  await memory.places.update(placeKey(tenant, place), (before) => ({ ...(before ?? record), name }));
  return name;
}

async function orEmpty(ask: () => Promise<string>): Promise<string> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ChatError) return '';
    throw error;
  }
}
