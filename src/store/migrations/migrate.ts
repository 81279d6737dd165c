import type { Transaction } from 'kysely';
import type { Millis } from '../../domain/time/calendar';
import { StoreError } from '../errors';
import type { Migration, MigrationDb, MigrationTables, Shape } from './migration';

export interface MigrateOptions {
  migrations: readonly Migration[];
  shape: Shape;
  /** The database's name in messages: its file, or its name and host. */
  where: string;
  now: Millis;
  /** All tables in the database, the bot's or not. */
  tables(db: MigrationDb): Promise<string[]>;
  /** What an operator can do about a database of another program. */
  cure: string;
}

/**
 * Migrates the schema from `version` to the last migration in one transaction, and resolves with the number of
 * migrations run. An interruption leaves the old version. The caller must hold a lock that keeps other processes out:
 * Kysely's Migrator is not used because it takes none on SQLite.
 */
export async function migrate(db: MigrationDb, version: number, options: MigrateOptions): Promise<number> {
  if (pendingAfter(version, options).length === 0) return 0;
  return db.transaction().execute((trx) => runPending(trx, version, options));
}

/** As `migrate`, inside the caller's transaction. */
export async function runPending(
  trx: Transaction<MigrationTables>,
  version: number,
  options: MigrateOptions,
): Promise<number> {
  const { shape, now } = options;
  const pending = pendingAfter(version, options);
  if (version === 0) await createRecord(trx, shape);
  for (const { number, name, up } of pending) {
    await up(trx, shape);
    await trx.insertInto('migrations').values({ number, name, applied_at: now }).execute();
  }
  return pending.length;
}

function pendingAfter(version: number, { migrations }: MigrateOptions): Migration[] {
  return migrations.filter(({ number }) => number > version);
}

/**
 * The number of the last migration that ran; 0 for an empty database. Only reads.
 * Throws a StoreError if the database is newer than the list (`newer`) or another program's (`foreign`).
 */
export async function checkedVersion(db: MigrationDb, options: MigrateOptions): Promise<number> {
  const { migrations, where } = options;
  const version = await versionOf(db, options);
  const latest = migrations.at(-1)?.number ?? 0;
  if (version > latest) throw newer(where, version, latest);
  return version;
}

async function versionOf(db: MigrationDb, { where, tables, cure }: MigrateOptions): Promise<number> {
  const names = await tables(db);
  if (names.length === 0) return 0;
  if (!names.includes('migrations')) {
    throw new StoreError('foreign', `${where} belongs to another program. ${cure}`);
  }
  const { last } = await db
    .selectFrom('migrations')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

async function createRecord(trx: MigrationDb, shape: Shape): Promise<void> {
  await shape
    .byKey(trx.schema.createTable('migrations'))
    .addColumn('number', shape.integer, (column) => column.primaryKey())
    .addColumn('name', shape.text, (column) => column.notNull())
    .addColumn('applied_at', shape.integer, (column) => column.notNull())
    .execute();
}

function newer(where: string, version: number, latest: number): StoreError {
  return new StoreError(
    'newer',
    `${where} was made by a newer version of the bot: its schema is number ${version}, this version knows ` +
      `up to ${latest}. Start that newer version again, or put back a backup made before the update.`,
  );
}
