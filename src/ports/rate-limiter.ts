import type { Millis } from '../domain/time/calendar';

/** How fast calls may go: `burst` at once, then one every `everyMs`. */
export interface Rate {
  burst: number;
  everyMs: Millis;
  /** Calls of the burst that only urgent calls may use; by default a fifth of it, at most ten. */
  reserve?: number;
}

/** Calls that are waiting: urgent ones, for which a person waits in front of a screen, and the others. */
export interface Demand {
  urgent: number;
  other: number;
}

/** What a bucket answers to a demand. */
export interface Allowance {
  /** Calls that may go now, urgent ones first. */
  granted: number;
  /** Time until the bucket is full again, if no more calls go. */
  debtMs: Millis;
}

/** Token buckets, one for each limit of a chat platform, by name. They are shared by all processes of a deployment. */
export interface TokenBuckets {
  /** Takes as many of the demanded calls as the bucket allows now. Urgent calls may use the reserve. */
  take(name: string, rate: Rate, demand: Demand): Promise<Allowance>;
  /** Empties the bucket: no call goes for `ms`, then calls start slowly. */
  pause(name: string, rate: Rate, ms: Millis): Promise<void>;
}

export interface Acquire {
  /** A person waits in front of a screen: goes before the others. */
  urgent: boolean;
  /** A call that would wait longer is rejected as soon as that is known. */
  maxWaitMs: Millis;
}

/** Makes calls of this process wait, so that the limits of a platform are kept. */
export interface RateLimiter {
  /**
   * Resolves when the call may be sent. Rejects with a `rate-limited` ChatError when the wait would be longer than
   * `maxWaitMs`; its `retryAfterMs` is a time that no other call was given. Rejects with `unreachable` when the bucket
   * cannot be read.
   */
  acquire(name: string, rate: Rate, options: Acquire): Promise<void>;
  /** No call goes for `ms`, then calls start slowly. */
  pause(name: string, rate: Rate, ms: Millis): Promise<void>;
  /** Rejects all waiting calls, and from now on every call that would have to wait. For a shutdown. */
  drain(): void;
}
