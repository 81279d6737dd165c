import type { Millis } from '../../../src/domain/time/calendar';
import type { After, Clock } from '../../../src/ports/clock';
import type { Memory } from '../../../src/ports/store/memory';
import { memoryKeys } from '../memory-keys';

/** Lets one process at a time work on something, of all that share the database. */
export interface Leases {
  /** Works once the lease is held; null when another process held it for as long as `maxWaitMs`. */
  hold<T>(name: string, maxWaitMs: Millis, work: () => Promise<T>): Promise<{ value: T } | null>;
}

/** Longer than any work under a lease, which is two calls of ten seconds: after a crash the lease expires. */
const LEASE_MS: Millis = 60_000;
const RETRY_MS: Millis = 100;

export function createLeases({
  memory,
  clock,
  after,
  newId,
}: {
  memory: Memory;
  clock: Clock;
  after: After;
  newId: () => string;
}): Leases {
  async function claim(name: string, holder: string, maxWaitMs: Millis): Promise<boolean> {
    const [key, org] = [memoryKeys.lease(name), memoryKeys.orgOfInstall(name)];
    const deadline = clock.now() + maxWaitMs;
    while (!(await memory.claim(key, holder, clock.now() + LEASE_MS, org))) {
      if (clock.now() >= deadline) return false;
      await new Promise<void>((resolve) => {
        after(RETRY_MS, resolve);
      });
    }
    return true;
  }

  return {
    async hold(name, maxWaitMs, work) {
      const key = memoryKeys.lease(name);
      const holder = newId();
      if (!(await claim(name, holder, maxWaitMs))) return null;
      try {
        return { value: await work() };
      } finally {
        if ((await memory.get(key)) === holder) await memory.remove(key);
      }
    },
  };
}
