import { Mutex } from 'async-mutex';

/** Runs work on the same key one after the other, in the order of the calls; work on other keys runs meanwhile. */
export class KeyedMutex {
  readonly #mutexes = new Map<string, Mutex>();

  /** Resolves or rejects as `work` does; a failure does not stop the work that waits behind it. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mutex = this.#mutexes.get(key) ?? new Mutex();
    this.#mutexes.set(key, mutex);
    try {
      return await mutex.runExclusive(work);
    } finally {
      if (!mutex.isLocked() && this.#mutexes.get(key) === mutex) this.#mutexes.delete(key);
    }
  }
}
