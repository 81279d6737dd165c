import { isValidSlackRequest } from '@slack/bolt';
import type { Millis } from '../../../src/domain/time/calendar';
import type { Clock } from '../../../src/ports/clock';

/** Slack's requests are valid for five minutes; Bolt refuses older ones. */
const VALID_MS: Millis = 5 * 60_000;

export interface Signed {
  /** The headers `x-slack-request-timestamp` (seconds) and `x-slack-signature`. */
  timestamp: string | undefined;
  signature: string | undefined;
  body: Buffer;
}

/** Whether Slack signed this body, within five minutes of `now`. */
export function isGenuine({ timestamp, signature, body }: Signed, secret: string, now: Millis): boolean {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  // Bolt takes timestamps of the future.
  if (Number(timestamp) * 1_000 - now > VALID_MS) return false;
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
 * half the memory.
 */
export function createReplayGuard({ now }: Clock): (signature: string, timestamp: number) => boolean {
  const seen = new Map<string, number>();
  return (signature, timestamp) => {
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
