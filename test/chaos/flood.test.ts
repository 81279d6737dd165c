import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../manifest.json';
import { openStore } from '../../src/store';
import { type FakeSlack, startFakeSlack } from '../fakes/slack';
import { killChildren, startChild } from '../support/child';
import { aCampaign } from '../support/sample-data';

/* A thousand connections that send as much as they can: the built bot keeps its memory, and votes go on. */

const MAIN = join(__dirname, '../../dist/src/main.js');
const FLAGS = ['--max-semi-space-size=4', '--enable-source-maps'];
const DAY = '2018-07-24';
const CONNECTIONS = '1000';
const VOTES = 12;
const MAX_GROWTH_MIB = 60;
const MAX_ACK_MS = 1_000;

let folder: string;
let slack: FakeSlack;
let bot: ChildProcess;
let url: string;
let voter: string;
let channel: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telework-flood-'));
  slack = await startFakeSlack({
    now: Date.now,
    app: { events: manifest.settings.event_subscriptions.bot_events },
  });
  const team = slack.team().id;
  const { value: token } = slack.install({ team }, manifest.oauth_config.scopes.bot);
  voter = slack.user(team).id;
  channel = slack.channel(team, { members: [voter] }).id;
  const store = await openStore({ file: join(folder, 'telework.db'), now: Date.now });
  await store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: `slack:${team}` });
  await store.close();
  url = await start({
    SLACK_BOT_TOKEN: token,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    MicrosoftAppId: 'app',
    MicrosoftAppPassword: 'a-password-of-the-app',
    MicrosoftAppTenantId: 'tenant',
    SIMULATED_NOW: `${DAY}T07:30:00+09:00`,
    LOG_LEVEL: 'info',
  });
  slack.useHttp(`${url}/slack/events`);
  await slack.memberJoins(channel, 'bot');
  while (!poll()) await new Promise((resolve) => setImmediate(resolve));
  // What the first requests load does not count.
  for (let each = 0; each < 60; each += 1) await vote(each);
}, 120_000);

afterEach(killChildren);
afterAll(async () => {
  bot.kill('SIGKILL');
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string>): Promise<string> {
  const { PATH = '' } = process.env;
  bot = spawn(process.execPath, [...FLAGS, MAIN], {
    cwd: folder,
    env: { PATH, PORT: '0', DATA_DIR: folder, ...env },
  });
  let out = '';
  bot.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  while (!out.includes('"msg":"ready"')) await once(bot.stdout as NonNullable<typeof bot.stdout>, 'data');
  return /"url":"([^"]+)"/.exec(out)?.[1] ?? '';
}

const poll = () =>
  slack.messages(channel).find(({ blocks }) => JSON.stringify(blocks).includes(`|${DAY}|home`));

/** Resolves with the milliseconds until a vote was acknowledged. */
async function vote(number: number): Promise<number> {
  const style = number % 2 === 0 ? 'home' : 'office';
  const button = ({ value }: Record<string, unknown>) => String(value).split('|')[3] === style;
  const { acked, ackMs } = await slack.press(voter, { channel, ts: poll()?.ts ?? '' }, button);
  expect(acked).toBe(true);
  return ackMs;
}

async function residentMiB(): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 1_024 ** 2;
}

test.each(['forged', 'held', 'unsigned', 'teams', 'nowhere'])('%s', async (kind) => {
  const before = await residentMiB();
  const flood = startChild('flood.ts', [new URL(url).port, CONNECTIONS, kind]);
  await flood.lines(1);
  const acked: number[] = [];
  let most = 0;
  for (let each = 0; each < VOTES; each += 1) {
    acked.push(await vote(each));
    most = Math.max(most, await residentMiB());
  }
  await flood.end();
  const slowest = Math.round(Math.max(...acked));
  const growth = Math.round(most - before);
  expect(growth).toBeLessThan(MAX_GROWTH_MIB);
  expect(slowest).toBeLessThan(MAX_ACK_MS);
});
