import type { Millis } from '../domain/calendar';

/** At most `most` calls in any span of `spanMs`, as chat platforms publish it. */
export interface Limit {
  most: number;
  spanMs: Millis;
}

/** Where a call counts: everything under one name shares its limits. */
export interface Lane {
  name: string;
  limits: readonly Limit[];
}

export interface Lanes {
  /** Counts a call in all of these lanes, or in none and says how long to wait (ms) before asking again. */
  take(lanes: readonly Lane[], now: Millis): Millis;
  /** Nothing goes through the lane before `until`: the platform said so. */
  close(name: string, until: Millis): void;
}

interface Log {
  taken: Millis[];
  closedUntil: Millis;
  forgetAt: Millis;
}

/** How many calls pass between two sweeps of lanes that nobody uses any more. */
const SWEEP_EVERY = 1_000;

/** Sliding windows in memory. A restart forgets them: what then goes too fast, the platform refuses, and is retried. */
export function createLanes(): Lanes {
  const logs = new Map<string, Log>();
  let calls = 0;

  function logOf(name: string): Log {
    const log = logs.get(name) ?? { taken: [], closedUntil: 0, forgetAt: 0 };
    logs.set(name, log);
    return log;
  }

  function sweep(now: Millis): void {
    calls += 1;
    if (calls % SWEEP_EVERY !== 0) return;
    for (const [name, log] of logs) if (log.forgetAt <= now) logs.delete(name);
  }

  return {
    take(lanes, now) {
      sweep(now);
      const waits = lanes.map(({ name, limits }) => waitFor(logOf(name), limits, now));
      const wait = Math.max(0, ...waits);
      if (wait > 0) return wait;
      for (const { name, limits } of lanes) count(logOf(name), limits, now);
      return 0;
    },
    close(name, until) {
      const log = logOf(name);
      log.closedUntil = Math.max(log.closedUntil, until);
      log.forgetAt = Math.max(log.forgetAt, until);
    },
  };
}

function waitFor({ taken, closedUntil }: Log, limits: readonly Limit[], now: Millis): Millis {
  const waits = limits.map(({ most, spanMs }) => {
    const oldest = taken[taken.length - most];
    return oldest === undefined ? 0 : oldest + spanMs - now;
  });
  return Math.max(closedUntil - now, ...waits);
}

function count(log: Log, limits: readonly Limit[], now: Millis): void {
  const most = Math.max(...limits.map((limit) => limit.most));
  const span = Math.max(...limits.map((limit) => limit.spanMs));
  log.taken.push(now);
  if (log.taken.length > 2 * most) log.taken.splice(0, log.taken.length - most);
  log.forgetAt = Math.max(log.forgetAt, now + span);
}
