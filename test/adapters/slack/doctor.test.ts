import { type SlackSetup, slackChecks } from '../../../adapters/slack/doctor';
import { createGrants, createSealer } from '../../../adapters/slack/install';
import { BOT_SCOPES, EMAIL_SCOPE } from '../../../adapters/slack/install/scopes';
import type { CheckParts, Finding } from '../../../src/ports/check';
import type { Memory } from '../../../src/ports/store/memory';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack';

const NOW = Date.UTC(2026, 6, 23, 22, 0, 0);
const SIGNING_SECRET = '0123456789abcdef'.repeat(2);
const KEY = 'ab'.repeat(32);

let slack: FakeSlack;
let now = NOW;
beforeEach(async () => {
  now = NOW;
  slack = await startFakeSlack({ now: () => now });
});
afterEach(() => slack.stop());

/** The network, where Slack's clock shows `NOW`. */
const send: CheckParts['fetch'] = async (input, init) => {
  const response = await fetch(input, init);
  const headers = new Headers(response.headers);
  headers.set('date', new Date(NOW).toUTCString());
  return new Response(await response.text(), { status: response.status, headers });
};

function installed(scopes: readonly string[] = BOT_SCOPES): string {
  return slack.install({ team: slack.team().id }, scopes).value;
}

function setup(change: Partial<SlackSetup>): SlackSetup {
  return {
    auth: { kind: 'token', botToken: 'xoxb-unknown' },
    connection: { kind: 'http', signingSecret: SIGNING_SECRET },
    apiUrl: slack.apiUrl,
    encryptionKey: null,
    memory: async () => null,
    ...change,
  };
}

const token = (botToken: string): Pick<SlackSetup, 'auth'> => ({ auth: { kind: 'token', botToken } });
const socket = (appToken: string): Pick<SlackSetup, 'connection'> => ({
  connection: { kind: 'socket', appToken },
});
function oauth(
  change: { clientId?: string; clientSecret?: string; allowedTeams?: string[] | null } = {},
): Pick<SlackSetup, 'auth'> {
  const { clientId, clientSecret } = slack.app;
  return { auth: { kind: 'oauth', clientId, clientSecret, allowedTeams: ['T1'], ...change } };
}

async function findings(change: Partial<SlackSetup>, fetch = send): Promise<Record<string, Finding>> {
  const checks = slackChecks(setup(change), { now: () => now, fetch });
  const found = [];
  for (const { name, run } of checks) found.push([name.replace('Slack: ', ''), await run()] as const);
  return Object.fromEntries(found);
}

/** The texts of what is not as it should be. */
async function complaints(change: Partial<SlackSetup>, fetch = send): Promise<string[]> {
  const found = Object.entries(await findings(change, fetch));
  return found
    .filter(([, { state }]) => state !== 'ok')
    .map(([name, { state, text }]) => `${state} ${name}: ${text}`);
}

async function cures(change: Partial<SlackSetup>): Promise<string> {
  return Object.values(await findings(change))
    .map(({ cure }) => cure ?? '')
    .join('\n');
}

test('a healthy set-up over HTTP', async () => {
  expect(await findings(token(installed()))).toEqual({
    clock: { state: 'ok', text: 'as Slack’s' },
    'bot token': { state: 'ok', text: expect.stringMatching(/^works in workspace T\w+$/) },
    scopes: { state: 'ok', text: 'all that the bot needs' },
    'signing secret': { state: 'ok', text: 'looks like one' },
  });
});

test('a healthy set-up over Socket Mode', async () => {
  const change = { ...token(installed()), ...socket(slack.appToken()) };
  expect(Object.keys(await findings(change))).toEqual(['clock', 'bot token', 'scopes', 'app token']);
  expect(await complaints(change)).toEqual([]);
});

test('nothing is posted, and no token or secret is shown', async () => {
  const botToken = installed(['commands']);
  const appToken = slack.appToken({ scopes: [] });
  const shown = JSON.stringify(await findings({ ...token(botToken), ...socket(appToken) }));
  for (const secret of [botToken, appToken, slack.app.clientSecret]) expect(shown).not.toContain(secret);
  expect(Object.keys(slack.calls.counts()).sort()).toEqual([
    'api.test',
    'apps.connections.open',
    'auth.test',
  ]);
});

describe('the bot token', () => {
  test('that Slack does not know', async () => {
    expect(await complaints(token('xoxb-unknown'))).toEqual([
      'fail bot token: Slack refuses SLACK_BOT_TOKEN: invalid_auth',
      'warn scopes: not known: the bot token does not work',
    ]);
    expect(await cures(token('xoxb-unknown'))).toContain('to SLACK_BOT_TOKEN again');
  });

  test('of an app that was removed', async () => {
    const botToken = installed();
    for (const each of slack.world.tokens.values()) each.state = 'uninstalled';
    expect(await complaints(token(botToken))).toContain(
      'fail bot token: Slack refuses SLACK_BOT_TOKEN: account_inactive',
    );
    expect(await cures(token(botToken))).toContain('install the app in the workspace again');
  });

  test('that expires, though it cannot be renewed', async () => {
    const made = slack.install({ team: slack.team().id }, BOT_SCOPES);
    slack.refreshToken(made);
    expect(await complaints(token(made.value))).toEqual(['warn bot token: SLACK_BOT_TOKEN expires soon']);
    expect(await cures(token(made.value))).toContain('token rotation');
  });

  test('that is an app’s token', async () => {
    expect(await complaints(token(slack.appToken()))).toContain(
      'fail bot token: SLACK_BOT_TOKEN is no bot’s token',
    );
  });

  test('with fewer scopes than the manifest’s', async () => {
    const change = token(installed(BOT_SCOPES.filter((scope) => !/^(groups|users):read$/.test(scope))));
    expect(await complaints(change)).toEqual(['fail scopes: missing: groups:read, users:read']);
    expect(await cures(change)).toContain('install the app in the workspace again');
  });

  test('that cannot see the addresses by which people are linked', async () => {
    const change = { ...token(installed()), emails: true };
    expect(await complaints(change)).toEqual(['fail scopes: missing: users:read.email']);
    expect(await complaints({ ...token(installed([...BOT_SCOPES, EMAIL_SCOPE])), emails: true })).toEqual([]);
    expect(await complaints(token(installed([...BOT_SCOPES, EMAIL_SCOPE])))).toEqual([
      'warn scopes: more than the bot needs: users:read.email',
    ]);
  });

  test('with more scopes than needed; those of the history are the administrator’s choice', async () => {
    const change = token(installed([...BOT_SCOPES, 'channels:history', 'files:read']));
    expect(await complaints(change)).toEqual(['warn scopes: more than the bot needs: files:read']);
  });
});

describe('the app token', () => {
  test('that Slack does not know', async () => {
    expect(await complaints({ ...token(installed()), ...socket('xapp-unknown') })).toEqual([
      'fail app token: Slack refuses SLACK_APP_TOKEN: invalid_auth',
    ]);
  });

  test('that is a bot’s token', async () => {
    const botToken = installed();
    expect(await complaints({ ...token(botToken), ...socket(botToken) })).toHaveLength(1);
  });

  test('without its scope', async () => {
    const change = { ...token(installed()), ...socket(slack.appToken({ scopes: [] })) };
    expect(await complaints(change)).toEqual(['fail app token: SLACK_APP_TOKEN lacks connections:write']);
    expect(await cures(change)).toContain('connections:write');
  });

  test('of another app', async () => {
    const change = { ...token(installed()), ...socket(slack.appToken({ app: 'A0OTHER' })) };
    expect(await complaints(change)).toEqual([
      'fail app token: SLACK_APP_TOKEN and SLACK_BOT_TOKEN are of two apps',
    ]);
  });
});

test.each(['client-secret', 'ABCDEF0123456789ABCDEF0123456789', '0123'])(
  'a signing secret of another shape: %s',
  async (signingSecret) => {
    const change = { ...token(installed()), connection: { kind: 'http', signingSecret } as const };
    expect(await complaints(change)).toEqual([
      'warn signing secret: SLACK_SIGNING_SECRET does not look like one of Slack’s',
    ]);
  },
);

describe('the clock', () => {
  test.each<[number, string[]]>([
    [29, []],
    [-29, []],
    [60, ['warn clock: this machine’s clock is 60 s ahead of Slack’s']],
    [-120, ['warn clock: this machine’s clock is 120 s behind Slack’s']],
    [300, ['fail clock: this machine’s clock is 300 s ahead of Slack’s']],
  ])('%i seconds off', async (seconds, found) => {
    const change = token(installed());
    now += seconds * 1_000;
    expect(await complaints(change)).toEqual(found);
  });
});

describe('by OAuth', () => {
  const installs: { key: string; value: string }[] = [];
  const memory = (): Memory => ({
    get: async (key) => installs.find((each) => each.key === key)?.value ?? null,
    put: async (key, value) => void installs.push({ key, value }),
    claim: async () => false,
    remove: async () => undefined,
    list: async (prefix) => installs.filter(({ key }) => key.startsWith(prefix)),
  });
  const setupWith = (encryptionKey: string, change = oauth()) => ({
    ...change,
    encryptionKey,
    memory: async () => memory(),
  });

  beforeEach(async () => {
    installs.length = 0;
    const grants = createGrants(memory(), createSealer(KEY));
    const ids = { botToken: installed(), botId: 'B1', botUserId: 'U1', teamId: 'T1', enterpriseId: null };
    await grants.put('install:T1', { ...ids, scopes: [...BOT_SCOPES], expiresAt: null, refreshToken: null });
  });

  test('a client that Slack knows, and installs that open', async () => {
    const found = await findings(setupWith(KEY));
    expect(found['OAuth client']).toEqual({ state: 'ok', text: 'known to Slack' });
    expect(found.installs).toEqual({ state: 'ok', text: '1, and ENCRYPTION_KEY opens them' });
    expect(Object.keys(found)).not.toContain('bot token');
  });

  test('a wrong id, a wrong secret', async () => {
    expect(await complaints(setupWith(KEY, oauth({ clientId: '1.1' })))).toEqual([
      'fail OAuth client: Slack refuses SLACK_CLIENT_ID: invalid_client_id',
    ]);
    expect(await complaints(setupWith(KEY, oauth({ clientSecret: 'x' })))).toEqual([
      'fail OAuth client: Slack refuses SLACK_CLIENT_SECRET: bad_client_secret',
    ]);
  });

  test('another key than that of the installs', async () => {
    expect(await complaints(setupWith('cd'.repeat(32)))).toEqual([
      expect.stringContaining('fail installs: ENCRYPTION_KEY is not the key'),
    ]);
  });

  test('an install whose token Slack refuses; one that has expired is renewed by the bot', async () => {
    const [token] = [...slack.world.tokens.values()];
    if (token) token.expiresAt = now;
    expect(await complaints(setupWith(KEY))).toEqual([]);
    if (token) token.state = 'revoked';
    expect(await complaints(setupWith(KEY))).toEqual([
      'warn installs: 1, and ENCRYPTION_KEY opens them; Slack refuses 1 of them',
    ]);
  });

  test('damaged installs are named, and the others counted as served', async () => {
    const memory = await setupWith(KEY).memory();
    await memory.put('install:T2', installs[0]?.value ?? '', null, 'slack:T2');
    const [complaint] = await complaints(setupWith(KEY));
    expect(complaint).toBe('fail installs: those of T2 cannot be read');
    expect(await cures(setupWith(KEY))).toContain('install the bot again there');
  });

  test('a bot that every workspace can install', async () => {
    expect(await complaints(setupWith(KEY, oauth({ allowedTeams: null })))).toEqual([
      'warn allowed workspaces: every workspace that knows PUBLIC_URL can install the bot',
    ]);
    expect((await findings(setupWith(KEY)))['allowed workspaces']?.text).toBe('only T1 may use the bot');
  });

  test('no install yet', async () => {
    installs.length = 0;
    expect(await complaints(setupWith(KEY))).toEqual(['warn installs: none yet']);
    expect(await cures(setupWith(KEY))).toContain('/slack/install');
  });
});

test('a Slack that cannot be reached', async () => {
  const change = { ...token(installed()), apiUrl: 'http://127.0.0.1:9/api' };
  expect(await complaints(change)).toEqual([
    'fail clock: Slack did not answer',
    'fail bot token: Slack did not answer',
    'warn scopes: not known: the bot token does not work',
  ]);
});

test('a proxy that answers in Slack’s place', async () => {
  const proxy: CheckParts['fetch'] = async () => new Response('<html>log in</html>');
  expect(await complaints(token(installed()), proxy)).toContain('fail bot token: Slack did not answer');
});

test('scopes that Slack did not tell are not known, and not missing', async () => {
  const untold: CheckParts['fetch'] = async (input, init) => {
    const response = await send(input, init);
    const headers = new Headers(response.headers);
    headers.delete('x-oauth-scopes');
    return new Response(await response.text(), { status: response.status, headers });
  };
  const found = await findings(token(installed()), untold);
  expect(found.scopes).toEqual({
    state: 'warn',
    text: 'not known: Slack did not tell the scopes of the token',
  });
});

test('two ways to be reached are told, and which of them is used', async () => {
  const both = { connection: { kind: 'socket', appToken: slack.appToken(), unusedSecret: true } } as const;
  const found = await findings({ ...token(installed()), ...both });
  expect(found.connection).toMatchObject({
    state: 'warn',
    text: expect.stringContaining('Socket Mode is used'),
  });
});
