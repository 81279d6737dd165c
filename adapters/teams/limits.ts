import { createHash } from 'node:crypto';
import type { Millis } from '../../src/domain/time/calendar';
import type { Post } from '../../src/ports/chat';
import type { Rate, RateLimiter } from '../../src/ports/rate-limiter';

const SECOND: Millis = 1_000;
const HOUR: Millis = 3_600_000;

/*
 * Microsoft publishes several spans at once: a bot may write 7 times in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour
 * in one conversation, and read twice as often. A bucket keeps all of them if its burst and what is refilled in a span
 * are together no more than the span allows.
 */

/** Messages, edits and new conversations, counted for each conversation. */
const WRITES: Rate = { burst: 6, everyMs: HOUR / (1_800 - 6) };
/** Reads, counted for each conversation. */
const READS: Rate = { burst: 12, everyMs: HOUR / (3_600 - 12) };
/**
 * Every call of a tenant. Microsoft names 50 a second, and 30 in an older page: this keeps to half of the first, and
 * reserves one call for the urgent.
 */
const TENANT: Rate = { burst: 2, everyMs: SECOND / 24, reserve: 1 };

/** A call that would wait longer is rejected, and its task is retried from the database. */
const MAX_WAIT_MS: Millis = 15 * SECOND;
const URGENT_MAX_WAIT_MS: Millis = 8 * SECOND;

/**
 * While votes come in, a poll stands still for ten seconds at most: this, and the second in which changes gather. Two
 * messages of a conversation, the poll and its closing tally, need no more than 1,020 of the 1,800 writes of an hour.
 */
const EDIT_EVERY_MS: Millis = 8 * SECOND;
const EDITS: Record<Audience, Rate> = {
  small: { burst: 60, everyMs: EDIT_EVERY_MS },
  large: { burst: 8, everyMs: EDIT_EVERY_MS },
};

/** What one call counts against. */
export interface Cost {
  kind: 'write' | 'read';
  tenant: string;
  /** The conversation, or the person with whom a new one begins. */
  conversation: string;
  /** A person waits for the answer in front of a screen. */
  urgent?: boolean;
}

/** Spaces the calls to the Bot Connector, by conversation and by tenant. */
export class CallLimiter {
  readonly #limiter: RateLimiter;

  constructor(limiter: RateLimiter) {
    this.#limiter = limiter;
  }

  /** Resolves when the call may be made; throws a `rate-limited` ChatError when that is too far off. */
  async acquire(cost: Cost): Promise<void> {
    const urgent = cost.urgent === true;
    const options = { urgent, maxWaitMs: urgent ? URGENT_MAX_WAIT_MS : MAX_WAIT_MS };
    await this.#limiter.acquire(...conversationBucket(cost), options);
    await this.#limiter.acquire(tenantBucket(cost.tenant), TENANT, options);
  }

  /** Holds the conversation for `waitMs`, as Teams asked. If that cannot be stored, Teams will ask again. */
  async pause(cost: Cost, waitMs: Millis): Promise<void> {
    await this.#limiter.pause(...conversationBucket(cost), waitMs).catch(() => undefined);
  }
}

/** `small`: each member has their own view, and there are no more votes than the burst. */
export type Audience = 'small' | 'large';

/** Spaces the edits of one message: at once for a while, then one every eight seconds. */
export class EditLimiter {
  readonly #limiter: RateLimiter;

  constructor(limiter: RateLimiter) {
    this.#limiter = limiter;
  }

  /**
   * Counts an edit. Throws a `rate-limited` ChatError instead of waiting: what is drawn at the retry is newer than what
   * would be sent after a wait.
   */
  async acquire(tenant: string, post: Post, audience: Audience): Promise<void> {
    // Only this message's edits share the bucket, so all of them may use its reserve.
    const options = { urgent: true, maxWaitMs: 0 };
    await this.#limiter.acquire(`${tenantBucket(tenant)} edits ${post}`, EDITS[audience], options);
  }
}

/** Calls of Microsoft Graph about presence, of which it takes 1,500 in 30 s for an app. */
export const GRAPH_RATE: Rate = { burst: 20, everyMs: SECOND / 10 };
export const GRAPH_WAIT_MS: Millis = 15 * SECOND;

export function graphBucket(tenant: string): string {
  return `${tenantBucket(tenant)} graph`;
}

/** The name of a tenant's own bucket; the names of its other buckets begin with it and a space. */
export function tenantBucket(tenant: string): string {
  return `teams ${tenant}`;
}

/** The conversation may be a person's: buckets are stored, so that it is hashed. */
function conversationBucket({ kind, tenant, conversation }: Cost): [name: string, rate: Rate] {
  const hash = createHash('sha256').update(conversation).digest('base64url');
  return [`${tenantBucket(tenant)} ${kind} ${hash}`, kind === 'write' ? WRITES : READS];
}

/** Teams sends at most 100 KB; a form's values come on top. */
export const MAX_BODY_BYTES = 256 * 1_024;
