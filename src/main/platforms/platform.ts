import type { Joined } from '../../app/linking';
import type { Config } from '../../config';
import type { Chat } from '../../ports/chat';
import type { After, Clock } from '../../ports/clock';
import type { Inbox } from '../../ports/inbox';
import type { Log } from '../../ports/log';
import type { Metrics } from '../../ports/metrics';
import type { PostReceiver } from '../../ports/post';
import type { RateLimiter } from '../../ports/rate-limiter';
import type { Memory } from '../../ports/store/memory';
import type { ForgottenAmong } from '../../ports/store/people';
import type { Routes } from '../../web';

/** A chat platform, as main sees it. */
export interface Platform {
  name: string;
  chat: Chat;
  /** Mounted at `/`, before anything that parses bodies. */
  routes: readonly Routes[];
  /** Receivers of the platform's own POSTs by path, which run before anything that is meant for browsers. */
  posts: Readonly<Record<string, PostReceiver>>;
  /** Whether its requests carry no proof of who sent them, so that only this machine, or a token, may send them. */
  open: boolean;
  /** Connects; the bot is ready once every platform has. */
  start(): Promise<void>;
  /** Work that can wait until the bot is ready. */
  afterReady(): Promise<void>;
  stop(): Promise<void> | void;
  /** Why nobody can be served on it now, in few words; null: they can. */
  fault(): string | null;
  /** Whether it is connected; null: it keeps no connection open. */
  isConnected(): boolean | null;
}

/** The parts of an adapter for a chat platform on the network. */
export interface NetworkParts {
  config: Config;
  inbox: Inbox;
  memory: Memory;
  /** Of whom adapters keep nothing. */
  forgottenAmong: ForgottenAmong;
  /** Real time, which signatures, tokens and rate limits go by, whatever time the core plays. */
  clock: Clock;
  after: After;
  /** Holds calls back to stay within the platform's rate limits. */
  limiter: RateLimiter;
  log: Log;
  metrics: Metrics;
  /** Whether other processes serve the same organisations. */
  shared: boolean;
  /** A person as the store knows them, by the id that their platform uses. */
  known: Joined['known'];
}
