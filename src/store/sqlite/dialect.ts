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
import { isRead, type SqliteConnection } from './connection';
import { SharedCommits } from './shared-commits';
import type { Turns } from './turns';

/** What all queries of a database share, and the path of the votes, which bypasses Kysely. */
interface SqliteParts {
  connection: SqliteConnection;
  turns: Turns;
  commits: SharedCommits;
}

/**
 * Kysely's dialect over one connection: reads take turns, and what writes shares commits, in the order in which it was
 * asked for.
 *
 * Kysely's own driver would not do: its mutex wakes every waiter at each release, it keeps no statements, and a failed
 * rollback hides the fault that caused it.
 */
export function sqliteDialect(
  connection: SqliteConnection,
  turns: Turns,
  commits = new SharedCommits(connection, turns),
): Dialect {
  return {
    createDriver: () => new SqliteDriver({ connection, turns, commits }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class SqliteDriver implements Driver {
  readonly #parts: SqliteParts;

  constructor(parts: SqliteParts) {
    this.#parts = parts;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Session> {
    return new Session(this.#parts);
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction(session: Session): Promise<void> {
    return session.begin();
  }

  commitTransaction(session: Session): Promise<void> {
    return session.commit();
  }

  async rollbackTransaction(session: Session): Promise<void> {
    session.rollback();
  }

  async destroy(): Promise<void> {
    this.#parts.connection.close();
  }
}

/** A query, or the queries of a transaction. */
class Session implements DatabaseConnection {
  readonly #parts: SqliteParts;
  #isWriting = false;
  #fault: unknown;

  constructor(parts: SqliteParts) {
    this.#parts = parts;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { connection, turns, commits } = this.#parts;
    const run = () => connection.query<R>(query);
    if (!this.#isWriting) return isRead(query.sql) ? turns.exclusively(run) : commits.run(run);
    try {
      return run();
    } catch (error) {
      this.#fault = error;
      throw error;
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  async begin(): Promise<void> {
    await this.#parts.commits.enter();
    this.#isWriting = true;
  }

  commit(): Promise<void> {
    this.#isWriting = false;
    return this.#parts.commits.leave();
  }

  /** After a commit that failed nothing is left to take back. */
  rollback(): void {
    if (this.#isWriting) this.#parts.commits.abandon(this.#fault);
    this.#isWriting = false;
  }
}
