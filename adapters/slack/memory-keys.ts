import type { OrgId } from '../../src/domain/people/person';

const INSTALL_PREFIX = 'install:';
const WORKSPACE = /^install:(T\w+)$/;
const ORG_WIDE_PREFIX = 'org-wide:';

/** The keys of all that this adapter keeps in the database. */
export const memoryKeys = {
  /** A stored install; `id`: the workspace's, or the Enterprise organisation's. */
  install: (id: string) => INSTALL_PREFIX + id,
  installPrefix: INSTALL_PREFIX,
  idOfInstall: (key: string) => key.slice(INSTALL_PREFIX.length),
  /** The workspace of an install; null for an org-wide one, which serves several. */
  orgOfInstall(installKey: string): OrgId | null {
    const [, workspace] = WORKSPACE.exec(installKey) ?? [];
    return workspace === undefined ? null : `slack:${workspace}`;
  },
  /** While it is there, the token of this install is not renewed. */
  renewalPause: (installKey: string) => `pause:${installKey}`,
  /** With what the keys of all permissions of a workspace's people begin; the person's id follows. */
  userGrantsOf: (teamId: string) => `user:${teamId}:`,
  /** For whom a `state` of a permission was issued. */
  askedState: (stateId: string) => `asked:${stateId}`,
  lease: (name: string) => `lease:${name}`,
  /** The Enterprise organisation whose org-wide install serves this workspace. */
  orgWide: (teamId: string) => ORG_WIDE_PREFIX + teamId,
  orgWidePrefix: ORG_WIDE_PREFIX,
  teamIdOfOrgWide: (key: string) => key.slice(ORG_WIDE_PREFIX.length),
  noCharts: (org: OrgId) => `no-charts:${org}`,
  /** An event that some process follows already. */
  event: (eventId: string) => `event:${eventId}`,
  /** The signature of a person's request that some process has served. */
  signature: (signature: string) => `signature:${signature}`,
  /** A `state` of an install that was used. */
  usedState: (stateId: string) => `state:${stateId}`,
};
