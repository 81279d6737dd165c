import type { Millis } from '../domain/time/calendar';
import type { After, Clock } from '../ports/clock';

/** The machine's clock, which can be set while the bot runs. */
export const realClock: Clock = { now: () => Date.now() };

/** A clock that only goes forward, whatever the machine's clock is set to. Its zero is arbitrary. */
export const steadyClock: Clock = { now: () => performance.now() };

export const after: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};

export function pause(ms: Millis): Promise<void> {
  return new Promise((resolve) => {
    after(ms, resolve);
  });
}
