import { Semaphore } from 'async-mutex';
import type { Millis } from '../../domain/time/calendar';
import type { After, Clock } from '../../ports/clock';
import { StoreError } from '../errors';

/** What waiting takes without blocking the process. */
export interface Waiting {
  /** Only goes forward. */
  clock: Clock;
  after: After;
}

/** How long another program may hold the database before what waits for it fails. A person is answered in three seconds. */
const PATIENCE_MS: Millis = 2_000;
const RETRY_MS: Millis = 20;
/** When the database was not found held for so long, finding it held again begins a new wait. */
const FORGET_MS: Millis = 1_000;

/**
 * The turns of all work on one connection, in the order in which it is asked for; and the one place that waits for
 * another program's lock. A semaphore of one, as the package's Mutex costs a third more per query.
 */
export class Turns {
  readonly #turn = new Semaphore(1);
  /** Work that found the database held: one of them tries again, for all. */
  readonly #held = new Semaphore(1);
  readonly #waiting: Waiting | null;
  #heldSince: Millis = Number.NEGATIVE_INFINITY;
  #heldAt: Millis = Number.NEGATIVE_INFINITY;

  /** Without `waiting` the driver waits, and blocks the process meanwhile. */
  constructor(waiting: Waiting | null = null) {
    this.#waiting = waiting;
  }

  async acquire(): Promise<void> {
    await this.#turn.acquire();
  }

  release(): void {
    this.#turn.release();
  }

  /** Runs the work in a turn of its own, as `attempt` does. */
  async exclusively<T>(work: () => T | Promise<T>): Promise<T> {
    await this.acquire();
    try {
      return await this.attempt(work);
    } finally {
      this.release();
    }
  }

  /**
   * Runs the work within the caller's turn, and again while another program holds the database: two seconds in all for
   * everything that waits, and not at all after that. Others have their turns between two tries, so the work must leave
   * nothing half done when it throws a StoreError (`busy`), which it does when it fails for good.
   */
  async attempt<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!this.#waiting || !this.#mayWait(error, this.#waiting)) throw error;
      this.release();
      return this.#retry(work, this.#waiting);
    }
  }

  /** The database is not held: it was just written. */
  written(): void {
    this.#heldAt = Number.NEGATIVE_INFINITY;
  }

  /** Begins outside a turn, and ends within one. */
  async #retry<T>(work: () => T | Promise<T>, waiting: Waiting): Promise<T> {
    await this.#held.acquire();
    try {
      for (;;) {
        await this.acquire();
        try {
          return await work();
        } catch (error) {
          if (!this.#mayWait(error, waiting)) throw error;
          this.release();
        }
        await pause(waiting);
      }
    } finally {
      this.#held.release();
    }
  }

  #mayWait(error: unknown, { clock }: Waiting): boolean {
    if (!(error instanceof StoreError) || error.kind !== 'busy') return false;
    const now = clock.now();
    if (now - this.#heldAt > FORGET_MS) this.#heldSince = now;
    this.#heldAt = now;
    return now - this.#heldSince < PATIENCE_MS;
  }
}

function pause({ after }: Waiting): Promise<void> {
  return new Promise((resolve) => {
    after(RETRY_MS, resolve);
  });
}
