import type { IsolationLevel } from 'kysely';
import { StoreError } from './errors';
import type { Db, Trx } from './schema';

/** A session that gave way five times has met more than bad luck. */
const ATTEMPTS = 5;

/**
 * Runs in one transaction, and again from the start when the database chose it to give way to another one.
 * What `run` does beside the database must therefore be harmless to repeat.
 */
export async function inTransaction<T>(
  db: Db,
  run: (trx: Trx) => Promise<T>,
  isolation: IsolationLevel = 'read committed',
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel(isolation).execute(run);
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof StoreError) || error.kind !== 'conflict') throw error;
    }
  }
}
