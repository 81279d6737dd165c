import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import Database from 'libsql';
import { closedError, storeError } from './faults';

type Statement = Database.Statement;

/** Statements kept prepared; more than the queries of this program, so that only odd lists of values miss. */
const KEPT_STATEMENTS = 256;

/**
 * One connection to a SQLite file: the only place that speaks to the driver. Everything in it is synchronous,
 * faults come out as StoreErrors, and statements stay prepared.
 */
export class SqliteConnection implements DatabaseConnection {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Statement>();
  #closed = false;

  /** Opens or creates the file; `uri` where it is not the plain path. Throws the driver's own error. */
  constructor(
    readonly file: string,
    uri: string = file,
  ) {
    this.#db = new Database(uri);
  }

  exec(sql: string): void {
    this.#guarded(() => this.#db.exec(sql));
  }

  /** Runs a single statement; its rows are arrays. */
  all(sql: string, values: readonly unknown[] = []): unknown[][] {
    return this.#guarded(() => {
      const statement = this.#prepare(sql);
      if (statement.reader) return statement.all(values.map(bindable)) as unknown[][];
      statement.run(values.map(bindable));
      return [];
    });
  }

  /** A statement of its own, whose rows are arrays; to be run inside `atomically`, which judges its faults. */
  prepare(sql: string): Statement {
    return this.#guarded(() => this.#prepare(sql));
  }

  /** Runs in one transaction, durable when this returns; any fault undoes all of it. */
  atomically<T>(run: () => T): T {
    return this.#guarded(() => {
      this.#db.exec('begin immediate');
      try {
        const result = run();
        this.#db.exec('commit');
        return result;
      } catch (error) {
        this.rollback();
        throw error;
      }
    });
  }

  /** SQLite has rolled back by itself after some faults, a full disk among them. */
  rollback(): void {
    if (this.#db.inTransaction) this.#db.exec('rollback');
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return this.#guarded(() => {
      const statement = this.#kept(sql);
      const values = parameters.map(bindable);
      if (statement.reader) return { rows: statement.all(values) as R[] };
      const { changes } = statement.run(values);
      return { rows: [], numAffectedRows: BigInt(changes) };
    });
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  /**
   * The driver keeps the file open while any statement of it lives, so the log is moved into the database here
   * and not left to the last close.
   */
  close(): void {
    if (this.#closed) return;
    this.rollback();
    this.#closed = true;
    this.#statements.clear();
    try {
      this.#db.exec('pragma wal_checkpoint(truncate)');
    } catch {
      // What is committed stays in the log, which the next process to open the file reads.
    }
    this.#db.close();
  }

  #prepare(sql: string): Statement {
    const statement = this.#db.prepare(sql);
    return statement.reader ? statement.raw() : statement;
  }

  #kept(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined && this.#statements.size >= KEPT_STATEMENTS) this.#statements.delete(oldest);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Prepared statements of the driver still work on a closed database, hence the check. */
  #guarded<T>(run: () => T): T {
    if (this.#closed) throw closedError(this.file);
    try {
      return run();
    } catch (error) {
      throw storeError(error, this.file);
    }
  }
}

/** The driver aborts the whole process when it is handed a boolean. */
function bindable(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
