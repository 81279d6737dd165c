import type { Log } from '../ports/log';
import type { Database } from '../ports/store/database';
import { StoreError } from '../store';
import { NotReady } from '../web';

/** Throws NotReady with the kind of fault, for whoever asks; the log has the database's name and the cure. */
export async function databaseAnswers(store: Pick<Database, 'ping'>, log: Log): Promise<void> {
  try {
    await store.ping();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.warn({ err: error }, 'not ready');
    throw new NotReady(`database: ${error.kind}`);
  }
}
