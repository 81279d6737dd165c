import { retry } from '../../ports/retry';
import type { TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { MOST_WRITES, WRITE_RETRY_MS } from './timing';

/**
 * Writes what became of a task to the ledger, again and again while the database is away: what was posted must not be
 * posted twice because of that, and what surely was not posted must not count as unknown. Throws the database's fault
 * once it has been away for longer than `MOST_WRITES` tries; the next attempt then learns that the outcome is open.
 */
export async function writeOutcome(
  { after, log }: Ports<'after' | 'log'>,
  { team, kind, day }: TaskKey,
  write: () => Promise<unknown>,
): Promise<void> {
  await retry(write, {
    attempts: MOST_WRITES,
    isRetryable: () => true,
    async beforeRetry(error, tries) {
      const level = tries === 1 ? 'warn' : 'debug';
      log[level]({ err: error, team, kind, day, tries }, 'outcome of a task not recorded; trying again');
      await new Promise<void>((resolve) => void after(WRITE_RETRY_MS, resolve));
    },
  });
}
