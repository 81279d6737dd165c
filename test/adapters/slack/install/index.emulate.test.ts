import { Api } from '../../../../adapters/slack/api';
import { createClient } from '../../../../adapters/slack/client';
import type { OAuth } from '../../../../adapters/slack/install';
import { Directory } from '../../../../adapters/slack/people';
import { orgOf, Workspaces } from '../../../../adapters/slack/workspaces';
import type { Log } from '../../../../src/ports/log';
import { silentMetrics } from '../../../../src/ports/metrics';
import { type Emulated, startEmulated } from '../../../fakes/emulate';
import { localLimiter } from '../../../support/limiter';
import { type Browser, KEY, openBrowser, type Page, START, type Stage, serve, startStage } from './fixture';

/* The same install, against a Slack which was written by others. */

const PUBLIC_URL = 'https://bot.example';
const APP = { client_id: '111.222', client_secret: 'secret-of-emulate', name: 'Telework Days' };
const PEOPLE = 1_234;

let stage: Stage;
let emulated: Emulated;
let served: Awaited<ReturnType<typeof serve>>;
let requests: { method: string; cursor: string }[] = [];

beforeAll(async () => {
  emulated = await startEmulated({
    team: { name: 'Example' },
    users: Array.from({ length: PEOPLE }, (_, index) => ({
      name: `p${index}`,
      real_name: `Person ${index}`,
    })),
    oauth_apps: [{ ...APP, redirect_uris: [`${PUBLIC_URL}/slack/oauth_redirect`] }],
    strict_scopes: true,
  });
});
afterAll(() => emulated.stop());

let oauth: OAuth;
beforeEach(async () => {
  requests = [];
  stage = await startStage();
  served = await serve();
  oauth = bot();
  served.web.use(oauth.router);
});
afterEach(async () => {
  await served.close();
  await stage.stop();
});

const noted: typeof fetch = (input, init) => {
  const method = new URL(String(input)).pathname.replace('/api/', '');
  requests.push({ method, cursor: new URLSearchParams(String(init?.body ?? '')).get('cursor') ?? '' });
  return fetch(input, init);
};

function bot(clientSecret = APP.client_secret): OAuth {
  const { apiUrl } = emulated;
  return stage.replica({
    apiUrl,
    clientId: APP.client_id,
    clientSecret,
    publicUrl: PUBLIC_URL,
    encryptionKey: KEY,
  });
}

/** From `/slack/install` over the page on which a person consents, to where the browser is sent then. */
async function consent(browser: Browser): Promise<URL> {
  const { location } = await browser.get(`${served.url}/slack/install`);
  const page = await browser.get(location);
  const [form = ''] = /<form[\s\S]*?<\/form>/.exec(page.text) ?? [];
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
  const values = fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]);
  const sent = await browser.post(`${emulated.url}/oauth/v2/authorize/callback`, Object.fromEntries(values));
  return new URL(sent.location);
}

/** What the bot shows there; the public address leads to this machine. */
async function arrive(browser: Browser, { pathname, search }: URL): Promise<Page> {
  return browser.get(`${served.url}${pathname}${search}`);
}

async function team(): Promise<string> {
  const [{ key = '' } = {}] = await stage.memory.list('install:');
  return key.replace('install:', '');
}

test('a consent becomes an install whose token works', async () => {
  const browser = openBrowser(served);
  const back = await consent(browser);
  expect(back.origin + back.pathname).toBe(`${PUBLIC_URL}/slack/oauth_redirect`);
  expect((await arrive(browser, back)).status).toBe(200);
  const query = { teamId: await team(), enterpriseId: null, isEnterpriseInstall: false };
  const installed = await oauth.installations.botFor(query);
  const headers = { authorization: `Bearer ${installed?.botToken}` };
  const answer = await fetch(`${emulated.apiUrl}auth.test`, { method: 'POST', headers });
  const { teamId, botId, botUserId } = installed ?? {};
  expect(await answer.json()).toMatchObject({ ok: true, team_id: teamId, bot_id: botId, user_id: botUserId });
  await oauth.installations.forget(query);
  expect(await oauth.installations.botFor(query)).toEqual(installed);
});

test('a code is taken once, and another secret takes none', async () => {
  const browser = openBrowser(served);
  const back = await consent(browser);
  expect((await arrive(browser, back)).status).toBe(200);
  const again = await consent(browser);
  again.searchParams.set('code', back.searchParams.get('code') ?? '');
  expect((await arrive(browser, again)).status).toBe(502);
  const wrong = await serve();
  wrong.web.use(bot('another').router);
  served = { ...wrong, close: joined(served.close, wrong.close) };
  expect((await arrive(browser, await consent(browser))).status).toBe(502);
  expect(stage.logged.at(-1)?.text).toContain('SLACK_CLIENT_SECRET');
});

function joined(...all: (() => Promise<void>)[]): () => Promise<void> {
  return async () => {
    for (const each of all) await each();
  };
}

test('everybody is found by following pages', async () => {
  const browser = openBrowser(served);
  await arrive(browser, await consent(browser));
  const silent = () => undefined;
  const log: Log = { debug: silent, info: silent, warn: silent, error: silent };
  const clock = { now: () => START };
  const api = new Api({
    apiUrl: null,
    metrics: silentMetrics,
    client: createClient({ apiUrl: emulated.apiUrl, log, fetch: noted, clock, after: () => silent }),
    installations: oauth.installations,
    workspaces: new Workspaces(stage.memory, clock),
    clock,
    limiter: localLimiter({ clock, after: () => silent }),
    poster: createPoster(10_000, () => silent),
  });
  const org = orgOf(await team());
  const everybody = new Map<string, string>();
  let cursor = '';
  do {
    const page = await api.call(org, 'users.list', (client, auth) =>
      client.users.list({ ...auth, limit: 1_000, ...(cursor ? { cursor } : {}) }),
    );
    for (const { id = '', name = '', is_bot } of page.members ?? []) if (!is_bot) everybody.set(id, name);
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  expect(everybody.size).toBeGreaterThanOrEqual(PEOPLE);

  requests = [];
  const forgottenAmong = async () => new Set<string>();
  const directory = new Directory({ api, clock, known: async () => null, identify: null, forgottenAmong });
  const persons = await directory.findAll(org, [...everybody.keys()]);
  expect(new Set(persons.map(({ id }) => id))).toEqual(new Set(everybody.keys()));
  expect(persons.filter(({ name }) => /^(p|Person )\d+$/.test(name))).toHaveLength(PEOPLE);
  expect(requests.map(({ method }) => method)).toEqual(['users.list', 'users.list', 'users.list']);
  expect(requests.filter(({ cursor }) => cursor !== '')).toHaveLength(2);
});

import { createPoster } from '../../../../adapters/slack/post';
