import type { Transaction } from 'kysely';
import type { Millis } from '../../domain/time/calendar';
import { StoreError } from '../errors';
import type { Migration, MigrationDb, MigrationTables, Shape } from './migration';

export interface MigrateOptions {
  migrations: readonly Migration[];
  shape: Shape;
  /** How messages call the database: its file, or its name and host. */
  where: string;
  now: Millis;
  /** The tables that are there, ours or not. */
  tables(db: MigrationDb): Promise<string[]>;
  /** What to do with a database that is not ours. */
  cure: string;
}

/**
 * Takes the schema from number `version` to the last of the migrations and returns how many it ran: all in one
 * transaction, so that an interruption leaves the version that was there. The caller holds a lock which keeps
 * other processes out.
 */
export async function migrate(db: MigrationDb, version: number, options: MigrateOptions): Promise<number> {
  if (pendingAfter(version, options).length === 0) return 0;
  return db.transaction().execute((trx) => runPending(trx, version, options));
}

/** The same inside the caller's transaction. */
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
 * The number of the last migration that ran; 0 for an empty database. Reads only.
 * Throws a StoreError for a database which is newer than the list, or not ours.
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
