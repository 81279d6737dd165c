import type { Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** A clock that is set back by less was only being corrected. */
const TOLERATED_MS: Millis = 5_000;

/**
 * Notices that the clock was set back; to be called before each round of checks. While the clock was wrong, wake-up
 * times, leases and retries were set by it, and lie too far away now. What was done stays done.
 */
export function watchClock({
  clock,
  wakeQueue,
  clockWentBack,
  log,
}: Ports<'clock' | 'wakeQueue' | 'clockWentBack' | 'log'>): () => Promise<void> {
  let latest = clock.now();
  return async () => {
    const now = clock.now();
    if (latest - now > TOLERATED_MS) {
      log.warn({ backMs: latest - now }, 'the clock was set back: every team is checked again');
      await clockWentBack();
      await wakeQueue.wake(null);
      latest = now;
    }
    latest = Math.max(latest, now);
  };
}
