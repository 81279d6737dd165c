import type { Backend } from './backend';
import { StoreError } from './errors';
import { createMemory } from './memory';

/** Whose memory is written to find out. */
const OWNER = 'store';

/**
 * A database that can be read and not written serves nobody, and no reading tells: once votes were refused for that,
 * something small is written to find out whether it is over.
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
    /** Throws the database's fault while nothing can be written. */
    async check(): Promise<void> {
      if (!refused) return;
      const memory = createMemory(backend, OWNER);
      await memory.put('written', '', null);
      await memory.remove('written');
      refused = false;
    },
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof StoreError && (error.kind === 'full' || error.kind === 'read-only');
}
