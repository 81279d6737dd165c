import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely, sql } from 'kysely';
import type { Millis } from '../../domain/time/calendar';
import type { Memory } from '../../ports/store/memory';
import { StoreError } from '../errors';
import { createMemory } from '../memory';
import { MIGRATIONS } from '../migrations';
import { checkedVersion } from '../migrations/migrate';
import type { MigrationTables } from '../migrations/migration';
import type { Schema } from '../schema';
import { SqliteConnection } from './connection';
import { sqliteDialect } from './dialect';
import { migrationOf } from './schema';
import { Turns } from './turns';

/** A database file, opened read-only while a bot may be running. */
export interface FileInspection {
  kind: 'file';
  /** Whether a bot has it open. */
  inUse: boolean;
  /** How many migrations the next start will run. */
  pending: number;
  /** Only for reading. */
  memory(owner: string): Memory;
  close(): void;
}

/** Null: the file does not exist yet. Throws a StoreError that names the file and the cure. */
export async function inspectFile(file: string, now: () => Millis): Promise<FileInspection | null> {
  if (!existsSync(file)) return null;
  const connection = openReadOnly(file);
  try {
    connection.exec('pragma busy_timeout = 5000');
    const dialect = sqliteDialect(connection, new Turns());
    const bare = new Kysely<MigrationTables>({ dialect });
    const steps = migrationOf(file, now());
    const version = await checkedVersion(bare, steps);
    const db = new Kysely<Schema>({ dialect });
    return {
      kind: 'file',
      inUse: isLocked(`${file}.lock`),
      pending: MIGRATIONS.filter(({ number }) => number > version).length,
      memory: (owner) => createMemory({ db, now: () => sql<Millis>`${now()}`, alone: true }, owner),
      close: () => connection.close(),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function openReadOnly(file: string): SqliteConnection {
  try {
    return new SqliteConnection(file, `${pathToFileURL(resolve(file)).href}?mode=ro`);
  } catch (cause) {
    const message = `Database ${file} cannot be opened. Check that the path is a file and who may read it.`;
    throw new StoreError('unavailable', message, { cause });
  }
}

/** Tries to read the lock file, which its owner prevents; trying to lock it could turn a starting bot away. */
function isLocked(lock: string): boolean {
  if (!existsSync(lock)) return false;
  const connection = openReadOnly(lock);
  try {
    connection.all('select count(*) from sqlite_master');
    return false;
  } catch (error) {
    if (error instanceof StoreError && error.kind === 'busy') return true;
    throw error;
  } finally {
    connection.close();
  }
}
