import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { SettingDefaults } from '../../src/domain/teams/settings';
import type { Millis } from '../../src/domain/time/calendar';
import type { Chat } from '../../src/ports/chat';
import type { After, Clock } from '../../src/ports/clock';
import type { Inbox } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import type { Metrics } from '../../src/ports/metrics';
import type { PostReceiver } from '../../src/ports/post';
import type { RateLimiter } from '../../src/ports/rate-limiter';
import type { Identify } from '../../src/ports/store/links';
import type { Memory } from '../../src/ports/store/memory';
import type { ForgottenAmong } from '../../src/ports/store/people';
import type { GraphEndpoints } from './graph';
import type { TeamsTranslate } from './words';

/** The bot's registration, and the tenants and people that may use it. */
export interface TeamsSettings {
  /** Null: requests are not verified, and the bot sends to services on this machine only. */
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
  /** Whether people may have their day shown in their status message. */
  statuses?: boolean;
}

/** Stands in for Microsoft's side, in tests. */
export interface AuthEndpoints {
  /** Settings of `ConfigurationBotFrameworkAuthentication`. */
  settings: object;
  credentials: ServiceClientCredentialsFactory;
  /** Hosts, with their port, to which the bot may send. */
  serviceHosts: readonly string[];
  graph?: GraphEndpoints;
  timeoutMs?: Millis;
}

export interface TeamsOptions {
  config: TeamsSettings;
  memory: Memory;
  /** Of whom nothing is kept until they act again. */
  forgottenAmong: ForgottenAmong;
  /** Real time, by which Teams counts its limits. */
  clock: Clock;
  after: After;
  /** Where calls wait for Teams' limits. */
  limiter: RateLimiter;
  log: Log;
  metrics?: Metrics;
  fetch?: typeof fetch;
  newId: () => string;
  /** Whether other processes serve the same tenants. */
  shared?: boolean;
  defaults: SettingDefaults;
  /** Turns a verified e-mail address into an identity; only where people are linked by address. */
  identify?: Identify | null;
  authEndpoints?: AuthEndpoints;
  translate: TeamsTranslate;
}

export interface TeamsPlatform {
  chat: Chat;
  /** By the path to which Teams posts. */
  posts(inbox: Inbox): Record<string, PostReceiver>;
  start(inbox: Inbox): Promise<void>;
  /** Resolves when all requests that are being answered have been answered. */
  stop(): Promise<void>;
}
