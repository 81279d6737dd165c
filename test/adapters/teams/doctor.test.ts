import { type TeamsSetup, teamsChecks } from '../../../adapters/teams/doctor';
import type { Memory } from '../../../src/ports/store/memory';

const ID = '0a1b2c3d-0000-4000-8000-0123456789ab';
const CREDENTIALS = { type: 'SingleTenant', appId: ID, password: 'hush-hush', tenantId: ID } as const;

function memoryWith(keys: string[]): Memory {
  return {
    get: async () => null,
    put: async () => {},
    claim: async () => true,
    remove: async () => {},
    list: async (prefix) => keys.filter((key) => key.startsWith(prefix)).map((key) => ({ key, value: '' })),
  };
}

const SETUP: TeamsSetup = {
  credentials: CREDENTIALS,
  tenants: [ID],
  admins: [ID],
  publicUrl: 'https://bot.example.com',
  memory: async () => memoryWith(['place:t/1', 'person:t/1']),
};

/** Answers by the beginning of their address; other addresses cannot be reached. */
type Network = Record<string, [status: number, body: object]>;
const GOOD: Network = {
  'https://login.botframework.com/': [200, {}],
  'https://login.microsoftonline.com/': [200, { access_token: 'secret-token' }],
  'https://bot.example.com/api/messages': [401, {}],
};

async function findings(setup: Partial<TeamsSetup>, network: Network) {
  const fetch = async (url: string | URL | Request) => {
    const found = Object.entries(network).find(([start]) => String(url).startsWith(start));
    if (!found) throw new TypeError('fetch failed');
    const [, [status, body]] = found;
    return new Response(JSON.stringify(body), { status });
  };
  const checks = teamsChecks({ ...SETUP, ...setup }, { now: () => 0, fetch });
  const found = await Promise.all(checks.map(async ({ name, run }) => [name, await run()] as const));
  const text = JSON.stringify(found);
  for (const secret of ['hush-hush', 'secret-token']) expect(text).not.toContain(secret);
  return Object.fromEntries(found);
}

test('a correct set-up passes every check', async () => {
  const found = await findings({}, GOOD);
  expect(Object.keys(found)).toHaveLength(7);
  for (const { state } of Object.values(found)) expect(state).toBe('ok');
});

test.each([
  [[], 'warn', /TEAMS_ADMINS is empty/],
  [['ann@example.com', ID], 'fail', /^1 of them/],
])('the administrators %j are a %s', async (admins, state, text) => {
  const found = await findings({ admins }, GOOD);
  expect(found['Teams: administrators']).toMatchObject({ state, text: expect.stringMatching(text) });
  const unverified = await findings({ admins, credentials: null }, GOOD);
  expect(unverified['Teams: administrators']?.state).toBe(state);
});

test.each([
  [7000215, /MicrosoftAppPassword is wrong/],
  [7000222, /expired/],
  [700016, /MicrosoftAppId/],
  [90002, /MicrosoftAppTenantId/],
  [1234, /1234/],
])('a refused token is explained by its code: %d', async (code, text) => {
  const refused: Network = { ...GOOD, 'https://login.microsoftonline.com/': [401, { error_codes: [code] }] };
  const { 'Teams: client secret': found } = await findings({}, refused);
  expect(found).toMatchObject({ state: 'fail', text: expect.stringMatching(text), cure: expect.any(String) });
});

test.each<[string, string[], string]>([
  ['granted', ['Presence.ReadWrite.All', 'User.Read.All'], 'ok'],
  ['not granted', ['User.Read.All'], 'fail'],
  ['not known', [], 'fail'],
])('statuses that are switched on need a permission: %s', async (_name, roles, state) => {
  const payload = Buffer.from(JSON.stringify({ roles })).toString('base64url');
  const token = { access_token: `secret-token.${payload}.x` };
  const network: Network = { ...GOOD, 'https://login.microsoftonline.com/': [200, token] };
  expect((await findings({ statuses: true }, network))['Teams: statuses']?.state).toBe(state);
  expect((await findings({}, network))['Teams: statuses']).toBeUndefined();
  const broken: Network = {
    ...GOOD,
    'https://login.microsoftonline.com/': [200, { access_token: 'secret-token' }],
  };
  expect((await findings({ statuses: true }, broken))['Teams: statuses']?.state).toBe('fail');
});

test('without a network no check throws, and each names a cure', async () => {
  const found = await findings({}, {});
  expect(found['Teams: keys']).toMatchObject({
    state: 'fail',
    cure: expect.stringContaining('botframework'),
  });
  expect(found['Teams: client secret']).toMatchObject({ state: 'fail' });
  expect(found['Teams: address']).toMatchObject({ state: 'warn' });
});

test.each<[string, Partial<TeamsSetup>, string, string]>([
  ['a malformed app id', { credentials: { ...CREDENTIALS, appId: 'app' } }, 'Teams: registration', 'fail'],
  ['no public address', { publicUrl: null }, 'Teams: address', 'warn'],
  ['a public address without https', { publicUrl: 'http://bot.example.com' }, 'Teams: address', 'warn'],
  ['no tenant', { tenants: [] }, 'Teams: tenants', 'fail'],
  ['a malformed tenant id', { tenants: ['example.com'] }, 'Teams: tenants', 'fail'],
  [
    'another tenant on a single-tenant bot',
    { tenants: [ID, ID.replace('0', '1')] },
    'Teams: tenants',
    'warn',
  ],
  ['no team yet', { memory: async () => null }, 'Teams: places', 'warn'],
  ['no registration', { credentials: null }, 'Teams: registration', 'warn'],
])('%s', async (_name, setup, check, state) => {
  const { [check]: found } = await findings(setup, GOOD);
  expect(found).toMatchObject({ state, cure: expect.any(String) });
});
