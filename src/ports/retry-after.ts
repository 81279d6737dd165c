import type { Millis } from '../domain/time/calendar';

/** A longer Retry-After is taken for a mistake: asking once more after an hour costs one call. */
const MAX_RETRY_AFTER_MS: Millis = 3_600_000;

/**
 * The wait that a Retry-After header asks for, in seconds or as an HTTP date: from 0 ms to an hour. `fallbackMs` where
 * the header is missing, unreadable or in the past.
 */
export function retryAfterMs(header: string | null, now: Millis, fallbackMs: Millis): Millis {
  const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header ?? '') - now : seconds * 1_000;
  return wait >= 0 ? Math.min(MAX_RETRY_AFTER_MS, Math.ceil(wait)) : fallbackMs;
}
