import { RATES, type Rate } from './limits';
import { RateLimited } from './refusal';

interface Bucket {
  tokens: number;
  at: number;
}

export interface Rates {
  /** Takes one call from the bucket, or throws RateLimited with the seconds until there is one again. */
  take(rate: string, owner: string): void;
  /** Other numbers than Slack's, from now on; `'off'` counts no more. */
  set(rates: Record<string, Rate> | 'off'): void;
  /** How often each rate refused. */
  refusals(): Record<string, number>;
}

export function createRates(now: () => number, initial: Record<string, Rate> | 'off' = {}): Rates {
  const buckets = new Map<string, Bucket>();
  const refused = new Map<string, number>();
  let rates: Record<string, Rate> | 'off' = initial === 'off' ? 'off' : { ...RATES, ...initial };

  function refilled(key: string, rate: Rate): Bucket {
    const bucket = buckets.get(key) ?? { tokens: rate.burst, at: now() };
    const gained = ((now() - bucket.at) / 60_000) * rate.perMinute;
    const next = { tokens: Math.min(rate.burst, bucket.tokens + Math.max(0, gained)), at: now() };
    buckets.set(key, next);
    return next;
  }

  return {
    take(name, owner) {
      const rate = rates === 'off' ? undefined : rates[name];
      if (!rate) return;
      const bucket = refilled(`${name} ${owner}`, rate);
      if (bucket.tokens < 1) {
        refused.set(name, (refused.get(name) ?? 0) + 1);
        throw new RateLimited(Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / rate.perMinute)));
      }
      bucket.tokens -= 1;
    },
    set(next) {
      rates = next === 'off' ? 'off' : { ...RATES, ...next };
      buckets.clear();
    },
    refusals: () => Object.fromEntries(refused),
  };
}
