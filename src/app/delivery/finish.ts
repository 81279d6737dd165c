import type { Millis } from '../../domain/time/calendar';
import type { Outcome, TaskKey } from '../../ports/store/ledger';
import type { Core } from '../core';

type Means = Pick<Core, 'ledger' | 'clock' | 'after' | 'log'>;

const TRY_AGAIN: Millis = 1_000;
/** A database that is away for longer leaves the outcome open: the next attempt is told so. */
const MOST_TRIES = 75;

/**
 * Records what became of a task. What was posted must not be posted again only because the database was away just
 * then, so whoever knows it stays, and writes it down as soon as it is back; unless a later attempt has taken over.
 */
export async function finishTask(
  core: Means,
  key: TaskKey,
  attempt: number,
  outcome: Outcome,
): Promise<void> {
  const { ledger, clock } = core;
  await writeDown(core, key, () => ledger.finish(key, attempt, outcome, clock.now()));
}

/**
 * Gives a task back that surely was not done. Who stayed silent about that would leave it unknown whether it was, and
 * most of what is unknown is not repeated.
 */
export async function giveBackTask(
  core: Means,
  key: TaskKey,
  attempt: number,
  delayMs: Millis,
  again: boolean,
): Promise<void> {
  await writeDown(core, key, () => core.ledger.release(key, attempt, delayMs, again));
}

async function writeDown({ after, log }: Means, key: TaskKey, write: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      const fields = { err: error, team: key.team, kind: key.kind, day: key.day };
      if (tries === 1) log.warn(fields, 'outcome of a task not recorded; trying again');
      await new Promise<void>((resolve) => void after(TRY_AGAIN, resolve));
    }
  }
}
