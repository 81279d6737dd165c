import type { Millis } from '../domain/time/calendar';
import { ChatError } from '../ports/chat';
import type { After, Clock } from '../ports/clock';
import type { Acquire, Rate, TokenBuckets } from '../ports/rate-limiter';
import { pausedDebt, waitAt } from './token-bucket';

interface WaitingCall {
  urgent: boolean;
  deadline: Millis;
  go(): void;
  reject(error: Error): void;
}

export interface QueueParts {
  buckets: TokenBuckets;
  clock: Clock;
  after: After;
}

/** A promised retry time lies no farther ahead: calls that have given up meanwhile would only delay the others. */
const MAX_PROMISE_MS: Millis = 5 * 60_000;

/**
 * The calls of this process that wait for one bucket. Only the head of the queue asks the bucket, for all waiting
 * calls at once, so that a fan-out costs few questions.
 */
export class BucketQueue {
  readonly #name: string;
  readonly #parts: QueueParts;
  #rate: Rate;
  /** The bucket's last known debt, as of `#debtAt`. */
  #debtMs: Millis = 0;
  #debtAt: Millis = 0;
  /** The latest retry time given to a rejected call, in epoch milliseconds. */
  #promisedUntil: Millis = 0;
  #waiting: WaitingCall[] = [];
  #asking = false;
  #cancelTimer: (() => void) | null = null;

  constructor(name: string, rate: Rate, parts: QueueParts) {
    this.#name = name;
    this.#rate = rate;
    this.#parts = parts;
  }

  /** Whether forgetting the queue loses nothing. */
  get isIdle(): boolean {
    const busy = this.#asking || this.#waiting.length > 0 || this.#promisedUntil > this.#now();
    return !busy && this.#debt() === 0;
  }

  /** Resolves when the call may go; `rate` counts from now on. Rejects as `RateLimiter.acquire`. */
  async acquire(rate: Rate, { urgent, maxWaitMs }: Acquire): Promise<void> {
    this.#rate = rate;
    const ahead = urgent ? this.#countUrgent() : this.#waiting.length;
    if (waitAt(this.#debt(), rate, ahead + 1, urgent) > maxWaitMs) throw this.#refusal(urgent);
    await new Promise<void>((go, reject) => {
      this.#waiting.splice(ahead, 0, { urgent, deadline: this.#now() + maxWaitMs, go, reject });
      if (ahead === 0 || !this.#cancelTimer) this.#serve();
    });
  }

  async pause(rate: Rate, ms: Millis): Promise<void> {
    this.#rate = rate;
    await this.#parts.buckets.pause(this.#name, rate, ms);
    this.#learn(Math.max(this.#debt(), pausedDebt(rate, ms)));
    this.#rejectLate();
    this.#serve();
  }

  rejectAll(): void {
    this.#stopTimer();
    for (const { urgent, reject } of this.#waiting.splice(0)) reject(this.#refusal(urgent));
  }

  /** Asks the bucket when the head's turn has come by what is known of the debt. */
  #serve(): void {
    const [head] = this.#waiting;
    this.#stopTimer();
    if (!head || this.#asking) return;
    const wait = waitAt(this.#debt(), this.#rate, 1, head.urgent);
    if (wait === 0) return void this.#ask();
    this.#cancelTimer = this.#parts.after(wait, () => {
      this.#cancelTimer = null;
      void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    const urgent = this.#countUrgent();
    const demand = { urgent, other: this.#waiting.length - urgent };
    this.#asking = true;
    try {
      const { granted, debtMs } = await this.#parts.buckets.take(this.#name, this.#rate, demand);
      this.#learn(debtMs);
      for (const { go } of this.#waiting.splice(0, granted)) go();
    } catch (cause) {
      const fault = new ChatError('unreachable', 'the rate limits cannot be read now', null, { cause });
      for (const { reject } of this.#waiting.splice(0)) reject(fault);
    } finally {
      this.#asking = false;
    }
    this.#rejectLate();
    this.#serve();
  }

  #rejectLate(): void {
    const debt = this.#debt();
    const late = this.#waiting.filter(
      ({ urgent, deadline }, index) => this.#now() + waitAt(debt, this.#rate, index + 1, urgent) > deadline,
    );
    if (late.length === 0) return;
    this.#waiting = this.#waiting.filter((each) => !late.includes(each));
    for (const { urgent, reject } of late) reject(this.#refusal(urgent));
  }

  /** A rejection whose retry time lies after all that were given before. */
  #refusal(urgent: boolean): ChatError {
    const now = this.#now();
    const first = now + waitAt(this.#debt(), this.#rate, this.#waiting.length + 1, urgent);
    const next = Math.max(first, this.#promisedUntil);
    const retryAt = Math.max(first, Math.min(next, now + MAX_PROMISE_MS));
    this.#promisedUntil = retryAt + this.#rate.everyMs;
    const retryAfterMs = Math.ceil(retryAt - now);
    return new ChatError('rate-limited', 'too many calls for the limits of the platform', retryAfterMs);
  }

  #learn(debtMs: Millis): void {
    this.#debtMs = debtMs;
    this.#debtAt = this.#now();
  }

  #debt(): Millis {
    return Math.max(0, this.#debtMs - Math.max(0, this.#now() - this.#debtAt));
  }

  #countUrgent(): number {
    return this.#waiting.filter(({ urgent }) => urgent).length;
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  #now(): Millis {
    return this.#parts.clock.now();
  }
}
