import { StoreError } from './errors';

export interface Batcher<Item, Result> {
  /** Resolves once the batch the item went into is committed. */
  add(item: Item): Promise<Result>;
  /** Resolves when everything added so far is settled; then takes nothing more. */
  close(): Promise<void>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Lets the calls of one moment share a commit: what arrives in one turn of the event loop, or while an earlier
 * commit is under way, goes into the next one. A lone call waits for nobody. `commit` is all or nothing and gives
 * one result an item, in order.
 */
export function createBatcher<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  maxItems: number,
): Batcher<Item, Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  async function drain(): Promise<void> {
    await nextTurn();
    while (waiting.length > 0) await commitBatch(commit, waiting.splice(0, maxItems));
    running = null;
  }

  return {
    add(item) {
      if (closed)
        return Promise.reject(new StoreError('closed', 'The store is closed: the bot is stopping.'));
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        running ??= drain();
      });
    },
    async close() {
      closed = true;
      await running;
    },
  };
}

async function commitBatch<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  batch: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await commit(batch.map(({ item }) => item));
    batch.forEach(({ resolve }, index) => {
      resolve(results[index] as Result);
    });
  } catch (error) {
    if (batch.length > 1 && isConstraint(error)) return commitEach(commit, batch);
    for (const { reject } of batch) reject(error);
  }
}

/** One item of the batch was refused for what it holds; the others must not fail with it. */
async function commitEach<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  batch: readonly Waiting<Item, Result>[],
): Promise<void> {
  for (const one of batch) await commitBatch(commit, [one]);
}

function isConstraint(error: unknown): boolean {
  return error instanceof StoreError && error.kind === 'constraint';
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
