import { webApi } from '@slack/bolt';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError, type ChatFault } from '../../src/ports/chat';

/** Slack's error codes by what they mean to the core; all others are `invalid`. */
const KINDS: Readonly<Record<Exclude<ChatFault, 'invalid'>, readonly string[]>> = {
  gone: [
    'channel_not_found',
    'is_archived',
    'is_inactive',
    'team_not_found',
    'user_disabled',
    'user_not_found',
  ],
  deleted: ['message_not_found'],
  forbidden: [
    'access_denied',
    'cannot_dm_bot',
    'cant_update_message',
    'edit_window_closed',
    'ekm_access_denied',
    'messages_tab_disabled',
    'missing_scope',
    'no_permission',
    'not_allowed_token_type',
    'not_in_channel',
    'org_login_required',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'team_access_not_granted',
    'two_factor_setup_required',
    'user_not_in_channel',
    'user_not_visible',
  ],
  'rate-limited': ['message_limit_exceeded', 'rate_limited', 'ratelimited'],
  // Faults of the bot's own token, and not of a place: a new token cures them.
  unreachable: [
    'accesslimited',
    'account_inactive',
    'invalid_auth',
    'not_authed',
    'service_unavailable',
    'team_added_to_org',
    'token_expired',
    'token_revoked',
  ],
  uncertain: ['fatal_error', 'internal_error', 'request_timeout'],
};

/** The form of Slack's error codes. */
const CODE = /^[a-z][a-z0-9_.:-]{0,99}$/;

/** Failures before anything was sent. */
const NOT_SENT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Slack's error code of a failed call; null where Slack sent none. */
export function slackCode(error: unknown): string | null {
  const fault = error instanceof ChatError ? error.cause : error;
  return fault instanceof webApi.WebAPIPlatformError ? fault.data.error : null;
}

/** What a failed call means to the core: by codes and statuses, never by message text. */
export function toChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  // Thrown by our own transport, below the SDK.
  if (error instanceof webApi.WebAPIRequestError && error.original instanceof ChatError)
    return error.original;
  if (error instanceof webApi.WebAPIRateLimitedError) return rateLimited(error.retryAfter * 1_000, error);
  if (error instanceof webApi.WebAPIPlatformError) {
    const code: unknown = error.data.error;
    // The page of a proxy, perhaps: Slack may have received the call, and the page must not be logged.
    if (typeof code !== 'string' || !CODE.test(code))
      return new ChatError('uncertain', 'what answered was not Slack', null, { cause: new Error('no code') });
    return new ChatError(kindOf(code), `Slack answered ${code}`, null, { cause: error });
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode: status } = error;
    // A proxy that refuses the request has not passed it on.
    const kind = status >= 400 && status < 500 ? 'unreachable' : 'uncertain';
    return new ChatError(kind, `Slack answered with status ${status}`);
  }
  const code = networkCode(error);
  const kind = code !== null && NOT_SENT.has(code) ? 'unreachable' : 'uncertain';
  return new ChatError(kind, `Slack did not answer (${code ?? 'unknown'})`, null, {
    cause: outlineOf(error),
  });
}

/** The error without its message, which may quote an answer and must not be logged. */
function outlineOf(error: unknown): Error {
  if (error instanceof NotAnswered) return error;
  if (!(error instanceof Error)) return new Error('what was thrown is not an Error');
  if (error instanceof webApi.WebAPIRequestError) return outlineOf(error.original);
  const outline = new Error(error.name);
  const places = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  outline.stack = [error.name, ...places].join('\n');
  return outline;
}

export function rateLimited(retryAfterMs: Millis, cause?: unknown): ChatError {
  return new ChatError('rate-limited', 'Slack takes no more calls for now', retryAfterMs, { cause });
}

export function notInstalled(): ChatError {
  return new ChatError('gone', 'The bot is not installed in this workspace: install it again.');
}

function kindOf(code: string): ChatFault {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return kinds.find((kind) => KINDS[kind].includes(code)) ?? 'invalid';
}

/** No answer within the time-out. */
export class TimedOut extends Error {
  readonly code = 'ETIMEDOUT';
}

/** A request that got no answer, with the system's code where there is one. */
export class NotAnswered extends Error {
  readonly code: string | null;

  constructor(cause: unknown) {
    const code = networkCode(cause);
    super(`no answer (${code ?? 'unknown'})`);
    this.name = 'NotAnswered';
    this.code = code;
  }
}

/** The system's error code, at whatever depth `fetch` has wrapped it. */
function networkCode(error: unknown): string | null {
  for (let fault = error; typeof fault === 'object' && fault !== null; ) {
    if ('name' in fault && fault.name === 'TimeoutError') return 'ETIMEDOUT';
    if ('code' in fault && typeof fault.code === 'string' && !fault.code.startsWith('slack_'))
      return fault.code;
    fault = 'cause' in fault ? fault.cause : null;
  }
  return null;
}

/** Whether the bot may not look at a channel, or the channel does not exist: Slack has answered, and will again so. */
export function isOutOfReach(error: unknown): boolean {
  const { kind } = toChatError(error);
  return kind === 'gone' || kind === 'forbidden';
}
