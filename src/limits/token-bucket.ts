import type { Millis } from '../domain/time/calendar';
import type { Clock } from '../ports/clock';
import type { Allowance, Demand, Rate, TokenBuckets } from '../ports/rate-limiter';

/* A bucket of `burst` tokens is kept as its debt: the time until it is full again. */

/** Tolerance in tokens for rounding errors of floating-point numbers. */
export const EPSILON = 1e-6;

const MAX_DEFAULT_RESERVE = 10;
/** Calls between two sweeps of buckets that are full again. */
const SWEEP_EVERY = 1_000;

/** Tokens that only urgent calls may take. */
export function reserveOf({ burst, reserve }: Rate): number {
  return reserve ?? Math.min(MAX_DEFAULT_RESERVE, Math.floor(burst / 5));
}

/** How long the call at this position of the queue (from 1) has to wait if no other process takes its token. */
export function waitAt(debtMs: Millis, rate: Rate, position: number, urgent: boolean): Millis {
  const usable = rate.burst - (urgent ? 0 : reserveOf(rate)) - position;
  return Math.max(0, Math.ceil(debtMs - usable * rate.everyMs - EPSILON));
}

/** The debt of a paused bucket: no call for `ms`, then one urgent call, and the others at the rate. */
export function pausedDebt({ burst, everyMs }: Rate, ms: Millis): Millis {
  return ms + (burst - 1) * everyMs;
}

/**
 * Token buckets in memory, for a single process. A restart forgets them: calls that then go too fast are refused by
 * the platform and retried.
 */
export function createTokenBuckets({ now }: Clock): TokenBuckets {
  const fullAt = new Map<string, Millis>();
  let calls = 0;

  function sweep(): void {
    calls += 1;
    if (calls % SWEEP_EVERY !== 0) return;
    for (const [name, at] of fullAt) if (at <= now()) fullAt.delete(name);
  }

  return {
    async take(name, rate, demand): Promise<Allowance> {
      sweep();
      const debt = Math.max(0, (fullAt.get(name) ?? 0) - now());
      const granted = grantedAt(debt, rate, demand);
      const debtMs = debt + granted * rate.everyMs;
      fullAt.set(name, now() + debtMs);
      return { granted, debtMs };
    },
    async pause(name, rate, ms) {
      fullAt.set(name, Math.max(fullAt.get(name) ?? 0, now() + pausedDebt(rate, ms)));
    },
  };
}

/** How many of the demanded calls may go, urgent ones first. */
function grantedAt(debtMs: Millis, rate: Rate, { urgent, other }: Demand): number {
  const free = Math.floor(rate.burst - Math.max(0, debtMs) / rate.everyMs + EPSILON);
  return Math.max(0, Math.min(urgent + other, Math.max(Math.min(urgent, free), free - reserveOf(rate))));
}
