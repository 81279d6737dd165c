import type { Json } from '../../fakes/teams/json';
import { jsonOf } from '../../fakes/teams/json';
import type { ChannelTokens } from '../../fakes/teams/tokens';
import type { Person, Team } from '../../fakes/teams/world';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

describe('requests that are not from Teams, or not for this bot', () => {
  let teamsBot: TeamsBot;
  let ana: Person;
  let sales: Team;
  let stranger: Person;

  beforeAll(async () => {
    // The SDK writes to the console what it thinks of tokens.
    jest.spyOn(console, 'error').mockImplementation(() => {});
    teamsBot = await openTeamsBot();
    const { world } = teamsBot.fake;
    ana = world.person('Ana Arai');
    sales = world.team('Sales', { members: [ana] });
    stranger = world.person('Sam Stranger', { tenant: world.tenant('not allowed') });
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await teamsBot.close();
  });

  /** Nothing was stored, and no service was called. */
  async function expectNothing(): Promise<void> {
    expect(teamsBot.fake.calls.all).toEqual([]);
    expect(await teamsBot.store.people.get(`teams:${ana.tenant}`, ana.id)).toBeNull();
    expect(await teamsBot.store.memory('teams').list('')).toEqual([]);
  }

  const wrongTokens: [string, (tokens: ChannelTokens, url: string) => string | null][] = [
    ['no token', () => null],
    ['an empty token', () => ''],
    ['an expired one', (tokens, url) => tokens.expired(url)],
    ['one that is not valid yet', (tokens, url) => tokens.notYetValid(url)],
    ['one signed by another key', (tokens, url) => tokens.otherKey(url)],
    ['one signed by an unknown key', (tokens, url) => tokens.unknownKey(url)],
    ['one whose key may not speak for Teams', (tokens, url) => tokens.notEndorsed(url)],
    ['one for another app', (tokens, url) => tokens.otherApp(url)],
    ['one of another issuer', (tokens, url) => tokens.otherIssuer(url)],
    ['one of the emulator', (tokens) => tokens.emulator()],
    ['one for no service', (tokens) => tokens.withoutServiceUrl()],
    ['one for another service', (tokens) => tokens.otherServiceUrl()],
    ['an unsigned one', (tokens, url) => tokens.unsigned(url)],
    ['one signed with the public key', (tokens, url) => tokens.publicKeyAsSecret(url)],
    ['a text', () => 'not.a.token'],
  ];

  test.each(wrongTokens)('%s: 401', async (_name, make) => {
    const token = make(teamsBot.fake.tokens, teamsBot.fake.serviceUrl());
    const delivery = await teamsBot.client.say(ana, sales.general, 'setup names=on', { token });
    expect(delivery.status).toBe(401);
    await expectNothing();
  });

  const forged: [string, (activity: Json) => void][] = [
    ['a tenant that is not served', (activity) => setTenant(activity, stranger.tenant)],
    [
      'two tenants at once',
      (activity) => Object.assign(jsonOf(activity.conversation), { tenantId: stranger.tenant }),
    ],
    ['no tenant', (activity) => setTenant(activity, undefined)],
    ['a forged service', (activity) => Object.assign(activity, { serviceUrl: 'https://evil.example.com/' })],
    [
      'a service on another port',
      (activity) => Object.assign(activity, { serviceUrl: 'http://127.0.0.1:1/' }),
    ],
    ['another channel', (activity) => Object.assign(activity, { channelId: 'webchat' })],
    ['a user name in the address', (activity) => Object.assign(activity, { serviceUrl: nameIn(activity) })],
  ];

  function setTenant(activity: Json, id: string | undefined): void {
    Object.assign(jsonOf(activity.conversation), { tenantId: id });
    Object.assign(jsonOf(activity.channelData), { tenant: id === undefined ? undefined : { id } });
  }

  function nameIn(activity: Json): string {
    return String(activity.serviceUrl).replace('http://', 'http://login.botframework.com@');
  }

  test.each(forged)('%s: 403, whatever its token', async (_name, forge) => {
    let token = '';
    const change = (activity: Json) => {
      forge(activity);
      token = teamsBot.fake.tokens.good(String(activity.serviceUrl));
    };
    const delivered = await teamsBot.client.say(ana, sales.general, 'setup names=on', {
      token: null,
      change,
    });
    const delivery = await teamsBot.client.raw(delivered.activity, token);
    expect(delivery.status).toBe(403);
    await expectNothing();
  });

  test.each<[string, (activity: Json) => unknown]>([
    ['no type', ({ type: _, ...rest }) => rest],
    ['no sender', ({ from: _, ...rest }) => rest],
    ['no conversation', ({ conversation: _, ...rest }) => rest],
    ['no service', ({ serviceUrl: _, ...rest }) => rest],
    ['an empty service', (activity) => ({ ...activity, serviceUrl: '' })],
    ['a sender without an id', (activity) => ({ ...activity, from: { name: 'Ana' } })],
    [
      'a conversation of no kind',
      (activity) => ({ ...activity, conversation: { id: 'a', conversationType: 'x' } }),
    ],
    ['a text that is not a string', (activity) => ({ ...activity, text: { evil: true } })],
    ['a list', () => []],
    ['nothing', () => ({})],
  ])('an activity with %s: 400', async (_name, spoil) => {
    const delivered = await teamsBot.client.say(ana, sales.general, 'home', { token: null });
    const token = teamsBot.fake.tokens.good(teamsBot.fake.serviceUrl());
    const delivery = await teamsBot.client.raw(spoil(delivered.activity) as Json, token);
    expect(delivery.status).toBe(400);
    await expectNothing();
  });

  test('malformed JSON: 400; a body that is too large: 413', async () => {
    const token = teamsBot.fake.tokens.good(teamsBot.fake.serviceUrl());
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const url = teamsBot.endpoint;
    expect((await fetch(url, { method: 'POST', headers, body: '{"type": "mess' })).status).toBe(400);
    const body = JSON.stringify({ text: 'x'.repeat(2_000_000) });
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(413);
    expect((await fetch(url)).status).toBe(404);
    await expectNothing();
  });

  test('what a token says of itself is judged before the body is read', () => {
    const { tokens } = teamsBot.fake;
    const url = teamsBot.fake.serviceUrl();
    const receiver = teamsBot.teams.posts(teamsBot.inbox)['/api/messages'];
    const admit = (authorization?: string) => receiver?.admit({ authorization });
    expect(admit(`Bearer ${tokens.good(url)}`)).toEqual({ maxBytes: 262_144 });
    const refused = [
      tokens.otherApp(url),
      tokens.otherIssuer(url),
      tokens.withoutServiceUrl(),
      tokens.unsigned(url),
      tokens.publicKeyAsSecret(url),
      'not.a.token',
      'x',
      '',
    ];
    for (const token of refused) expect(admit(`Bearer ${token}`)).toMatchObject({ status: 401 });
    expect(admit()).toMatchObject({ status: 401 });
    expect(admit(tokens.good(url))).toMatchObject({ status: 401 });
  });

  test('an allowed tenant with a good token is served', async () => {
    expect(await teamsBot.client.say(ana, sales.general, 'help')).toMatchObject({ status: 200 });
    expect(teamsBot.fake.last(sales.general).summary).toMatch(/\S/);
  });
});

describe("while Microsoft's keys cannot be fetched", () => {
  test.each([
    ['nothing listens there', 'http://127.0.0.1:9/keys'],
    ['it answers with an error', null],
  ])('no token is believed, and Teams is asked to come back: %s', async (_name, address) => {
    const elsewhere = await openTeamsBot();
    const metadata = address ?? `${elsewhere.fake.url}/nowhere`;
    const bot = await openTeamsBot({ settings: { ToBotFromChannelOpenIdMetadataUrl: metadata } });
    const ana = bot.fake.world.person('Ana Arai');
    const { general } = bot.fake.world.team('Sales', { members: [ana] });
    expect(await bot.client.say(ana, general, 'help')).toMatchObject({ status: 503 });
    const unsigned = bot.fake.tokens.unsigned(bot.fake.serviceUrl());
    expect(await bot.client.say(ana, general, 'help', { token: unsigned })).toMatchObject({ status: 401 });
    expect(bot.complaints.map(({ level }) => level)).toEqual(['warn', 'warn']);
    await bot.close();
    await elsewhere.close();
  });
});
