import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { Pool, PoolClient, PoolConfig } from 'pg';
import type { Log } from '../../ports/log';
import type { Connections } from '../../ports/store/database';
import { driver } from './driver';
import { closedError, isVerdict, storeError } from './faults';

const INT8 = 20;
const NUMERIC = 1700;
const CHANGES_ROWS = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Returns integers up to 2^53, and sums of them, as numbers; on these connections only. */
const NUMBERS: PoolConfig['types'] = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (oid === INT8 || oid === NUMERIC) && format !== 'binary'
      ? Number
      : driver().types.getTypeParser(oid, format as 'text'),
};

/**
 * The connections to one server, and the only code that calls the driver. Throws StoreErrors. A broken connection is
 * discarded, and a later call opens a new one.
 */
export class Sessions {
  readonly #pool: Pool;
  #closed = false;

  constructor(
    readonly where: string,
    config: PoolConfig,
    log?: Log,
  ) {
    const { Pool } = driver();
    this.#pool = new Pool({ ...config, types: NUMBERS });
    this.#pool.on('error', (error) => {
      const code = 'code' in error ? error.code : null;
      log?.warn({ where, code }, 'an idle connection to the database was lost');
    });
  }

  async take(): Promise<Session> {
    if (this.#closed) throw closedError(this.where);
    try {
      return new Session(await this.#pool.connect(), this.where);
    } catch (error) {
      throw storeError(error, this.where);
    }
  }

  usage(): Connections {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { open: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /** Resolves when all connections in use are released, too. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#pool.end();
  }
}

/** One connection, from the pool until it is released. */
export class Session implements DatabaseConnection {
  readonly #client: PoolClient;
  #broken = false;

  constructor(
    client: PoolClient,
    readonly where: string,
  ) {
    this.#client = client;
    client.on('error', this.#breaks);
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { command, rowCount, rows } = await this.#client.query(sql, [...parameters]);
      return CHANGES_ROWS.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
    } catch (error) {
      if (!isVerdict(error)) this.#broken = true;
      throw storeError(error, this.where);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  /** Never throws, so that the fault before it is reported; a connection that cannot roll back is discarded. */
  async rollback(): Promise<void> {
    if (this.#broken) return;
    await this.#client.query('rollback').catch(this.#breaks);
  }

  release(): void {
    this.#client.off('error', this.#breaks);
    this.#client.release(this.#broken);
  }

  readonly #breaks = (): void => {
    this.#broken = true;
  };
}
