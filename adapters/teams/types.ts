import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Router } from 'express';
import type { Identify } from '../../src/app/joined/link-store';
import type { LaneQueue } from '../../src/app/lane-queue';
import type { Metrics } from '../../src/app/metrics';
import type { After, Chat, Clock, Inbox, Log, Memory } from '../../src/app/ports';
import type { Millis } from '../../src/domain/calendar';
import type { SettingDefaults } from '../../src/domain/settings';

/** The bot's registration, and who may use it. */
export interface TeamsSettings {
  /** Null: requests are not verified, and only services on this machine are spoken to. */
  credentials: {
    type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
    appId: string;
    password: string | null;
    tenantId: string | null;
  } | null;
  /** Ids of the tenants that are served; null: any. */
  tenants: readonly string[] | null;
  /** Directory (Entra) object ids of people who may set up every place. */
  admins: readonly string[];
}

/** Another side than Microsoft's, for tests. */
export interface AuthEndpoints {
  /** Settings of `ConfigurationBotFrameworkAuthentication`. */
  settings: object;
  credentials: ServiceClientCredentialsFactory;
  /** Hosts (with port) to which the bot may speak. */
  serviceHosts: readonly string[];
  timeoutMs?: Millis;
}

export interface TeamsOptions {
  config: TeamsSettings;
  memory: Memory;
  /** Real time: the platform's limits know no other. */
  clock: Clock;
  after: After;
  /** Where calls wait for the limits; unless given, one in memory. */
  lanes?: LaneQueue;
  log: Log;
  metrics?: Metrics;
  newId: () => string;
  defaults: SettingDefaults;
  /** Makes identities of verified e-mail addresses; only where people are linked by them. */
  identify?: Identify | null;
  authEndpoints?: AuthEndpoints;
}

export interface TeamsPlatform {
  chat: Chat;
  /** POST /api/messages; it parses its own body. */
  routes(inbox: Inbox): Router;
  start(inbox: Inbox): Promise<void>;
  /** Resolves when what is being answered has been answered. */
  stop(): Promise<void>;
}
