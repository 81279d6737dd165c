import type { OrgId } from '../../src/domain/people/person';
import type { OwnedData } from '../../src/ports/store/erasure';
import { bucketPrefix } from './limits';
import { orgOf, teamIdOf } from './workspaces';

/** The rate limits of a workspace. Null: not a workspace. */
export function slackLanes(org: OrgId): OwnedData['lanes'] | null {
  return orgOf(teamIdOf(org)) === org ? [{ key: bucketPrefix(org), all: true }] : null;
}
