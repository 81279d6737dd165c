import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTeams } from '../../../adapters/teams';
import { translate } from '../../../src/i18n/translate';
import { createLog } from '../../../src/log';
import { type Chat, ChatError, type ChatFault } from '../../../src/ports/chat';
import type { After } from '../../../src/ports/clock';
import { aCard } from '../../contracts/chat';
import { localLimiter } from '../../support/limiter';

/* A connector that answers slowly, wrongly or not at all, over real HTTP. */

const SECRET = 'Haruka works from home';
const HTML = `<!doctype html><title>${SECRET}</title>`;
const NOW = Date.UTC(2018, 6, 23, 22);
/** Real milliseconds after which a call times out. */
/** For servers that do not answer; it must leave a busy machine the time to receive the request. */
const TIMEOUT_MS = 500;
const GENEROUS_TIMEOUT_MS = 60_000;
/** Faults that only a time-out ends. */
const SILENT = new Set(['no answer', 'an answer that stops half way']);
const TENANT = 'tenant';
const ORG = `teams:${TENANT}`;
const KEY = { id: 'o/t/close/2018-07-24/', mayHaveBeenSent: false, repeatable: false };

type Respond = (response: ServerResponse) => void;
type Fault = [what: string, kind: ChatFault, respond: Respond];

const say =
  (status: number, body: string, headers: Record<string, string> = {}): Respond =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
const page = (status: number) => say(status, HTML, { 'content-type': 'text/html' });
const wrong = `{"error":{"code":"Brand new","message":"${SECRET}"}}`;

/** The kind of each fault, for writes and reads alike; TARGETS lists the exceptions. */
const FAULTS: Fault[] = [
  ['429', 'rate-limited', say(429, wrong)],
  ['429, absurd', 'rate-limited', say(429, '', { 'retry-after': '99999999999' })],
  ['429, a date', 'rate-limited', say(429, HTML, { 'retry-after': new Date(NOW + 90_000).toUTCString() })],
  ['400, JSON', 'invalid', say(400, wrong)],
  ['400, a page', 'invalid', page(400)],
  ['403, a page', 'forbidden', page(403)],
  ['404, nothing', 'gone', say(404, '')],
  ['413, nothing', 'invalid', say(413, '')],
  ['500, JSON', 'uncertain', say(500, wrong)],
  ['500, a page', 'uncertain', page(500)],
  ['503, nothing', 'rate-limited', say(503, '')],
  ['half of JSON', 'uncertain', say(200, `{"id":"${SECRET}`)],
  ['a page for visitors', 'uncertain', page(200)],
  ['a reset', 'uncertain', (response) => void response.destroy()],
  ['no answer', 'uncertain', () => undefined],
  ['an answer that stops half way', 'uncertain', (response) => void response.writeHead(200).write('{"id":')],
];

interface Target {
  what: string;
  run(chat: Chat): Promise<unknown>;
  otherwise?: Partial<Record<ChatFault, ChatFault>>;
  /** The one fault that passes for success. */
  done?: string;
}

const roster = async (chat: Chat) => {
  for await (const _ of chat.roster(ORG, '19:place'));
};
const TARGETS: Target[] = [
  { what: 'post', run: (chat) => chat.post(ORG, '19:place', aCard('x'), KEY) },
  {
    // Of an edit only the status is read: Microsoft names no body that it must have.
    what: 'edit',
    run: (chat) => chat.edit(ORG, '19:place|1', aCard('x')),
    // A conversation that is gone says so by its code.
    otherwise: { gone: 'deleted' },
    done: 'a page for visitors',
  },
  {
    // Opening a chat shows nothing to the person, and only the person can be wrong about the request.
    what: 'direct',
    run: (chat) => chat.direct(ORG, '29:person', aCard('x'), KEY),
    otherwise: { uncertain: 'unreachable', invalid: 'gone' },
  },
  { what: 'roster', run: roster },
];

let server: Server;
let serviceUrl: string;
let respond: Respond;
let asked: number;
const logged: string[] = [];
const log = createLog('debug', { write: (line) => void logged.push(line) });

beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    request.resume().on('end', () => respond(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  // The SDK loads parts of itself with the first call, which takes longer than the time-out here.
  respond = say(200, '{"id":"1"}');
  await start(serviceUrl, GENEROUS_TIMEOUT_MS).post(ORG, '19:place', aCard('x'), KEY);
});
beforeEach(() => {
  asked = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A new bot, with rate limits of its own. */
function start(url = serviceUrl, timeoutMs = GENEROUS_TIMEOUT_MS): Chat {
  let now = NOW;
  const clock = { now: () => now };
  const after: After = (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  };
  // A wait for the rate limits takes no real time.
  const afterLimits: After = (delayMs, run) => {
    const turn = setImmediate(() => {
      now += delayMs;
      run();
    });
    return () => clearImmediate(turn);
  };
  const kept = new Map([[`tenant:${TENANT}`, JSON.stringify({ serviceUrl: url })]]);
  const { chat } = createTeams({
    translate,
    config: { credentials: null, tenants: null, admins: [] },
    forgottenAmong: async () => new Set(),
    memory: {
      get: async (key) => kept.get(key) ?? null,
      put: async (key, value) => void kept.set(key, value),
      claim: async () => true,
      remove: async (key) => void kept.delete(key),
      list: async () => [],
    },
    clock,
    after,
    limiter: localLimiter({ clock, after: afterLimits }),
    log,
    newId: () => 'id',
    defaults: { zone: 'Asia/Tokyo', language: 'en', country: 'JP' },
    authEndpoints: { settings: {}, credentials: undefined as never, serviceHosts: [], timeoutMs },
  });
  return chat;
}

async function faultOf(call: Promise<unknown>): Promise<ChatError | unknown> {
  return call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
}

const kindOf = (end: unknown) => (end instanceof ChatError ? end.kind : end);

test.each(TARGETS)(
  '$what: every fault has its kind, is tried once, and does not appear in the log',
  async ({ run, otherwise, done }) => {
    const ends: Record<string, unknown> = {};
    const tries: number[] = [];
    for (const [what, , answer] of FAULTS) {
      respond = answer;
      asked = 0;
      const end = await faultOf(run(start(serviceUrl, SILENT.has(what) ? TIMEOUT_MS : GENEROUS_TIMEOUT_MS)));
      log.error({ err: end }, 'as the core writes it down');
      ends[what] = kindOf(end);
      tries.push(asked);
    }
    expect(ends).toEqual(
      Object.fromEntries(
        FAULTS.map(([what, kind]) => [
          what,
          what === done ? { value: undefined } : (otherwise?.[kind] ?? kind),
        ]),
      ),
    );
    expect(tries).toEqual(FAULTS.map(() => 1));
    expect(logged.filter((line) => line.includes(SECRET))).toEqual([]);
  },
);

test.each<[string, number]>([
  [new Date(NOW + 90_000).toUTCString(), 90_000],
  ['99999999999', 3_600_000],
  ['soon', 2_000],
  ['-5', 2_000],
])('a Retry-After of %s is %d ms, with some jitter', async (header, ms) => {
  respond = say(429, '', { 'retry-after': header });
  const end = await faultOf(start().post(ORG, '19:place', aCard('x'), KEY));
  if (!(end instanceof ChatError)) throw new Error('it was posted');
  expect(end.retryAfterMs).toBeGreaterThanOrEqual(ms);
  expect(end.retryAfterMs).toBeLessThanOrEqual(ms + 1_000);
});

test.each([
  ['no list', '{}'],
  ['a list of nothing', '{"members":[null]}'],
  ['people without ids', `{"members":[{"name":"${SECRET}"}]}`],
])('a page of members with %s is uncertain', async (_what, body) => {
  respond = say(200, body);
  expect(kindOf(await faultOf(roster(start())))).toBe('uncertain');
});

test('a new chat without an id is unreachable', async () => {
  respond = say(201, '{"activityId":"1"}');
  expect(kindOf(await faultOf(start().direct(ORG, '29:person', aCard('x'), KEY)))).toBe('unreachable');
  expect(asked).toBe(1);
});

test('pages of members that repeat are given up', async () => {
  respond = say(200, '{"members":[{"id":"29:1","name":"Ana","brandNew":1}],"continuationToken":"again"}');
  expect(kindOf(await faultOf(roster(start())))).toBe('unreachable');
  expect(asked).toBe(2);
});

test('a refused connection is unreachable: nothing was sent', async () => {
  const nowhere = createServer();
  await new Promise<void>((resolve) => nowhere.listen(0, '127.0.0.1', resolve));
  const { port } = nowhere.address() as AddressInfo;
  await new Promise((resolve) => nowhere.close(resolve));
  const chat = start(`http://127.0.0.1:${port}/`);
  expect(kindOf(await faultOf(chat.post(ORG, '19:place', aCard('x'), KEY)))).toBe('unreachable');
});
