import { type CallLog, createCallLog } from './calls';
import {
  createSender,
  type Delivery,
  type Endpoints,
  type Forgery,
  type Inbound,
  type Send,
  type SignedRequest,
  signRequest,
} from './deliver';
import { createFaults, type Fault } from './faults';
import { createEvents, type Events } from './inbound/events';
import { actInMessages, type InMessages } from './inbound/in-messages';
import { actInViews, type InViews } from './inbound/in-views';
import { createPost, type Post } from './inbound/post';
import type { Rate } from './limits';
import { createRates, type Rates } from './rates';
import { createSeed, newApp, type Seed } from './seed';
import { createSlackServer, listen } from './server';
import { createSocketHub, type SocketHub } from './socket';
import { modalsOf } from './views';
import type { Settings } from './web-api/call';
import { type App, createWorld, type Ephemeral, type Message, type View, type World } from './world';

export type { Delivery, Forgery } from './deliver';
export { sign } from './deliver';

export { RATES } from './limits';
export type { Json } from './refusal';
export { BOT_SCOPES } from './seed';
export type { App, Message } from './world';

export interface FakeSlackOptions {
  /** Milliseconds since the epoch: rates, triggers, tokens, timestamps and redeliveries go by it. */
  now: () => number;
  app?: Partial<App>;
  /** Other rates than Slack's, by method; `'off'`: none. */
  rates?: Record<string, Rate> | 'off';
  settings?: Partial<Settings>;
}

/** What a person would see. */
interface Screen {
  /** The messages of a channel, oldest first; of a conversation with the bot by the person's id. */
  messages(channelOrUser: string): Message[];
  /** What only this person sees, oldest first. */
  ephemerals(user: string, channel?: string): Ephemeral[];
  home(user: string): View | null;
  /** The top one last. */
  modals(user: string): View[];
}

export interface FakeSlack extends Seed, Events, InMessages, InViews, Screen {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** For `slackApiUrl`. */
  apiUrl: string;
  /** For `authorizationUrl`; see `oauth.ts` for who consents. */
  authorizeUrl: string;
  app: App;
  world: World;
  settings: Settings;
  rates: Rates;
  calls: CallLog;
  socket: SocketHub;
  /** From now on everything inbound goes as signed HTTP requests to this address. */
  useHttp(endpoints: Endpoints): void;
  /** From now on everything inbound goes over Socket Mode. */
  useSocket(): void;
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Sends a request again, byte for byte. */
  resend(request: SignedRequest): Promise<Delivery>;
  /** Signs and sends anything. */
  sendRaw: Send;
  redeliver: Post['redeliver'];
  redeliveriesWaiting: Post['waiting'];
  /** What somebody without the app's secret, or with an old clock, would send. */
  signed(inbound: Inbound, forgery?: Forgery): SignedRequest;
  stop(): Promise<void>;
}

/** Starts a strict fake of Slack on a free port of 127.0.0.1. */
export async function startFakeSlack(options: FakeSlackOptions): Promise<FakeSlack> {
  const world = createWorld(options.now, newApp(options.app));
  const settings: Settings = {
    charts: true,
    pageSize: 1000,
    ackTimeoutMs: 3000,
    latencyMs: 0,
    ...options.settings,
  };
  const rates = createRates(options.now, options.rates ?? {});
  const calls = createCallLog();
  const faults = createFaults();
  const seed = createSeed(world);

  let url = '';
  const socketUrl = (app: string): string => socket.urlFor(app);
  const server = createSlackServer({ world, settings, rates, calls, socketUrl }, faults);
  const socket = createSocketHub(
    server,
    () => url,
    () => settings.ackTimeoutMs,
  );
  url = await listen(server);

  const way = createWay(world, settings, socket);
  const post = createPost(world, way.send);
  const acting = { world, seed, post, baseUrl: () => url, charts: () => settings.charts };
  return {
    ...seed,
    ...createEvents(world, seed, post),
    ...actInMessages(acting),
    ...actInViews(acting),
    ...createScreen(world),
    url,
    apiUrl: `${url}/api/`,
    authorizeUrl: `${url}/oauth/v2/authorize`,
    app: world.app,
    world,
    settings,
    rates,
    calls,
    socket,
    useHttp: way.useHttp,
    useSocket: way.useSocket,
    fault: faults.add,
    clearFaults: faults.clear,
    resend: way.resend,
    sendRaw: way.send,
    redeliver: post.redeliver,
    redeliveriesWaiting: post.waiting,
    signed: way.signed,
    async stop() {
      way.stop();
      await socket.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The way to the bot: signed HTTP, or Socket Mode. */
function createWay(world: World, settings: Settings, socket: SocketHub) {
  let endpoints: Endpoints | null = null;
  const sender = createSender(() => settings.ackTimeoutMs);

  function signed(inbound: Inbound, forgery: Forgery = {}): SignedRequest {
    if (!endpoints) throw new Error('say where signed requests go: call useHttp first');
    const { signingSecret } = world.app;
    return signRequest(inbound, { endpoints, signingSecret, nowS: Math.floor(world.now() / 1000) }, forgery);
  }
  return {
    signed,
    send: (inbound: Inbound, forgery?: Forgery): Promise<Delivery> =>
      endpoints ? sender.send(signed(inbound, forgery)) : socket.send(world.app.id, inbound),
    resend: sender.send,
    useHttp(to: Endpoints) {
      endpoints = to;
    },
    useSocket() {
      endpoints = null;
    },
    stop: sender.stop,
  };
}

function createScreen(world: World): Screen {
  return {
    messages(id) {
      const direct = [...world.directs].find(([key]) => key.endsWith(` ${id}`))?.[1];
      return world.messages.get(direct ?? id) ?? [];
    },
    ephemerals: (user, channel) =>
      world.ephemerals.filter((each) => each.seenBy === user && (!channel || each.channel === channel)),
    home: (user) => world.views.get(world.homes.get(user) ?? '') ?? null,
    modals: (user) => modalsOf(world, user),
  };
}
