import type { Router } from 'express';
import type { Inbox } from '../../src/ports/inbox';
import { silentMetrics } from '../../src/ports/metrics';
import { createBases } from './bases';
import { createChat } from './chat';
import { connectMicrosoft } from './connector';
import { createGateway } from './gateway';
import { createTeamsLanes } from './lanes';
import { createRecent, teamsRoutes } from './listen';
import { createPace } from './pace';
import { createTeamsMemory } from './records';
import { isServiceOf } from './services';
import type { TeamsOptions, TeamsPlatform } from './types';

export type { AuthEndpoints, TeamsOptions, TeamsPlatform } from './types';

const TIMEOUT = 10_000;

/** Microsoft Teams as a chat platform. Loads the SDK: only to be imported where Teams is configured. */
export function createTeams(options: TeamsOptions): TeamsPlatform {
  const { config, clock, after, limiter, log, newId, defaults, authEndpoints } = options;
  const memory = createTeamsMemory(options.memory, clock);
  const { doorman, clients } = connectMicrosoft(config, authEndpoints);
  const bases = createBases(clock);
  const gateway = createGateway({
    clients,
    lanes: createTeamsLanes(limiter),
    bot: `28:${config.credentials?.appId ?? ''}`,
    timeoutMs: authEndpoints?.timeoutMs ?? TIMEOUT,
    random: () => randomOf(newId()),
    clock,
    log,
    metrics: options.metrics ?? silentMetrics,
  });
  const identify = options.identify ?? null;
  const names = new Map<string, string>();
  const chat = createChat({ memory, gateway, bases, names, pace: createPace(limiter), identify });
  const running = new Set<Promise<unknown>>();
  const admins = config.admins.map((id) => id.toLowerCase());

  function routes(inbox: Inbox): Router {
    return teamsRoutes({
      inbox,
      memory,
      gateway,
      bases,
      names,
      identify,
      doorman,
      admins,
      after,
      log,
      running,
      verified: config.credentials !== null,
      tenants: config.tenants,
      isService: isServiceOf(config, authEndpoints?.serviceHosts),
      defaultLocale: defaults.language,
      recent: createRecent(),
      direct: async ({ org, person }, card) => {
        await chat.direct(org, person.id, card, { id: newId(), again: false });
      },
    });
  }

  return {
    chat,
    routes,
    async start() {
      if (config.credentials === null) {
        log.warn({}, 'Teams: requests are NOT VERIFIED; only for a client on this machine');
      }
    },
    async stop() {
      await Promise.allSettled(running);
      limiter.drain();
    },
  };
}

/** A number from 0 to 1 out of an id, for spreading retries. */
function randomOf(id: string): number {
  const sum = [...id].reduce((all, character) => (all * 31 + character.charCodeAt(0)) % 10_007, 7);
  return sum / 10_007;
}
