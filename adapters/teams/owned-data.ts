import type { OrgId } from '../../src/domain/people/person';
import type { OwnedData } from '../../src/ports/store/erasure';
import { isTeamsOrg, tenantOfOrg } from './keys';
import { tenantBucket } from './limits';

/** The rate limits of a tenant. Null: not a tenant. */
export function teamsLanes(org: OrgId): OwnedData['lanes'] | null {
  if (!isTeamsOrg(org)) return null;
  const bucket = tenantBucket(tenantOfOrg(org));
  return [
    { key: bucket, all: false },
    { key: `${bucket} `, all: true },
  ];
}
