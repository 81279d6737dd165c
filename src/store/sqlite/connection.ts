import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import Database from 'libsql';
import { closedError, storeError } from './faults';

type Statement = Database.Statement;

/** After it, statements kept before would name their columns wrongly. */
const CHANGES_SCHEMA = /^\s*(create|alter|drop)\b/i;

/** A prepared statement with the names of its columns; null where it gives no rows. */
interface Kept {
  statement: Statement;
  columns: string[] | null;
}

/** Statements kept prepared; more than the queries of this program, so that only odd lists of values miss. */
const KEPT_STATEMENTS = 256;

/**
 * One connection to a SQLite file: the only place that speaks to the driver. Everything in it is synchronous,
 * faults come out as StoreErrors, and statements stay prepared.
 */
export class SqliteConnection implements DatabaseConnection {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Kept>();
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

  begin(): void {
    this.#guarded(() => this.#kept('begin immediate').statement.run([]));
  }

  commit(): void {
    this.#guarded(() => this.#kept('commit').statement.run([]));
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
    this.begin();
    try {
      const result = this.#guarded(run);
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** SQLite has rolled back by itself after some faults, a full disk among them. */
  rollback(): void {
    if (this.#db.inTransaction) this.#db.exec('rollback');
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return this.#guarded(() => {
      const { statement, columns } = this.#kept(sql);
      const values = parameters.map(bindable);
      if (columns)
        return { rows: statement.all(values).map((row) => named(row as unknown[], columns)) as R[] };
      const { changes } = statement.run(values);
      if (CHANGES_SCHEMA.test(sql)) this.#statements.clear();
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

  #kept(sql: string): Kept {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#prepare(sql);
    const columns = statement.reader ? statement.columns().map(({ name }) => name) : null;
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined && this.#statements.size >= KEPT_STATEMENTS) this.#statements.delete(oldest);
    const kept = { statement, columns };
    this.#statements.set(sql, kept);
    return kept;
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

/** The driver takes several times as long to name the values itself. */
function named(row: readonly unknown[], columns: readonly string[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) result[column] = row[index];
  return result;
}
