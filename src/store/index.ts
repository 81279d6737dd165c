import type { Metrics } from '../ports/metrics';
import { openPostgres } from './postgres/open';
import type { PostgresOptions } from './postgres/target';
import { openSqlite, type SqliteOptions } from './sqlite/open';
import { createStore, type Store } from './store';

export { StoreError, type StoreFault } from './errors';
export { type Moved, moveStore } from './move/move';
export { inspectServer, type ServerInspection } from './postgres/inspect';
export { backupStore } from './sqlite/backup';
export { type FileInspection, inspectFile } from './sqlite/inspect';
export { isOpenToOthers } from './sqlite/private-files';
export type { Store } from './store';

/** The database file's name in DATA_DIR. */
export const STORE_FILE = 'telework.db';

/** Which database to open: a file for this process alone, or a server that processes share. */
export type StoreOptions = (SqliteOptions | (PostgresOptions & Omit<SqliteOptions, 'file'>)) & {
  metrics?: Metrics;
};

/**
 * Opens the database and brings its schema up to date.
 * Throws a StoreError that names the database and the cure.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const backend = await ('url' in options ? openPostgres(options) : openSqlite(options));
  return createStore(backend, options.now, options.metrics);
}
