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
 * Lets the calls of one moment share a commit: what arrives in one turn of the event loop, or while earlier
 * commits are under way, goes into the next one. A lone call waits for nobody. `commit` is all or nothing and gives
 * one result an item, in order. `atOnce`: commits under way; with more than one, their order is not that of the calls.
 */
export function createBatcher<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  maxItems: number,
  atOnce = 1,
): Batcher<Item, Result> {
  const waiting: Waiting<Item, Result>[] = [];
  const lanes = new Set<Promise<void>>();
  let busy = 0;
  let closed = false;

  async function drain(): Promise<void> {
    await nextTurn();
    while (waiting.length > 0) await commitBatch(commit, waiting.splice(0, maxItems));
    // At once, not when the promise settles: whoever comes in between would wait for a lane that has ended.
    busy -= 1;
  }

  function start(): void {
    busy += 1;
    const lane = drain().finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  return {
    add(item) {
      if (closed)
        return Promise.reject(new StoreError('closed', 'The store is closed: the bot is stopping.'));
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (busy < atOnce) start();
      });
    },
    async close() {
      closed = true;
      await Promise.all(lanes);
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
