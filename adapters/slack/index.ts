import { SocketModeReceiver } from '@slack/bolt';
import type { RequestHandler } from 'express';
import type { Locale } from '../../src/domain/people/person';
import type { Chat } from '../../src/ports/chat';
import type { After, Clock } from '../../src/ports/clock';
import type { Inbox } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import { type Metrics, silentMetrics } from '../../src/ports/metrics';
import type { RateLimiter } from '../../src/ports/rate-limiter';
import type { Identify } from '../../src/ports/store/links';
import type { Memory } from '../../src/ports/store/memory';
import { createApi, createClient, TIMEOUT } from './api';
import { boltLogger } from './bolt-logger';
import { createCharts } from './charts';
import { createChat } from './chat';
import { createGroups } from './groups';
import { createActorOf } from './inbound/actors';
import { createHttpReceiver, EVENTS_PATH, type HttpReceiver } from './inbound/http';
import { createReplies } from './inbound/replies';
import { createWindows } from './inbound/windows';
import { fixedInstallation, type Installations } from './installations';
import { listen } from './listen';
import { createDirectory, type Known } from './people';
import { createPlaces } from './places';
import { createPoster, type Poster } from './post';
import { Renderer } from './render';
import type { SlackTranslate } from './words';
import { createWorkspaces } from './workspaces';

export type { BotInstallation, InstallationQuery, Installations } from './installations';
export { slackPreview } from './render';

export interface SlackOptions {
  config: {
    auth: { kind: 'token'; botToken: string } | { kind: 'oauth' };
    connection: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };
    /** Null: Slack's own. */
    apiUrl: string | null;
  };
  /** Where the bot is installed, with `oauth`; a fixed token needs none. */
  installations?: Installations;
  memory: Memory;
  /** A person as the store knows them, for the moments after a start. */
  known?: Known;
  /** Makes identities of verified e-mail addresses; only where people are linked by them. */
  identify?: Identify | null;
  /** Real time: signatures and limits go by it, whatever time the core plays. */
  clock: Clock;
  after: After;
  /** Spoken with people whose own language is not known; unless given, English. */
  language?: Locale;
  /** Whether other processes serve the same workspaces; events then reach one of them. */
  shared?: boolean;
  /** Where calls wait for Slack's limits. */
  limiter: RateLimiter;
  log: Log;
  metrics?: Metrics;
  fetch?: typeof fetch;
  translate: SlackTranslate;
  /** Sends the answers at response_urls. */
  poster?: Poster;
}

export interface SlackPlatform {
  chat: Chat;
  /** Mount at `/`, before anything that parses bodies; null over Socket Mode, which needs no address. */
  routes(inbox: Inbox): RequestHandler | null;
  /** The same without Express, by the path to which Slack posts; none over Socket Mode. */
  posts(inbox: Inbox): Record<string, HttpReceiver['handle']>;
  /** Connects, and looks whether the token works. Throws where Socket Mode cannot be used at all. */
  start(inbox: Inbox): Promise<void>;
  /** Takes nothing new, finishes what runs; calls may still be made, but none waits for its turn. */
  stop(): Promise<void>;
}

const CONNECT_WITHIN = 15_000;

/** Slack as a chat platform. */
export function createSlack(options: SlackOptions): SlackPlatform {
  const {
    config,
    memory,
    clock,
    after,
    limiter,
    log,
    fetch: send = fetch,
    metrics = silentMetrics,
  } = options;
  const poster = options.poster ?? createPoster(TIMEOUT, after);
  const client = createClient({ apiUrl: config.apiUrl, log, fetch: send, clock, after });
  const installations = options.installations ?? fixed(config.auth, client);
  const workspaces = createWorkspaces(memory, clock);
  const api = createApi({ client, installations, workspaces, clock, limiter, poster, metrics });
  const directory = createDirectory(
    api,
    clock,
    options.known ?? (async () => null),
    options.identify ?? null,
  );
  const places = createPlaces(api, clock, options.shared);
  const charts = createCharts(memory, clock);
  const render = new Renderer(options.translate);
  const windows = createWindows(api, render);
  const { language = 'en' } = options;
  const parts = {
    api,
    render,
    directory,
    places,
    windows,
    workspaces,
    installations,
    memory,
    clock,
    after,
    log,
  };
  const shared = { ...parts, language };
  const http =
    config.connection.kind === 'http'
      ? createHttpReceiver({ signingSecret: config.connection.signingSecret, clock, log })
      : null;
  const receiver = http ?? socketReceiver(config, log);

  /** The app that the fixed token belongs to, once Slack has told. */
  let ownApp: string | null = null;
  let listening: ReturnType<typeof listen> | null = null;
  function listenOnce(inbox: Inbox): void {
    listening ??= listen({
      ...shared,
      inbox,
      receiver,
      ownApp: () => ownApp,
      actorOf: createActorOf(shared),
      replies: createReplies(shared),
    });
  }

  return {
    chat: createChat({ api, render, directory, places, groups: createGroups(api, clock), charts, clock }),
    routes(inbox) {
      if (!http) return null;
      listenOnce(inbox);
      return http.router;
    },
    posts(inbox) {
      if (!http) return {};
      listenOnce(inbox);
      return { [EVENTS_PATH]: http.handle };
    },
    async start(inbox) {
      listenOnce(inbox);
      await tryToken();
      await connect();
    },
    async stop() {
      await receiver.stop();
      await listening?.settled();
      limiter.drain();
      await poster.close();
    },
  };

  /** While Slack is away the bot starts all the same: the SDK goes on trying. A token it refuses is a fault. */
  async function connect(): Promise<void> {
    const connecting = receiver.start();
    const inTime = await Promise.race([connecting.then(() => true), wait(CONNECT_WITHIN)]);
    if (inTime) return log.info({ connection: config.connection.kind }, 'Slack is connected');
    log.warn({}, 'Slack is not connected yet; trying on');
    connecting.then(
      () => log.info({}, 'Slack is connected'),
      (error: unknown) => log.error({ err: error }, 'Slack is not connected: run npm run doctor'),
    );
  }

  function wait(ms: number): Promise<false> {
    return new Promise((resolve) => {
      after(ms, () => resolve(false));
    });
  }

  /** A token that fails is no reason not to start: it may be replaced, and other workspaces go on. */
  async function tryToken(): Promise<void> {
    if (config.auth.kind !== 'token') return;
    const { botToken: token } = config.auth;
    try {
      const { bot_id: bot } = await client.auth.test({ token });
      // Without an answer nothing is refused: the signature, or the connection, is proof enough.
      const about = bot ? await client.bots.info({ token, bot }).catch(() => null) : null;
      ownApp = about?.bot?.app_id ?? null;
    } catch (error) {
      log.error({ err: error }, 'SLACK_BOT_TOKEN was not accepted: run npm run doctor');
    }
  }
}

function fixed(auth: SlackOptions['config']['auth'], client: ReturnType<typeof createClient>): Installations {
  if (auth.kind === 'token') return fixedInstallation(auth.botToken, client);
  throw new Error('Slack by OAuth needs its installations: pass them to createSlack');
}

function socketReceiver({ connection, apiUrl }: SlackOptions['config'], log: Log): SocketModeReceiver {
  if (connection.kind !== 'socket') throw new Error('Socket Mode needs SLACK_APP_TOKEN');
  return new SocketModeReceiver({
    appToken: connection.appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions: apiUrl === null ? {} : { slackApiUrl: apiUrl } },
  });
}
