import type { Locale, Person } from '../../src/domain/people/person';
import { cleanName } from '../../src/domain/text';
import { ChatError } from '../../src/ports/chat';
import type { Actor } from '../../src/ports/inbox';
import type { Identify } from '../../src/ports/store/links';
import type { Account, Gateway } from './gateway';
import { localeOf } from './inbound';
import { orgOf, personKey, placeKey } from './keys';
import type { Origin } from './origin';
import type { PersonRecord, PlaceRecord, TeamsMemory } from './records';
import { rolesOf } from './roles';
import type { TeamsTranslate } from './words';

export interface PeopleParts {
  memory: TeamsMemory;
  gateway: Gateway;
  translate: TeamsTranslate;
  /** Names by `personKey`, as far as this process has read them. */
  names: Map<string, string>;
  /** Object ids, in lower case, of people who may set up every place. */
  admins: readonly string[];
  defaultLocale: Locale;
  /** Only where people are linked by their e-mail address. */
  identify: Identify | null;
}

/** A member as rosters list them. Their language and zone are known only if they have written to the bot. */
export function toPerson(
  { id, name, guest }: Pick<Account, 'id' | 'name' | 'guest'>,
  record: Pick<PersonRecord, 'locale' | 'zone'> | null,
): Person {
  const { locale = null, zone = null } = record ?? {};
  return { id, name: cleanName(name), locale, timeZone: zone, kind: guest ? 'guest' : 'person' };
}

/** The member with their identity. Guests have none: their address is verified by another tenant. */
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

/** The person who sent the activity, as the core knows people. Asks Teams for names that the activity lacks. */
export async function actorOf(parts: PeopleParts, origin: Origin): Promise<Actor> {
  const { inbound, tenant, place } = origin;
  const { memory, gateway, admins } = parts;
  const record = await memory.persons.get(personKey(tenant, inbound.from.id));
  const placeRecord = place === null ? null : await memory.places.get(placeKey(tenant, place));
  const guest = record?.guest ?? false;
  const roles = rolesOf(origin, { admins, placeRecord, guest });
  const name = inbound.from.name ?? (await nameOf(gateway, origin));
  const needsPlaceName = place !== null && roles.place === 'yes';
  return {
    org: orgOf(tenant),
    person: toPerson({ id: inbound.from.id, name, guest }, record),
    place,
    placeName: needsPlaceName ? await placeNameOf(parts, origin, placeRecord) : '',
    roles: async () => roles,
    prefix: place === null ? '' : `@${inbound.recipient.name ?? 'Telework Days'}`,
  };
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
