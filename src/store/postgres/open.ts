import { Kysely, sql } from 'kysely';
import type { Millis } from '../../domain/time/calendar';
import type { Log } from '../../ports/log';
import type { Backend } from '../backend';
import { MIGRATIONS } from '../migrations';
import { checkedVersion, type MigrateOptions, runPending } from '../migrations/migrate';
import type { MigrationDb, MigrationTables } from '../migrations/migration';
import type { Schema } from '../schema';
import { postgresDialect } from './dialect';
import { postgresRecord } from './record';
import { Sessions } from './sessions';
import { POSTGRES_SHAPE } from './shape';
import { type PostgresOptions, patient, type Target, targetOf } from './target';

/** The name of the lock that lets one process at a time change the schema. */
const SCHEMA_LOCK = 'telework-days-bot: schema';

/**
 * Opens a database that other processes may share, and brings its schema up to date.
 * Throws a StoreError that names the database, never the password, and the cure.
 */
export async function openPostgres(
  options: PostgresOptions & { now: () => Millis; log?: Log | undefined },
): Promise<Backend> {
  const { now, log } = options;
  const target = targetOf(options);
  const ran = await migrateOnce(target, now());
  if (ran > 0) log?.info({ database: target.where, migrations: ran }, 'database schema brought up to date');
  const sessions = new Sessions(target.where, target.config, log);
  const db = new Kysely<Schema>({ dialect: postgresDialect(sessions) });
  return {
    db,
    now: databaseNow,
    alone: false,
    remote: true,
    async lock(trx, name) {
      await advisoryLock(name).execute(trx);
    },
    async keepToIndexes(trx) {
      await KEEP_TO_INDEXES.execute(trx);
    },
    ...postgresRecord(db),
    mayWrite: async () => {},
    connections: () => sessions.usage(),
    close: () => sessions.close(),
  };
}

/** The time at which the statement began: constant within it, so that an index can be searched by it. */
export function databaseNow() {
  return sql<Millis>`(extract(epoch from statement_timestamp()) * 1000)::bigint`;
}

/** Statistics may be a day old, and organisations differ: plans must not depend on them. */
const KEEP_TO_INDEXES = sql`select set_config('enable_seqscan', 'off', true),
  set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true),
  set_config('enable_incremental_sort', 'off', true)`;

/** Of several processes that start at once, the first one migrates and the others find it done. */
async function migrateOnce(target: Target, now: Millis): Promise<number> {
  const { where, config } = patient(target);
  const sessions = new Sessions(where, config);
  const db = new Kysely<MigrationTables>({ dialect: postgresDialect(sessions) });
  try {
    return await db.transaction().execute(async (trx) => {
      await advisoryLock(SCHEMA_LOCK).execute(trx);
      const steps = migrationOf(where, now);
      return runPending(trx, await checkedVersion(trx, steps), steps);
    });
  } finally {
    await sessions.close();
  }
}

/** How to check and migrate this database. */
export function migrationOf(where: string, now: Millis): MigrateOptions {
  const cure = 'Give the bot an empty database, or an empty schema by search_path.';
  return { migrations: MIGRATIONS, shape: POSTGRES_SHAPE, where, now, tables: tablesOf, cure };
}

/** The tables in the bot's schema, without those of extensions. */
async function tablesOf(db: MigrationDb): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`.execute(db);
  return rows.map(({ name }) => name);
}

function advisoryLock(name: string) {
  return sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
