import type { Millis } from '../../src/domain/time/calendar';
import type { Rate, RateLimiter } from '../../src/ports/rate-limiter';

const SECOND: Millis = 1_000;
const HOUR: Millis = 3_600_000;

/*
 * Microsoft publishes several spans at once: for what a bot writes in one conversation 7 calls in 1 s, 8 in 2 s, 60 in
 * 30 s and 1,800 in an hour; twice that for what it reads. A bucket keeps all of them if its burst and what is refilled
 * in a span are together no more than the span allows.
 */

/** A bot's messages, edits and new conversations, each conversation for itself. */
const WRITES: Rate = { burst: 6, everyMs: HOUR / (1_800 - 6) };
const READS: Rate = { burst: 12, everyMs: HOUR / (3_600 - 12) };
/** Microsoft names 50 a second, and 30 in an older place: half of the first is kept to, one call of it for the urgent. */
const TENANT: Rate = { burst: 2, everyMs: SECOND / 24, reserve: 1 };

/** Longer than this nobody waits here: the ledger does. */
const PATIENCE: Millis = 15 * SECOND;
const URGENT_PATIENCE: Millis = 8 * SECOND;

export interface Toll {
  kind: 'write' | 'read';
  tenant: string;
  /** The conversation, or whom a new one is with. */
  conversation: string;
  /** Somebody waits for it in front of a screen. */
  urgent?: boolean;
}

export interface TeamsLanes {
  /** Resolves when the call may be made; a `rate-limited` ChatError when that is too far off. */
  enter(toll: Toll): Promise<void>;
  /** The platform asked to wait. */
  hold(toll: Toll, waitMs: Millis): Promise<void>;
}

export function createTeamsLanes(limiter: RateLimiter): TeamsLanes {
  return {
    async enter(toll) {
      const urgent = toll.urgent === true;
      const options = { urgent, maxWaitMs: urgent ? URGENT_PATIENCE : PATIENCE };
      await limiter.acquire(...conversationLane(toll), options);
      await limiter.acquire(`teams ${toll.tenant}`, TENANT, options);
    },
    // A pause that could not be written down is told by Teams again.
    hold: (toll, waitMs) => limiter.pause(...conversationLane(toll), waitMs).catch(() => undefined),
  };
}

function conversationLane({ kind, tenant, conversation }: Toll): [string, Rate] {
  return [`teams ${tenant} ${kind} ${conversation}`, kind === 'write' ? WRITES : READS];
}
