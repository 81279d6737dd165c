import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import type { Log } from '../../src/ports/log';
import { type Metrics, measure } from '../../src/ports/metrics';
import type { Clients } from './connector';
import { toChatError } from './errors';
import type { TeamsLanes, Toll } from './lanes';
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
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

export interface Account {
  id: string;
  name: string;
  guest: boolean;
  /** The address by which the tenant itself knows them; null: none is told. */
  email: string | null;
}

/** The Bot Connector's REST API, as far as it is needed: within its limits, each call once, faults as ChatErrors. */
export interface Gateway {
  /** The id of the message. `urgent`: somebody waits for it in front of a screen. */
  send(to: Reference, activity: Element, urgent?: boolean): Promise<string>;
  update(to: Reference, message: string, activity: Element): Promise<void>;
  /** The id of the person's chat with the bot. */
  open(at: Omit<Reference, 'conversation'>, person: string): Promise<string>;
  members(of: Reference): AsyncIterable<Account>;
  member(of: Reference, person: string): Promise<Account>;
  /** What a channel is called, by its team and itself. */
  channelName(of: Reference, team: string): Promise<string>;
}

export interface GatewayParts {
  clients: Clients;
  lanes: TeamsLanes;
  /** The id under which Teams knows the bot. */
  bot: string;
  timeoutMs: Millis;
  random: () => number;
  clock: Clock;
  log: Log;
  metrics: Metrics;
}

interface Options {
  abortSignal: AbortSignal;
}

type PageOptions = Parameters<ConnectorClient['conversations']['getConversationPagedMembers']>[1];

const MEMBERS = z.object({ members: z.array(ACCOUNT), continuationToken: z.string().nullish() });
const OPENED = z.object({ id: z.string().min(1) });

const PAGE = 500;
/** More than the largest team has. */
const MOST_PAGES = 400;
const THREAD = ';messageid=';

export function createGateway({
  clients,
  lanes,
  bot,
  timeoutMs,
  random,
  clock,
  log,
  metrics,
}: GatewayParts): Gateway {
  async function call<T>(toll: Toll, what: string, run: (options: Options) => Promise<T>): Promise<T> {
    const at = { platform: 'teams', method: what };
    await measure(
      metrics.begin('lane', at),
      () => lanes.enter(toll),
      'passed',
      () => 'refused',
    );
    const end = metrics.begin('call', at);
    try {
      const result = await inTime(run);
      end('done');
      return result;
    } catch (error) {
      const fault = toChatError(error, what, random(), clock.now());
      end(fault.kind);
      if (fault.kind === 'rate-limited') await lanes.hold(toll, fault.retryAfterMs ?? 0);
      log.debug({ kind: fault.kind, what }, 'the connector refused a call');
      throw fault;
    }
  }

  /** The SDK loses a time-out on its way to the socket; it keeps a signal, but not always what that means. */
  function inTime<T>(run: (options: Options) => Promise<T>): Promise<T> {
    const abortSignal = AbortSignal.timeout(timeoutMs);
    return new Promise((resolve, reject) => {
      abortSignal.addEventListener('abort', () => reject(new Error('no answer in time')));
      run({ abortSignal }).then(resolve, reject);
    });
  }

  const write = ({ tenant, conversation }: Reference): Toll => ({
    kind: 'write',
    tenant,
    conversation: withoutThread(conversation),
  });
  const read = (of: Reference): Toll => ({ ...write(of), kind: 'read' });

  return {
    send: (to, activity, urgent = false) =>
      call({ ...write(to), urgent }, 'post', async (options) => {
        const client = await clients.connector(to.serviceUrl);
        const sent = await client.conversations.sendToConversation(to.conversation, activity, options);
        if (!sent?.id) throw new ChatError('uncertain', 'Teams did not say where the message stands');
        return sent.id;
      }),
    update: (to, message, activity) =>
      call(write(to), 'edit', async (options) => {
        const client = await clients.connector(to.serviceUrl);
        await client.conversations.updateActivity(
          to.conversation,
          message,
          { ...activity, id: message },
          options,
        );
      }),
    async open({ serviceUrl, tenant }, person) {
      try {
        return await call({ kind: 'write', tenant, conversation: person }, 'open a chat', async (options) => {
          const client = await clients.connector(serviceUrl);
          const made = await client.conversations.createConversation(newChat(bot, tenant, person), options);
          return OPENED.parse(made).id;
        });
      } catch (error) {
        // However doubtful its end: nobody has seen anything, and the next time it is the same chat.
        if (error instanceof ChatError && error.kind === 'uncertain')
          throw new ChatError('unreachable', error.message, null, { cause: error });
        // Nothing about the request can be wrong but the person.
        if (!(error instanceof ChatError) || error.kind !== 'invalid') throw error;
        throw new ChatError('gone', 'Teams knows no such person in this tenant', null, { cause: error });
      }
    },
    async *members(of) {
      const seen = new Set<string>();
      for (let continuationToken = ''; ; ) {
        const from = continuationToken === '' ? {} : { continuationToken };
        const page = await call(read(of), 'list the members', async (options) => {
          const client = await clients.connector(of.serviceUrl);
          // Its type wants a token, which the first page has not.
          const wanted = { ...options, pageSize: PAGE, ...from } as PageOptions;
          const found = await client.conversations.getConversationPagedMembers(of.conversation, wanted);
          return MEMBERS.parse(found);
        });
        for (const member of page.members) yield accountOf(member);
        continuationToken = page.continuationToken ?? '';
        if (continuationToken === '') return;
        if (seen.has(continuationToken) || seen.size >= MOST_PAGES)
          throw new ChatError('unreachable', 'the pages of members do not end');
        seen.add(continuationToken);
      }
    },
    member: (of, person) =>
      call({ ...read(of), urgent: true }, 'show a member', async (options) => {
        const client = await clients.connector(of.serviceUrl);
        const member = await client.conversations.getConversationMember(of.conversation, person, options);
        return accountOf(ACCOUNT.parse(member));
      }),
    channelName: (of, team) =>
      call({ ...read(of), urgent: true }, 'name a channel', async () => {
        const client = await clients.teams(of.serviceUrl);
        const details = await client.teams.fetchTeamDetails(team);
        if (team === of.conversation) return details.name ?? '';
        const { conversations = [] } = await client.teams.fetchChannelList(team);
        return channelTitle(details.name ?? '', conversations.find(({ id }) => id === of.conversation)?.name);
      }),
  };
}

/** A General channel has no name of its own. */
export function channelTitle(team: string, channel: string | null | undefined): string {
  return channel ? `${team} › ${channel}` : team;
}

export function withoutThread(conversation: string): string {
  return conversation.split(THREAD, 1)[0] ?? '';
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

function accountOf({ id, name, userRole, email, userPrincipalName }: z.infer<typeof ACCOUNT>): Account {
  const address = email || userPrincipalName || null;
  return { id, name: name ?? '', guest: userRole === 'guest', email: address };
}
