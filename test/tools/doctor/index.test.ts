import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Environment, readConfig } from '../../../src/config';
import { inspectFile, openStore, STORE_FILE } from '../../../src/store';
import { examine } from '../../../src/tools/doctor/examine';
import { describeResults, hasFailed, type Result } from '../../../src/tools/doctor/report';

const NOW = Date.UTC(2026, 6, 23, 22, 0, 0);
const DOCTOR = join(__dirname, '../../../dist/src/tools/doctor/index.js');
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '3b1f0c9a7be24d81f3a6097cb1e83d52' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const offline: typeof fetch = async () => {
  throw new TypeError('fetch failed');
};

async function results(
  env: Environment = {},
  parts: { node?: string; fetch?: typeof fetch } = {},
): Promise<Result[]> {
  const { node = '22.12.0', fetch = offline } = parts;
  const config = readConfig({ DATA_DIR: folder, ...env });
  return examine(config, { now: () => NOW, fetch, nodeVersion: node });
}

async function result(name: string, env: Environment = {}, parts = {}): Promise<Result> {
  const found = (await results(env, parts)).find((each) => each.name === name);
  if (!found) throw new Error(`no check ${name}`);
  return found;
}

test('a fresh checkout is as it should be', async () => {
  const all = await results();
  expect(all.map(({ name, state }) => `${state} ${name}`)).toEqual([
    'ok Node.js',
    'ok Settings',
    'ok Data folder',
    'ok Database',
    'ok Address',
  ]);
  expect(hasFailed(all)).toBe(false);
  expect(describeResults(all)).toContain('Everything is as it should be.');
});

const TENANT = '00000000-0000-0000-0000-00000000abcd';
const TEAMS = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: TENANT };
const PAIR = { JOINED_ORGANISATIONS: `slack:T1=teams:${TENANT}` };
const LINKED = {
  LINK_PEOPLE: 'email',
  ENCRYPTION_KEY: '5f0c9a7be24d81f3a6097cb1e83d524f60a9d7e3185bc4f29e07ad63b81c94e5',
};

test.each([
  ['both are served', 'Joined', { ...SLACK, ...TEAMS, ...PAIR }, 'ok', 'part of slack:T1'],
  ['one is not configured', 'Joined', { ...SLACK, ...PAIR }, 'fail', 'not configured'],
  [
    'the tenant is not served',
    'Joined',
    { ...SLACK, ...TEAMS, ...PAIR, TEAMS_ALLOWED_TENANTS: 'other' },
    'fail',
    'not served',
  ],
  ['people are linked', 'Linked people', { ...SLACK, ...TEAMS, ...PAIR, ...LINKED }, 'ok', 'e-mail'],
  ['nobody can be linked', 'Linked people', { ...SLACK, ...LINKED }, 'warn', 'no people'],
])('organisations that are one, %s: %s', async (_, name, env, state, text) => {
  const found = await result(name, env);
  expect(found).toMatchObject({ state, text: expect.stringContaining(text) });
  expect(found.cure === undefined).toBe(state === 'ok');
});

test.each([
  ['20.19.0', 'ok'],
  ['26.1.0', 'ok'],
  ['20.18.3', 'fail'],
  ['18.20.4', 'fail'],
])('Node.js %s: %s', async (node, state) => {
  expect(await result('Node.js', {}, { node })).toMatchObject({ state });
});

describe('the settings', () => {
  test('are told by platform', async () => {
    expect(await result('Settings', SLACK)).toMatchObject({
      state: 'ok',
      text: 'complete, for Slack (token, http); answers are kept for 13 months',
    });
    expect(await result('Settings')).toMatchObject({
      text: 'complete, for the sandbox; answers are kept for 13 months',
    });
    expect(await result('Settings', { SANDBOX_ENABLED: 'off' })).toMatchObject({ state: 'warn' });
  });

  test('that are wrong are all told, each with its cure', async () => {
    const all = await results({
      PORT: 'x',
      SLACK_CLIENT_ID: '1.2',
      SLACK_SIGNING_SECRET: '3b1f0c9a7be24d81f3a6097cb1e83d52',
    });
    const texts = all.filter(({ name }) => name === 'Settings').map(({ text }) => text.split(' ')[0]);
    expect(texts).toEqual([
      'PORT',
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'ENCRYPTION_KEY',
      'PUBLIC_URL',
    ]);
    expect(hasFailed(all)).toBe(true);
    expect(all.slice(1).every(({ cure }) => cure)).toBe(true);
  });

  test('with a simulated clock are worth a look', async () => {
    expect(await result('Settings', { SIMULATED_SPEED: '60' })).toMatchObject({
      state: 'warn',
      cure: expect.stringContaining('SIMULATED_SPEED'),
    });
  });
});

describe('the data folder', () => {
  test('may be missing: it will be made', async () => {
    const path = join(folder, 'a', 'b');
    expect(await result('Data folder', { DATA_DIR: path })).toMatchObject({
      state: 'ok',
      text: `${path} will be made at the first start`,
    });
  });

  test('must be a folder', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    expect(await result('Data folder', { DATA_DIR: join(path, 'data') })).toMatchObject({
      state: 'fail',
      text: `${path} is not a folder`,
      cure: expect.stringContaining('DATA_DIR'),
    });
  });
});

describe('the database', () => {
  const file = () => join(folder, STORE_FILE);
  const open = () => openStore({ file: file(), now: () => NOW });

  test('opens beside the bot which uses it, and says so', async () => {
    const store = await open();
    await store.memory('slack').put('key', 'value', null, null);
    expect(await result('Database')).toMatchObject({
      state: 'ok',
      text: expect.stringContaining('in use by the bot'),
    });
    await store.memory('slack').put('key', 'other', null, null);
    const inspected = await inspectFile(file(), () => NOW);
    expect(inspected?.inUse).toBe(true);
    expect(await inspected?.memory('slack').get('key')).toBe('other');
    await expect(inspected?.memory('slack').put('key', 'x', null, null)).rejects.toMatchObject({
      kind: 'read-only',
    });
    inspected?.close();
    await store.close();
  });

  test('opens while no bot runs, and keeps no bot from starting', async () => {
    await (await open()).close();
    expect(await result('Database')).toMatchObject({
      state: 'ok',
      text: expect.stringContaining('not in use'),
    });
    await (await open()).close();
  });

  test('is made by nobody but the bot', async () => {
    await results();
    expect(await inspectFile(file(), () => NOW)).toBeNull();
  });

  test.each([
    ['is no database', () => writeFileSync(file(), 'not a database at all, but a text of some length')],
    ['is a folder', () => mkdirSync(file())],
  ])('%s', async (_, make) => {
    make();
    expect(await result('Database')).toMatchObject({
      state: 'fail',
      text: expect.stringContaining(STORE_FILE),
    });
  });
});

describe('the address', () => {
  const address = (publicUrl: string, fetch: typeof globalThis.fetch = offline) =>
    result('Address', { ...SLACK, PUBLIC_URL: publicUrl }, { fetch });

  test('is not needed over Socket Mode', async () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(await result('Address', env)).toMatchObject({ state: 'ok' });
  });

  test.each([
    ['', 'warn', 'PUBLIC_URL is not set'],
    ['http://bot.example.com', 'fail', 'is not https'],
    ['https://bot.example.com/?team=1', 'fail', 'more than a path'],
    ['http://localhost:3000', 'warn', 'this machine alone'],
    ['https://bot.example.com', 'warn', 'does not answer from here'],
  ])('%j: %s', async (publicUrl, state, text) => {
    const found = await address(publicUrl);
    expect(found).toMatchObject({ state, text: expect.stringContaining(text) });
    expect(found.cure).toBeTruthy();
  });

  test('is tried out', async () => {
    const asked: string[] = [];
    const found = await address('https://bot.example.com/telework/', async (url) => {
      asked.push(String(url));
      return new Response('{}');
    });
    expect(found).toMatchObject({ state: 'ok', text: 'https://bot.example.com/telework answers' });
    expect(asked).toContain('https://bot.example.com/telework/healthz');
  });

  test('that somebody else answers at is worth a look', async () => {
    const found = await address('https://bot.example.com', async () => new Response('', { status: 404 }));
    expect(found).toMatchObject({ state: 'warn', text: expect.stringContaining('404') });
  });
});

test('a platform’s checks are among the others, and a cure stands below its fault', async () => {
  const all = await results(SLACK);
  expect(all.map(({ name }) => name)).toContain('Slack: bot token');
  const lines = describeResults(all).split('\n');
  const at = lines.findIndex((line) => line.startsWith('fail  Slack: bot token'));
  expect(lines[at]).toMatch(/Slack did not answer$/);
  expect(lines[at + 1]).toMatch(/^ +-> let this machine reach/);
  expect(lines.at(-1)).toMatch(/^2 wrong, 2 worth a look, \d as it should be\.$/);
});

test('as a command it ends with 1 when something is wrong, else with 0', async () => {
  const run = (env: Record<string, string>) =>
    promisify(execFile)(process.execPath, [DOCTOR], { cwd: folder, env: { DATA_DIR: folder, ...env } });
  expect((await run({})).stdout).toContain('Everything is as it should be.');
  await expect(run({ PORT: 'x' })).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('fail  Settings  PORT ("x") is not a port'),
  });
});
