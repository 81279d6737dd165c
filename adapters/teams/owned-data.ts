import type { OrgId } from '../../src/domain/people/person';
import type { OwnedData } from '../../src/ports/store/erasure';
import { isTeamsOrg, personKey, placeKey, tenantOfOrg } from './keys';
import { tenantBucket } from './limits';
import { PERSONS, PLACES, TENANTS } from './records';

/** What this adapter stores for a tenant: addresses of places and people, and its rate limits. Null: not a tenant. */
export function teamsOwnedData(org: OrgId): OwnedData | null {
  if (!isTeamsOrg(org)) return null;
  const tenant = tenantOfOrg(org);
  return {
    memories: [
      { owner: 'teams', key: TENANTS + tenant, all: false },
      { owner: 'teams', key: PLACES + placeKey(tenant, ''), all: true },
      { owner: 'teams', key: PERSONS + personKey(tenant, ''), all: true },
    ],
    lanes: [
      { key: tenantBucket(tenant), all: false },
      { key: `${tenantBucket(tenant)} `, all: true },
    ],
  };
}
