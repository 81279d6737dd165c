import type { After, Clock } from '../ports/clock';
import type { Rate, RateLimiter, TokenBuckets } from '../ports/rate-limiter';
import { BucketQueue } from './bucket-queue';

/** Above this number, idle queues are forgotten. */
const MAX_QUEUES = 5_000;

/** A rate limiter over token buckets in memory or in the database. */
export function createRateLimiter(buckets: TokenBuckets, clock: Clock, after: After): RateLimiter {
  const parts = { buckets, clock, after };
  const queues = new Map<string, BucketQueue>();
  let draining = false;

  function queueOf(name: string, rate: Rate): BucketQueue {
    const known = queues.get(name);
    if (known) return known;
    if (queues.size >= MAX_QUEUES) forgetIdle();
    const queue = new BucketQueue(name, rate, parts);
    queues.set(name, queue);
    return queue;
  }

  function forgetIdle(): void {
    for (const [name, queue] of queues) if (queue.isIdle) queues.delete(name);
  }

  return {
    async acquire(name, rate, options) {
      const maxWaitMs = draining ? 0 : options.maxWaitMs;
      await queueOf(name, rate).acquire(rate, { ...options, maxWaitMs });
    },
    pause: (name, rate, ms) => queueOf(name, rate).pause(rate, ms),
    drain() {
      draining = true;
      for (const queue of queues.values()) queue.rejectAll();
    },
  };
}
