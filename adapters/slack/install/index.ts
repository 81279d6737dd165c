import type { Router } from 'express';
import type { After, Clock } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import type { Memory } from '../../../src/ports/store/memory';
import { createClient } from '../client';
import { type AppSecrets, createAccess } from './access';
import type { AllowedTeams } from './allowed';
import { createGrants } from './grants';
import { createInstallRoutes, type OnInstalled } from './routes';
import { createSealer } from './seal';
import { createStates } from './state';
import { StoredInstallations } from './stored';
import type { InstallTranslate } from './words';

/*
 * Installs by OAuth v2, many workspaces at a time. The SDK's InstallProvider is not used: it reads the real clock,
 * renews tokens without a lock, goes on with the old ones when that fails, and sets its cookie without SameSite.
 * Of what it does, one query string and two calls remain.
 */

export interface OAuthParts extends AppSecrets {
  stateSecret: string;
  /** 32 bytes in hexadecimal; older keys after a comma. */
  encryptionKey: string;
  publicUrl: string;
  allowedTeams?: AllowedTeams;
  /** Whether people are linked by their e-mail address. */
  emails?: boolean;
  /** The Web API's address, with the consent page on the same host; null: Slack's own. */
  apiUrl: string | null;
  memory: Memory;
  /** Real time, by which Slack's tokens expire. */
  clock: Clock;
  after: After;
  newId: () => string;
  log: Log;
  fetch: typeof fetch;
  onInstalled: OnInstalled;
  translate: InstallTranslate;
}

export interface OAuth {
  installations: StoredInstallations;
  /** Mount at `/`. */
  router: Router;
}

export function createOAuth(parts: OAuthParts): OAuth {
  const { stateSecret, encryptionKey, memory, clock } = parts;
  const grants = createGrants(memory, createSealer(encryptionKey));
  const access = createAccess(createClient(parts), parts, clock);
  const installations = new StoredInstallations({ ...parts, grants, access });
  const states = createStates({ secret: stateSecret, memory, clock });
  return { installations, router: createInstallRoutes({ ...parts, access, installations, states }) };
}

export { createGrants } from './grants';
export { createSealer, SealError } from './seal';
