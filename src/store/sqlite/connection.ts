import type { CompiledQuery, QueryResult } from 'kysely';
import Database from 'libsql';
import { LRUCache } from 'lru-cache';
import { closedError, storeError } from './faults';

type Statement = Database.Statement;

/** Afterwards, cached statements would name their columns wrongly. */
const CHANGES_SCHEMA = /^\s*(create|alter|drop)\b/i;

/** Any other statement may write. */
const READS = /^\s*(select|explain|pragma|begin|commit|rollback)\b/i;

/** Whether a statement certainly writes nothing. */
export function isRead(sql: string): boolean {
  return READS.test(sql);
}

/** A prepared statement with the names of its columns; null: it returns no rows. */
interface Prepared {
  statement: Statement;
  columns: string[] | null;
}

/** Cached statements: more than this program has queries, so that only lists of unusual length miss the cache. */
const CACHED_STATEMENTS = 256;

/**
 * One connection to a SQLite file, and the only code that calls the driver. All work is synchronous, statements are
 * cached, and every method but the constructor throws StoreErrors.
 */
export class SqliteConnection {
  readonly #db: Database.Database;
  readonly #statements = new LRUCache<string, Prepared>({ max: CACHED_STATEMENTS });
  #closed = false;

  /** Opens or creates the file; `uri` if it differs from the plain path. Throws the driver's own error. */
  constructor(
    readonly file: string,
    uri: string = file,
  ) {
    this.#db = new Database(uri);
  }

  /** The driver aborts the process when a closed connection is asked. */
  get inTransaction(): boolean {
    return !this.#closed && this.#db.inTransaction;
  }

  exec(sql: string): void {
    this.guarded(() => this.#db.exec(sql));
  }

  begin(): void {
    this.guarded(() => this.#cached('begin immediate').statement.run([]));
  }

  commit(): void {
    this.guarded(() => this.#cached('commit').statement.run([]));
  }

  /** Runs a single statement and returns its rows, each an array in the order of the columns. */
  all(sql: string, values: readonly unknown[] = []): unknown[][] {
    return this.guarded(() => {
      const statement = this.#prepare(sql);
      if (statement.reader) return statement.all(values.map(bindable)) as unknown[][];
      statement.run(values.map(bindable));
      return [];
    });
  }

  /** Prepares a statement outside the cache. Run it inside `guarded`; its rows are arrays. */
  prepare(sql: string): Statement {
    return this.guarded(() => this.#prepare(sql));
  }

  /** Does nothing if SQLite has already rolled back by itself, as it does when the disk is full. */
  rollback(): void {
    if (this.inTransaction) this.#db.exec('rollback');
  }

  /** Runs a query; one that writes, within a transaction. */
  query<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
    return this.guarded(() => {
      const { statement, columns } = this.#cached(sql);
      const values = parameters.map(bindable);
      if (columns)
        return { rows: statement.all(values).map((row) => named(row as unknown[], columns)) as R[] };
      const { changes } = statement.run(values);
      if (CHANGES_SCHEMA.test(sql)) this.#statements.clear();
      return { rows: [], numAffectedRows: BigInt(changes) };
    });
  }

  /**
   * Closing again does nothing. `waitMs` is how long readers of other programs are waited for. Checkpoints the log first:
   * the driver keeps the file open until its last statement is collected, so SQLite's own checkpoint at the last close
   * would come too late.
   */
  close(waitMs = 0): void {
    if (this.#closed) return;
    this.rollback();
    this.#closed = true;
    this.#statements.clear();
    try {
      if (waitMs > 0) this.#db.exec(`pragma busy_timeout = ${waitMs}`);
      this.#db.exec('pragma wal_checkpoint(truncate)');
    } catch {
      // Commits stay in the log, which the next process that opens the file reads.
    }
    this.#db.close();
  }

  #prepare(sql: string): Statement {
    const statement = this.#db.prepare(sql);
    return statement.reader ? statement.raw() : statement;
  }

  #cached(sql: string): Prepared {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#prepare(sql);
    const columns = statement.reader ? statement.columns().map(({ name }) => name) : null;
    const prepared = { statement, columns };
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /**
   * Does work with prepared statements: throws StoreErrors. Checks for a closed connection itself, because the driver's
   * statements still work on one.
   */
  guarded<T>(run: () => T): T {
    if (this.#closed) throw closedError(this.file);
    try {
      return run();
    } catch (error) {
      throw storeError(error, this.file);
    }
  }
}

/** The driver aborts the process when a boolean is bound. */
function bindable(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Several times as fast as the driver's own rows by name. */
function named(row: readonly unknown[], columns: readonly string[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) result[column] = row[index];
  return result;
}
