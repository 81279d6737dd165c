import { z } from 'zod';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError, type ChatFault } from '../../src/ports/chat';
import type { After, Clock } from '../../src/ports/clock';
import type { RateLimiter } from '../../src/ports/rate-limiter';
import { retryAfterMs } from '../../src/ports/retry-after';
import { withTimeout } from '../../src/ports/timeout';
import { GRAPH_RATE, GRAPH_WAIT_MS, graphBucket } from './limits';

/** The addresses of Microsoft's identity platform and of Microsoft Graph. */
export interface GraphEndpoints {
  login: string;
  url: string;
}

export interface GraphParts {
  appId: string;
  password: string;
  endpoints: GraphEndpoints;
  fetch: typeof fetch;
  limiter: RateLimiter;
  /** Real time, by which tokens expire. */
  clock: Clock;
  after: After;
  timeoutMs: Millis;
}

export const GRAPH: GraphEndpoints = {
  login: 'https://login.microsoftonline.com',
  url: 'https://graph.microsoft.com/v1.0',
};

const SCOPE = 'https://graph.microsoft.com/.default';
/** A token that expires this soon is not used any more. */
const RENEW_BEFORE_MS: Millis = 5 * 60_000;
/** Without a readable Retry-After. */
const DEFAULT_RETRY_AFTER_MS: Millis = 30_000;

const TOKEN = z.object({ access_token: z.string().min(1), expires_in: z.number() });
const PRESENCE = z.object({
  statusMessage: z.object({ message: z.object({ content: z.string().nullish() }).nullish() }).nullish(),
});

interface Token {
  value: string;
  until: Millis;
}

/** What is asked of Graph; `what` names it in faults. */
interface Ask {
  what: string;
  path: string;
  /** Absent: it is read. */
  body?: object;
}

/** The part of Microsoft Graph that is used, by the app's own permission in each tenant. Throws ChatErrors only. */
export class Graph {
  readonly #parts: GraphParts;
  readonly #tokens = new Map<string, Promise<Token>>();

  constructor(parts: GraphParts) {
    this.#parts = parts;
  }

  /** The person's status message; '' where there is none. `user`: their object id. */
  async statusMessage(tenant: string, user: string): Promise<string> {
    const path = `users/${encodeURIComponent(user)}/presence`;
    const { data } = PRESENCE.safeParse(await this.#call(tenant, { what: 'show a status', path }));
    if (!data) throw new ChatError('uncertain', 'what answered was not Microsoft Graph');
    return data.statusMessage?.message?.content ?? '';
  }

  /** Sets it until an instant (epoch ms); null: clears it. */
  async setStatusMessage(
    tenant: string,
    user: string,
    status: { content: string; until: Millis } | null,
  ): Promise<void> {
    const path = `users/${encodeURIComponent(user)}/presence/setStatusMessage`;
    const message = { content: status?.content ?? '', contentType: 'text' };
    // The time names no zone by itself; that stands next to it.
    const ends = status && {
      expiryDateTime: { dateTime: new Date(status.until).toISOString().slice(0, -1), timeZone: 'UTC' },
    };
    await this.#call(tenant, {
      what: 'set a status',
      path,
      body: { statusMessage: { message, ...ends } },
    });
  }

  async #call(tenant: string, { what, path, body }: Ask): Promise<unknown> {
    const { endpoints, limiter, clock } = this.#parts;
    await limiter.acquire(graphBucket(tenant), GRAPH_RATE, { urgent: false, maxWaitMs: GRAPH_WAIT_MS });
    const { value } = await this.#tokenOf(tenant);
    const response = await this.#send(what, `${endpoints.url}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${value}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.status === 401) this.#tokens.delete(tenant);
    const fault = faultOf(response, what, clock.now());
    if (!fault) return response.json;
    if (fault.retryAfterMs !== null)
      await limiter.pause(graphBucket(tenant), GRAPH_RATE, fault.retryAfterMs).catch(() => undefined);
    throw fault;
  }

  async #tokenOf(tenant: string): Promise<Token> {
    const known = this.#tokens.get(tenant);
    const token = await known?.catch(() => null);
    if (token && token.until - this.#parts.clock.now() > RENEW_BEFORE_MS) return token;
    if (this.#tokens.get(tenant) === known) this.#tokens.set(tenant, this.#newToken(tenant));
    const asked = this.#tokens.get(tenant) ?? this.#newToken(tenant);
    asked.catch(() => this.#tokens.delete(tenant));
    return asked;
  }

  async #newToken(tenant: string): Promise<Token> {
    const { appId, password, endpoints, clock } = this.#parts;
    const what = 'give a token';
    const response = await this.#send(what, `${endpoints.login}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ grant_type: 'client_credentials', client_id: appId, client_secret: password },
        scope: SCOPE,
      }),
    });
    const fault = faultOf(response, what, clock.now());
    // An app that the tenant does not know may do nothing there.
    if (fault?.kind === 'invalid') throw new ChatError('forbidden', fault.message);
    if (fault) throw fault;
    const { data } = TOKEN.safeParse(response.json);
    if (!data) throw new ChatError('unreachable', 'what answered was not Microsoft’s identity platform');
    return { value: data.access_token, until: clock.now() + data.expires_in * 1_000 };
  }

  /** Nothing of the answer reaches a fault: it may quote the request. */
  async #send(what: string, url: string, init: RequestInit): Promise<Answered> {
    const { fetch: send, after, timeoutMs: ms } = this.#parts;
    const aborting = new AbortController();
    const onTimeout = (): never => {
      aborting.abort();
      throw new Error('no answer in time');
    };
    const work = answered(send, url, { ...init, signal: aborting.signal });
    try {
      return await withTimeout(work, { ms, after, onTimeout });
    } catch {
      throw new ChatError('uncertain', `Microsoft did not ${what} (no answer)`);
    }
  }
}

interface Answered {
  status: number;
  ok: boolean;
  retryAfter: string | null;
  /** Null where the body is not JSON. */
  json: unknown;
}

async function answered(send: typeof fetch, url: string, init: RequestInit): Promise<Answered> {
  const response = await send(url, init);
  const { status, ok, headers } = response;
  const json: unknown = await response.json().catch(() => null);
  return { status, ok, retryAfter: headers.get('retry-after'), json };
}

function faultOf({ status, ok, retryAfter }: Answered, what: string, now: Millis): ChatError | null {
  if (ok) return null;
  const kind = kindOf(status);
  const wait = kind === 'rate-limited' ? retryAfterMs(retryAfter, now, DEFAULT_RETRY_AFTER_MS) : null;
  return new ChatError(kind, `Microsoft did not ${what} (${status})`, wait);
}

function kindOf(status: number): ChatFault {
  if (status === 429 || status === 503) return 'rate-limited';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'gone';
  if (status === 401) return 'unreachable';
  return status >= 400 && status < 500 ? 'invalid' : 'uncertain';
}
