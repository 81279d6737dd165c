import { gzipSync } from 'node:zlib';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { DEFAULT_WINDOW, windowOn } from '../../../src/domain/time/window';
import type { Scope } from '../../../src/ports/store/api-tokens';
import { OPERATIONS, type Operation } from '../../../src/web/api/operations';
import { aPoll, aVote, scheduled } from '../../contracts/store/harness';
import { OfficePages, ORG, person, TEAM } from '../../support/office-pages';
import { aCampaign, aTeam } from '../../support/sample-data';

/* The API over real HTTP, with the real core and a database file. Every answer is held against the served document. */

const DAY = '2018-07-20';
const pages = new OfficePages();
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
// biome-ignore lint/suspicious/noExplicitAny: the document is what is tested.
let document: any;
const PROBLEM = 'application/problem+json';

beforeAll(async () => {
  await pages.open();
  const { teams, people, polls, answers, books, campaigns } = pages.store;
  await teams.create(aTeam({}, { org: ORG, id: 'second', place: 'p2', name: '=second' }));
  await teams.create(aTeam({}, { org: 'other', id: 'foreign', place: 'p3', name: 'foreign' }));
  await people.setRoster('other', 'foreign', [person('zoe')]);
  await campaigns.save({ ...aCampaign([DAY, '2018-07-24']), org: ORG, id: 'td' });
  for (const [team, day] of [
    [TEAM, '2018-07-19'],
    [TEAM, DAY],
    ['second', DAY],
  ] as const) {
    const poll = { ...aPoll(), org: ORG, team, day, ...windowOn(day, DEFAULT_WINDOW, 'Asia/Tokyo') };
    await polls.open(poll, scheduled('bob', 'cat'), 0);
    await answers.record(aVote('bob', { org: ORG, team, day, at: poll.opensAt }));
    await books.close(poll, poll.endsAt);
  }
  document = await (await pages.ask('/api/v1/openapi.json')).json();
});
beforeEach(() => pages.standAsUsual());
afterAll(() => pages.close());

let made = 0;
async function tokenOf(id: string, ...scopes: Scope[]): Promise<string> {
  const secret = `twd_${id}${String(++made).padStart(40, '0')}`;
  const token = { org: id === 'zoe' ? 'other' : ORG, person: id, id: `${id}${made}`, name: 'test', scopes };
  await pages.store.apiTokens.add(secret, token, 3_600_000);
  return secret;
}

interface Asked {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  body: any;
}

/** Asks, and holds the answer against the document. */
async function ask(secret: string, path: string, init: RequestInit = {}): Promise<Asked> {
  const method = (init.method ?? 'GET').toLowerCase();
  const headers = { authorization: `Bearer ${secret}`, ...(init.headers as Record<string, string>) };
  const response = await pages.ask(`/api/v1${path}`, { ...init, headers });
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  const body = type.includes('json') && text !== '' ? JSON.parse(text) : text;
  const operation = OPERATIONS.find((one) => one.method === method && matches(one, path));
  if (type.startsWith(PROBLEM)) expectValid({ $ref: '#/components/schemas/Problem' }, body);
  else if (operation && response.status === 200 && type.startsWith('application/json')) {
    const { schema } = document.paths[operation.path][method].responses[200].content['application/json'];
    expectValid(schema, body);
  }
  return { status: response.status, headers: response.headers, body };
}

function matches({ path }: Operation, asked: string): boolean {
  return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked.split('?')[0] ?? '');
}

const judges = new Map<object, ReturnType<typeof ajv.compile>>();

function expectValid(schema: object, body: unknown): void {
  const judge = judges.get(schema) ?? ajv.compile({ ...schema, components: document.components });
  judges.set(schema, judge);
  expect([judge(body), judge.errors ?? []]).toEqual([true, []]);
}

const put = (value: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

test('the document is OpenAPI 3.1, names every address, and is kept by its tag', async () => {
  const response = await pages.ask('/api/v1/openapi.json');
  await response.text();
  expect(document.openapi).toBe('3.1.0');
  const other = await pages.ask('/api/v1/openapi.json', { method: 'POST' });
  expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  const named = Object.entries(document.paths).flatMap(([path, at]) =>
    Object.keys(at as object).map((m) => `${m} ${path}`),
  );
  expect(named.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort());
  expect(JSON.stringify(document)).not.toMatch(/\$defs|"\$schema"/u);
  const again = await pages.ask('/api/v1/openapi.json', {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

describe('every address', () => {
  const BODIES: Record<string, unknown> = {
    putOwnDay: { style: 'home' },
    putOwnWeek: { mon: 'off', tue: { style: 'home' } },
    putDepartments: { teams: [{ team: '=second', department: 'Sales' }] },
    postActivity: { source: 'VPN', csv: 'date,count\n2018-07-02,10\n' },
  };
  const send = ({ method, path, id }: Operation, secret: string) =>
    ask(
      secret,
      path.replace('{team}', TEAM).replace('{day}', '2018-07-25').replace('{campaign}', 'td'),
      BODIES[id] ? { ...put(BODIES[id]), method: method.toUpperCase() } : { method: method.toUpperCase() },
    );

  test.each(OPERATIONS.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s',
    async (_name, one) => {
      const others = (['read', 'me:write', 'org:write'] as const).filter((scope) => scope !== one.scope);
      expect((await send(one, 'twd_none000000000000000000000')).status).toBe(401);
      expect((await send(one, await tokenOf('ann', ...others))).status).toBe(403);
      const member = await send(one, await tokenOf('bob', one.scope));
      expect([member.status, member.body.type ?? '']).toEqual(
        one.who === 'administrators' ? [403, 'urn:telework-days:problem:forbidden'] : [200, ''],
      );
      const admin = await send(one, await tokenOf('ann', one.scope));
      // Ann has no answer to take back, which is said.
      expect([200, 422]).toContain(admin.status);
      const other = await ask('twd_none000000000000000000000', one.path, { method: 'PATCH' });
      expect(other.status).toBe(405);
      expect(other.headers.get('allow')).toContain(one.method.toUpperCase());
    },
  );
});

describe('a token', () => {
  test('is no good in another place, when it is over, or when its person is gone', async () => {
    const secret = await tokenOf('bob', 'read');
    expect((await pages.ask(`/api/v1/me?token=${secret}`)).status).toBe(401);
    expect((await pages.ask('/api/v1/me', { headers: { authorization: `Basic ${secret}` } })).status).toBe(
      401,
    );
    expect((await ask(secret, '/me')).body.person).toEqual({ id: 'bob', name: 'bob <i>' });
    pages.chat.standings.delete('bob');
    expect((await ask(secret, '/me')).status).toBe(401);
  });

  test('loses what administrators see with the role', async () => {
    const secret = await tokenOf('ann', 'read');
    expect((await ask(secret, '/campaigns/td/report')).status).toBe(200);
    expect((await ask(secret, '/teams')).body.items).toHaveLength(2);
    for (const organisation of ['no', 'unknown'] as const) {
      pages.stands('ann', organisation);
      expect((await ask(secret, '/campaigns/td/report')).status).toBe(403);
      expect((await ask(secret, '/teams')).body.items).toHaveLength(1);
    }
  });

  test('is made on the page, shown once, listed with its last use, and ended', async () => {
    const cookie = await pages.signIn('bob');
    const key = await pages.keyOf(cookie);
    const page = await (
      await pages.send('/office/tokens', cookie, { key, name: 'My <b> script', scope: 'read', days: '30' })
    ).text();
    const [secret = ''] = /twd_\w+/.exec(page) ?? [];
    expect((await ask(secret, '/me')).body.scopes).toEqual(['read']);
    const list = await (await pages.ask('/office/tokens', { cookie })).text();
    expect(list).toContain('My &lt;b> script');
    expect(list).not.toContain(secret);
    const [, id = ''] = /name="id" value="([^"]+)"[^>]*>/.exec(list.slice(list.indexOf('My &lt;b>'))) ?? [];
    const cat = await pages.signIn('cat');
    expect((await pages.send('/office/tokens/revoke', cat, { key: await pages.keyOf(cat), id })).status).toBe(
      422,
    );
    expect((await ask(secret, '/me')).status).toBe(200);
    expect((await pages.send('/office/tokens/revoke', cookie, { key, id })).status).toBe(200);
    expect((await ask(secret, '/me')).status).toBe(401);
    // What was not there was not ended.
    const before = await pages.store.audit.list(ORG, null, 50);
    await pages.send('/office/tokens/revoke', cookie, { key, id });
    expect(await pages.store.audit.list(ORG, null, 50)).toEqual(before);
    const trail = await pages.store.audit.list(ORG, null, 20);
    expect(trail.map(({ intent }) => intent)).toEqual(expect.arrayContaining(['token-make', 'token-revoke']));
    expect(JSON.stringify(trail)).not.toContain(secret);
  });

  test('of a member does not write for the organisation', async () => {
    const cookie = await pages.signIn('bob');
    const page = await pages.send('/office/tokens', cookie, {
      ...{ key: await pages.keyOf(cookie), name: 'x', scope: 'org:write', days: '30' },
    });
    expect([page.status, /twd_/.test(await page.text())]).toEqual([422, false]);
  });
});

describe('what others see', () => {
  test.each([
    '/teams/foreign',
    '/teams/foreign/polls',
    `/teams/foreign/days/${DAY}`,
    '/teams/second',
    '/teams/none',
  ])('%s is not there for a person who may not look into it', async (path) => {
    const found = await ask(await tokenOf('bob', 'read'), path);
    expect([found.status, found.body.type]).toEqual([404, 'urn:telework-days:problem:not-found']);
  });

  test('lists have what the person may look into, and nothing of other organisations', async () => {
    const own = await ask(await tokenOf('bob', 'read'), `/days?from=2018-07-01&until=${DAY}`);
    expect(own.body.items.map(({ team, day }: { team: string; day: string }) => [team, day])).toEqual([
      [TEAM, '2018-07-19'],
      [TEAM, DAY],
    ]);
    const all = await ask(await tokenOf('ann', 'read'), `/days?from=2018-07-01&until=${DAY}`);
    expect(all.body.items).toHaveLength(3);
    expect(JSON.stringify(all.body)).not.toContain('foreign');
    expect((await ask(await tokenOf('zoe', 'read'), '/teams')).status).toBe(401);
  });

  test('a day has counts, and names only where the team shows them to its members', async () => {
    const { body } = await ask(await tokenOf('bob', 'read'), `/teams/${TEAM}/days/${DAY}`);
    expect(body).toMatchObject({
      phase: 'over',
      tally: { members: 2, answered: 1, telework: 1 },
      people: null,
    });
  });
});

describe('lists', () => {
  test('come in pages, whose cursors are good for this list and token alone', async () => {
    const secret = await tokenOf('ann', 'read');
    const path = `/days?from=2018-07-01&until=${DAY}&limit=2`;
    const first = await ask(secret, path);
    expect(first.body.items).toHaveLength(2);
    const { next } = first.body;
    const second = await ask(secret, `${path}&cursor=${next}`);
    expect([second.body.items.length, second.body.next]).toEqual([1, null]);
    const keys = [...first.body.items, ...second.body.items].map(
      ({ team, day }: { team: string; day: string }) => `${team} ${day}`,
    );
    expect(new Set(keys).size).toBe(3);
    const tampered = Buffer.from(next, 'base64url');
    tampered[tampered.length - 1] = (tampered.at(-1) ?? 0) ^ 1;
    for (const [token, asked] of [
      [secret, `${path}&cursor=${tampered.toString('base64url')}`],
      [secret, `${path}&cursor=x`],
      [secret, `/teams?cursor=${next}`],
      [secret, `/days?from=2018-07-02&until=${DAY}&cursor=${next}`],
      [await tokenOf('ann', 'read'), `${path}&cursor=${next}`],
    ] as const) {
      const found = await ask(token, asked);
      expect([found.status, found.body.type]).toEqual([400, 'urn:telework-days:problem:bad-cursor']);
    }
  });

  test.each([
    '/days?from=2018-02-30',
    '/days?from=2018-07-24&until=2018-07-01',
    '/days?from=2010-01-01&until=2018-01-01',
    '/days?from=9999-12-31&until=9999-12-31',
    '/days?limit=0',
    '/days?limit=1e9',
    '/days?limit=NaN',
    '/days?from[]=1',
  ])('%s is refused with what is wrong', async (path) => {
    const found = await ask(await tokenOf('bob', 'read'), path);
    expect([found.status, found.body.errors?.length > 0]).toEqual([400, true]);
  });

  test('are a file, too, with formulas as text', async () => {
    const secret = await tokenOf('ann', 'read');
    const path = `/days?from=2018-07-01&until=${DAY}`;
    const csv = await ask(secret, path, { headers: { accept: 'text/csv' } });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.body).toContain("2018-07-20,'=second,");
    const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect((await ask(secret, path, { headers: { accept: excel } })).body).toMatch(/^PK/u);
    expect((await ask(secret, path, { headers: { accept: 'image/png' } })).status).toBe(406);
  });

  test('are not sent again where nothing has changed', async () => {
    const secret = await tokenOf('bob', 'read');
    const first = await ask(secret, '/teams');
    const again = await ask(secret, '/teams', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([again.status, again.body]).toEqual([304, '']);
    const head = await pages.ask('/api/v1/teams', {
      method: 'HEAD',
      headers: { authorization: `Bearer ${secret}` },
    });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('writes', () => {
  test('an answer is recorded as in the chat, and taken back', async () => {
    const secret = await tokenOf('cat', 'read', 'me:write');
    const done = await ask(secret, '/me/days/2018-07-27', put({ style: 'off-peak', arrival: '10:30' }));
    expect([done.status, done.body.done]).toEqual([200, true]);
    const days = '/me/days?from=2018-07-27&until=2018-07-27';
    expect((await ask(secret, days)).body.items).toMatchObject([{ style: 'off-peak', arrival: '10:30' }]);
    expect((await ask(secret, '/me/days/2018-07-27', { method: 'DELETE' })).status).toBe(200);
    expect((await ask(secret, days)).body.items).toEqual([]);
  });

  test.each<[string, string, unknown, number]>([
    ['a day gone by', '/me/days/2018-07-19', { style: 'home' }, 422],
    ['a day that is none', '/me/days/2018-02-30', { style: 'home' }, 400],
    ['a day of the year 0', '/me/days/0000-01-01', { style: 'home' }, 400],
    ['an address that is no text', '/me/days/%E0%A4%A', { style: 'home' }, 400],
    ['a list in a list in a list', '/me/week', JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`), 400],
    ['a style that is none', '/me/days/2018-07-27', { style: 'beach' }, 400],
    ['a field that is none', '/me/days/2018-07-27', { style: 'home', person: 'ann' }, 400],
    ['a weekday that is none', '/me/week', { someday: 'off' }, 400],
    ['no object', '/me/week', 'x', 400],
  ])('%s is refused', async (_name, path, body, status) => {
    const found = await ask(await tokenOf('cat', 'me:write'), path, put(body));
    expect(found.status).toBe(status);
    expect(found.headers.get('content-type')).toContain(PROBLEM);
  });

  test.each<[string, RequestInit, number]>([
    ['malformed', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"mon":' }, 400],
    [
      'in an unknown charset',
      { method: 'PUT', headers: { 'content-type': 'application/json; charset=utf-99' }, body: '{}' },
      415,
    ],
    [
      'packed in an unknown way',
      {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'content-encoding': 'zip' },
        body: '{}',
      },
      415,
    ],
    [
      'of twenty megabytes, packed',
      {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: gzipSync(Buffer.alloc(20_000_000, ' ')),
      },
      413,
    ],
    ['of another type', { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
    [
      'of ten megabytes',
      {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: `{"a":"${'x'.repeat(10_000_000)}"}`,
      },
      413,
    ],
  ])('a body %s is refused', async (_name, init, status) => {
    const found = await ask(await tokenOf('cat', 'me:write'), '/me/week', init);
    expect([found.status, found.headers.get('content-type')?.startsWith(PROBLEM)]).toEqual([status, true]);
  });

  test('a write with a key is done once; another request with it is refused', async () => {
    const secret = await tokenOf('cat', 'read', 'me:write');
    const key = { 'idempotency-key': 'k1' };
    const first = await ask(secret, '/me/week', put({ mon: 'off' }, key));
    await ask(secret, '/me/week', put({ mon: { style: 'home' } }));
    const again = await ask(secret, '/me/week', put({ mon: 'off' }, key));
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await ask(secret, '/me/week')).body).toEqual({ mon: { style: 'home', arrival: null } });
    const other = await ask(secret, '/me/week', put({ tue: 'off' }, key));
    expect([other.status, other.body.type]).toEqual([422, 'urn:telework-days:problem:key-reused']);
  });

  test('departments are set by administrators alone, and stand on the trail', async () => {
    const teams = [{ team: '=second', department: 'West' }];
    const done = await ask(await tokenOf('ann', 'org:write'), '/departments', put({ teams }));
    expect(done.status).toBe(200);
    const { departments } = await pages.core.structures.get(ORG);
    expect(departments.find(({ name }) => name === 'West')?.teams).toEqual(['second']);
    const wrong = await ask(
      await tokenOf('ann', 'org:write'),
      '/departments',
      put({ teams: [{ team: 'foreign', department: 'x' }] }),
    );
    expect([wrong.status, wrong.body.detail]).toEqual([422, expect.stringMatching(/\n.*foreign/u)]);
  });
});

test('a token that asks too much is told when to come back, and others go on', async () => {
  const [busy, calm] = [await tokenOf('ann', 'read'), await tokenOf('bob', 'read')];
  const { headers } = await ask(calm, '/me');
  expect([headers.get('ratelimit'), headers.get('ratelimit-policy')]).toEqual([
    '"token";r=239;t=1',
    '"token";q=240;w=60',
  ]);
  const statuses = new Set<number>();
  let refused: Asked | null = null;
  for (let count = 0; count < 30 && !refused; count++) {
    const found = await ask(busy, '/campaigns/td/report');
    statuses.add(found.status);
    if (found.status === 429) refused = found;
  }
  expect([...statuses]).toEqual([200, 429]);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask(calm, '/me')).status).toBe(200);
});
