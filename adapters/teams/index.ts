import type { OrgId } from '../../src/domain/people/person';
import { ForgottenElsewhere } from '../../src/ports/forgotten-elsewhere';
import type { Inbox } from '../../src/ports/inbox';
import { silentMetrics } from '../../src/ports/metrics';
import type { PostReceiver } from '../../src/ports/post';
import { Activities } from './activities';
import { dropCards, dropForgotten, TeamsChat } from './chat';
import { type Clients, connectMicrosoft } from './connector';
import { Directory } from './directory';
import { Gateway } from './gateway';
import { GRAPH, Graph } from './graph';
import { BOT_PREFIX } from './inbound';
import { RecentAnswers } from './invokes';
import { tenantOfOrg } from './keys';
import { CallLimiter, EditLimiter } from './limits';
import { createReceiver, MESSAGES_PATH } from './listen';
import type { Served } from './origin';
import { PresenceStatus } from './presence-status';
import { createTeamsMemory } from './records';
import { Renderer } from './render';
import { isServiceOf } from './services';
import { SharedCardCache } from './shared-cards';
import type { TeamsOptions, TeamsPlatform } from './types';

export type { TeamsOptions, TeamsPlatform } from './types';

const TIMEOUT_MS = 10_000;

/** Microsoft Teams as a chat platform. Loads the SDK: import it only where Teams is configured. */
export function createTeams(options: TeamsOptions): TeamsPlatform {
  const { config, clock, after, limiter, log, newId } = options;
  const memory = createTeamsMemory(options, clock);
  const { adapter, clients } = connectMicrosoft(config, options.authEndpoints);
  const gateway = createGateway(options, clients, new CallLimiter(limiter));
  const shared = {
    memory,
    gateway,
    render: new Renderer(options.translate),
    sharedCards: new SharedCardCache(),
    recentAnswers: new RecentAnswers(),
    directory: new Directory(gateway, clock),
    admins: config.admins.map((id) => id.toLowerCase()),
    identify: options.identify ?? null,
    status: new PresenceStatus(memory, graphOf(options)),
  };
  const forgottenElsewhere = hearOfForgotten(options, shared);
  const chat = new TeamsChat({ ...shared, forgottenElsewhere, editLimiter: new EditLimiter(limiter) });
  const running = new Set<Promise<unknown>>();

  function posts(inbox: Inbox): Record<string, PostReceiver> {
    const activities = new Activities({
      ...shared,
      inbox,
      translate: options.translate,
      after,
      log,
      running,
      defaultLocale: options.defaults.language,
      direct: async ({ org, person }, card) => {
        await chat.direct(org, person.id, card, {
          id: newId(),
          mayHaveBeenSent: false,
          repeatable: false,
        });
      },
    });
    const appId = config.credentials?.appId ?? null;
    return {
      [MESSAGES_PATH]: createReceiver({ adapter, appId, served: servedBy(options), activities, running }),
    };
  }

  return {
    chat,
    posts,
    async start() {
      if (options.shared) forgottenElsewhere.start();
      if (config.credentials === null)
        log.warn({}, 'Teams: requests are NOT VERIFIED; only for a client on this machine');
      if (config.admins.length === 0) {
        log.warn({}, 'Teams: TEAMS_ADMINS is empty, so nobody can change campaigns: see npm run doctor');
      }
    },
    async stop() {
      forgottenElsewhere.stop();
      await Promise.allSettled(running);
      limiter.drain();
    },
  };
}

/** Null: statuses are switched off. */
function graphOf({ config, limiter, clock, after, authEndpoints, fetch: send = fetch }: TeamsOptions) {
  const { appId, password } = config.credentials ?? {};
  if (!config.statuses || !appId || !password) return null;
  const timeoutMs = authEndpoints?.timeoutMs ?? TIMEOUT_MS;
  const endpoints = authEndpoints?.graph ?? GRAPH;
  return new Graph({ appId, password, endpoints, fetch: send, limiter, clock, after, timeoutMs });
}

function servedBy({ config, authEndpoints }: TeamsOptions): Served {
  return {
    verified: config.credentials !== null,
    tenants: config.tenants,
    isService: isServiceOf(config, authEndpoints?.serviceHosts),
  };
}

function hearOfForgotten(
  { memory, clock, after, log }: TeamsOptions,
  caches: Parameters<typeof dropForgotten>[0] & Parameters<typeof dropCards>[0],
): ForgottenElsewhere {
  const drop = async (org: OrgId) => {
    const tenant = tenantOfOrg(org);
    dropCards(caches, tenant);
    await dropForgotten(caches, tenant, caches.directory.idsIn(tenant));
  };
  return new ForgottenElsewhere({ memory, clock, after, log, drop });
}

function createGateway(
  { config, clock, after, log, newId, metrics, authEndpoints }: TeamsOptions,
  clients: Clients,
  limiter: CallLimiter,
): Gateway {
  return new Gateway({
    clients,
    limiter,
    bot: BOT_PREFIX + (config.credentials?.appId ?? ''),
    verified: config.credentials !== null,
    timeoutMs: authEndpoints?.timeoutMs ?? TIMEOUT_MS,
    random: () => fractionOf(newId()),
    clock,
    after,
    log,
    metrics: metrics ?? silentMetrics,
  });
}

/** A number from 0 to 1 made from a random id: retries are spread with it. */
function fractionOf(id: string): number {
  const sum = [...id].reduce((all, character) => (all * 31 + character.charCodeAt(0)) % 10_007, 7);
  return sum / 10_007;
}
