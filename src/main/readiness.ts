import type { Log } from '../ports/log';
import type { Database } from '../ports/store/database';
import { StoreError } from '../store';
import { NotReady } from '../web';
import type { Readiness } from './lifecycle';
import type { Platform } from './platforms';

export interface ReadinessParts {
  lifecycle: { readonly readiness: Readiness };
  store: Pick<Database, 'ping'>;
  platforms: readonly Pick<Platform, 'name' | 'fault'>[];
  log: Log;
}

/**
 * The check behind `/readyz`. Throws NotReady while the bot starts or stops, or, if asked, while the database or a
 * platform is away: all replicas lose them at once.
 */
export function readinessOf({ lifecycle, store, platforms, log }: ReadinessParts) {
  return async ({ database }: { database: boolean }): Promise<void> => {
    if (lifecycle.readiness !== 'serving') throw new NotReady(lifecycle.readiness);
    if (!database) return;
    for (const { name, fault } of platforms) {
      const found = fault();
      if (found !== null) throw new NotReady(`${name}: ${found}`);
    }
    await databaseAnswers(store, log);
  };
}

/** The answer has only the kind of fault; the log has the database's name and the cure. */
async function databaseAnswers(store: Pick<Database, 'ping'>, log: Log): Promise<void> {
  try {
    await store.ping();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.warn({ err: error }, 'not ready');
    throw new NotReady(`database: ${error.kind}`);
  }
}
