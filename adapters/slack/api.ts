import { webApi } from '@slack/bolt';
import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import type { Log } from '../../src/ports/log';
import { type Metrics, measure, type Spans } from '../../src/ports/metrics';
import type { Acquire, Rate, RateLimiter } from '../../src/ports/rate-limiter';
import { boltLogger } from './bolt-logger';
import { notInstalled, toChatError } from './errors';
import type { BotInstallation, Installations } from './installations';
import type { Poster } from './post';
import { type Family, POSTS_IN_A_CHANNEL, RATES } from './rates';
import { createTransport, type TransportParts } from './transport';
import { teamIdOf, type Workspaces } from './workspaces';

export type Client = webApi.WebClient;

/** What every call is made with: the workspace's token, and its id where a token serves many. */
export interface Auth {
  token: string;
  team_id: string;
}

export interface CallOptions {
  /** Somebody waits for it in front of a screen. */
  urgent?: boolean;
  /** A message goes there: it has a budget of its own. */
  channel?: string;
  /** How long the call may wait for the rate limits; by default less than the lease of a task. */
  maxWaitMs?: Millis;
}

/** Slack's Web API, one lane a workspace and method family. Every method throws ChatErrors only. */
export interface Api {
  call<T>(
    org: OrgId,
    family: Family,
    send: (client: Client, auth: Auth) => Promise<T>,
    options?: CallOptions,
  ): Promise<T>;
  bot(org: OrgId): Promise<BotInstallation>;
  /** Answers at a response_url: five times within half an hour of the click. */
  respond(url: string, body: object): Promise<void>;
  limiter: RateLimiter;
}

export interface ApiParts {
  client: Client;
  installations: Installations;
  workspaces: Workspaces;
  clock: Clock;
  limiter: RateLimiter;
  poster: Poster;
  metrics: Metrics;
}

/** A call may wait so long, several of them within the lease of a task; then the task waits in the database. */
const MAX_WAIT_MS: Millis = 15_000;
const URGENT_MAX_WAIT_MS: Millis = 8_000;
const ATTEMPTS = 4;
export const TIMEOUT: Millis = 10_000;

/** The SDK's client without its hidden retries, which would post twice; its time-out is real time's alone. */
export function createClient(options: TransportParts & { apiUrl: string | null; log: Log }): Client {
  return new webApi.WebClient(undefined, {
    ...(options.apiUrl === null ? {} : { slackApiUrl: options.apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 0,
    allowAbsoluteUrls: false,
    logger: boltLogger(options.log),
    fetch: createTransport(options, TIMEOUT),
  });
}

export function createApi({
  client,
  installations,
  workspaces,
  clock,
  limiter,
  poster,
  metrics,
}: ApiParts): Api {
  async function bot(org: OrgId): Promise<BotInstallation> {
    try {
      const found = await installations.botFor(await workspaces.queryOf(org));
      if (!found) throw notInstalled();
      return found;
    } catch (error) {
      const fault = toChatError(error);
      // However doubtful the look-up's end, nothing was posted yet.
      throw fault.kind === 'uncertain'
        ? new ChatError('unreachable', fault.message, null, { cause: error })
        : fault;
    }
  }

  /** A pause that could not be written down is told by Slack again. */
  async function pause(bucket: string, rate: Rate, ms: Millis): Promise<void> {
    await limiter.pause(bucket, rate, ms).catch(() => undefined);
  }

  /** What Slack refused for its limits was surely not done: it waits, and is sent again. */
  async function attempt<T>(
    send: () => Promise<T>,
    at: Spans['call']['at'],
    way: [string, Rate][],
    { urgent, maxWaitMs }: Acquire,
  ): Promise<T> {
    const deadline = clock.now() + maxWaitMs;
    const inTurn = async () => {
      for (const [bucket, rate] of way) {
        await limiter.acquire(bucket, rate, { urgent, maxWaitMs: Math.max(0, deadline - clock.now()) });
      }
    };
    for (let tries = 1; ; tries++) {
      await measure(metrics.begin('lane', at), inTurn, 'passed', () => 'refused');
      try {
        return await measure(metrics.begin('call', at), send, 'done', (error) => toChatError(error).kind);
      } catch (error) {
        const fault = toChatError(error);
        if (fault.kind !== 'rate-limited') throw fault;
        for (const [bucket, rate] of way) await pause(bucket, rate, fault.retryAfterMs ?? TIMEOUT);
        if (tries >= ATTEMPTS) throw fault;
      }
    }
  }

  return {
    limiter,
    bot,
    async call(org, family, send, { urgent = false, channel, maxWaitMs } = {}) {
      const { botToken } = await bot(org);
      const team_id = teamIdOf(org);
      const way: [string, Rate][] =
        channel === undefined ? [] : [[`${org} in ${channel}`, POSTS_IN_A_CHANNEL]];
      way.push([`${org} ${family}`, RATES[family]]);
      const at = { platform: 'slack', method: family };
      return attempt(() => send(client, { token: botToken, team_id }), at, way, {
        urgent,
        maxWaitMs: maxWaitMs ?? (urgent ? URGENT_MAX_WAIT_MS : MAX_WAIT_MS),
      });
    },
    async respond(url, body) {
      const status = await poster.post(url, body).catch((error: unknown) => {
        throw toChatError(error);
      });
      if (status >= 200 && status < 300) return;
      const kind = status === 404 ? 'gone' : status >= 500 ? 'uncertain' : 'invalid';
      throw new ChatError(kind, `Slack answered a response_url with status ${status}`);
    },
  };
}
