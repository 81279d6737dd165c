import type { After, Clock } from '../../src/ports/clock';

/** A clock that stands until it is moved, with the timers that are due on the way. */
export interface FakeTime extends Clock {
  after: After;
  /** Counts a piece of work that runs in real time; the clock waits for it. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing tracked runs any more. */
  quiet(): Promise<void>;
  /** Moves on, firing timers at their times, each once what the last one began is done. */
  advance(ms: number): Promise<void>;
  set(at: number): void;
}

interface Timer {
  at: number;
  run: () => void;
}

/** Turns of the event loop after which nothing more comes of what has been done. */
const TURNS = 12;

export function createFakeTime(start: number): FakeTime {
  let now = start;
  let running = 0;
  let timers: Timer[] = [];

  async function quiet(): Promise<void> {
    for (let idle = 0; idle < TURNS; idle = running > 0 ? 0 : idle + 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    now: () => now,
    after(delayMs, run) {
      const timer = { at: now + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    async track(work) {
      running += 1;
      try {
        return await work;
      } finally {
        running -= 1;
      }
    },
    quiet,
    async advance(ms) {
      const target = now + ms;
      await quiet();
      for (;;) {
        const next = timers.filter(({ at }) => at <= target).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.run();
        await quiet();
      }
      now = target;
    },
    set(at) {
      now = at;
    },
  };
}
