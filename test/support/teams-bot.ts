import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTeams, type TeamsPlatform } from '../../adapters/teams';
import type { TeamsSettings } from '../../adapters/teams/types';
import type { Core } from '../../src/app/core';
import { translate } from '../../src/i18n/translate';
import type { After } from '../../src/ports/clock';
import type { Inbox } from '../../src/ports/inbox';
import { type Metrics, silentMetrics } from '../../src/ports/metrics';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store/store';
import { createWeb, type Listening } from '../../src/web';
import type { TeamsClient } from '../fakes/teams/client';
import { type FakeTeams, type FakeTeamsOptions, startFakeTeams } from '../fakes/teams/fake-teams';
import { type Complaint, complaintLog, countedIds, createTestCore, DEFAULTS, never, runDue } from './core';
import { localLimiter } from './limiter';
import { at } from './sample-data';

/** The whole bot behind a real CloudAdapter and a real database file, with Microsoft's side played on 127.0.0.1. */
export interface TeamsBot {
  fake: FakeTeams;
  client: TeamsClient;
  /** Where Teams sends activities. */
  endpoint: string;
  /** The database. */
  file: string;
  core: Core;
  store: Store;
  inbox: Inbox;
  teams: TeamsPlatform;
  complaints: Complaint[];
  /** Stands at an instant (ISO 8601) and does what is due there. */
  at(iso: string): Promise<number>;
  moveClock(iso: string): void;
  /** The bot's process ends and another begins, on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface TeamsBotOptions {
  start?: string;
  fake?: Partial<FakeTeamsOptions>;
  tenants?: (fake: FakeTeams) => string[];
  admins?: (fake: FakeTeams) => string[];
  /** Whether people may have their day shown in their status message. */
  statuses?: boolean;
  timeoutMs?: number;
  /** Microsoft's addresses, where they differ from the fake's. */
  settings?: Record<string, string>;
  metrics?: Metrics;
  /** The timer for the answer to an invoke; by default, real time. */
  answerTimeout?: After;
}

interface Running {
  core: Core;
  store: Store;
  inbox: Inbox;
  teams: TeamsPlatform;
  listening: Listening;
}

/** The time that the adapter gives an invoke. */
const ANSWER_TIMEOUT_MS = 2_500;

export async function openTeamsBot(options: TeamsBotOptions = {}): Promise<TeamsBot> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-teams-'));
  let now = at(options.start ?? '2018-07-12T12:00:00+09:00');
  const log = complaintLog();
  const after: After = (delay, run) => {
    if (delay === ANSWER_TIMEOUT_MS && options.answerTimeout) return options.answerTimeout(delay, run);
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  };
  // The rate limits have a time of their own: it moves when a call waits for them, so that no test waits.
  let limitsNow = now;
  const afterLimits: After = (delay, run) => {
    const turn = setImmediate(() => {
      limitsNow += delay;
      run();
    });
    return () => clearImmediate(turn);
  };
  const fake = await startFakeTeams({ now: () => limitsNow, ...options.fake });
  const newId = countedIds();
  const config: TeamsSettings = {
    credentials: {
      type: 'SingleTenant',
      appId: fake.appId,
      password: fake.password,
      tenantId: fake.world.home,
    },
    tenants: options.tenants?.(fake) ?? [fake.world.home],
    admins: options.admins?.(fake) ?? [],
    statuses: options.statuses ?? false,
  };

  async function run(port: number): Promise<Running> {
    const store = await openStore({ file: join(folder, 'telework.db'), now: () => now });
    const teams = createTeams({
      translate,
      config,
      memory: store.memory('teams'),
      forgottenAmong: store.people.forgottenAmong,
      clock: { now: () => limitsNow },
      after,
      limiter: localLimiter({ clock: { now: () => limitsNow }, after: afterLimits }),
      log,
      newId,
      defaults: DEFAULTS,
      metrics: options.metrics ?? silentMetrics,
      authEndpoints: {
        settings: { ...fake.settings, ...options.settings },
        credentials: fake.credentials(),
        graph: { login: fake.login, url: fake.graphUrl },
        serviceHosts: [new URL(fake.url).host],
        timeoutMs: options.timeoutMs ?? 10_000,
      },
    });
    const clock = { now: () => now };
    const { core, inbox } = createTestCore({ store, chat: teams.chat, clock, newId, log });
    const web = createWeb({ log, newId, after: never, ready: async () => {} });
    for (const [path, receiver] of Object.entries(teams.posts(inbox))) web.post(path, receiver);
    const before = log.complaints.length;
    await teams.start(inbox);
    // What the start says of the settings is tested apart.
    log.complaints.splice(before);
    const listening = await web.listen('127.0.0.1', port);
    return { core, store, inbox, teams, listening };
  }

  let running = await run(0);
  const { port } = new URL(running.listening.url);
  const endpoint = `http://127.0.0.1:${port}/api/messages`;
  const connect = () => fake.client(endpoint);
  let client = connect();

  async function end(): Promise<void> {
    await running.listening.close();
    await running.teams.stop();
    await running.store.close();
  }

  return {
    fake,
    endpoint,
    file: join(folder, 'telework.db'),
    get client() {
      return client;
    },
    get core() {
      return running.core;
    },
    get store() {
      return running.store;
    },
    get inbox() {
      return running.inbox;
    },
    get teams() {
      return running.teams;
    },
    complaints: log.complaints,
    async at(iso) {
      now = at(iso);
      limitsNow = Math.max(limitsNow, now);
      const done = await runDue(running.core);
      await running.core.refresh.settle();
      return done;
    },
    moveClock(iso) {
      now = at(iso);
      limitsNow = Math.max(limitsNow, now);
    },
    async restart() {
      client.close();
      await end();
      running = await run(Number(port));
      client = connect();
      // As the start of the bot takes up what a process had begun.
      await running.store.ledger.recover();
      await running.store.wakeQueue.wake(null);
      await running.core.refresh.catchUp();
    },
    async close() {
      client.close();
      await end();
      await fake.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
