import type { Millis } from '../../src/domain/time/calendar';
import type { Post } from '../../src/ports/chat';
import type { Rate, RateLimiter } from '../../src/ports/rate-limiter';

/** How often one message may be edited: at once for a while, then steadily. */
export interface Pace {
  /**
   * Counts an edit; a `rate-limited` ChatError when it must wait: what is drawn then is newer, and waiting here would
   * show what was. `few`: everybody keeps their own view, and there are no more votes than the burst.
   */
  take(tenant: string, post: Post, few: boolean): Promise<void>;
}

/** A conversation takes 1,800 calls an hour, and the closing tally needs room among them. */
const STEADY: Millis = 90_000;
const OF_MANY: Rate = { burst: 8, everyMs: STEADY };
const OF_FEW: Rate = { burst: 60, everyMs: STEADY };

export function createPace(limiter: RateLimiter): Pace {
  return {
    take: (tenant, post, few) =>
      // Nothing else shares this lane, so nothing is left free for anybody.
      limiter.acquire(`teams ${tenant} edits ${post}`, few ? OF_FEW : OF_MANY, {
        urgent: true,
        maxWaitMs: 0,
      }),
  };
}
