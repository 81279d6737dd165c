import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createSlack, type Installations, type SlackPlatform } from '../../adapters/slack';
import { createPoster } from '../../adapters/slack/post';
import { createOwnPermissions } from '../../adapters/slack/statuses';
import manifest from '../../manifest.json';
import type { Core } from '../../src/app/core';
import type { Team } from '../../src/domain/teams/team';
import { translate } from '../../src/i18n/translate';
import type { After } from '../../src/ports/clock';
import type { Inbox } from '../../src/ports/inbox';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store/store';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../fakes/slack';
import { createFakeTime, type FakeTime } from '../fakes/time';
import { type Complaint, complaintLog, countedIds, createTestCore, runDue } from './core';
import { localLimiter } from './limiter';
import { postListener } from './post-listener';
import { at } from './sample-data';

export type Way = 'http' | 'socket';

/** A workspace on the fake of Slack, and the bot: its adapter and the whole core on a database file. */
export interface SlackBot {
  slack: FakeSlack;
  /** Where the bot listens. */
  url: string;
  time: FakeTime;
  teamId: string;
  org: string;
  /** The bot user. */
  bot: string;
  botToken: string;
  /** The database. */
  file: string;
  readonly platform: SlackPlatform;
  readonly inbox: Inbox;
  readonly core: Core;
  readonly store: Store;
  complaints: Complaint[];
  /** The team of a channel, which must have one. */
  team(channel: string): Promise<Team>;
  /** Stands at an instant and does what is due. */
  at(iso: string): Promise<void>;
  /** Waits until everything asked of the bot is done. */
  quiet(): Promise<void>;
  /** Kills the bot where it stands, and starts it again on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface SlackBotOptions {
  way?: Way;
  start?: string;
  /** The scopes of the install; unless told, those of the manifest and no more. */
  scopes?: readonly string[];
  /** One install for every workspace of an Enterprise organisation. */
  orgWide?: boolean;
  slack?: Partial<FakeSlackOptions>;
  /** Whether people may allow the bot to set their status. */
  statuses?: boolean;
  /** As where other processes serve the workspace, too. */
  shared?: boolean;
}

interface Running {
  platform: SlackPlatform;
  inbox: Inbox;
  core: Core;
  store: Store;
  stop(): Promise<void>;
}

export async function openSlackBot(options: SlackBotOptions = {}): Promise<SlackBot> {
  const { way = 'http', start = '2018-07-12T12:00:00+09:00' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'telework-slack-'));
  const time = createFakeTime(at(start));
  const { bot: scopes } = manifest.oauth_config.scopes;
  const slack = await startFakeSlack({
    now: time.now,
    app: { events: manifest.settings.event_subscriptions.bot_events },
    ...options.slack,
  });
  const enterprise = options.orgWide ? slack.enterprise().id : null;
  const teamId = slack.team({ name: 'Example', enterprise }).id;
  const owner = enterprise === null ? { team: teamId } : { enterprise };
  const { value: botToken, botUser: bot, botId } = slack.install(owner, options.scopes ?? scopes);
  const installations: Installations = {
    async botFor({ enterpriseId, isEnterpriseInstall }) {
      if (!isEnterpriseInstall || enterpriseId !== enterprise) return null;
      return { botToken, botId, botUserId: bot, teamId: null, enterpriseId };
    },
    forget: async () => undefined,
  };
  const appToken = slack.appToken();
  const complaints: SlackBot['complaints'] = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  if (way === 'http')
    slack.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  else slack.useSocket();

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let lives = 0;
  async function run(): Promise<Running> {
    const life = ++lives;
    const alive = <T>(work: () => Promise<T>) => time.track(work());
    const log = complaintLog(complaints, () => life === lives);
    const store = await openStore({ file: join(folder, 'telework.db'), now: time.now });
    const connection =
      way === 'http'
        ? { kind: 'http' as const, signingSecret: slack.app.signingSecret }
        : { kind: 'socket' as const, appToken };
    const poster = createPoster(10_000, time.after);
    const send: typeof fetch = (input, init) =>
      life === lives ? alive(() => fetch(input, init)) : new Promise(() => undefined);
    const after: After = (delay, task) => time.after(delay, () => life === lives && task());
    const ids = countedIds(`lease${life}-`);
    const own = options.statuses
      ? createOwnPermissions({
          ...{ translate, memory: store.memory('slack'), clock: time, after, newId: ids, log, fetch: send },
          clientId: slack.app.clientId,
          clientSecret: slack.app.clientSecret,
          encryptionKey: 'ab'.repeat(32),
          publicUrl: url,
          apiUrl: slack.apiUrl,
          onGranted: (org, person) => running.inbox.statusAccessChanged(org, person),
        })
      : null;
    const platform = createSlack({
      translate,
      config: { auth: { kind: 'token', botToken }, connection, apiUrl: slack.apiUrl },
      ...(enterprise === null ? {} : { installations }),
      memory: store.memory('slack'),
      known: (org, id) => store.people.get(org, id),
      forgottenAmong: store.people.forgottenAmong,
      ...(options.shared ? { shared: true } : {}),
      clock: time,
      after,
      limiter: localLimiter({ clock: time, after }),
      log,
      fetch: send,
      own,
      poster: {
        post: (url, body) =>
          life === lives ? alive(() => poster.post(url, body)) : new Promise(() => undefined),
        close: () => poster.close(),
      },
    });
    const newId = countedIds(`id${life}-`);
    const { core, inbox } = createTestCore({ store, chat: platform.chat, clock: time, after, newId, log });
    server.removeAllListeners('request');
    const posts = postListener(platform.posts(inbox), log);
    const pages = own ? express().use(own.router) : null;
    server.on('request', (request, response) =>
      pages && request.method === 'GET' ? pages(request, response) : posts(request, response),
    );
    await platform.start(inbox);
    if (way === 'socket') await slack.socket.connected(slack.app.id);
    await resume(core);
    return { platform, inbox, core, store, stop: () => platform.stop() };
  }

  let running = await run();
  return {
    slack,
    url,
    time,
    teamId,
    org: `slack:${teamId}`,
    bot,
    botToken,
    file: join(folder, 'telework.db'),
    complaints,
    get platform() {
      return running.platform;
    },
    get inbox() {
      return running.inbox;
    },
    get core() {
      return running.core;
    },
    get store() {
      return running.store;
    },
    async team(channel) {
      const team = await running.store.teams.at(`slack:${teamId}`, channel);
      if (!team) throw new Error(`there is no team in ${channel}`);
      return team;
    },
    async at(iso) {
      await time.advance(at(iso) - time.now());
      let ended = false;
      const done = runDue(running.core).finally(() => {
        ended = true;
      });
      for (await time.quiet(); !ended; await time.quiet()) await time.advance(500);
      await done;
    },
    quiet: () => time.quiet(),
    async restart() {
      lives += 1;
      await running.stop();
      await running.store.close();
      running = await run();
    },
    async close() {
      await running.stop();
      await running.store.close();
      await stopServer(server);
      await slack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As main does after a start. */
async function resume(core: Core): Promise<void> {
  await core.ledger.recover();
  await core.wakeQueue.wake(null);
  await core.refresh.catchUp();
}

async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
