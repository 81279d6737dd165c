import type { SqliteConnection } from './connection';
import type { Turns } from './turns';

/** The writes that share a commit. */
interface Group {
  writes: number;
  waiting: { resolve(): void; reject(error: unknown): void }[];
}

/** A group ends with so many writes: readers wait meanwhile. */
const MOST_WRITES = 32;

const SAVEPOINT = 'write';

/**
 * Lets writes that wait for each other share a commit, as each commit waits for the disk. Writes follow one another in one
 * transaction, each within a savepoint: one that fails takes itself back alone. A write is durable when `run` or `leave`
 * resolves. A lone write is committed without delay.
 *
 * Every write has a transaction: after a `busy` the driver leaves a statement that writes unfinished, and no later commit
 * succeeds. Only a begin fails without a trace.
 */
export class SharedCommits {
  readonly #connection: SqliteConnection;
  readonly #turns: Turns;
  /** Lets each write in that waits for its place. */
  readonly #queue: (() => void)[] = [];
  #group: Group | null = null;
  /** Whether a write is at work, or about to begin a group. */
  #busy = false;

  constructor(connection: SqliteConnection, turns: Turns) {
    this.#connection = connection;
    this.#turns = turns;
  }

  /** Does one write. Throws its fault, or that of the commit; in both cases nothing of it stays. */
  async run<T>(write: () => T): Promise<T> {
    await this.enter();
    let result: T;
    try {
      result = write();
    } catch (error) {
      this.abandon(error);
      throw error;
    }
    await this.leave();
    return result;
  }

  /** Waits for the place of a write, which ends by `leave` or `abandon`. */
  async enter(): Promise<void> {
    if (this.#busy) {
      await new Promise<void>((resolve) => {
        this.#queue.push(resolve);
      });
    }
    this.#busy = true;
    try {
      if (this.#group) this.#connection.exec(`savepoint ${SAVEPOINT}`);
      else await this.#begin();
    } catch (error) {
      if (this.#group) this.#fail(this.#group, error);
      this.#next();
      throw error;
    }
  }

  /** Ends the write that has its place; resolves when it is on disk. */
  leave(): Promise<void> {
    const group = this.#group;
    if (!group) return Promise.reject(new Error('no write has its place'));
    return new Promise((resolve, reject) => {
      group.waiting.push({ resolve, reject });
      group.writes += 1;
      try {
        if (group.writes > 1) this.#connection.exec(`release ${SAVEPOINT}`);
        if (this.#queue.length === 0 || group.writes >= MOST_WRITES) this.#commit(group);
      } catch (error) {
        this.#fail(group, error);
      }
      this.#next();
    });
  }

  /** Takes back the write that has its place. */
  abandon(error: unknown): void {
    const group = this.#group;
    if (!group) return;
    if (!this.#connection.inTransaction) {
      // SQLite has rolled back everything, as it does when the disk is full.
      this.#fail(group, error);
    } else if (group.writes === 0) {
      this.#connection.rollback();
      this.#end();
    } else {
      this.#connection.exec(`rollback to ${SAVEPOINT}; release ${SAVEPOINT}`);
      if (this.#queue.length === 0) this.#commit(group);
    }
    this.#next();
  }

  async #begin(): Promise<void> {
    await this.#turns.acquire();
    try {
      await this.#turns.attempt(() => this.#connection.begin());
    } catch (error) {
      this.#turns.release();
      throw error;
    }
    this.#turns.written();
    this.#group = { writes: 0, waiting: [] };
  }

  #commit(group: Group): void {
    try {
      this.#connection.commit();
    } catch (error) {
      this.#connection.rollback();
      this.#fail(group, error);
      return;
    }
    this.#end();
    for (const { resolve } of group.waiting) resolve();
  }

  #fail(group: Group, error: unknown): void {
    if (this.#group !== group) return;
    this.#connection.rollback();
    this.#end();
    for (const { reject } of group.waiting) reject(error);
  }

  #end(): void {
    this.#group = null;
    this.#turns.release();
  }

  /** Lets the next write in: into this group, or to begin one. */
  #next(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#busy = false;
  }
}
