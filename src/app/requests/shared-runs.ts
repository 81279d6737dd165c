interface Run<T> {
  current: Promise<T>;
  /** Begins once the current one has ended, for all who asked since. */
  next: Promise<T> | null;
}

/**
 * Shares work among those who ask for the same at once: each gets the result of a run that began after they asked, and
 * of one thing only one run goes on at a time.
 */
export class SharedRuns<T> {
  readonly #runs = new Map<string, Run<T>>();

  of(key: string, work: () => Promise<T>): Promise<T> {
    const run = this.#runs.get(key);
    if (!run) return this.#begin(key, work);
    run.next ??= settled(run.current).then(() => this.#begin(key, work));
    return run.next;
  }

  #begin(key: string, work: () => Promise<T>): Promise<T> {
    const run: Run<T> = { current: work(), next: null };
    this.#runs.set(key, run);
    void settled(run.current).then(() => {
      if (!run.next) this.#runs.delete(key);
    });
    return run.current;
  }
}

function settled(work: Promise<unknown>): Promise<unknown> {
  return work.catch(() => undefined);
}
