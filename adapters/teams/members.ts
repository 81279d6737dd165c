import { ChatError } from '../../src/ports/chat';
import type { Inbox } from '../../src/ports/inbox';
import type { Directory } from './directory';
import type { Account } from './gateway';
import { orgOf, personKey } from './keys';
import type { Origin } from './origin';
import { type PeopleParts, rememberKind, toListed, toPerson } from './people';
import { placesOfTeam } from './places';

export interface MemberParts extends Pick<PeopleParts, 'memory' | 'directory' | 'identify'> {
  inbox: Inbox;
}

type Accounts = readonly { id: string; name?: string | null | undefined }[];

/** If more join at once, the roster of the next poll finds them. */
const MOST_JOINING = 20;

export async function joined(parts: MemberParts, origin: Origin, accounts: Accounts): Promise<void> {
  if (accounts.length > MOST_JOINING) return;
  const { memory, directory, identify, inbox } = parts;
  const { tenant } = origin;
  for (const { id } of accounts) {
    const account = await memberOrNull(directory, origin, id);
    if (!account) continue;
    const record = await memory.persons.get(personKey(tenant, id));
    if (account.kind !== 'person' || record) {
      await rememberKind(memory, { ...origin.reference, person: id }, account);
    }
    const person = toListed(account, record, identify);
    for (const place of await affectedPlaces(parts, origin)) {
      await inbox.member(orgOf(tenant), place, person, 'joined');
    }
  }
}

/** Teams does not name people who have left. Who is not known from before is taken out by the next roster. */
export async function left(parts: MemberParts, origin: Origin, accounts: Accounts): Promise<void> {
  const { memory, directory, inbox } = parts;
  const { tenant } = origin;
  for (const { id, name } of accounts) {
    const record = await memory.persons.get(personKey(tenant, id));
    const known = directory.known(tenant, id);
    const kind = record?.kind ?? known?.kind;
    const knownName = name ?? known?.name;
    if (!kind || !knownName) continue;
    const person = toPerson({ id, name: knownName, kind }, record);
    for (const place of await affectedPlaces(parts, origin)) {
      await inbox.member(orgOf(tenant), place, person, 'left');
    }
  }
}

async function memberOrNull(
  directory: Directory,
  { reference }: Origin,
  id: string,
): Promise<Account | null> {
  try {
    return await directory.ask(reference, id);
  } catch (error) {
    if (error instanceof ChatError) return null;
    throw error;
  }
}

/** Members of a team are members of each of its standard channels; shared and private ones have their own. */
async function affectedPlaces(parts: MemberParts, origin: Origin): Promise<string[]> {
  const { team, eventType } = origin.inbound.channelData ?? {};
  if (team && !eventType?.startsWith('channelMember')) {
    return (await placesOfTeam(parts, origin)).map(({ place }) => place);
  }
  return origin.place === null ? [] : [origin.place];
}
