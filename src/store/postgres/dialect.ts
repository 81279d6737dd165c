import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type { Session, Sessions } from './sessions';

/**
 * Kysely's dialect over our sessions. Kysely's own driver would not do: it returns every connection to the pool, one
 * whose query timed out too, and a failed rollback hides the fault that caused it.
 */
export function postgresDialect(sessions: Sessions): Dialect {
  return {
    createDriver: () => new PostgresDriver(sessions),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

class PostgresDriver implements Driver {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async init(): Promise<void> {}

  acquireConnection(): Promise<Session> {
    return this.#sessions.take();
  }

  async releaseConnection(session: DatabaseConnection): Promise<void> {
    (session as Session).release();
  }

  async beginTransaction(session: DatabaseConnection, { isolationLevel }: TransactionSettings) {
    await run(session, isolationLevel ? `begin isolation level ${isolationLevel}` : 'begin');
  }

  async commitTransaction(session: DatabaseConnection): Promise<void> {
    await run(session, 'commit');
  }

  async rollbackTransaction(session: DatabaseConnection): Promise<void> {
    await (session as Session).rollback();
  }

  async destroy(): Promise<void> {
    await this.#sessions.close();
  }
}

async function run(session: DatabaseConnection, sql: string): Promise<void> {
  await session.executeQuery(CompiledQuery.raw(sql));
}
