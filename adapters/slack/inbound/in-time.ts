import type { Millis } from '../../../src/domain/time/calendar';
import type { After } from '../../../src/ports/clock';

/** Slack shows a time-out after three seconds. */
export const ACK_WITHIN: Millis = 2_500;

/** The work's result, or null when it takes longer: then acknowledge, and answer once the work is done. */
export async function inTime<T>(
  work: Promise<T>,
  after: After,
  within: Millis = ACK_WITHIN,
): Promise<{ value: T } | null> {
  let cancel = (): void => undefined;
  const late = new Promise<null>((resolve) => {
    cancel = after(within, () => resolve(null));
  });
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } finally {
    cancel();
  }
}
