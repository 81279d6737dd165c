import type { Millis } from '../../src/domain/time/calendar';
import type { After } from '../../src/ports/clock';

/* Simulated time: it stands while anything runs, and then goes to the next timer. */

export interface Time {
  /** The wall clock, which may jump. */
  now(): Millis;
  /** A clock that is never set. */
  steady(): Millis;
  after: After;
  sleep(ms: Millis): Promise<void>;
  /** What must end before time goes on: real work, as of the database. */
  busy<T>(work: () => Promise<T>): Promise<T>;
  /** Sets the wall clock. */
  jump(ms: Millis): void;
  /** Runs the next timer, or stands at the wall clock's `until` where none comes before; then lets everything run. */
  step(until: Millis): Promise<void>;
  /** Lets everything run that needs no time. */
  drain(): Promise<void>;
}

/** More than any work needs while time stands. */
const MOST_TURNS = 20_000;

interface Timer {
  at: Millis;
  run(): void;
}

export function createTime(start: Millis): Time {
  let wall = start;
  let steady = 0;
  let working = 0;
  const timers = new Set<Timer>();

  const after: After = (delayMs, run) => {
    const timer = { at: steady + Math.max(0, Math.ceil(delayMs)), run };
    timers.add(timer);
    return () => timers.delete(timer);
  };

  async function drain(): Promise<void> {
    for (let turns = 0; turns === 0 || working > 0; turns += 1) {
      if (turns > MOST_TURNS) throw new Error('what runs here does not come to an end');
      await turn();
    }
  }

  function go(ms: Millis): void {
    steady += ms;
    wall += ms;
  }

  return {
    now: () => Math.floor(wall),
    steady: () => steady,
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    async busy(work) {
      working += 1;
      try {
        return await work();
      } finally {
        working -= 1;
      }
    },
    jump(ms) {
      wall += ms;
    },
    async step(until) {
      const end = steady + Math.max(0, until - wall);
      let first: Timer | null = null;
      for (const timer of timers) if (timer.at <= end && (!first || timer.at < first.at)) first = timer;
      go((first?.at ?? end) - steady);
      if (first) {
        timers.delete(first);
        first.run();
      }
      await drain();
    },
    drain,
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
