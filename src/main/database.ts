import { join } from 'node:path';
import type { StoreConfig } from '../config';
import type { Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import type { Metrics } from '../ports/metrics';
import { openStore, STORE_FILE, type Store } from '../store';
import { DatabaseClock } from './database-clock';
import { after, realClock, steadyClock } from './real-time';

export interface OpenDatabase {
  store: Store;
  /** Real time, on which all processes that share the database agree. */
  clock: Clock;
  /** Whether other processes may use the database at the same time. */
  shared: boolean;
  close(): Promise<void>;
}

/** Opens the configured database. Throws a StoreError that names the database and the cure. */
export async function openDatabase(
  config: StoreConfig,
  { log, metrics }: { log: Log; metrics: Metrics },
): Promise<OpenDatabase> {
  if (config.kind === 'sqlite') {
    const file = join(config.dataDir, STORE_FILE);
    const store = await openStore({
      file,
      now: realClock.now,
      log,
      metrics,
      waiting: { clock: steadyClock, after },
    });
    return { store, clock: realClock, shared: false, close: () => store.close() };
  }
  const clock = new DatabaseClock({ local: realClock, steady: steadyClock, after, log });
  const store = await openStore({ ...config, now: clock.now, log, metrics });
  async function close(): Promise<void> {
    clock.stop();
    await store.close();
  }
  try {
    await clock.follow(store.time);
  } catch (error) {
    await close();
    throw error;
  }
  return { store, clock, shared: true, close };
}
