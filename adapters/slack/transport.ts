import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import type { After, Clock } from '../../src/ports/clock';
import { NotAnswered, rateLimited, TimedOut } from './errors';

export interface TransportParts {
  fetch: typeof fetch;
  clock: Clock;
  after: After;
}

/** Larger than any page of people: more is no answer of Slack's. */
const LARGEST = 16 * 1024 * 1024;
/** Without a Retry-After that says anything. */
const USUAL_WAIT: Millis = 10_000;
/** A longer Retry-After is a mistake: rather ask once more an hour later. */
const LONGEST_WAIT: Millis = 3_600_000;
const TOO_MANY = 429;
const WITHOUT_BODY = [204, 205, 304];

/**
 * `fetch` for the SDK: an answer is there as a whole within the time-out, or the call fails. The SDK itself reads the
 * body without limit, and takes a 429 for one only if its Retry-After is a number.
 */
export function createTransport(parts: TransportParts, timeoutMs: Millis): typeof fetch {
  async function answered(input: Parameters<typeof fetch>[0], init: RequestInit): Promise<Response> {
    const response = await parts.fetch(input, init);
    const { status, statusText, headers } = response;
    if (status === TOO_MANY) {
      await response.body?.cancel();
      throw rateLimited(waitOf(headers.get('retry-after'), parts.clock.now()));
    }
    const body = await bodyOf(response);
    return new Response(WITHOUT_BODY.includes(status) ? null : body, { status, statusText, headers });
  }

  return async (input, init) => {
    const aborting = new AbortController();
    let cancel = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      cancel = parts.after(timeoutMs, () => reject(new TimedOut()));
    });
    try {
      return await Promise.race([answered(input, { ...init, signal: aborting.signal }), late]);
    } catch (error) {
      // Whatever still comes is not waited for.
      aborting.abort();
      throw error instanceof ChatError ? error : new NotAnswered(error);
    } finally {
      cancel();
    }
  };
}

async function bodyOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > LARGEST) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Seconds, or a date as HTTP writes it. */
function waitOf(retryAfter: string | null, now: Millis): Millis {
  const seconds = retryAfter === null || retryAfter.trim() === '' ? Number.NaN : Number(retryAfter);
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter ?? '') - now : seconds * 1_000;
  return wait >= 0 ? Math.min(LONGEST_WAIT, Math.ceil(wait)) : USUAL_WAIT;
}
