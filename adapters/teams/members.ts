import { ChatError } from '../../src/ports/chat';
import type { Inbox } from '../../src/ports/inbox';
import type { Account, Gateway } from './gateway';
import { orgOf, personKey } from './keys';
import type { Origin } from './origin';
import { type PeopleParts, toListed, toPerson } from './people';
import { placesOfTeam } from './places';

export interface MemberParts extends Pick<PeopleParts, 'memory' | 'gateway' | 'names' | 'identify'> {
  inbox: Inbox;
}

type Accounts = readonly { id: string; name?: string | null | undefined }[];

/** If more join at once, the roster of the next poll finds them. */
const MOST_JOINING = 20;

export async function joined(parts: MemberParts, origin: Origin, accounts: Accounts): Promise<void> {
  if (accounts.length > MOST_JOINING) return;
  const { memory, gateway, names, identify, inbox } = parts;
  const { tenant } = origin;
  for (const { id } of accounts) {
    const account = await memberOrNull(gateway, origin, id);
    if (!account) continue;
    const key = personKey(tenant, id);
    names.set(key, account.name);
    const person = toListed(account, await memory.persons.get(key), identify);
    for (const place of await affectedPlaces(parts, origin)) {
      await inbox.member(orgOf(tenant), place, person, 'joined');
    }
  }
}

/** Teams does not name people who have left. Without a name from before, the next roster takes them out. */
export async function left(parts: MemberParts, origin: Origin, accounts: Accounts): Promise<void> {
  const { memory, names, inbox } = parts;
  const { tenant } = origin;
  for (const { id, name } of accounts) {
    const key = personKey(tenant, id);
    const knownName = name ?? names.get(key);
    if (!knownName) continue;
    const record = await memory.persons.get(key);
    const person = toPerson({ id, name: knownName, guest: record?.guest ?? false }, record);
    for (const place of await affectedPlaces(parts, origin)) {
      await inbox.member(orgOf(tenant), place, person, 'left');
    }
  }
}

async function memberOrNull(gateway: Gateway, { reference }: Origin, id: string): Promise<Account | null> {
  try {
    return await gateway.member(reference, id);
  } catch (error) {
    if (error instanceof ChatError) return null;
    throw error;
  }
}

/** Members of a team are members of each of its channels. */
async function affectedPlaces(parts: MemberParts, origin: Origin): Promise<string[]> {
  if (origin.inbound.channelData?.team) {
    return (await placesOfTeam(parts, origin)).map(({ place }) => place);
  }
  return origin.place === null ? [] : [origin.place];
}
