import type { Millis } from '../domain/time/calendar';

/** How fast calls go: `burst` at once, then one every `everyMs`. */
export interface Rate {
  burst: number;
  everyMs: Millis;
  /** How many calls of a burst are left to the urgent; unless told, a fifth, and ten at most. */
  reserve?: number;
}

/** Calls that want to go: those which somebody waits for in front of a screen, and the others. */
export interface Wanted {
  urgent: number;
  other: number;
}

export interface Grant {
  /** How many of the calls go now, the urgent ones first. */
  granted: number;
  /** How long until the lane is full again, if nothing more goes. */
  debtMs: Millis;
}

/**
 * The limits of chat platforms, as lanes of calls; a name and its rate belong together. What is not urgent leaves a
 * share of the burst to what is.
 */
export interface Lanes {
  /** Lets as many of the wanted calls go as the lane has room for. */
  take(name: string, rate: Rate, wanted: Wanted): Promise<Grant>;
  /** Nothing goes for so long: the platform said so. Then it begins slowly. */
  pause(name: string, rate: Rate, ms: Millis): Promise<void>;
}

export interface Turn {
  /** Somebody waits in front of a screen: goes before what fans out. */
  urgent: boolean;
  /** Whoever would wait longer is refused, as soon as that is known. */
  patience: Millis;
}

/** Calls of this process wait here, so that the platform's limits are obeyed and never met. */
export interface LaneQueue {
  /**
   * Resolves when the call may be sent. Throws a `rate-limited` ChatError when that is too far off, with the time of
   * the next place that nobody was told yet; `unreachable` when the lane cannot be asked.
   */
  turn(name: string, rate: Rate, turn: Turn): Promise<void>;
  /** Nothing goes for so long; then it starts slowly. */
  pause(name: string, rate: Rate, ms: Millis): Promise<void>;
  /** From now on nobody waits: for a stop, after which everything is brought up to date anyway. */
  drain(): void;
}
