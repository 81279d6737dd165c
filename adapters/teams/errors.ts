import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';

/** What the connection itself says when nothing was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Without a Retry-After. */
const USUAL_WAIT: Millis = 2_000;
const JITTER: Millis = 1_000;
/** A Retry-After longer than this is a mistake: the ledger looks again sooner. */
const LONGEST_WAIT: Millis = 3_600_000;

interface Failure {
  status: number | null;
  code: string | null;
  retryAfter: string | null;
}

/**
 * What a failed call to the connector means, from its status code. `random` (0 to 1) spreads what was refused
 * together, so that it does not come again together.
 */
export function toChatError(error: unknown, what: string, random: number, now: Millis): ChatError {
  if (error instanceof ChatError) return error;
  const failure = failureOf(error);
  const kind = kindOf(failure);
  const said = failure.status ?? failure.code ?? 'no answer';
  const wait = kind === 'rate-limited' ? waitOf(failure.retryAfter, now) + Math.round(random * JITTER) : null;
  return new ChatError(kind, `Teams did not ${what} (${said})`, wait, { cause: causeOf(error) });
}

function kindOf({ status, code }: Failure): ChatError['kind'] {
  switch (status) {
    // Those for which Microsoft's guidance on rate limits asks that the call is repeated, spread at random.
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
    // Our own credentials: not the place's fault, and cured by the operator.
    case 401:
      return 'unreachable';
    case null:
      return code !== null && (NEVER_SENT.has(code) || code === 'credentials') ? 'unreachable' : 'uncertain';
    default:
      // Success that cannot be read, as a proxy's page: whether Teams has heard of it nobody knows.
      return status < 400 || status >= 500 ? 'uncertain' : 'invalid';
  }
}

/** Seconds, or a date as HTTP writes it. */
function waitOf(retryAfter: string | null, now: Millis): Millis {
  const seconds = retryAfter === null || retryAfter.trim() === '' ? Number.NaN : Number(retryAfter);
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter ?? '') - now : seconds * 1_000;
  return wait >= 0 ? Math.min(LONGEST_WAIT, Math.ceil(wait)) : USUAL_WAIT;
}

function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null) return { status: null, code: null, retryAfter: null };
  const { statusCode, code, errorCode, response } = error as Record<string, unknown>;
  const status = typeof statusCode === 'number' ? statusCode : null;
  // Before anything is sent, the token is fetched: its faults carry an `errorCode`.
  const failed = typeof errorCode === 'string' ? 'credentials' : typeof code === 'string' ? code : null;
  return { status, code: failed, retryAfter: headerOf(response) };
}

function headerOf(response: unknown): string | null {
  if (typeof response !== 'object' || response === null || !('headers' in response)) return null;
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null || !('get' in headers)) return null;
  const value: unknown = typeof headers.get === 'function' ? headers.get('retry-after') : null;
  return typeof value === 'string' ? value : null;
}

/** Errors of the connector hold the request, and with it tokens and cards: only their outline is kept. */
function causeOf(error: unknown): { name: string; code: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  return { name: error.name, code: typeof code === 'string' ? code : '' };
}
