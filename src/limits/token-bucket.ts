import type { Millis } from '../domain/time/calendar';
import type { Clock } from '../ports/clock';
import type { Grant, Lanes, Rate, Wanted } from '../ports/rate-limiter';

/* A lane's arithmetic: a bucket of `burst` calls, kept as the time it takes to fill up again (its debt). */

/** Fractions of calls are not exact. */
export const NEARLY = 1e-6;

const MOST_RESERVED = 10;

/** What calls that nobody waits for leave to those that somebody does wait for. */
export function reserveOf({ burst, reserve }: Rate): number {
  return reserve ?? Math.min(MOST_RESERVED, Math.floor(burst / 5));
}

/** How many of the wanted calls may go, the urgent ones first. */
export function grantedAt(debtMs: Millis, rate: Rate, { urgent, other }: Wanted): number {
  const free = Math.floor(rate.burst - Math.max(0, debtMs) / rate.everyMs + NEARLY);
  return Math.max(0, Math.min(urgent + other, Math.max(Math.min(urgent, free), free - reserveOf(rate))));
}

/** How long until the call at this position, from 1, may go, as far as nobody else takes its place. */
export function waitAt(debtMs: Millis, rate: Rate, position: number, urgent: boolean): Millis {
  const usable = rate.burst - (urgent ? 0 : reserveOf(rate)) - position;
  return Math.max(0, Math.ceil(debtMs - usable * rate.everyMs - NEARLY));
}

/** The debt of a lane that is paused: nothing goes for so long, then one urgent call, and the others at the rate. */
export function pausedDebt({ burst, everyMs }: Rate, ms: Millis): Millis {
  return ms + (burst - 1) * everyMs;
}

/** How many calls pass between two sweeps of lanes that are full again. */
const SWEEP_EVERY = 1_000;

/**
 * The lanes of one process, in memory. A restart forgets them: what then goes too fast, the platform refuses, and is
 * tried again.
 */
export function createLanes({ now }: Clock): Lanes {
  /** When each lane will be full. */
  const fullAt = new Map<string, Millis>();
  let calls = 0;

  function sweep(): void {
    calls += 1;
    if (calls % SWEEP_EVERY !== 0) return;
    for (const [name, at] of fullAt) if (at <= now()) fullAt.delete(name);
  }

  return {
    async take(name, rate, wanted): Promise<Grant> {
      sweep();
      const debt = Math.max(0, (fullAt.get(name) ?? 0) - now());
      const granted = grantedAt(debt, rate, wanted);
      const debtMs = debt + granted * rate.everyMs;
      fullAt.set(name, now() + debtMs);
      return { granted, debtMs };
    },
    async pause(name, rate, ms) {
      fullAt.set(name, Math.max(fullAt.get(name) ?? 0, now() + pausedDebt(rate, ms)));
    },
  };
}
