import { type Inbound, placeOf, tenantOf } from './inbound';
import type { Origin } from './people';

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
