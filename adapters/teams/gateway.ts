import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import type { After, Clock } from '../../src/ports/clock';
import type { Log } from '../../src/ports/log';
import { type Metrics, measure } from '../../src/ports/metrics';
import { pagesOf } from '../../src/ports/pages';
import { withTimeout } from '../../src/ports/timeout';
import { type Belonging, belongingIn, handleOf } from './belonging';
import type { Clients } from './connector';
import { toChatError } from './errors';
import { channelTitle, withoutThread } from './keys';
import type { CallLimiter, Cost } from './limits';
import type { Element } from './render';

/** Where a conversation is. */
export interface Reference {
  serviceUrl: string;
  tenant: string;
  /** With `;messageid=`: in that thread of a channel. */
  conversation: string;
}

const ACCOUNT = z.object({
  id: z.string(),
  name: z.string().nullish(),
  userRole: z.string().nullish(),
  tenantId: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

export interface Account {
  id: string;
  name: string;
  kind: Belonging;
  /** Whether Teams told their tenant: without it nothing but answers is taken from them. */
  certain: boolean;
  /** The address by which the tenant itself knows them; null when Teams gives none. */
  email: string | null;
  /** The part of that address which colleagues know them by; null when Teams gives none. */
  handle: string | null;
  /** Their id in the tenant's directory; null when Teams gives none. */
  objectId: string | null;
}

export interface GatewayParts {
  clients: Clients;
  limiter: CallLimiter;
  /** The id under which Teams knows the bot. */
  bot: string;
  /** Whether requests are verified: else tenants mean nothing. */
  verified: boolean;
  /** How long a call may take. */
  timeoutMs: Millis;
  /** A number from 0 to 1, to spread retries. */
  random: () => number;
  clock: Clock;
  after: After;
  log: Log;
  metrics: Metrics;
}

interface Options {
  abortSignal: AbortSignal;
}

type PageOptions = Parameters<ConnectorClient['conversations']['getConversationPagedMembers']>[1];

const MEMBERS = z.object({ members: z.array(ACCOUNT), continuationToken: z.string().nullish() });
const OPENED = z.object({ id: z.string().min(1) });

const PAGE_SIZE = 500;

/**
 * The part of the Bot Connector's REST API that is used. Every call keeps the rate limits, is made once, and throws
 * ChatErrors only.
 */
export class Gateway {
  readonly #parts: GatewayParts;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  /** Posts a message; resolves with its id. `urgent`: a person waits for it in front of a screen. */
  send(to: Reference, activity: Element, { urgent = false } = {}): Promise<string> {
    return this.#call('post', { ...costOf('write', to), urgent }, async (options) => {
      const conversations = await this.#conversations(to);
      const sent = await conversations.sendToConversation(to.conversation, activity, options);
      if (!sent?.id) throw new ChatError('uncertain', 'Teams did not say where the message stands');
      return sent.id;
    });
  }

  async update(to: Reference, message: string, activity: Element): Promise<void> {
    try {
      await this.#call('edit', costOf('write', to), async (options) => {
        const conversations = await this.#conversations(to);
        await conversations.updateActivity(to.conversation, message, { ...activity, id: message }, options);
      });
    } catch (error) {
      throw faultOfEdit(error);
    }
  }

  /** Opens the person's chat with the bot, or finds it; resolves with its id. */
  async open(at: Omit<Reference, 'conversation'>, person: string): Promise<string> {
    const cost: Cost = { kind: 'write', tenant: at.tenant, conversation: person };
    try {
      return await this.#call('open a chat', cost, async (options) => {
        const conversations = await this.#conversations(at);
        const chat = newChat(this.#parts.bot, at.tenant, person);
        return OPENED.parse(await conversations.createConversation(chat, options)).id;
      });
    } catch (error) {
      throw faultOfOpening(error);
    }
  }

  /** Every member of the conversation, in pages of 500. */
  async *members(of: Reference): AsyncIterable<Account> {
    const pages = pagesOf(
      (token) => this.#page(of, token),
      ({ continuationToken }) => continuationToken,
    );
    for await (const { members } of pages) yield* members.map((row) => this.#accountOf(row, of));
  }

  member(of: Reference, person: string): Promise<Account> {
    return this.#call('show a member', { ...costOf('read', of), urgent: true }, async (options) => {
      const conversations = await this.#conversations(of);
      const member = await conversations.getConversationMember(of.conversation, person, options);
      return this.#accountOf(ACCOUNT.parse(member), of);
    });
  }

  /** The title of a channel, by its team's name and its own. */
  channelName(of: Reference, team: string): Promise<string> {
    return this.#call('name a channel', { ...costOf('read', of), urgent: true }, async () => {
      const client = await this.#parts.clients.teams(of.serviceUrl);
      const details = await client.teams.fetchTeamDetails(team);
      if (team === of.conversation) return details.name ?? '';
      const { conversations = [] } = await client.teams.fetchChannelList(team);
      return channelTitle(details.name ?? '', conversations.find(({ id }) => id === of.conversation)?.name);
    });
  }

  #accountOf(row: z.infer<typeof ACCOUNT>, { tenant }: Reference): Account {
    const { id, name, email, userPrincipalName, aadObjectId, objectId } = row;
    return {
      id,
      name: name ?? '',
      ...belongingIn(tenant, row, this.#parts.verified),
      email: email || userPrincipalName || null,
      handle: handleOf(row),
      objectId: aadObjectId || objectId || null,
    };
  }

  /** One page of members; an empty token asks for the first. */
  #page(of: Reference, continuationToken: string): Promise<z.infer<typeof MEMBERS>> {
    return this.#call('list the members', costOf('read', of), async (options) => {
      const conversations = await this.#conversations(of);
      const from = continuationToken === '' ? {} : { continuationToken };
      // The SDK's type requires a token, although the first page has none.
      const wanted = { ...options, pageSize: PAGE_SIZE, ...from } as PageOptions;
      return MEMBERS.parse(await conversations.getConversationPagedMembers(of.conversation, wanted));
    });
  }

  async #conversations({ serviceUrl }: { serviceUrl: string }): Promise<ConnectorClient['conversations']> {
    return (await this.#parts.clients.connector(serviceUrl)).conversations;
  }

  /** Waits for the limits, then makes the call once. `what` names it in faults and metrics. */
  async #call<T>(what: string, cost: Cost, run: (options: Options) => Promise<T>): Promise<T> {
    const { limiter, metrics, log, random, clock } = this.#parts;
    const at = { platform: 'teams', method: what };
    await measure(
      metrics.begin('lane', at),
      () => limiter.acquire(cost),
      'passed',
      () => 'refused',
    );
    const end = metrics.begin('call', at);
    try {
      const result = await this.#inTime(run);
      end('done');
      return result;
    } catch (error) {
      const fault = toChatError(error, what, random(), clock.now());
      end(fault.kind);
      if (fault.kind === 'rate-limited') await limiter.pause(cost, fault.retryAfterMs ?? 0);
      log.debug({ kind: fault.kind, what }, 'the connector refused a call');
      throw fault;
    }
  }

  /** The SDK does not pass its own time-out on to the socket; it passes a signal, but may never settle after it. */
  #inTime<T>(run: (options: Options) => Promise<T>): Promise<T> {
    const { timeoutMs, after } = this.#parts;
    const aborting = new AbortController();
    const onTimeout = (): never => {
      aborting.abort();
      throw new Error('no answer in time');
    };
    return withTimeout(run({ abortSignal: aborting.signal }), { ms: timeoutMs, after, onTimeout });
  }
}

/**
 * Opening a chat shows nothing to the person, and finds the same chat the next time: an uncertain end is as good as
 * none. Only the person can be wrong about the request.
 */
function faultOfOpening(error: unknown): unknown {
  if (!(error instanceof ChatError)) return error;
  if (error.kind === 'uncertain') return new ChatError('unreachable', error.message, null, { cause: error });
  if (error.kind !== 'invalid') return error;
  return new ChatError('gone', 'Teams does not know this person in this tenant', null, { cause: error });
}

/** Teams answers with the same status for a message that was deleted, and for a conversation that is gone. */
function faultOfEdit(error: unknown): unknown {
  if (!(error instanceof ChatError) || error.kind !== 'gone') return error;
  const { cause } = error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : '';
  if (code === 'ConversationNotFound') return error;
  return new ChatError('deleted', error.message, null, { cause });
}

function costOf(kind: Cost['kind'], { tenant, conversation }: Reference): Cost {
  return { kind, tenant, conversation: withoutThread(conversation) };
}

function newChat(bot: string, tenant: string, person: string) {
  return {
    isGroup: false,
    bot: { id: bot, name: '' },
    members: [{ id: person, name: '' }],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  };
}
