import type { Locale, OrgId, Person, PersonId } from '../../src/domain/people/person';
import { cleanName } from '../../src/domain/text';
import { ChatError } from '../../src/ports/chat';
import type { Actor } from '../../src/ports/inbox';
import type { Identify } from '../../src/ports/store/links';
import type { Account, Gateway, Reference } from './gateway';
import { type Inbound, localeOf, zoneOf } from './inbound';
import type { PersonRecord, PlaceRecord, TeamsMemory } from './records';
import type { TeamsTranslate } from './words';

const PREFIX = 'teams:';

export function orgOf(tenant: string): OrgId {
  return PREFIX + tenant;
}

export function tenantOfOrg(org: OrgId): string {
  return org.slice(PREFIX.length);
}

/** Where an activity happened, and in which tenant. */
export interface Origin {
  inbound: Inbound;
  tenant: string;
  /** Null in a personal chat. */
  place: string | null;
  reference: Reference;
}

export interface PeopleParts {
  memory: TeamsMemory;
  gateway: Gateway;
  /** What people are called, by `<tenant>/<person>`, as far as this process has heard it. */
  names: Map<string, string>;
  /** Object ids of people who may set up every place. */
  admins: readonly string[];
  defaultLocale: Locale;
  translate: TeamsTranslate;
  /** Only where people are linked by their e-mail address. */
  identify: Identify | null;
}

/** A member as rosters list them; language and zone are known from what they once sent. */
export function toPerson(
  { id, name, guest }: Pick<Account, 'id' | 'name' | 'guest'>,
  record: Pick<PersonRecord, 'locale' | 'zone'> | null,
): Person {
  const { locale = null, zone = null } = record ?? {};
  return { id, name: cleanName(name), locale, timeZone: zone, kind: guest ? 'guest' : 'person' };
}

/** The person as a roster lists them, by their own tenant's word: a guest's address is another's to verify. */
export function toListed(
  account: Account,
  record: Pick<PersonRecord, 'locale' | 'zone'> | null,
  identify: Identify | null,
): Person {
  const person = toPerson(account, record);
  if (!identify) return person;
  const verified = !account.guest && account.email !== null;
  return { ...person, identity: verified ? identify(account.email ?? '') : null };
}

/** Keeps the addresses up to date with what just came in. */
export async function rememberOrigin({ memory }: Pick<PeopleParts, 'memory'>, origin: Origin): Promise<void> {
  const { inbound, tenant, place } = origin;
  const { serviceUrl, from, conversation, channelData } = inbound;
  await memory.tenants.update(tenant, () => ({ serviceUrl }));
  if (place !== null) {
    const empty = { name: conversation.name ?? null, posted: false, installers: [], few: [] };
    const team = channelData?.team?.id ?? null;
    await memory.places.update(`${tenant}/${place}`, (before) => ({
      ...(before ?? empty),
      serviceUrl,
      team: team ?? before?.team ?? null,
    }));
  }
  // Bots of others write too.
  if (from.id.startsWith('28:')) return;
  const [locale, zone] = [localeOf(inbound), zoneOf(inbound)];
  await memory.persons.update(`${tenant}/${from.id}`, (before) => ({
    guest: before?.guest ?? false,
    serviceUrl,
    chat: place === null ? conversation.id : (before?.chat ?? null),
    locale: locale ?? before?.locale ?? null,
    zone: zone ?? before?.zone ?? null,
  }));
}

/** Who wrote or pressed, as the core knows people. */
export async function actorOf(parts: PeopleParts, origin: Origin): Promise<Actor> {
  const { inbound, tenant, place } = origin;
  const record = await parts.memory.persons.get(`${tenant}/${inbound.from.id}`);
  const spot = place === null ? null : await parts.memory.places.get(`${tenant}/${place}`);
  const name = inbound.from.name ?? (await nameOf(parts.gateway, origin));
  const account = { id: inbound.from.id, name, guest: record?.guest ?? false };
  const isOperators = inAdmins(parts.admins, origin);
  const admin = isOperators || (place !== null && maySetUp(account.id, spot, account.guest));
  return {
    org: orgOf(tenant),
    person: toPerson(account, record),
    place,
    placeName: place === null || !admin ? '' : await placeNameOf(parts, origin, spot),
    roles: async () => ({
      place: admin ? 'yes' : 'no',
      organisation: isOperators || (admin && parts.admins.length === 0) ? 'yes' : 'no',
    }),
    prefix: place === null ? '' : `@${inbound.recipient.name ?? 'Telework Days'}`,
  };
}

/**
 * Teams tells bots neither owners nor roles. So whoever added the bot to a team or chat sets it up there; where
 * nobody knows who did (an administrator's policy), any member but a guest. The operator's own list stands above,
 * and in personal chats alone, where there is no place whose members could see what is changed. Campaigns concern
 * the whole organisation: where there is such a list, only who is on it changes them.
 */
function inAdmins(admins: readonly string[], { inbound }: Origin): boolean {
  const { aadObjectId } = inbound.from;
  return Boolean(aadObjectId) && admins.includes((aadObjectId ?? '').toLowerCase());
}

/** Whether a member may set up this place, as far as who added the bot there tells. */
export function maySetUp(id: PersonId, spot: PlaceRecord | null, guest: boolean): boolean {
  if (guest) return false;
  const installers = spot?.installers ?? [];
  return installers.length === 0 || installers.includes(id);
}

/** Events name nobody; what cannot be had is left empty. */
async function nameOf(gateway: Gateway, { inbound, reference }: Origin): Promise<string> {
  return quietly(async () => (await gateway.member(reference, inbound.from.id)).name, '');
}

async function placeNameOf(
  { memory, gateway, defaultLocale, translate }: PeopleParts,
  { inbound, tenant, place, reference }: Origin,
  spot: PlaceRecord | null,
): Promise<string> {
  const known = inbound.conversation.name ?? spot?.name;
  if (known) return cleanName(known);
  const chat = translate(localeOf(inbound) ?? defaultLocale, 'teams-adapter.chat');
  if (!spot?.team || place === null) return chat;
  const { team } = spot;
  const of = { ...reference, conversation: place };
  const name = cleanName(await quietly(() => gateway.channelName(of, team), ''));
  if (name === '') return chat;
  await memory.places.update(`${tenant}/${place}`, (before) => ({ ...(before ?? spot), name }));
  return name;
}

async function quietly(ask: () => Promise<string>, otherwise: string): Promise<string> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ChatError) return otherwise;
    throw error;
  }
}
