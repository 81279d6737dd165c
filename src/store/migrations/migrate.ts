import type { Millis } from '../../domain/calendar';
import { StoreError } from '../errors';
import type { Migration, MigrationDb, Shape } from './migration';

export interface MigrateOptions {
  migrations: readonly Migration[];
  shape: Shape;
  /** How messages call the database: its file. */
  where: string;
  now: Millis;
}

/**
 * Takes the schema from number `version` to the last of the migrations and returns how many it ran: all in one
 * transaction, so that an interruption leaves the version that was there. The caller holds a lock which keeps
 * other processes out.
 */
export async function migrate(
  db: MigrationDb,
  version: number,
  { migrations, shape, now }: MigrateOptions,
): Promise<number> {
  const pending = migrations.filter(({ number }) => number > version);
  if (pending.length === 0) return 0;
  await db.transaction().execute(async (trx) => {
    if (version === 0) await createRecord(trx, shape);
    for (const { number, name, up } of pending) {
      await up(trx, shape);
      await trx.insertInto('migrations').values({ number, name, applied_at: now }).execute();
    }
  });
  return pending.length;
}

/**
 * The number of the last migration that ran; 0 for an empty database. Reads only.
 * Throws a StoreError for a database which is newer than the list, or not ours.
 */
export async function checkedVersion(
  db: MigrationDb,
  { migrations, where }: MigrateOptions,
): Promise<number> {
  const version = await versionOf(db, where);
  const latest = migrations.at(-1)?.number ?? 0;
  if (version > latest) throw newer(where, version, latest);
  return version;
}

async function versionOf(db: MigrationDb, where: string): Promise<number> {
  const tables = await db.introspection.getTables();
  if (tables.length === 0) return 0;
  if (!tables.some(({ name }) => name === 'migrations')) {
    const message = `${where} belongs to another program. Move it away, or point DATA_DIR to another folder.`;
    throw new StoreError('foreign', message);
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
    .addColumn('name', 'text', (column) => column.notNull())
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
