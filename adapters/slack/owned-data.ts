import type { OrgId } from '../../src/domain/people/person';
import type { OwnedData } from '../../src/ports/store/erasure';
import { bucketPrefix } from './limits';
import { memoryKeys } from './memory-keys';
import { orgOf, teamIdOf } from './workspaces';

/**
 * What this adapter stores for a workspace: its install, and its rate limits. An org-wide install stays, since it serves
 * other workspaces. Null: not a workspace.
 */
export function slackOwnedData(org: OrgId): OwnedData | null {
  const team = teamIdOf(org);
  if (orgOf(team) !== org) return null;
  const install = memoryKeys.install(team);
  const keys = [
    install,
    memoryKeys.renewalPause(install),
    memoryKeys.lease(install),
    memoryKeys.orgWide(team),
    memoryKeys.noCharts(org),
  ];
  return {
    memories: keys.map((key) => ({ owner: 'slack', key, all: false })),
    lanes: [{ key: bucketPrefix(org), all: true }],
  };
}
