import type { Locale } from '../../src/domain/people/person';
import type { Chat } from '../../src/ports/chat';
import type { After, Clock } from '../../src/ports/clock';
import { ForgottenElsewhere } from '../../src/ports/forgotten-elsewhere';
import type { Inbox } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import { type Metrics, silentMetrics } from '../../src/ports/metrics';
import type { PostReceiver } from '../../src/ports/post';
import type { RateLimiter } from '../../src/ports/rate-limiter';
import type { Identify } from '../../src/ports/store/links';
import type { Memory } from '../../src/ports/store/memory';
import type { ForgottenAmong } from '../../src/ports/store/people';
import { Api } from './api';
import { Charts } from './charts';
import { SlackChat } from './chat';
import { CALL_TIMEOUT_MS, createClient } from './client';
import {
  connect,
  ownerOf,
  type SlackConfig,
  SocketState,
  socketReceiver,
  type TokenOwner,
} from './connection';
import { EarlierPosts } from './earlier-posts';
import { Groups } from './groups';
import { createActorOf } from './inbound/actors';
import { Answering } from './inbound/answering';
import { WindowContexts } from './inbound/context';
import { EVENTS_PATH, HttpReceiver } from './inbound/http';
import { Replies } from './inbound/replies';
import { Windows } from './inbound/windows';
import { fixedInstallation, type Installations } from './installations';
import { type Listening, listen } from './listen';
import { Memberships } from './memberships';
import { MessageSender } from './message-sender';
import { Directory, type Known } from './people';
import { Places } from './places';
import { createPoster, type Poster } from './post';
import { Renderer } from './render';
import { RolesInPlaces } from './roles';
import type { OwnPermissions } from './statuses';
import { ProfileStatus } from './statuses/profile-status';
import type { SlackTranslate } from './words';
import { orgOf, Workspaces } from './workspaces';

export type { Installations } from './installations';

export interface SlackOptions {
  config: SlackConfig;
  /** Where the bot is installed, with `oauth`; a fixed token needs none. */
  installations?: Installations;
  /** People's own permissions to set their status; absent: they cannot give any. */
  own?: OwnPermissions | null;
  /** Whether that is for want of an address to which Slack could send a browser back. */
  withoutAddress?: boolean;
  memory: Memory;
  /** A person as the store knows them, for the first requests after a start. */
  known?: Known;
  /** Of whom nothing is kept until they act again. */
  forgottenAmong?: ForgottenAmong;
  /** Makes identities of verified e-mail addresses; only where people are linked by them. */
  identify?: Identify | null;
  /** Real time: signatures and limits go by it, whatever time the core plays. */
  clock: Clock;
  after: After;
  /** For people whose own language is unknown; by default English. */
  language?: Locale;
  /** Whether other processes serve the same workspaces: each event then reaches one of them. */
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
  /** By the path to which Slack posts; empty over Socket Mode, which needs no address. */
  posts(inbox: Inbox): Record<string, PostReceiver>;
  /** Connects, and checks the token. Throws where Socket Mode cannot be used at all. */
  start(inbox: Inbox): Promise<void>;
  /** Why nobody can be served now: the bot token was refused, or Socket Mode has been down for a minute; null: they can. */
  fault(): 'token refused' | 'not connected' | null;
  /** Whether requests can arrive over Socket Mode; null: they come over HTTP. */
  isConnected(): boolean | null;
  /** Accepts nothing new and finishes what runs; calls may still be made, but none waits for the rate limits. */
  stop(): Promise<void>;
}

/** Slack as a chat platform. */
export function createSlack(options: SlackOptions): SlackPlatform {
  return new Slack(options);
}

/** The slash command of the manifest. */
const COMMAND = '/telework';

type Assembled = ReturnType<typeof assemble>;

class Slack implements SlackPlatform {
  readonly chat: Chat;
  readonly #options: SlackOptions;
  readonly #parts: Assembled;
  readonly #http: HttpReceiver | null;
  readonly #receiver: HttpReceiver | ReturnType<typeof socketReceiver>;
  /** To what the fixed token belongs, once Slack has said so. */
  #owner: TokenOwner = { app: null, team: null, refused: false };
  readonly #socket: SocketState;
  #listening: Listening | null = null;

  constructor(options: SlackOptions) {
    const { config, clock, log, limiter } = options;
    this.#options = options;
    this.#parts = assemble(options);
    const { api, render, directory, places, roles, forgottenElsewhere, status } = this.#parts;
    this.chat = new SlackChat({
      sender: new MessageSender({ api, render, limiter, charts: new Charts(options.memory, clock) }),
      earlier: new EarlierPosts(api, clock),
      groups: new Groups(api, clock),
      ...{ directory, places, roles, forgottenElsewhere, status },
    });
    const { connection } = config;
    this.#http =
      connection.kind === 'http'
        ? new HttpReceiver({ ...connection, clock, log, shared: options.shared ? options.memory : null })
        : null;
    this.#socket = new SocketState(clock);
    this.#receiver = this.#http ?? socketReceiver(config, { log, state: this.#socket });
  }

  posts(inbox: Inbox): Record<string, PostReceiver> {
    if (!this.#http) return {};
    this.#listen(inbox);
    return { [EVENTS_PATH]: this.#http };
  }

  async start(inbox: Inbox): Promise<void> {
    const { config, after, log } = this.#options;
    this.#listen(inbox);
    if (config.auth.kind === 'token')
      this.#owner = await ownerOf(config.auth.botToken, this.#parts.client, log);
    if (this.#options.shared) this.#parts.forgottenElsewhere.start();
    await connect(this.#receiver, { connection: config.connection.kind, after, log });
    const { team } = this.#owner;
    this.#parts.memberships.start(inbox, team === null ? null : orgOf(team));
  }

  fault(): 'token refused' | 'not connected' | null {
    if (this.#owner.refused) return 'token refused';
    return this.#socket.isLost ? 'not connected' : null;
  }

  isConnected(): boolean | null {
    return this.#http ? null : this.#socket.isUp;
  }

  async stop(): Promise<void> {
    this.#parts.forgottenElsewhere.stop();
    await this.#receiver.stop();
    await this.#parts.memberships.stop();
    await this.#listening?.settled();
    this.#options.limiter.drain();
    await this.#parts.poster.close();
  }

  #listen(inbox: Inbox): void {
    const parts = this.#parts;
    const { auth } = this.#options.config;
    const actorOf = createActorOf(parts);
    this.#listening ??= listen({
      ...parts,
      inbox,
      receiver: this.#receiver,
      allowedTeams: auth.kind === 'oauth' ? (auth.allowedTeams ?? null) : null,
      ownApp: () => this.#owner.app,
      command: parts.command,
      actorOf,
      answering: new Answering({ ...parts, inbox, actorOf }),
      replies: new Replies(parts),
    });
  }
}

/** What both directions share: messages that the bot sends, and requests that it receives. */
function assemble(options: SlackOptions) {
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
  const { known = async () => null, identify = null, shared = false, language = 'en' as const } = options;
  const poster = options.poster ?? createPoster(CALL_TIMEOUT_MS, after);
  const client = createClient({ apiUrl: config.apiUrl, log, fetch: send, clock, after });
  const installations = options.installations ?? fixed(config.auth, client);
  const workspaces = new Workspaces(memory, clock);
  const api = new Api({
    apiUrl: config.apiUrl,
    client,
    installations,
    workspaces,
    clock,
    limiter,
    poster,
    metrics,
  });
  const { forgottenAmong = async () => new Set<string>() } = options;
  const directory = new Directory({ api, clock, known, identify, forgottenAmong });
  const drop = directory.dropForgotten.bind(directory);
  const forgottenElsewhere = new ForgottenElsewhere({ memory, clock, after, log, drop });
  const places = new Places({ api, clock, shared });
  const render = new Renderer(options.translate);
  const roles = new RolesInPlaces({ directory, places });
  const contexts = new WindowContexts(clock, secretOf(config));
  const windows = new Windows({ api, render, contexts });
  const { command = COMMAND } = config;
  const memberships = new Memberships({ places, memory, after, log });
  const { own = null, withoutAddress = false } = options;
  const status = new ProfileStatus({ api, clock, own, withoutAddress });
  const asking = { client, poster, api, workspaces, installations };
  const knowing = { directory, places, roles, memberships, forgottenElsewhere, status };
  return { ...asking, ...knowing, render, contexts, windows, memory, clock, after, log, language, command };
}

/** What Slack and all processes of the bot know: what is made with it lasts as long as the secret is in use. */
function secretOf({ connection }: SlackConfig): string {
  return connection.kind === 'http' ? connection.signingSecret : connection.appToken;
}

function fixed(auth: SlackConfig['auth'], client: ReturnType<typeof createClient>): Installations {
  if (auth.kind === 'token') return fixedInstallation(auth.botToken, client);
  throw new Error('Slack by OAuth needs its installations: pass them to createSlack');
}
