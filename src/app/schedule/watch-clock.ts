import type { Millis } from '../../domain/time/calendar';
import type { Core } from '../core';

/** A clock that is set back by less was only being set right. */
const TOLERATED: Millis = 5_000;

/**
 * To be called before each look at what is due: notices that the clock was set back. While it was wrong, teams were put
 * to sleep until times that are far away now, and leases and retries were set by it, too. What was done stays done.
 */
export function watchClock({
  clock,
  wakeQueue,
  clockWentBack,
  log,
}: Pick<Core, 'clock' | 'wakeQueue' | 'clockWentBack' | 'log'>): () => Promise<void> {
  let latest = clock.now();
  return async () => {
    const now = clock.now();
    if (latest - now > TOLERATED) {
      log.warn({ backMs: latest - now }, 'the clock was set back: every team is looked at anew');
      await clockWentBack();
      await wakeQueue.wake(null);
      latest = now;
    }
    latest = Math.max(latest, now);
  };
}
