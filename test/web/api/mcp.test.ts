import { request } from 'node:http';
import type { Scope } from '../../../src/ports/store/api-tokens';
import { OfficePages, ORG } from '../../support/office-pages';

const pages = new OfficePages();
beforeAll(() => pages.open());
beforeEach(() => pages.standAsUsual());
afterAll(() => pages.close());

let made = 0;
async function tokenOf(id: string, ...scopes: Scope[]): Promise<string> {
  const secret = `twd_${String(++made).padStart(40, '0')}`;
  await pages.store.apiTokens.add(secret, { org: ORG, person: id, id: `${made}`, name: 't', scopes }, 60_000);
  return secret;
}

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
async function send(secret: string, method: string, params: object): Promise<{ status: number; body: any }> {
  const response = await pages.ask('/mcp', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-11-25',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const text = await response.text();
  const [, data = text] = /^data: (.*)$/mu.exec(text) ?? [];
  return { status: response.status, body: data === '' ? null : JSON.parse(data) };
}

const use = async (secret: string, name: string, input: object) => {
  const { body } = await send(secret, 'tools/call', { name, arguments: input });
  const { isError = false, content } = body.result;
  return { isError, text: content[0].text as string };
};

test('an assistant is told the tools, of which one writes', async () => {
  const secret = await tokenOf('bob', 'read');
  const hello = await send(secret, 'initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  });
  expect(hello.body.result.serverInfo.name).toBe('telework-days');
  const { body } = await send(secret, 'tools/list', {});
  const tools: { name: string; annotations: { readOnlyHint: boolean } }[] = body.result.tools;
  expect(tools.map(({ name }) => name)).toEqual([
    ...['teams', 'who_is_in', 'tally', 'campaign_progress', 'my_week', 'answer'],
  ]);
  expect(tools.filter(({ annotations }) => !annotations.readOnlyHint).map(({ name }) => name)).toEqual([
    'answer',
  ]);
});

test('an answer is the own, takes its scope, and is seen by the other tools', async () => {
  const reader = await tokenOf('cat', 'read');
  const writer = await tokenOf('cat', 'read', 'me:write');
  const input = { day: '2018-07-26', style: 'home' };
  expect(await use(reader, 'answer', input)).toMatchObject({ isError: true });
  expect(await use(writer, 'answer', input)).toMatchObject({ isError: false });
  const span = { from: '2018-07-26', until: '2018-07-26' };
  expect(JSON.parse((await use(reader, 'my_week', span)).text).days.items).toMatchObject([input]);
  expect((await use(writer, 'answer', { ...input, day: '2018-07-02' })).isError).toBe(true);
});

test('others’ teams are not there, and what administrators see is refused to members', async () => {
  const secret = await tokenOf('bob', 'read');
  expect((await use(secret, 'who_is_in', { team: 'second' })).isError).toBe(true);
  expect((await use(secret, 'campaign_progress', {})).isError).toBe(true);
  expect(JSON.parse((await use(secret, 'who_is_in', {})).text)).toMatchObject({ team: 'team', people: null });
});

test('without a token, with another method, and with a body that is none it is a problem', async () => {
  expect((await pages.ask('/mcp', { method: 'POST' })).status).toBe(401);
  expect((await pages.ask('/mcp')).status).toBe(405);
  const secret = await tokenOf('bob', 'read');
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  expect((await pages.ask('/mcp', { method: 'POST', headers, body: '{' })).status).toBe(400);
});

test('nothing is told later: to listen is refused, and the answer ends', async () => {
  const listening = await send(await tokenOf('bob', 'read'), 'subscriptions/listen', {
    ...{ notifications: { toolsListChanged: true } },
    _meta: {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  });
  expect(listening.body.error).toBeDefined();
});

test('each call of a message costs what it does', async () => {
  const secret = await tokenOf('bob', 'read');
  const headers = {
    ...{ authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    ...{ accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2025-03-26' },
  };
  const calls = Array.from({ length: 60 }, (_, id) => ({
    ...{ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'tally', arguments: {} } },
  }));
  const batch = await pages.ask('/mcp', { method: 'POST', headers, body: JSON.stringify(calls) });
  const refused = (await batch.text()).match(/Too many requests/gu) ?? [];
  // 239 units hold 23 calls of 10.
  expect(refused).toHaveLength(60 - 23);
});

test.each(['[', 'a b', 'x:99999999', ''])('the host %j does no harm', async (host) => {
  const secret = await tokenOf('bob', 'read');
  const { port } = new URL((await pages.ask('/api/v1/openapi.json')).url);
  const headers = {
    ...{ host, authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    accept: 'application/json, text/event-stream',
  };
  const status = await new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: '/mcp', method: 'POST', setHost: false, headers },
      (answer) => resolve(answer.resume().statusCode),
    );
    asked.on('error', reject).end('{"jsonrpc":"2.0","id":1,"method":"tools/list"}');
  });
  expect(status).toBe(200);
});

test('a body of half a million lists in lists is refused', async () => {
  const secret = await tokenOf('bob', 'read');
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const body = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
  const accept = 'application/json, text/event-stream';
  const answer = await pages.ask('/mcp', { method: 'POST', headers: { ...headers, accept }, body });
  expect(answer.status).toBe(400);
});
