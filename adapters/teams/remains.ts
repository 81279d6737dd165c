import type { OrgId } from '../../src/domain/people/person';
import type { OwnedData } from '../../src/ports/store/erasure';

const PREFIX = 'teams:';

/** What this adapter keeps of a tenant beside the core's data: addresses of places and people. */
export function teamsRemains(org: OrgId): OwnedData | null {
  if (!org.startsWith(PREFIX)) return null;
  const tenant = org.slice(PREFIX.length);
  return {
    memories: [
      { owner: 'teams', key: `tenant:${tenant}`, all: false },
      { owner: 'teams', key: `place:${tenant}/`, all: true },
      { owner: 'teams', key: `person:${tenant}/`, all: true },
    ],
    lanes: [
      { key: `teams ${tenant}`, all: false },
      { key: `teams ${tenant} `, all: true },
    ],
  };
}
