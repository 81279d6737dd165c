import type { Ports } from '../../app/core';
import type { Joined } from '../../app/linking';
import type { Config } from '../../config';
import { createRateLimiter } from '../../limits/rate-limiter';
import type { Inbox } from '../../ports/inbox';
import type { TimeControl } from '../../ports/time-control';
import type { OpenDatabase } from '../database';
import { after, steadyClock } from '../real-time';
import type { NetworkParts, Platform } from './platform';

import type { SandboxNeeds } from './sandbox';

export type { Platform } from './platform';

export interface PlatformParts {
  config: Config;
  database: OpenDatabase;
  core: Ports<SandboxNeeds | 'metrics'>;
  inbox: Inbox;
  control: TimeControl;
  known: Joined['known'];
}

/**
 * Opens the platforms that are configured. Each is loaded only then: an SDK takes memory and time, and the production
 * image leaves the sandbox out.
 */
export async function openPlatforms(parts: PlatformParts): Promise<Platform[]> {
  const { slack, teams, sandbox } = parts.config;
  const networked = createNetworkParts(parts);
  const opening: Promise<Platform>[] = [];
  if (slack) opening.push(import('./slack.js').then(({ openSlack }) => openSlack(slack, networked('slack'))));
  if (teams) opening.push(import('./teams.js').then(({ openTeams }) => openTeams(teams, networked('teams'))));
  if (sandbox) opening.push(import('./sandbox.js').then(({ openSandbox }) => openSandbox(parts)));
  return Promise.all(opening);
}

function createNetworkParts({ config, database, core, inbox, known }: PlatformParts) {
  const { store, clock, shared } = database;
  const { log, metrics } = core;
  const limiter = createRateLimiter(store.tokenBuckets(steadyClock), steadyClock, after);
  return (name: 'slack' | 'teams'): NetworkParts => ({
    ...{ config, inbox, clock, after, limiter, log, metrics, shared, known },
    memory: store.memory(name),
    forgottenAmong: store.people.forgottenAmong,
  });
}
