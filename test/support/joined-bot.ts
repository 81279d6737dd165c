import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSlack } from '../../adapters/slack';
import { createTeams } from '../../adapters/teams';
import manifest from '../../manifest.json';
import type { Core } from '../../src/app/core';
import { createJoined } from '../../src/app/linking';
import { routeChats } from '../../src/app/linking/route-chats';
import { translate } from '../../src/i18n/translate';
import { createIdentify } from '../../src/main/identify';
import type { After } from '../../src/ports/clock';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store/store';
import { createWeb } from '../../src/web';
import { type FakeSlack, startFakeSlack } from '../fakes/slack';
import type { TeamsClient } from '../fakes/teams/client';
import { type FakeTeams, startFakeTeams } from '../fakes/teams/fake-teams';
import { type Complaint, complaintLog, createTestCore, DEFAULTS, never, runDue } from './core';
import { localLimiter } from './limiter';
import { at } from './sample-data';

/** One organisation on both platforms: the bot with both adapters, each before a fake that refuses what is wrong. */
export interface JoinedBot {
  slack: FakeSlack;
  teams: FakeTeams;
  client: TeamsClient;
  workspace: string;
  /** The name under which everything is kept: the workspace's. */
  org: string;
  core: Core;
  store: Store;
  complaints: Complaint[];
  /** Stands at an instant (ISO 8601), does what is due, and sends what waits to be edited. */
  at(iso: string): Promise<void>;
  /** Turns the event loop until this holds: for what is acknowledged before it is done. */
  until(holds: () => Promise<boolean> | boolean): Promise<void>;
  /** The database. */
  file: string;
  /** Everything in the database's files, byte by byte. */
  bytes(): string;
  close(): Promise<void>;
}

/** What adapters wait for in real time; every other wait passes at once. */
const REAL: ReadonlySet<number> = new Set([1_500, 2_000, 2_500, 10_000, 15_000]);
/** What is done again after so long (ms) never comes round: it would carry the limits' time away with it. */
const NEVER_FROM = 3_600_000;
/** Real milliseconds: much more than anything takes on a busy machine. */
const PATIENCE = 15_000;

export async function openJoinedBot(options: {
  start: string;
  scopes?: readonly string[];
  linking?: boolean;
}): Promise<JoinedBot> {
  const { linking = true } = options;
  const folder = mkdtempSync(join(tmpdir(), 'telework-mixed-'));
  let now = at(options.start);
  // The limits' own time: it moves when somebody waits for a lane, so that no test waits.
  let limitsNow = now;
  const after: After = (delay, run) => {
    if (REAL.has(delay)) {
      const timer = setTimeout(run, delay).unref();
      return () => clearTimeout(timer);
    }
    if (delay >= NEVER_FROM) return () => undefined;
    const turn = setImmediate(() => {
      limitsNow += delay;
      run();
    });
    return () => clearImmediate(turn);
  };
  const log = complaintLog();
  let ids = 0;
  const newId = () => `${(++ids).toString(16).padStart(8, '0')}-id`;
  const limits = { now: () => limitsNow };
  const slack = await startFakeSlack({
    ...limits,
    app: { events: manifest.settings.event_subscriptions.bot_events },
  });
  const workspace = slack.team({ name: 'Example' }).id;
  const scopes = [...manifest.oauth_config.scopes.bot, ...(options.scopes ?? ['users:read.email'])];
  const { value: botToken } = slack.install({ team: workspace }, scopes);
  const teams = await startFakeTeams(limits);
  const org = `slack:${workspace}`;

  const file = join(folder, 'telework.db');
  const store = await openStore({ file, now: () => now });
  const pairs = [{ into: org, org: `teams:${teams.world.home}` }];
  const joined = createJoined({ pairs, linking, store, log });
  await joined.prepare();
  const shared = { clock: limits, after, limiter: localLimiter({ clock: limits, after }), log };
  const identify = linking ? createIdentify('ab'.repeat(32)) : null;
  const onSlack = createSlack({
    translate,
    ...shared,
    config: {
      auth: { kind: 'token', botToken },
      connection: { kind: 'http', signingSecret: slack.app.signingSecret },
      apiUrl: slack.apiUrl,
    },
    memory: store.memory('slack'),
    known: joined.known,
    identify,
  });
  const onTeams = createTeams({
    translate,
    ...shared,
    config: {
      credentials: {
        type: 'SingleTenant',
        appId: teams.appId,
        password: teams.password,
        tenantId: teams.world.home,
      },
      tenants: [teams.world.home],
      admins: ['b8ad6259-9f9f-45d3-8c96-5d4b01d1c89c'],
    },
    memory: store.memory('teams'),
    forgottenAmong: store.people.forgottenAmong,
    newId,
    defaults: DEFAULTS,
    identify,
    authEndpoints: {
      settings: teams.settings,
      credentials: teams.credentials(),
      serviceHosts: [new URL(teams.url).host],
    },
  });
  const chat = joined.chat(routeChats({ slack: onSlack.chat, teams: onTeams.chat }));
  const { core, inbox: oneInbox } = createTestCore({ store, chat, clock: { now: () => now }, newId, log });
  const inbox = joined.inbox(oneInbox);
  const web = createWeb({ log, newId, after: never, ready: async () => {} });
  for (const platform of [onSlack, onTeams]) {
    for (const [path, receiver] of Object.entries(platform.posts(inbox))) web.post(path, receiver);
  }
  const listening = await web.listen('127.0.0.1', 0);
  slack.useHttp(`${listening.url}/slack/events`);
  await onSlack.start(inbox);
  await onTeams.start(inbox);
  const client = teams.client(`${listening.url}/api/messages`);

  return {
    ...{ slack, teams, client, workspace, org, core, store, file, complaints: log.complaints },
    async at(iso) {
      now = at(iso);
      limitsNow = Math.max(limitsNow, now);
      await runDue(core);
      await core.refresh.settle();
    },
    async until(holds) {
      const deadline = performance.now() + PATIENCE;
      while (!(await holds())) {
        if (performance.now() > deadline) throw new Error('what was waited for did not come');
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    bytes: () =>
      readdirSync(folder)
        .map((file) => readFileSync(join(folder, file), 'latin1'))
        .join('\n'),
    async close() {
      client.close();
      await listening.close();
      await onSlack.stop();
      await onTeams.stop();
      await store.close();
      await slack.stop();
      await teams.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
