import type { OrgId } from '../../src/domain/people/person';
import type { OwnedData } from '../../src/ports/store/erasure';
import { orgOf, teamIdOf } from './workspaces';

/** What this adapter keeps of a workspace beside the core's data. An org-wide install serves others as well: it stays. */
export function slackRemains(org: OrgId): OwnedData | null {
  const team = teamIdOf(org);
  if (orgOf(team) !== org) return null;
  const install = `install:${team}`;
  const keys = [install, `pause:${install}`, `lease:${install}`, `org-wide:${team}`, `no-charts:${org}`];
  return {
    memories: keys.map((key) => ({ owner: 'slack', key, all: false })),
    lanes: [{ key: `${org} `, all: true }],
  };
}
