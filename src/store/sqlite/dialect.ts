import type { Semaphore } from 'async-mutex';
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './connection';

/**
 * Kysely's dialect over one connection, which queries use in the order they were asked for. `turn` is shared with the
 * path of the votes, which bypasses Kysely; a semaphore of one, as the package's Mutex costs a third more per query.
 *
 * Kysely's own driver would not do: its mutex wakes every waiter at each release, it keeps no statements, and a failed
 * rollback hides the fault that caused it.
 */
export function sqliteDialect(connection: SqliteConnection, turn: Semaphore): Dialect {
  return {
    createDriver: () => new SqliteDriver(connection, turn),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #turn: Semaphore;

  constructor(connection: SqliteConnection, turn: Semaphore) {
    this.#connection = connection;
    this.#turn = turn;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turn.acquire();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#turn.release();
  }

  async beginTransaction(): Promise<void> {
    this.#connection.begin();
  }

  async commitTransaction(): Promise<void> {
    this.#connection.commit();
  }

  async rollbackTransaction(): Promise<void> {
    this.#connection.rollback();
  }

  async destroy(): Promise<void> {
    this.#connection.close();
  }
}
