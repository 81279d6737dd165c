import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './connection';
import type { Turns } from './turns';

/**
 * Kysely's dialect over one connection, which queries use in the order they were asked for. `turns` is shared with the
 * path of the votes, which bypasses Kysely.
 *
 * Kysely's own driver would not do: its mutex wakes every waiter at each release, it keeps no statements, and a failed
 * rollback hides the fault that caused it.
 */
export function sqliteDialect(connection: SqliteConnection, turns: Turns): Dialect {
  return {
    createDriver: () => new SqliteDriver(connection, turns),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class SqliteDriver implements Driver, DatabaseConnection {
  readonly #connection: SqliteConnection;
  readonly #turns: Turns;

  constructor(connection: SqliteConnection, turns: Turns) {
    this.#connection = connection;
    this.#turns = turns;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.acquire();
    return this;
  }

  async releaseConnection(): Promise<void> {
    this.#turns.release();
  }

  /** Within a transaction nothing waits: it holds the database itself. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const run = () => this.#connection.query<R>(query);
    return this.#connection.inTransaction ? run() : this.#turns.attempt(run);
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  async beginTransaction(): Promise<void> {
    await this.#turns.attempt(() => this.#connection.begin());
    this.#turns.written();
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
