import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Millis } from '../../domain/time/calendar';
import type { Log } from '../../ports/log';
import type { Backend } from '../backend';
import { StoreError } from '../errors';
import { checkedVersion, migrate } from '../migrations/migrate';
import type { MigrationTables } from '../migrations/migration';
import type { Schema } from '../schema';
import { SqliteConnection } from './connection';
import { sqliteDialect } from './dialect';
import { lockFile } from './lock';
import { createPrivate, FOLDER_MODE, restrictDatabase } from './private-files';
import { sqliteRecord } from './record';
import { migrationOf } from './schema';
import { SharedCommits } from './shared-commits';
import { Turns, type Waiting } from './turns';

export interface SqliteOptions {
  /** The path of the database; a missing folder is created. */
  file: string;
  now: () => Millis;
  log?: Log;
  /** Lets queries wait for another program's lock; without it the process is blocked meanwhile. */
  waiting?: Waiting;
}

/** Set on every connection, as none of it is stored in the file. A commit returns once it is on disk. */
const EVERY_CONNECTION = `
  pragma busy_timeout = 5000;
  pragma foreign_keys = on;
  pragma synchronous = full;
  pragma secure_delete = on;
  pragma cache_size = -16000;
  pragma temp_store = memory;
  pragma journal_size_limit = 67108864;`;

/** How long the last checkpoint waits for the readers of other programs. */
const CLOSING_TIMEOUT_MS: Millis = 5_000;

/**
 * Opens the file for this process alone, and brings its schema up to date.
 * Throws a StoreError that names the file and the cure.
 */
export async function openSqlite(
  options: SqliteOptions,
): Promise<Backend & { connection: SqliteConnection }> {
  const { file } = options;
  prepareFolder(file);
  const unlock = opening(file, () => lockFile(file));
  try {
    return await connect(options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function connect({ file, now, log, waiting }: SqliteOptions, unlock: () => void) {
  const connection = opening(file, () => {
    createPrivate(file);
    return new SqliteConnection(file);
  });
  try {
    connection.exec(EVERY_CONNECTION);
    const turns = new Turns(waiting);
    const commits = new SharedCommits(connection, turns);
    const dialect = sqliteDialect(connection, turns, commits);
    const bare = new Kysely<MigrationTables>({ dialect });
    const steps = migrationOf(file, now());
    const version = await checkedVersion(bare, steps);
    // Changes the file, so it must not run before the check.
    connection.exec('pragma journal_mode = wal');
    const ran = await migrate(bare, version, steps);
    if (ran > 0) log?.info({ file, migrations: ran }, 'database schema brought up to date');
    // The schema may wait in the driver: until it is there, nothing is served.
    if (waiting) connection.exec('pragma busy_timeout = 0');
    const db = new Kysely<Schema>({ dialect });
    const close = () =>
      turns.exclusively(() => {
        connection.close(CLOSING_TIMEOUT_MS);
        unlock();
      });
    const time = () => sql<Millis>`${now()}`;
    return {
      db,
      connection,
      now: time,
      alone: true,
      remote: false,
      connections: () => null,
      lock: async () => {},
      keepToIndexes: async () => {},
      ...sqliteRecord(connection, commits),
      mayWrite: () =>
        turns.exclusively(() => {
          connection.begin();
          connection.rollback();
          turns.written();
        }),
      close,
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function prepareFolder(file: string): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    accessSync(folder, constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
    restrictDatabase(folder, file);
  } catch (cause) {
    const message =
      `Database ${file} cannot be written. Give the user the bot runs as the right to write it and its folder, ` +
      'or point DATA_DIR to another folder.';
    throw new StoreError('read-only', message, { cause });
  }
}

/** The driver's error has no code when it cannot open a file. */
function opening<T>(file: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    const message = `Database ${file} cannot be opened. Check that the path is a file and that the disk works.`;
    throw new StoreError('unavailable', message, { cause });
  }
}
