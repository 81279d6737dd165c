import type { Post } from '../../src/app/ports';
import type { Millis } from '../../src/domain/calendar';

/** How often one message may be edited: at once for a while, then steadily. */
export interface Pace {
  /** Counts an edit and says 0, or counts none and says how long to wait (ms). */
  take(post: Post, burst: number, now: Millis): Millis;
}

/** In a large place: a conversation takes 1,800 calls an hour, and the closing tally needs room among them. */
export const BURST_OF_MANY = 8;
/** Where everybody keeps their own view there are no more votes than this. */
export const BURST_OF_FEW = 60;
const STEADY: Millis = 90_000;
const KEPT = 500;

interface Bucket {
  /** What was saved up, in the time of edits. */
  saved: Millis;
  at: Millis;
}

export function createPace(): Pace {
  const buckets = new Map<Post, Bucket>();
  return {
    take(post, burst, now) {
      const known = buckets.get(post) ?? { saved: burst * STEADY, at: now };
      const saved = Math.min(burst * STEADY, known.saved + Math.max(0, now - known.at));
      const wait = Math.max(0, STEADY - saved);
      buckets.delete(post);
      buckets.set(post, { saved: wait > 0 ? saved : saved - STEADY, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > KEPT && oldest !== undefined) buckets.delete(oldest);
      return wait;
    },
  };
}
