import type { Millis } from '../domain/time/calendar';

export interface Clock {
  now(): Millis;
}

/** Real time, for coalescing: runs once after the delay; the returned function cancels it. */
export type After = (delayMs: Millis, run: () => void) => () => void;
