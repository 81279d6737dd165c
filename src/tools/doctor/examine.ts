import { join } from 'node:path';
import { slackChecks } from '../../../adapters/slack/doctor';
import { teamsChecks } from '../../../adapters/teams/doctor';
import type { Config, ConfigFaults } from '../../config';
import type { Check, CheckParts } from '../../ports/check';
import { inspectFile, inspectServer, STORE_FILE } from '../../store';
import type { Inspection } from './database';
import { installationChecks, nodeCheck } from './installation';
import { linkingChecks } from './linking';
import { type Result, runChecks } from './report';

export interface ExamineParts extends CheckParts {
  nodeVersion: string;
}

/** Everything that can be looked at with these settings; where they are wrong, only what is wrong with them. */
export async function examine(config: Config | ConfigFaults, parts: ExamineParts): Promise<Result[]> {
  const first = nodeCheck(parts.nodeVersion);
  if ('faults' in config) return runChecks([first, ...settingChecks(config)]);
  const inspected = inspectOnce(config, parts);
  try {
    return await runChecks([first, ...checksFor(config, parts, inspected.get)]);
  } finally {
    await inspected.close();
  }
}

/** What can be looked at without the network. */
export async function examineHere(config: Config, parts: Omit<ExamineParts, 'fetch'>): Promise<Result[]> {
  const inspected = inspectOnce(config, parts);
  try {
    const checks = checksFor(config, { ...parts, fetch: refuseNetwork }, inspected.get);
    return await runChecks([nodeCheck(parts.nodeVersion), ...checks.filter(({ remote }) => !remote)]);
  } finally {
    await inspected.close();
  }
}

async function refuseNetwork(): Promise<never> {
  throw new Error('a check that asks the network is not marked as remote');
}

function settingChecks({ faults }: ConfigFaults): Check[] {
  return faults.map(({ variable, wrong, cure }) => ({
    name: 'Settings',
    run: async () => ({ state: 'fail', text: `${variable} ${wrong}`, cure }),
  }));
}

type Inspect = () => Promise<Inspection | null>;

function checksFor(config: Config, parts: ExamineParts, inspect: Inspect): Check[] {
  const { slack, teams, encryptionKey } = config;
  const { publicUrl } = config.http;
  const emails = config.joined.linkBy === 'email';
  const memoryOf = (name: string) => async () => (await inspect())?.memory(name) ?? null;
  return [
    ...installationChecks(config, parts, inspect),
    ...linkingChecks(config),
    ...(slack ? slackChecks({ ...slack, encryptionKey, emails, memory: memoryOf('slack') }, parts) : []),
    ...(teams ? teamsChecks({ ...teams, publicUrl, memory: memoryOf('teams') }, parts) : []),
  ];
}

/** The database is opened once for all checks, when the first one asks. */
function inspectOnce(
  { store }: Config,
  { now }: Pick<CheckParts, 'now'>,
): { get: Inspect; close(): Promise<void> } {
  let opened: Promise<Inspection | null> | null = null;
  return {
    get() {
      opened ??=
        store.kind === 'postgres'
          ? inspectServer(store, now)
          : inspectFile(join(store.dataDir, STORE_FILE), now);
      return opened;
    },
    async close() {
      const inspection = await opened?.catch(() => null);
      await inspection?.close();
    },
  };
}
