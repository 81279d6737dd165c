import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Memory } from '../../src/ports/store/memory';
import type { InstallationQuery } from './installations';

const PREFIX = 'slack:';
const ORG_WIDE = 'org-wide:';

/** An organisation is always a workspace, also where one install serves many of them. */
export function orgOf(teamId: string): OrgId {
  return PREFIX + teamId;
}

export function teamIdOf(org: OrgId): string {
  return org.startsWith(PREFIX) ? org.slice(PREFIX.length) : org;
}

/** Which install serves a workspace: its own, or, once Slack has said so, that of its Enterprise organisation. */
export interface Workspaces {
  learn(teamId: string, via: InstallationQuery): Promise<void>;
  queryOf(org: OrgId): Promise<InstallationQuery>;
  /** The workspaces of an install: `own`, or all that an org-wide one has served. */
  servedBy(via: InstallationQuery, own: OrgId): Promise<OrgId[]>;
}

/** Another process may have heard of another install. */
const BELIEVED: Millis = 5 * 60_000;

export function createWorkspaces(memory: Memory, { now }: Clock): Workspaces {
  /** The enterprise whose org-wide install serves the workspace; '' for its own install. */
  const known = new Map<string, { enterprise: string; at: Millis }>();

  async function enterpriseOf(teamId: string): Promise<string> {
    const seen = known.get(teamId);
    if (seen && seen.at + BELIEVED > now()) return seen.enterprise;
    const enterprise = (await memory.get(ORG_WIDE + teamId)) ?? '';
    known.set(teamId, { enterprise, at: now() });
    return enterprise;
  }

  return {
    async learn(teamId, { enterpriseId, isEnterpriseInstall }) {
      const enterprise = isEnterpriseInstall ? (enterpriseId ?? '') : '';
      if ((await enterpriseOf(teamId)) === enterprise) return;
      known.set(teamId, { enterprise, at: now() });
      if (enterprise === '') await memory.remove(ORG_WIDE + teamId);
      else await memory.put(ORG_WIDE + teamId, enterprise, null);
    },
    async servedBy({ enterpriseId, isEnterpriseInstall }, own) {
      if (!isEnterpriseInstall || enterpriseId === null) return [own];
      const entries = await memory.list(ORG_WIDE);
      return entries
        .filter(({ value }) => value === enterpriseId)
        .map(({ key }) => orgOf(key.slice(ORG_WIDE.length)));
    },
    async queryOf(org) {
      const teamId = teamIdOf(org);
      const enterprise = await enterpriseOf(teamId);
      return enterprise === ''
        ? { teamId, enterpriseId: null, isEnterpriseInstall: false }
        : { teamId, enterpriseId: enterprise, isEnterpriseInstall: true };
    },
  };
}
