import type { Backend } from './backend';
import { StoreError } from './errors';
import { createMemory } from './memory';

/** The owner of the memory entry that is written as a test. */
const OWNER = 'store';

/**
 * Notices a database that can be read but not written. Once the database has refused votes because it is full or
 * read-only, `check` writes a small entry to find out whether that is over.
 */
export function watchWriting(backend: Backend) {
  let refused = false;
  return {
    watch<Items, Result>(write: (items: Items) => Promise<Result>): (items: Items) => Promise<Result> {
      return async (items) => {
        try {
          const result = await write(items);
          refused = false;
          return result;
        } catch (error) {
          refused = isRefusal(error);
          throw error;
        }
      };
    },
    /** Throws the database's fault while it refuses writes. */
    async check(): Promise<void> {
      if (!refused) return;
      const memory = createMemory(backend, OWNER);
      await memory.put('written', '', null, null);
      await memory.remove('written');
      refused = false;
    },
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof StoreError && (error.kind === 'full' || error.kind === 'read-only');
}
