import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import { retryAfterMs } from '../../src/ports/retry-after';

/** Codes of connection errors that come before anything is sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Stands for a token that could not be fetched, which happens before anything is sent. */
const CREDENTIALS = 'credentials';
/** Without a readable Retry-After. */
const DEFAULT_RETRY_AFTER_MS: Millis = 2_000;
/** Added to every wait, times a random number: calls that were refused together do not come again together. */
const JITTER_MS: Millis = 1_000;

interface Failure {
  status: number | null;
  code: string | null;
  retryAfter: string | null;
}

/** Turns an error of the SDK into a ChatError, by its status code. `random` is from 0 to 1; `what` names the call. */
export function toChatError(error: unknown, what: string, random: number, now: Millis): ChatError {
  if (error instanceof ChatError) return error;
  const failure = failureOf(error);
  const kind = kindOf(failure);
  const reason = failure.status ?? failure.code ?? 'no answer';
  const wait = kind === 'rate-limited' ? waitOf(failure, now) + Math.round(random * JITTER_MS) : null;
  return new ChatError(kind, `Teams did not ${what} (${reason})`, wait, { cause: causeOf(error) });
}

function waitOf({ retryAfter }: Failure, now: Millis): Millis {
  return retryAfterMs(retryAfter, now, DEFAULT_RETRY_AFTER_MS);
}

function kindOf({ status, code }: Failure): ChatError['kind'] {
  switch (status) {
    // For these, Microsoft's guidance on rate limits asks to repeat the call after a random wait.
    case 412:
    case 429:
    case 502:
    case 503:
    case 504:
      return 'rate-limited';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'gone';
    // The bot's own credentials are wrong: the operator cures it, and the place is not at fault.
    case 401:
      return 'unreachable';
    case null:
      return code !== null && (NEVER_SENT.has(code) || code === CREDENTIALS) ? 'unreachable' : 'uncertain';
    default:
      // A success that cannot be read, such as a proxy's page, says nothing about whether Teams got the call.
      return status < 400 || status >= 500 ? 'uncertain' : 'invalid';
  }
}

function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null) return { status: null, code: null, retryAfter: null };
  const { statusCode, code, errorCode, response } = error as Record<string, unknown>;
  const status = typeof statusCode === 'number' ? statusCode : null;
  // The errors of fetching a token carry an `errorCode`.
  const failed = typeof errorCode === 'string' ? CREDENTIALS : typeof code === 'string' ? code : null;
  return { status, code: failed, retryAfter: headerOf(response) };
}

function headerOf(response: unknown): string | null {
  if (typeof response !== 'object' || response === null || !('headers' in response)) return null;
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null || !('get' in headers)) return null;
  const value: unknown = typeof headers.get === 'function' ? headers.get('retry-after') : null;
  return typeof value === 'string' ? value : null;
}

/** The SDK's errors hold the request, with its token and its card, so only the name and the code are kept. */
function causeOf(error: unknown): { name: string; code: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  return { name: error.name, code: typeof code === 'string' ? code : '' };
}
