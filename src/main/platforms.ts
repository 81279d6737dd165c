import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { slackPreview } from '../../adapters/slack/render';
import { teamsPreview } from '../../adapters/teams/render';
import type { Joined } from '../app/linking';
import type { Config } from '../config';
import type { Chat } from '../ports/chat';
import type { After, Clock } from '../ports/clock';
import type { Inbox } from '../ports/inbox';
import type { Log } from '../ports/log';
import type { Metrics } from '../ports/metrics';
import type { RateLimiter } from '../ports/rate-limiter';
import type { Identify } from '../ports/store/links';
import type { TimeControl, Upcoming } from '../ports/time-control';
import { present } from '../present';
import { samples } from '../present/samples';
import type { Store } from '../store';
import type { Answer, Routes } from '../web';
import { createIdentify } from './identify';

/** A chat platform that runs, as main sees it. */
export interface Platform {
  name: string;
  chat: Chat;
  /** Mounted at `/`, before anything that parses bodies. */
  routes(inbox: Inbox): Routes[];
  /** What the platform itself posts to, by path: answered before anything that is there for browsers. */
  posts(inbox: Inbox): Record<string, Answer>;
  /** Connects; the bot is ready once every platform is. */
  start(inbox: Inbox): Promise<void>;
  /** What can wait until the bot is ready. */
  settleIn(inbox: Inbox): Promise<void>;
  stop(): Promise<void> | void;
}

export interface PlatformParts {
  config: Config;
  store: Store;
  log: Log;
  metrics: Metrics;
  after: After;
  /** Real time: signatures, tokens and limits go by it, whatever time the core plays. */
  realClock: Clock;
  /** Where calls wait for the platforms' limits. */
  limiter: RateLimiter;
  control: TimeControl;
  /** Somebody as the store knows them, by what their platform calls them. */
  known: Joined['known'];
  upcoming: (org: string) => Promise<Upcoming | null>;
  seed: (inbox: Inbox, org: string, places: readonly { id: string; name: string }[]) => Promise<void>;
}

const SANDBOX_ORG = 'sandbox';
const nothing = async () => {};

/** The platforms that are configured. Each is loaded only then: an SDK costs memory and time. */
export async function openPlatforms(parts: PlatformParts): Promise<Platform[]> {
  const { config } = parts;
  return Promise.all([
    ...(config.slack ? [openSlack(parts, config.slack)] : []),
    ...(config.teams ? [openTeams(parts, config.teams)] : []),
    ...(config.sandbox ? [openSandbox(parts)] : []),
  ]);
}

async function openSlack(parts: PlatformParts, slack: NonNullable<Config['slack']>): Promise<Platform> {
  const { config, store, log, metrics, after, realClock, limiter } = parts;
  const { createSlack } = await import('../../adapters/slack/index.js');
  const memory = store.memory('slack');
  const shared = { memory, clock: realClock, after, log, fetch };
  const oauth = await openOAuth(config, slack, { ...shared, newId: randomUUID });
  const platform = createSlack({
    config: slack,
    ...shared,
    shared: config.store.kind === 'postgres',
    language: config.defaults.language,
    limiter,
    metrics,
    known: parts.known,
    identify: identifyBy(config),
    ...(oauth ? { installations: oauth.installations } : {}),
  });
  return {
    name: 'slack',
    chat: platform.chat,
    routes(inbox) {
      const events = platform.routes(inbox);
      return [...(oauth ? [oauth.router] : []), ...(events ? [events] : [])];
    },
    posts: (inbox) => platform.posts(inbox),
    start: (inbox) => platform.start(inbox),
    settleIn: nothing,
    stop: () => platform.stop(),
  };
}

function identifyBy({ joined, encryptionKey }: Config): Identify | null {
  return joined.linkBy === 'email' && encryptionKey !== null ? createIdentify(encryptionKey) : null;
}

async function openOAuth(
  { encryptionKey, http, joined }: Config,
  { auth, apiUrl }: NonNullable<Config['slack']>,
  shared: {
    memory: ReturnType<Store['memory']>;
    clock: Clock;
    after: After;
    log: Log;
    newId: () => string;
    fetch: typeof fetch;
  },
) {
  if (auth.kind !== 'oauth' || encryptionKey === null || http.publicUrl === null) return null;
  const { createOAuth } = await import('../../adapters/slack/install/index.js');
  const oauth = createOAuth({
    ...{ ...shared, ...auth, encryptionKey, apiUrl },
    publicUrl: http.publicUrl,
    emails: joined.linkBy === 'email',
  });
  // A wrong key must stop the start, not the first message.
  await oauth.installations.verify();
  return oauth;
}

async function openTeams(
  { config, store, log, metrics, after, realClock, limiter }: PlatformParts,
  teams: NonNullable<Config['teams']>,
): Promise<Platform> {
  const { createTeams } = await import('../../adapters/teams/index.js');
  const platform = createTeams({
    config: teams,
    memory: store.memory('teams'),
    clock: realClock,
    limiter,
    after,
    log,
    metrics,
    newId: randomUUID,
    defaults: config.defaults,
    identify: identifyBy(config),
  });
  return {
    name: 'teams',
    ...platform,
    settleIn: nothing,
    routes: (inbox) => [platform.routes(inbox)],
    posts: () => ({}),
  };
}

async function openSandbox(parts: PlatformParts): Promise<Platform> {
  const { config, store, control, after, log, upcoming, seed } = parts;
  const { createSandbox } = await import('../../adapters/sandbox/index.js');
  const sandbox = createSandbox({
    org: SANDBOX_ORG,
    journal: join(config.store.dataDir, 'sandbox.jsonl'),
    control,
    after,
    log,
    newId: randomUUID,
    present,
    samples,
    previews: [slackPreview, teamsPreview],
    team: async (place) => (await store.teams.at(SANDBOX_ORG, place))?.settings ?? null,
    upcoming: () => upcoming(SANDBOX_ORG),
    allowedHosts: [config.http.host],
  });
  return {
    name: 'sandbox',
    chat: sandbox.chat,
    routes: (inbox) => [sandbox.router(inbox)],
    posts: () => ({}),
    start: nothing,
    settleIn: (inbox) => seed(inbox, SANDBOX_ORG, sandbox.places),
    stop: () => sandbox.close(),
  };
}
