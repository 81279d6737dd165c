import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Millis } from '../../../src/domain/time/calendar';
import type { Clock } from '../../../src/ports/clock';

/** Older or later requests are not Slack's, or no longer. */
const WINDOW: Millis = 5 * 60_000;

export interface Signed {
  /** The headers `x-slack-request-timestamp` (seconds) and `x-slack-signature`. */
  timestamp: string | undefined;
  signature: string | undefined;
  body: Buffer;
}

/** Whether Slack signed these very bytes, within the last five minutes. Takes as long for a wrong signature. */
export function isGenuine({ timestamp, signature, body }: Signed, secret: string, now: Millis): boolean {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp) * 1_000) > WINDOW) return false;
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Remembers genuine signatures for as long as they are: true for the first request with one. Whole seconds, as Slack
 * gives them, take half the memory of what holds many requests.
 */
export function createReplayGuard({ now }: Clock): (signature: string, timestamp: number) => boolean {
  const seen = new Map<string, number>();
  return (signature, timestamp) => {
    const oldest = Math.floor((now() - WINDOW) / 1_000);
    for (const [old, sent] of seen) {
      if (sent >= oldest) break;
      seen.delete(old);
    }
    if (seen.has(signature)) return false;
    seen.set(signature, timestamp);
    return true;
  };
}
