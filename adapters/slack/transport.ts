import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import type { After, Clock } from '../../src/ports/clock';
import { retryAfterMs } from '../../src/ports/retry-after';
import { withTimeout } from '../../src/ports/timeout';
import { NotAnswered, rateLimited, TimedOut } from './errors';

export interface TransportParts {
  fetch: typeof fetch;
  clock: Clock;
  after: After;
}

/** Larger than any page of people. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** Without a readable Retry-After. */
const DEFAULT_RETRY_AFTER_MS: Millis = 10_000;
const TOO_MANY_REQUESTS = 429;
const WITHOUT_BODY = [204, 205, 304];

/**
 * `fetch` for the SDK: the whole answer arrives within `timeoutMs`, or the call fails with NotAnswered. A 429 fails with
 * a `rate-limited` ChatError. The SDK itself reads bodies of any length, and takes a 429 for one only if its
 * Retry-After is a number.
 */
export function createTransport(parts: TransportParts, timeoutMs: Millis): typeof fetch {
  return async (input, init) => {
    const aborting = new AbortController();
    const onTimeout = () => {
      throw new TimedOut();
    };
    try {
      const answer = answerOf(parts, input, { ...init, signal: aborting.signal });
      return await withTimeout(answer, { ms: timeoutMs, after: parts.after, onTimeout });
    } catch (error) {
      // Stops reading what may still arrive.
      aborting.abort();
      throw error instanceof ChatError ? error : new NotAnswered(error);
    }
  };
}

async function answerOf(
  { fetch: send, clock }: TransportParts,
  input: Parameters<typeof fetch>[0],
  init: RequestInit,
): Promise<Response> {
  const response = await send(input, init);
  const { status, statusText, headers } = response;
  if (status === TOO_MANY_REQUESTS) {
    await response.body?.cancel();
    throw rateLimited(retryAfterMs(headers.get('retry-after'), clock.now(), DEFAULT_RETRY_AFTER_MS));
  }
  const body = await bodyOf(response);
  return new Response(WITHOUT_BODY.includes(status) ? null : body, { status, statusText, headers });
}

async function bodyOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
