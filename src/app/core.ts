import type { Day, Millis } from '../domain/calendar';
import type { OrgId, TeamId } from '../domain/people';
import type { SettingDefaults } from '../domain/settings';
import type { Metrics } from './metrics';
import type { After, Chat, Clock, Log, Present, Store } from './ports';

/** What every use case works with: made once in main, replaced part by part in tests. */
export interface Core {
  store: Store;
  chat: Chat;
  present: Present;
  clock: Clock;
  after: After;
  newId: () => string;
  log: Log;
  metrics: Metrics;
  /** For teams which have set nothing yet. */
  defaults: SettingDefaults;
  refresh: Refresh;
}

/** Brings posted messages up to date with the store, many changes in one edit. */
export interface Refresh {
  /** The poll's counts changed: its posts are edited soon. Never waits, never throws. */
  touch(org: OrgId, team: TeamId, day: Day): void;
  /** Sends what waits, and resolves when the platform has it or has refused it. */
  settle(): Promise<void>;
  /** Touches the polls whose last answers nobody has shown: everything after a start, then what others left. */
  catchUp(): Promise<void>;
}

/** How long changes gather before an edit. */
export const REFRESH_DELAY: Millis = 1_000;
