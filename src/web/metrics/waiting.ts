import { Gauge, type Registry } from 'prom-client';
import type { Millis } from '../../domain/time/calendar';

/** Who waits now, by platform. */
export interface Waiting {
  /** Begins to wait; what is returned ends it. */
  enter(platform: string): () => void;
}

interface Waiter {
  platform: string;
  since: Millis;
}

/** Shows how many wait and for how long the first of them has waited. `now` only has to go forward. */
export function createWaiting(registry: Registry, now: () => Millis): Waiting {
  // In the order in which they came.
  const waiters = new Set<Waiter>();
  const platforms = new Set<string>();
  const own = (platform: string) => [...waiters].filter((waiter) => waiter.platform === platform);
  new Gauge({
    name: 'telework_lane_waiting',
    help: 'Calls that wait for their turn at a platform.',
    labelNames: ['platform'],
    registers: [registry],
    collect() {
      for (const platform of platforms) this.set({ platform }, own(platform).length);
    },
  });
  new Gauge({
    name: 'telework_lane_oldest_wait_seconds',
    help: 'How long the call has waited that has waited longest for its turn at a platform.',
    labelNames: ['platform'],
    registers: [registry],
    collect() {
      for (const platform of platforms) {
        const since = own(platform)[0]?.since ?? now();
        this.set({ platform }, (now() - since) / 1_000);
      }
    },
  });
  return {
    enter(platform) {
      platforms.add(platform);
      const waiter = { platform, since: now() };
      waiters.add(waiter);
      return () => waiters.delete(waiter);
    },
  };
}
