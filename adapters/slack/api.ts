import type { webApi } from '@slack/bolt';
import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError, type Place } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import { type Metrics, measure } from '../../src/ports/metrics';
import type { RateLimiter } from '../../src/ports/rate-limiter';
import { CALL_TIMEOUT_MS } from './client';
import { notInstalled, toChatError } from './errors';
import type { BotInstallation, Installations } from './installations';
import { type Bucket, bucketsOf, type Family, MAX_WAIT_MS, URGENT_MAX_WAIT_MS } from './limits';
import type { Poster } from './post';
import { isResponseUrl } from './response-url';
import { teamIdOf, type Workspaces } from './workspaces';

/** What every call is made with: the workspace's token, and its id where a token serves many workspaces. */
export interface Auth {
  token: string;
  team_id: string;
}

export interface CallOptions {
  /** A person waits in front of a screen. */
  urgent?: boolean;
  /** The channel to which the call posts a message: channels have limits of their own. */
  channel?: Place;
  /** How long the call may wait for the rate limits; by default less than the lease of a task. */
  maxWaitMs?: Millis;
}

export interface ApiParts {
  /** Null: Slack's own. */
  apiUrl: string | null;
  client: webApi.WebClient;
  installations: Installations;
  workspaces: Workspaces;
  clock: Clock;
  limiter: RateLimiter;
  poster: Poster;
  metrics: Metrics;
}

type Send<T> = (client: webApi.WebClient, auth: Auth) => Promise<T>;

const MAX_ATTEMPTS = 4;

/** Slack's Web API within its rate limits. Every method throws ChatErrors only. */
export class Api {
  readonly #parts: ApiParts;

  constructor(parts: ApiParts) {
    this.#parts = parts;
  }

  /** The bot's installation that serves the workspace; never throws `uncertain`, since nothing was sent. */
  async bot(org: OrgId): Promise<BotInstallation> {
    const { installations, workspaces } = this.#parts;
    try {
      const found = await installations.botFor(await workspaces.queryOf(org));
      if (!found) throw notInstalled();
      return found;
    } catch (error) {
      const fault = toChatError(error);
      throw fault.kind === 'uncertain'
        ? new ChatError('unreachable', fault.message, null, { cause: error })
        : fault;
    }
  }

  /** Calls a method of `family` for a workspace. Calls that Slack refuses for its rate limits are sent again. */
  async call<T>(org: OrgId, family: Family, send: Send<T>, options: CallOptions = {}): Promise<T> {
    const { botToken } = await this.bot(org);
    return this.callAs(org, family, botToken, send, options);
  }

  /** The same with this token. */
  async callAs<T>(
    org: OrgId,
    family: Family,
    token: string,
    send: Send<T>,
    options: CallOptions = {},
  ): Promise<T> {
    const { client, clock } = this.#parts;
    const { urgent = false, channel, maxWaitMs = urgent ? URGENT_MAX_WAIT_MS : MAX_WAIT_MS } = options;
    const work = () => send(client, { token, team_id: teamIdOf(org) });
    const buckets = bucketsOf(org, family, channel);
    const deadline = clock.now() + maxWaitMs;
    for (let attempt = 1; ; attempt++) {
      await this.#acquire(family, buckets, { urgent, deadline });
      try {
        return await this.#send(family, work);
      } catch (error) {
        const fault = toChatError(error);
        if (fault.kind !== 'rate-limited') throw fault;
        await this.#pause(buckets, fault.retryAfterMs ?? CALL_TIMEOUT_MS);
        if (attempt >= MAX_ATTEMPTS) throw fault;
      }
    }
  }

  /** Whether answers may be sent to this response_url. */
  mayRespond(url: string): boolean {
    return isResponseUrl(url, this.#parts.apiUrl);
  }

  /** Answers at a response_url, which takes five answers within half an hour of the click. */
  async respond(url: string, body: object): Promise<void> {
    if (!this.mayRespond(url)) throw new ChatError('invalid', 'A response_url is not an address of Slack');
    const status = await this.#parts.poster.post(url, body).catch((error: unknown) => {
      throw toChatError(error);
    });
    if (status >= 200 && status < 300) return;
    const kind = status === 404 ? 'gone' : status >= 500 ? 'uncertain' : 'invalid';
    throw new ChatError(kind, `Slack answered a response_url with status ${status}`);
  }

  #acquire(
    method: Family,
    buckets: readonly Bucket[],
    { urgent, deadline }: { urgent: boolean; deadline: Millis },
  ): Promise<void> {
    const { limiter, clock, metrics } = this.#parts;
    const acquireAll = async () => {
      for (const [name, rate] of buckets) {
        await limiter.acquire(name, rate, { urgent, maxWaitMs: Math.max(0, deadline - clock.now()) });
      }
    };
    const end = metrics.begin('lane', { platform: 'slack', method });
    return measure(end, acquireAll, 'passed', () => 'refused');
  }

  #send<T>(method: Family, work: () => Promise<T>): Promise<T> {
    const end = this.#parts.metrics.begin('call', { platform: 'slack', method });
    return measure(end, work, 'done', (error) => toChatError(error).kind);
  }

  /** A pause that cannot be stored is asked for again by Slack at the next call. */
  async #pause(buckets: readonly Bucket[], ms: Millis): Promise<void> {
    for (const [name, rate] of buckets)
      await this.#parts.limiter.pause(name, rate, ms).catch(() => undefined);
  }
}
