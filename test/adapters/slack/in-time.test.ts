import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { createSlack, type Installations } from '../../../adapters/slack';
import type { Inbox, Log, Reply } from '../../../src/app/ports';
import { openStore } from '../../../src/store';
import { makeFolder } from '../../store/folder';
import { type FakeSlack, startFakeSlack } from '../../support/slack';
import { at } from '../../support/teams';
import { createFakeTime, type FakeTime } from './time';

/* Slack shows a time-out after three seconds, whatever is slow: the look-up of the install, or the database. */

const REPLY: Reply = {
  card: {
    locale: 'en',
    tone: 'news',
    summary: 'Hello.',
    parts: [{ kind: 'text', text: 'Hello.', look: 'body' }],
  },
  refused: false,
};

/** What is waited for: each is ended by the test. */
interface Waiting {
  resolve(): void;
  reject(): void;
}

let time: FakeTime;
let slack: FakeSlack;
let server: Server;
let waiting: Waiting[];
let slow: 'install' | 'store' | 'nothing';
let emma: string;
let channel: string;
let close: () => Promise<void>;

/** Waits in the test's hand where `what` is slow. */
function wait<T>(what: typeof slow, value: T): Promise<T> {
  if (what !== slow) return Promise.resolve(value);
  return new Promise((resolve, reject) => {
    waiting.push({ resolve: () => resolve(value), reject: () => reject(new Error('the database is away')) });
  });
}

const inbox: Inbox = {
  press: () => wait('store', REPLY),
  command: () => wait('store', REPLY),
  submit: () => wait('store', REPLY),
  home: () => wait('store', REPLY.card),
  shown: async () => null,
  member: async () => undefined,
  place: async () => undefined,
  removed: async () => undefined,
};

beforeEach(async () => {
  time = createFakeTime(at('2018-07-24T07:00:00+09:00'));
  slack = await startFakeSlack({ now: time.now });
  const team = slack.team().id;
  const {
    value: botToken,
    botUser,
    botId,
  } = slack.install({ team }, ['chat:write', 'users:read', 'channels:read']);
  emma = slack.user(team, { realName: 'Emma' }).id;
  channel = slack.channel(team, { members: [emma] }).id;
  const bot = { botToken, botUserId: botUser, botId, teamId: team, enterpriseId: null };
  const installations: Installations = { botFor: () => wait('install', bot), forget: async () => undefined };
  const folder = makeFolder();
  const store = await openStore({ file: join(folder, 'telework.db'), now: time.now });
  const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
  const platform = createSlack({
    config: {
      auth: { kind: 'oauth' },
      connection: { kind: 'http', signingSecret: slack.app.signingSecret },
      apiUrl: slack.apiUrl,
    },
    installations,
    memory: store.memory('slack'),
    clock: time,
    after: time.after,
    log,
    fetch: (input, init) => time.track(fetch(input, init)),
  });
  const app = express();
  const routes = platform.routes(inbox);
  if (routes) app.use(routes);
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  slack.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  waiting = [];
  slow = 'nothing';
  close = async () => {
    await platform.stop();
    await store.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await slack.stop();
    rmSync(folder, { recursive: true, force: true });
  };
});
afterEach(() => close());

/** Until something waits. */
async function begun(): Promise<Waiting> {
  for (;;) {
    const [first] = waiting.splice(0, 1);
    if (first) return first;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe.each(['install', 'store'] as const)('while the %s is slow', (what) => {
  test('a command is acknowledged before Slack gives up, and answered later', async () => {
    slow = what;
    const typed = slack.command(emma, channel, 'me');
    const work = await begun();
    await time.advance(2_500);
    expect(await typed).toMatchObject({ acked: true, body: null });
    expect(slack.ephemerals(emma)).toEqual([]);
    slow = 'nothing';
    work.resolve();
    await until(() => slack.ephemerals(emma).length > 0);
    expect(slack.ephemerals(emma).map(({ text }) => text)).toEqual(['Hello.']);
  });

  test('what fails after its acknowledgement is said', async () => {
    slow = what;
    const typed = slack.command(emma, channel, 'me');
    const work = await begun();
    await time.advance(2_500);
    expect(await typed).toMatchObject({ acked: true });
    work.reject();
    await until(() => slack.ephemerals(emma).length > 0);
    expect(slack.ephemerals(emma).map(({ text }) => text)).toEqual([
      'That did not work just now. Please try again.',
    ]);
  });

  test('what fails at once is not acknowledged: Slack says so', async () => {
    slow = what;
    const typed = slack.command(emma, channel, 'me');
    (await begun()).reject();
    expect(await typed).toMatchObject({ acked: false });
    expect(slack.ephemerals(emma)).toEqual([]);
  });
});

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}
