import { isValidSlackRequest } from '@slack/bolt';
import type { Millis } from '../../../src/domain/time/calendar';
import type { Clock } from '../../../src/ports/clock';
import { type Headers, headerOf } from '../../../src/ports/post';

/** Slack's requests are valid for five minutes; Bolt refuses older ones. */
export const VALID_MS: Millis = 5 * 60_000;

const SIGNATURE = /^v0=[0-9a-f]{64}$/;

/** What Slack signs a request with: the headers of these names. */
export interface Signature {
  /** Seconds, in digits. */
  timestamp: string;
  signature: string;
}

/** The signature in the headers; null where it is missing, malformed, or not of the five minutes around `now`. */
export function signatureIn(headers: Headers, now: Millis): Signature | null {
  const signature = headerOf(headers['x-slack-signature']);
  const timestamp = headerOf(headers['x-slack-request-timestamp']);
  if (!signature || !timestamp || !SIGNATURE.test(signature) || !/^\d{1,12}$/.test(timestamp)) return null;
  // Whole seconds, as Bolt counts, which takes timestamps of the future.
  const age = Math.floor(now / 1_000) - Number(timestamp);
  return Math.abs(age) > VALID_MS / 1_000 ? null : { timestamp, signature };
}

/** Whether Slack signed this body, within five minutes of `now`. */
export function isGenuine(
  { timestamp, signature }: Signature,
  body: Buffer,
  { secret, now }: { secret: string; now: Millis },
): boolean {
  return isValidSlackRequest({
    signingSecret: secret,
    body: body.toString('utf8'),
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
    nowMilliseconds: now,
  });
}

/**
 * Remembers genuine signatures for as long as they are valid: true for the first request with one. Not a cache with a
 * bound: under load it would forget signatures that can be replayed. Timestamps in seconds, as Slack sends them, take
 * half the memory. `alone`: no other process keeps what was served before this one, so that what was signed before the
 * guard was made may be a replay, and is not taken.
 */
export function createReplayGuard(
  { now }: Clock,
  { alone }: { alone: boolean },
): (signature: string, timestamp: number) => boolean {
  const seen = new Map<string, number>();
  const madeAt = alone ? Math.floor(now() / 1_000) : 0;
  return (signature, timestamp) => {
    if (timestamp < madeAt) return false;
    const oldest = Math.floor((now() - VALID_MS) / 1_000);
    for (const [old, sent] of seen) {
      if (sent >= oldest) break;
      seen.delete(old);
    }
    if (seen.has(signature)) return false;
    seen.set(signature, timestamp);
    return true;
  };
}
