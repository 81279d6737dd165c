import type { IsolationLevel } from 'kysely';
import { retry } from '../ports/retry';
import { StoreError } from './errors';
import type { Db, Trx } from './schema';

/** Five conflicts in a row are more than bad luck. */
const ATTEMPTS = 5;

/**
 * Runs in one transaction, and once more from the start, up to five times in all, when the database rolls it back in
 * favour of another one. Side effects of `run` outside the database must therefore be safe to repeat.
 */
export function inTransaction<T>(
  db: Db,
  run: (trx: Trx) => Promise<T>,
  isolation: IsolationLevel = 'read committed',
): Promise<T> {
  return retry(() => db.transaction().setIsolationLevel(isolation).execute(run), {
    attempts: ATTEMPTS,
    isRetryable: (error) => error instanceof StoreError && error.kind === 'conflict',
  });
}
