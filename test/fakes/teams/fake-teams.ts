import { randomBytes, randomUUID } from 'node:crypto';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { type CallLog, makeCallLog } from './calls';
import { makeClient, type TeamsClient } from './client';
import { type Fault, type FaultOptions, makeFaults } from './faults';
import { type FakeGraph, makeGraph } from './graph';
import type { Registration } from './identity';
import { makeMessages, type SeenMessage } from './messages';
import { type Addresses, listen } from './server';
import type { Side } from './side';
import { type Bucket, type Limit, makeThrottle, TEAMS_LIMITS } from './throttle';
import { botTokenCheck, type ChannelTokens, channelTokens, type Keys, makeKeys } from './tokens';
import { type BotSettings, botCredentials, botSettings } from './trust';
import { type Conversation, makeWorld, type Person, type World } from './world';

export interface FakeTeamsOptions {
  /** The clock of messages, activities and limits, in epoch milliseconds. Tokens go by the machine's clock. */
  now: () => number;
  botName?: string;
  /** Default single-tenant. */
  appType?: 'SingleTenant' | 'MultiTenant';
  /** Replaces the published limits of these buckets; an empty list lifts one. */
  limits?: Partial<Record<Bucket, Limit[]>>;
  /** The lifetime of a bot's token, by default 3600. The SDK renews it five minutes early. */
  tokenSeconds?: number;
  /** Part of every id; by default fixed, so that each run has the same ids. */
  seed?: string;
}

/** Microsoft's side of one bot, on 127.0.0.1. */
export interface FakeTeams extends Addresses {
  appId: string;
  password: string;
  /** The settings of a real CloudAdapter, together with `credentials`. */
  settings: BotSettings;
  credentials(): ServiceClientCredentialsFactory;
  tokens: ChannelTokens;
  serviceUrl(tenant?: string): string;
  world: World;
  /** People's clients, which send to the bot at this address. */
  client(endpoint: string): TeamsClient;
  /** The messages of a conversation that are not deleted, oldest first. */
  messages(conversation: Conversation): SeenMessage[];
  /** The bot's messages in a person's chat with it. */
  direct(person: Person): SeenMessage[];
  /** The bot's last message there; throws when there is none. */
  last(conversation: Conversation): SeenMessage;
  calls: CallLog;
  /** People's status messages. */
  graph: FakeGraph;
  fault(options: FaultOptions): Fault;
  /** What the bot did that Teams would refuse or show as broken. Expect it to be empty. */
  problems: string[];
  close(): Promise<void>;
}

/** Making keys takes a while, and all fakes may share them. */
let keysOfThisProcess: Keys | null = null;

export async function startFakeTeams(options: FakeTeamsOptions): Promise<FakeTeams> {
  keysOfThisProcess ??= makeKeys();
  const keys = keysOfThisProcess;
  const world = makeWorld(options.seed ?? 'teams');
  const registration: Registration = {
    // The SDK caches bots' tokens by app id for the life of the process.
    appId: randomUUID(),
    password: randomBytes(20).toString('base64url'),
    tenant: options.appType === 'MultiTenant' ? 'botframework.com' : world.home,
    keys,
    tokenSeconds: options.tokenSeconds ?? 3600,
  };
  const parts = makeParts(options, registration, world);
  const instance = randomBytes(6).toString('hex');
  const listening = await listen(instance, registration, Date.now, (addresses) => ({
    ...parts,
    serviceUrl: (tenant) => `${addresses.url}/emea/${tenant}/`,
  }));
  return assemble(parts, registration, listening.addresses, listening.close);
}

type Parts = Omit<Side, 'serviceUrl'>;

function makeParts(options: FakeTeamsOptions, registration: Registration, world: World): Parts {
  const { now } = options;
  return {
    appId: registration.appId,
    botName: options.botName ?? 'Telework Days',
    now,
    world,
    messages: makeMessages(now),
    calls: makeCallLog(),
    faults: makeFaults(),
    graph: makeGraph(world, now),
    throttle: makeThrottle(now, { ...TEAMS_LIMITS, ...options.limits }),
    problems: [],
    isBot: botTokenCheck(registration.keys, registration.appId, Date.now),
  };
}

function assemble(
  parts: Parts,
  registration: Registration,
  addresses: Addresses,
  close: () => Promise<void>,
): FakeTeams {
  const { world, messages, calls, problems } = parts;
  const serviceUrl = (tenant = world.home) => `${addresses.url}/emea/${tenant}/`;
  const tokens = channelTokens(registration.keys, registration.appId, Date.now);
  const standing = (conversation: Conversation) =>
    messages.in(conversation.id).filter((each) => !each.deleted);
  const byBot = (conversation: Conversation) => standing(conversation).filter((each) => each.from === 'bot');
  return {
    ...addresses,
    appId: registration.appId,
    password: registration.password,
    settings: botSettings(registration, addresses),
    credentials: () => botCredentials(registration, addresses),
    tokens,
    serviceUrl,
    world,
    client: (endpoint) => makeClient({ ...parts, serviceUrl }, tokens, endpoint),
    messages: standing,
    direct: (person) => byBot(person.chat),
    last(conversation) {
      const message = byBot(conversation).at(-1);
      if (message === undefined) throw new Error('the bot has written nothing there');
      return message;
    },
    calls,
    graph: parts.graph,
    fault: (fault) => parts.faults.add(fault),
    problems,
    close,
  };
}
