import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlack } from '../../../adapters/slack';
import type { Chat, Log, Memory } from '../../../src/app/ports';
import { aCard, expectFault } from '../../contracts/chat';

/* What is no answer of Slack's: from a proxy, a page for visitors, half of something. */

const HTML = '<!doctype html><title>Please log in</title>';
let server: Server;
let answer: (response: ServerResponse) => void;
let asked: number;
let chat: Chat;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    request.resume().on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
  const entries: Memory = {
    get: async () => null,
    put: async () => {},
    claim: async () => true,
    remove: async () => {},
    list: async () => [],
  };
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  ({ chat } = createSlack({
    config: {
      auth: { kind: 'token', botToken: 'xoxb-1' },
      connection: { kind: 'http', signingSecret: 'secret' },
      apiUrl,
    },
    installations: {
      botFor: async () => ({
        botToken: 'xoxb-1',
        botId: 'B1',
        botUserId: 'U1',
        teamId: 'T1',
        enterpriseId: null,
      }),
      forget: async () => {},
    },
    memory: entries,
    clock: Date,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    log,
  }));
});
beforeEach(() => {
  asked = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const say = (status: number, type: string, body: string) => (response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': type }).end(body);
const cutShort = (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"ok":true,"ts":"1', () => response.destroy());
};

test.each([
  ['a page for visitors', say(200, 'text/html', HTML)],
  ['a page in place of an error', say(502, 'text/html', HTML)],
  ['nothing', say(200, 'application/json', '')],
  ['something else', say(200, 'application/json', '[1, 2]')],
  ['a word', say(200, 'application/json', '"fine"')],
  ['success without saying where', say(200, 'application/json', '{"ok":true}')],
  ['half an answer', cutShort],
])('%s leaves it uncertain whether it was posted, and nothing is sent again', async (_, given) => {
  answer = given;
  await expectFault(
    chat.post('slack:T1', 'C1', aCard('hello'), { id: 'a/b/open/c/', again: false }),
    'uncertain',
  );
  expect(asked).toBe(1);
});
