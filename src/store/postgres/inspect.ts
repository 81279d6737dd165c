import { Kysely, sql } from 'kysely';
import type { Millis } from '../../domain/time/calendar';
import type { Memory } from '../../ports/store/memory';
import { createMemory } from '../memory';
import { MIGRATIONS } from '../migrations';
import { checkedVersion } from '../migrations/migrate';
import type { MigrationTables } from '../migrations/migration';
import type { Schema } from '../schema';
import { postgresDialect } from './dialect';
import { databaseNow, migrationOf } from './open';
import { Sessions } from './sessions';
import { type PostgresOptions, targetOf } from './target';

/** A database on a server, inspected while bots may be running. */
export interface ServerInspection {
  kind: 'server';
  where: string;
  /** The server's major version. */
  version: number;
  /** How many migrations the next start will run. */
  pending: number;
  /** How far the server's clock is ahead of this machine's; negative: behind. */
  offsetMs: Millis;
  /** Whether this user may read and write the tables, and create missing ones. */
  mayWrite: boolean;
  /** Only for reading. */
  memory(owner: string): Memory;
  close(): Promise<void>;
}

/** Throws a StoreError that names the database and the cure. */
export async function inspectServer(options: PostgresOptions, now: () => Millis): Promise<ServerInspection> {
  const { where, config } = targetOf({ ...options, poolSize: 1 });
  const sessions = new Sessions(where, config);
  const dialect = postgresDialect(sessions);
  const db = new Kysely<Schema>({ dialect });
  try {
    const { version, mayWrite } = await examine(db);
    const known = await checkedVersion(new Kysely<MigrationTables>({ dialect }), migrationOf(where, now()));
    const offsetMs = await offsetOf(db, now);
    const pending = MIGRATIONS.filter(({ number }) => number > known).length;
    const memory = (owner: string) => createMemory({ db, now: databaseNow, alone: false }, owner);
    const close = () => sessions.close();
    return { kind: 'server', where, version, pending, offsetMs, mayWrite, memory, close };
  } catch (error) {
    await sessions.close();
    throw error;
  }
}

async function examine(db: Kysely<Schema>): Promise<{ version: number; mayWrite: boolean }> {
  const { rows } = await sql<{ version: number; mayWrite: boolean }>`
    select current_setting('server_version_num')::bigint / 10000 as version,
      not pg_is_in_recovery() and has_schema_privilege(current_schema(), 'create') and coalesce((
        select bool_and(has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert')
          and has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete'))
        from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'), true) as "mayWrite"
    `.execute(db);
  const { version, mayWrite } = rows[0] ?? { version: 0, mayWrite: false };
  return { version, mayWrite: mayWrite === true };
}

/** Assumes that the server read its clock half a round trip ago. */
async function offsetOf(db: Kysely<Schema>, now: () => Millis): Promise<Millis> {
  const asked = now();
  const { rows } = await sql<{ time: Millis }>`select ${databaseNow()} as time`.execute(db);
  return Math.round((rows[0]?.time ?? asked) - (asked + now()) / 2);
}
