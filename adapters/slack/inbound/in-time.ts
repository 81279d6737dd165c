import type { Millis } from '../../../src/domain/time/calendar';
import type { After } from '../../../src/ports/clock';
import { withTimeout } from '../../../src/ports/timeout';

/** Slack shows an error of its own when a request is not acknowledged within three seconds. */
const ACK_WITHIN_MS: Millis = 2_500;

/** The work's result, or null when it takes longer: acknowledge then, and answer when the work is done. */
export function inTime<T>(
  work: Promise<T>,
  after: After,
  ms: Millis = ACK_WITHIN_MS,
): Promise<{ value: T } | null> {
  return withTimeout(
    work.then((value) => ({ value })),
    { ms, after, onTimeout: () => null },
  );
}
