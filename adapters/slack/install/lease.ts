import type { Millis } from '../../../src/domain/time/calendar';
import type { After, Clock } from '../../../src/ports/clock';
import type { Memory } from '../../../src/ports/store/memory';

/** Lets one at a time work on something, among all processes that share the database. */
export interface Leases {
  /** Works once the lease is held; null when others held it for as long as `patience`. */
  hold<T>(name: string, patience: Millis, work: () => Promise<T>): Promise<{ value: T } | null>;
}

/** Longer than any work under a lease: two calls of ten seconds. It ends by itself when its process dies. */
const LEASE: Millis = 60_000;
const ASK_AGAIN: Millis = 100;

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
  async function claim(key: string, holder: string, patience: Millis): Promise<boolean> {
    const deadline = clock.now() + patience;
    while (!(await memory.claim(key, holder, clock.now() + LEASE))) {
      if (clock.now() >= deadline) return false;
      await new Promise<void>((resolve) => {
        after(ASK_AGAIN, resolve);
      });
    }
    return true;
  }

  return {
    async hold(name, patience, work) {
      const key = `lease:${name}`;
      const holder = newId();
      if (!(await claim(key, holder, patience))) return null;
      try {
        return { value: await work() };
      } finally {
        if ((await memory.get(key)) === holder) await memory.remove(key);
      }
    },
  };
}
