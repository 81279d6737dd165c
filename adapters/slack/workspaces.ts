import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Memory } from '../../src/ports/store/memory';
import { AgedCache } from './aged-cache';
import type { InstallationQuery } from './installations';
import { memoryKeys } from './memory-keys';

const PREFIX = 'slack:';

/** The organisation of a workspace, also where one install serves many workspaces. */
export function orgOf(teamId: string): OrgId {
  return PREFIX + teamId;
}

export function teamIdOf(org: OrgId): string {
  return org.startsWith(PREFIX) ? org.slice(PREFIX.length) : org;
}

/** Another process may have received news of another install. */
const CACHE_TTL_MS: Millis = 5 * 60_000;

/** Which install serves a workspace: its own, or that of its Enterprise organisation once Slack has said so. */
export class Workspaces {
  readonly #memory: Memory;
  /** The Enterprise organisation by workspace; '' for a workspace with its own install. */
  readonly #enterprises: AgedCache<string>;

  constructor(memory: Memory, clock: Clock) {
    this.#memory = memory;
    this.#enterprises = new AgedCache(clock);
  }

  /** Remembers the install that served a request of this workspace. */
  async learn(teamId: string, { enterpriseId, isEnterpriseInstall }: InstallationQuery): Promise<void> {
    const enterprise = isEnterpriseInstall ? (enterpriseId ?? '') : '';
    if ((await this.#enterpriseOf(teamId)) === enterprise) return;
    this.#enterprises.set(teamId, enterprise);
    const key = memoryKeys.orgWide(teamId);
    if (enterprise === '') await this.#memory.remove(key);
    else await this.#memory.put(key, enterprise, null, orgOf(teamId));
  }

  /** Forgets that an org-wide install serves the workspace: it is not of that organisation. Never throws. */
  async unlearn(teamId: string, via: InstallationQuery): Promise<void> {
    if (via.isEnterpriseInstall)
      await this.learn(teamId, { ...via, isEnterpriseInstall: false }).catch(() => undefined);
  }

  async queryOf(org: OrgId): Promise<InstallationQuery> {
    const teamId = teamIdOf(org);
    const enterprise = await this.#enterpriseOf(teamId);
    return enterprise === ''
      ? { teamId, enterpriseId: null, isEnterpriseInstall: false }
      : { teamId, enterpriseId: enterprise, isEnterpriseInstall: true };
  }

  /** The workspaces of an install: `own`, or all that an org-wide install has served. */
  async servedBy({ enterpriseId, isEnterpriseInstall }: InstallationQuery, own: OrgId): Promise<OrgId[]> {
    if (!isEnterpriseInstall || enterpriseId === null) return [own];
    const entries = await this.#memory.list(memoryKeys.orgWidePrefix);
    return entries
      .filter(({ value }) => value === enterpriseId)
      .map(({ key }) => orgOf(memoryKeys.teamIdOfOrgWide(key)));
  }

  #enterpriseOf(teamId: string): Promise<string> {
    const ask = async () => (await this.#memory.get(memoryKeys.orgWide(teamId))) ?? '';
    return this.#enterprises.load(teamId, CACHE_TTL_MS, ask);
  }
}
