import { randomUUID } from 'node:crypto';
import { createTeams } from '../../../adapters/teams';
import type { TeamsConfig } from '../../config';
import { translate } from '../../i18n/translate';
import { identifyBy } from '../identify';
import type { NetworkParts, Platform } from './platform';

export async function openTeams(teams: TeamsConfig, parts: NetworkParts): Promise<Platform> {
  const { config, inbox, memory, forgottenAmong, clock, limiter, after, log, metrics, shared } = parts;
  const platform = createTeams({
    ...{ memory, forgottenAmong, clock, limiter, after, log, metrics, shared },
    config: teams,
    newId: randomUUID,
    defaults: config.defaults,
    translate,
    identify: identifyBy(config),
  });
  return {
    name: 'teams',
    chat: platform.chat,
    routes: [],
    posts: platform.posts(inbox),
    open: teams.credentials === null,
    start: () => platform.start(inbox),
    afterReady: async () => {},
    stop: () => platform.stop(),
    fault: () => null,
    isConnected: () => null,
  };
}
