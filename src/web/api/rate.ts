import type { Millis } from '../../domain/time/calendar';

/** What a token may cost: so many units at once, which come back one by one. */
const BURST = 240;
const REFILL_MS: Millis = 250;
/** The same for the header that programs read: a full burst comes back in so many seconds. */
export const POLICY = `"token";q=${BURST};w=${(BURST * REFILL_MS) / 1_000}`;
/** Tokens that are full again are forgotten once so many are known. */
const MOST_KNOWN = 10_000;

/** How much each token of this process may still cost. A burst is small enough that several processes do no harm. */
export class Rates {
  readonly #now: () => Millis;
  /** When each will be full again. */
  readonly #fullAt = new Map<string, Millis>();

  constructor(now: () => Millis) {
    this.#now = now;
  }

  /** Takes the cost; null: it may go on; else how long to wait, in ms. */
  take(token: string, cost: number): Millis | null {
    const now = this.#now();
    const debt = Math.max(0, (this.#fullAt.get(token) ?? 0) - now);
    const wait = debt + cost * REFILL_MS - BURST * REFILL_MS;
    if (wait > 0) return wait;
    this.#fullAt.set(token, now + debt + cost * REFILL_MS);
    if (this.#fullAt.size > MOST_KNOWN) this.#sweep(now);
    return null;
  }

  /** How many units are left, and in how many ms all have come back. */
  left(token: string): { units: number; fullIn: Millis } {
    const fullIn = Math.max(0, (this.#fullAt.get(token) ?? 0) - this.#now());
    return { units: Math.max(0, BURST - Math.ceil(fullIn / REFILL_MS)), fullIn };
  }

  #sweep(now: Millis): void {
    for (const [token, at] of this.#fullAt) if (at <= now) this.#fullAt.delete(token);
  }
}
