import type { Millis } from '../domain/time/calendar';
import type { After } from './clock';

export interface Timeout<Late> {
  ms: Millis;
  after: After;
  /** Makes the result of work that takes longer, or throws. The work itself goes on: abort it here where it can be. */
  onTimeout: () => Late;
}

/** Settles as `work` does, or as `onTimeout` does once `ms` milliseconds have passed. A later failure is ignored. */
export async function withTimeout<T, Late>(
  work: Promise<T>,
  { ms, after, onTimeout }: Timeout<Late>,
): Promise<T | Late> {
  let cancel = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    cancel = after(ms, resolve);
  }).then(onTimeout);
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}
