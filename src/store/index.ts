import type { Metrics } from '../app/metrics';
import type { Store } from '../app/ports';
import { openSqlite, type SqliteOptions } from './sqlite/open';
import { createStore } from './store';

export { StoreError, type StoreFault } from './errors';
export { backupStore } from './sqlite/backup';
export { type Inspection, inspectStore } from './sqlite/inspect';

/** The database's name inside DATA_DIR. */
export const STORE_FILE = 'telework.db';

/** Which database, and how to reach it. */
export type StoreOptions = SqliteOptions & { metrics?: Metrics };

/**
 * Opens the store, brings its schema up to date, and keeps it for this process alone.
 * Throws a StoreError which names the database and the cure.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const backend = await openSqlite(options);
  return createStore(backend, options.now, options.metrics);
}
