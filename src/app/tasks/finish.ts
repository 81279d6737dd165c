import type { Millis } from '../../domain/calendar';
import type { Core } from '../core';
import type { Outcome, TaskKey } from '../ports';

const TRY_AGAIN: Millis = 1_000;
/** A database that is away for longer leaves the outcome open: the next attempt is told so. */
const MOST_TRIES = 75;

/**
 * Records what became of a task. What was posted must not be posted again only because the database was away just
 * then, so whoever knows it stays, and writes it down as soon as it is back; unless a later attempt has taken over.
 */
export async function finishTask(
  { store, clock, after, log }: Pick<Core, 'store' | 'clock' | 'after' | 'log'>,
  key: TaskKey,
  attempt: number,
  outcome: Outcome,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await store.ledger.finish(key, attempt, outcome, clock.now());
      return;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      const fields = { err: error, team: key.team, kind: key.kind, day: key.day };
      if (tries === 1) log.warn(fields, 'outcome of a task not recorded; trying again');
      await new Promise<void>((resolve) => void after(TRY_AGAIN, resolve));
    }
  }
}
