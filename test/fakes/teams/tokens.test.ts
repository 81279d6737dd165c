import { type BareBot, startBareBot } from './bare-bot';
import type { TeamsClient } from './client';
import { type FakeTeams, startFakeTeams } from './fake-teams';
import type { Json } from './json';
import type { ChannelTokens } from './tokens';
import type { Person } from './world';

/* Whom the SDK's own validation believes, with this side's keys and metadata. */

let fake: FakeTeams;
let bot: BareBot;
let client: TeamsClient;
let ana: Person;
let turns = 0;

beforeAll(async () => {
  fake = await startFakeTeams({ now: () => Date.UTC(2026, 6, 24) });
  ana = fake.world.person('Ana Arai');
  bot = await startBareBot(fake, async (context) => {
    turns += 1;
    await context.sendActivity('heard');
  });
  client = fake.client(bot.endpoint);
});

afterAll(async () => {
  client.close();
  await bot.close();
  await fake.close();
});

beforeEach(() => {
  turns = 0;
  fake.calls.clear();
  // The SDK prints what it refuses.
  jest.spyOn(console, 'error').mockImplementation(() => {});
});

test('a good token is accepted, and the bot answers with a token of its own', async () => {
  const delivery = await client.say(ana, ana.chat, 'home');
  expect([delivery.status, turns]).toEqual([200, 1]);
  expect(fake.last(ana.chat).text).toBe('heard');
  expect(fake.calls.count('reply').done).toBe(1);
  expect(fake.problems).toEqual([]);
});

test('many turns cost the bot one token', async () => {
  for (const text of ['one', 'two', 'three']) await client.say(ana, ana.chat, text);
  expect(fake.calls.count('reply').done).toBe(3);
  expect(fake.calls.count('token').total).toBeLessThanOrEqual(1);
});

const url = () => fake.serviceUrl();
const refusals: [string, (tokens: ChannelTokens) => string | null, number][] = [
  ['no token', () => null, 401],
  ['an expired one', (tokens) => tokens.expired(url()), 401],
  ['one for another app', (tokens) => tokens.otherApp(url()), 401],
  ['one of another issuer', (tokens) => tokens.otherIssuer(url()), 401],
  ['one without a service URL', (tokens) => tokens.withoutServiceUrl(), 401],
  ['one for another service URL', (tokens) => tokens.otherServiceUrl(), 401],
  ['one by an unpublished key', (tokens) => tokens.unknownKey(url()), 401],
  ['one by a key not endorsed for Teams', (tokens) => tokens.notEndorsed(url()), 401],
  ['something which is no token', () => 'nonsense', 401],
  // The SDK takes these for its own faults: an adapter must make a refusal of them.
  ['one by another key', (tokens) => tokens.otherKey(url()), 500],
  ['one which is not yet valid', (tokens) => tokens.notYetValid(url()), 500],
  ['an unsigned one', (tokens) => tokens.unsigned(url()), 500],
  ['one signed with the public key as a secret', (tokens) => tokens.publicKeyAsSecret(url()), 500],
];

test.each(refusals)('%s is refused', async (_name, mint, status) => {
  const delivery = await client.say(ana, ana.chat, 'home', { token: mint(fake.tokens) });
  expect(delivery.status).toBe(status);
  expect(turns).toBe(0);
  expect(fake.calls.count().total).toBe(0);
});

test('a forged service URL is refused, and nothing is sent there', async () => {
  const elsewhere = await startFakeTeams({ now: () => 0 });
  const forge = (activity: Json) => {
    activity.serviceUrl = elsewhere.serviceUrl();
  };
  const token = fake.tokens.good(fake.serviceUrl());
  const delivery = await client
    .say(ana, ana.chat, 'home', { token, change: forge })
    .finally(() => elsewhere.close());
  expect([delivery.status, turns]).toEqual([401, 0]);
  expect(elsewhere.calls.count().total).toBe(0);
});

test('the SDK accepts an activity without a service URL, so an adapter must refuse it', async () => {
  const forget = (activity: Json) => {
    delete activity.serviceUrl;
  };
  await client.say(ana, ana.chat, 'home', { token: fake.tokens.otherServiceUrl(), change: forget });
  expect(turns).toBe(1);
});

describe('the tokens for bots', () => {
  const ask = async (form: Record<string, string>, tenant = fake.settings.MicrosoftAppTenantId) => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: fake.appId,
      client_secret: fake.password,
      scope: 'https://api.botframework.com/.default',
      ...form,
    });
    return (await fetch(`${fake.login}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body })).status;
  };

  test('are given to the registered app, with its secret and in its tenant', async () => {
    expect(await ask({})).toBe(200);
    expect(await ask({ client_secret: 'guessed' })).toBe(401);
    expect(await ask({ client_id: 'another' })).toBe(400);
    expect(await ask({ scope: 'https://management.azure.com/.default' })).toBe(400);
    expect(await ask({}, fake.world.tenant('another'))).toBe(400);
  });

  test('are required by the connector', async () => {
    const path = `${fake.serviceUrl()}v3/conversations/${encodeURIComponent(ana.chat.id)}/members`;
    const status = async (authorization: string) =>
      (await fetch(path, { headers: { authorization } })).status;
    expect(await status('')).toBe(401);
    expect(await status(`Bearer ${fake.tokens.good(fake.serviceUrl())}`)).toBe(401);
    expect(fake.problems.length).toBe(2);
    fake.problems.length = 0;
  });
});
