import { Gauge, type Registry } from 'prom-client';
import type { Millis } from '../../domain/time/calendar';

/** The calls that wait for a rate limit, by platform. */
export interface Waiting {
  /** A call begins to wait; call the result when it ends. */
  enter(platform: string): () => void;
}

interface Waiter {
  platform: string;
  since: Millis;
}

/** Shows how many calls wait, and how long the first of them has waited. `now` never goes back. */
export function createWaiting(registry: Registry, now: () => Millis): Waiting {
  // In the order in which they began to wait.
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
    help: 'How long the call that waits longest has waited for its turn at a platform.',
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
