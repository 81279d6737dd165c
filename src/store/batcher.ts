import { StoreError } from './errors';
import { nextTurn } from './next-turn';

export interface Batcher<Item, Result> {
  /** Resolves with the item's result once its batch is committed. Throws the fault of the commit. */
  add(item: Item): Promise<Result>;
  /** Rejects further items, and resolves when all earlier ones are settled. */
  close(): Promise<void>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Lets concurrent calls share a commit: items that arrive in one turn of the event loop, or while `atOnce` commits are
 * running, go into the next batch of at most `maxItems`. A lone item is committed without delay. `commit` must be all
 * or nothing, and return one result per item, in order. With `atOnce` above 1 batches may finish in any order.
 *
 * Votes and reads share this one: a loader of reads alone would be a second.
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
    // Here and not when the promise settles: an item added in between would wait for a lane that has ended.
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

/** The database refused the data of one item: the others must not fail with it. */
async function commitEach<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  batch: readonly Waiting<Item, Result>[],
): Promise<void> {
  for (const one of batch) await commitBatch(commit, [one]);
}

function isConstraint(error: unknown): boolean {
  return error instanceof StoreError && error.kind === 'constraint';
}
