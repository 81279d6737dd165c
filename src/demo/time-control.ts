import type { Millis } from '../domain/time/calendar';
import type { After, Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import type { TimeControl } from '../ports/time-control';

/** How often a simulated clock moves, in real milliseconds. */
const BEAT: Millis = 250;
/** A step that leaves the next wake-up where it is must not hold the clock for ever. */
const NUDGE: Millis = 1_000;
const LONGEST_SEARCH = 40;

export interface TimeControlOptions {
  real: Clock;
  after: After;
  log: Log;
  /** Does what is due now; resolves with how many tasks were done. */
  runDue: () => Promise<number>;
  nextWake: () => Promise<Millis | null>;
  /** The clock was moved back, or is real again: look at every team anew. */
  wakeAll: () => Promise<void>;
  settle: () => Promise<void>;
  start: { now: Millis; speed: number } | null;
}

/**
 * A clock that shows real time, or a simulated one which moves in steps: each step stops at every wake-up on its
 * way, so that a task always runs at its own time, at any speed.
 */
export function createTimeControl(options: TimeControlOptions): TimeControl & { stop(): Promise<void> } {
  const { real, after, log, runDue, nextWake, wakeAll, settle } = options;
  let simulated: Millis | null = options.start?.now ?? null;
  let speed = options.start?.speed ?? 1;
  let queue: Promise<unknown> = Promise.resolve();
  let cancelBeat: (() => void) | null = null;
  let stopped = false;
  /** Simulated time not yet shown: less than a millisecond. */
  let gained = 0;

  const now = () => simulated ?? real.now();

  /** One movement at a time. */
  function inTurn<T>(move: () => Promise<T>): Promise<T> {
    const result = queue.then(move);
    queue = result.catch(() => undefined);
    return result;
  }

  async function stepTo(target: Millis): Promise<void> {
    const before = now();
    simulated = before;
    if (target < before) {
      simulated = target;
      await wakeAll();
    }
    await runDue();
    for (let wake = await nextWake(); wake !== null && wake <= target; wake = await nextWake()) {
      simulated = wake > simulated ? wake : Math.min(simulated + NUDGE, target);
      await runDue();
      if (simulated >= target) break;
    }
    simulated = Math.max(simulated, target);
    await runDue();
  }

  async function search(): Promise<Millis | null> {
    if ((await runDue()) > 0) return now();
    for (let count = 0; count < LONGEST_SEARCH; count += 1) {
      const wake = await nextWake();
      if (wake === null) return null;
      simulated = Math.max(wake, now() + 1);
      if ((await runDue()) > 0) return simulated;
    }
    return null;
  }

  function beat(): void {
    if (stopped || simulated === null || cancelBeat) return;
    const from = real.now();
    cancelBeat = after(BEAT, () => {
      cancelBeat = null;
      void inTurn(async () => {
        if (simulated === null || speed <= 0) return;
        gained += (real.now() - from) * speed;
        const whole = Math.floor(gained);
        gained -= whole;
        await stepTo(simulated + whole);
      })
        .catch((error: unknown) => log.error({ err: error }, 'simulated time not moved'))
        .finally(beat);
    });
  }

  const start = () => {
    simulated ??= real.now();
    beat();
  };

  beat();
  return {
    now,
    isReal: () => simulated === null,
    speed: () => speed,
    setSpeed(next) {
      speed = next;
      start();
    },
    moveTo: (target) =>
      inTurn(async () => {
        await stepTo(target);
        await settle();
        start();
      }),
    next: () =>
      inTurn(async () => {
        const found = await search();
        await settle();
        start();
        return found;
      }),
    real: () =>
      inTurn(async () => {
        simulated = null;
        speed = 1;
        await wakeAll();
        await runDue();
        await settle();
      }),
    settle,
    async stop() {
      stopped = true;
      cancelBeat?.();
      await queue;
    },
  };
}
