import type { Router } from 'express';
import type { OrgId, PersonId } from '../../../src/domain/people/person';
import type { After, Clock } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import type { Memory } from '../../../src/ports/store/memory';
import { createClient } from '../client';
import type { AppSecrets } from '../install/access';
import { createLeases } from '../install/lease';
import { createSealer } from '../install/seal';
import { createUserAccess } from '../install/user-access';
import type { StatusTranslate } from '../install/words';
import { teamIdOf, Workspaces } from '../workspaces';
import { Permissions } from './permissions';
import { createStatusRoutes, STATUS_PATH } from './routes';
import { USER_SCOPES } from './scopes';

export interface StatusParts extends AppSecrets {
  /** 32 bytes in hexadecimal; older keys after a comma. */
  encryptionKey: string;
  /** Without a slash at its end. */
  publicUrl: string;
  /** The Web API's address, with the consent page on the same host; null: Slack's own. */
  apiUrl: string | null;
  memory: Memory;
  /** Real time, by which Slack's tokens expire. */
  clock: Clock;
  after: After;
  newId: () => string;
  log: Log;
  fetch: typeof fetch;
  translate: StatusTranslate;
  /** The person has given their permission. Resolves with whether they still want their day shown. */
  onGranted(org: OrgId, person: PersonId): Promise<boolean>;
}

/** People's own permissions to set their status. */
export interface OwnPermissions {
  permissions: Permissions;
  /** Where this person alone can give theirs, once, within ten minutes. */
  link(org: OrgId, person: PersonId): Promise<string>;
  /** Mount at `/`. */
  router: Router;
}

const SLACK = 'https://slack.com';
const CONSENT_PATH = '/oauth/v2/authorize';

export function createOwnPermissions(parts: StatusParts): OwnPermissions {
  const { memory, clock, encryptionKey, publicUrl, clientId, apiUrl } = parts;
  const access = createUserAccess(createClient(parts), parts, clock);
  const sealer = createSealer(encryptionKey);
  const permissions = new Permissions({ memory, clock, access, sealer, leases: createLeases(parts) });
  const workspaces = new Workspaces(memory, clock);
  const redirectUri = publicUrl + STATUS_PATH;
  return {
    permissions,
    async link(org, person) {
      const target = new URL(CONSENT_PATH, apiUrl ?? SLACK);
      target.searchParams.set('client_id', clientId);
      target.searchParams.set('user_scope', USER_SCOPES.join(','));
      target.searchParams.set('redirect_uri', redirectUri);
      target.searchParams.set('team', teamIdOf(org));
      target.searchParams.set('state', await permissions.ask(org, person));
      return target.href;
    },
    router: createStatusRoutes({ ...parts, access, permissions, workspaces, redirectUri }),
  };
}
