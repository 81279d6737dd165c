import { createRateLimiter } from '../../src/limits/rate-limiter';
import { createTokenBuckets } from '../../src/limits/token-bucket';
import type { After, Clock } from '../../src/ports/clock';
import type { RateLimiter } from '../../src/ports/rate-limiter';

/** A rate limiter with its buckets in memory, as one process has it alone. */
export function localLimiter({ clock, after }: { clock: Clock; after: After }): RateLimiter {
  return createRateLimiter(createTokenBuckets(clock), clock, after);
}
