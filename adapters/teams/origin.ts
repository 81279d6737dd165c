import { isOutsider } from '../../src/domain/people/roster';
import type { Reference } from './gateway';
import { type Inbound, isFromBot, isSharedChannel, localeOf, placeOf, tenantOf, zoneOf } from './inbound';
import { personKey, placeKey } from './keys';
import { type TeamsMemory, unknownPerson, unknownPlace } from './records';

/** An activity, with the tenant and the place that it comes from. */
export interface Origin {
  inbound: Inbound;
  tenant: string;
  /** Null in a personal chat. */
  place: string | null;
  reference: Reference;
}

/** Which tenants and services the bot answers. */
export interface Served {
  /** Whether requests must carry a token. */
  verified: boolean;
  /** Ids of tenants that are served; null: any. */
  tenants: readonly string[] | null;
  isService(serviceUrl: string): boolean;
}

/** The tenant of an activity that is sent without credentials and does not name one. */
const LOCAL_TENANT = 'local';

/** Null for a tenant or a service that is not served. Whether a token covers the service is verified later. */
export function originOf({ verified, tenants, isService }: Served, inbound: Inbound): Origin | null {
  const tenant = tenantOf(inbound) ?? (verified ? null : LOCAL_TENANT);
  if (tenant === null || (tenants && !tenants.includes(tenant.toLowerCase()))) return null;
  if (inbound.channelId !== 'msteams' || !isService(inbound.serviceUrl)) return null;
  const { serviceUrl, conversation } = inbound;
  const reference = { serviceUrl, tenant, conversation: conversation.id };
  return { inbound, tenant, place: placeOf(inbound), reference };
}

/** Stores the addresses that an activity tells: of the tenant, of the place and of the person. */
export async function rememberOrigin(memory: TeamsMemory, origin: Origin): Promise<void> {
  const { serviceUrl } = origin.inbound;
  await memory.tenants.update(origin.tenant, () => ({ serviceUrl }));
  await rememberPlace(memory, origin);
  if (!isFromBot(origin.inbound)) await rememberPerson(memory, origin);
}

async function rememberPlace(memory: TeamsMemory, { inbound, tenant, place }: Origin): Promise<void> {
  if (place === null) return;
  const { serviceUrl, conversation, channelData } = inbound;
  const team = channelData?.team?.id ?? null;
  await memory.places.update(placeKey(tenant, place), (before) => ({
    ...(before ?? { ...unknownPlace(serviceUrl), name: conversation.name ?? null }),
    serviceUrl,
    team: team ?? before?.team ?? null,
    shared: isSharedChannel(inbound) || before?.shared === true,
  }));
}

/** Of a person who was forgotten nothing is kept: Teams also asks for cards on its own, as they scroll by. */
async function rememberPerson(memory: TeamsMemory, { inbound, tenant, place }: Origin): Promise<void> {
  const { serviceUrl, from, conversation } = inbound;
  const known = await memory.persons.get(personKey(tenant, from.id));
  if (known === null && (await memory.forgottenAmong(tenant, [from.id])).has(from.id)) return;
  const [locale, zone] = [localeOf(inbound), zoneOf(inbound)];
  await memory.persons.update(personKey(tenant, from.id), (stored) => {
    const before = stored ?? unknownPerson(serviceUrl);
    // Of people of another organisation nothing else is kept.
    if (isOutsider(before)) return before;
    return {
      ...before,
      serviceUrl,
      chat: place === null ? conversation.id : before.chat,
      locale: locale ?? before.locale,
      zone: zone ?? before.zone,
      objectId: from.aadObjectId?.toLowerCase() ?? before.objectId,
    };
  });
}
