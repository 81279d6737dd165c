import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlack } from '../../../adapters/slack';
import { translate } from '../../../src/i18n/translate';
import { createLog } from '../../../src/log';
import { type Chat, ChatError, type ChatFault } from '../../../src/ports/chat';
import type { Memory } from '../../../src/ports/store/memory';
import { aCard } from '../../contracts/chat';
import { createFakeTime, type FakeTime } from '../../fakes/time';
import { localLimiter } from '../../support/limiter';

/*
 * A Slack that answers slowly, wrongly, or not at all: whatever the adapter asks, and whatever comes back over real
 * HTTP. Each call ends with the right kind of fault, within a bounded time, and nothing is sent twice that may have
 * been done.
 */

const SECRET = 'Haruka works from home';
const HTML = `<!doctype html><title>${SECRET}</title>`;
/** Of the fake's time, in seconds: nothing may take longer, however many calls it makes. */
const LONGEST_S = 120;
const START = Date.UTC(2018, 6, 23, 22);

type Respond = (response: ServerResponse) => void;

/** One thing that goes wrong. `hangs`: no answer ends the call, but its time. */
interface Fault {
  what: string;
  kind: ChatFault;
  respond?: Respond;
  hangs?: boolean;
  /** The network's own fault, which no server can play: with this code, before anything was sent. */
  network?: string;
}

const say =
  (status: number, body: string, headers: Record<string, string> = {}): Respond =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
const refuse = (error: string) => say(200, JSON.stringify({ ok: false, error, needed: SECRET }));
const limited = (wait: string | null) =>
  say(429, `{"ok":false,"error":"ratelimited"}`, wait === null ? {} : { 'retry-after': wait });
const page = (status: number) => say(status, HTML, { 'content-type': 'text/html' });

const WAITS: [string | null, number][] = [
  [null, 10_000],
  ['30', 30_000],
  ['99999999999', 3_600_000],
  ['-5', 10_000],
  ['soon', 10_000],
  [new Date(START + 240_000).toUTCString(), 240_000],
];

const FAULTS: Fault[] = [
  ...WAITS.map(
    ([wait]): Fault => ({ what: `429, Retry-After ${wait}`, kind: 'rate-limited', respond: limited(wait) }),
  ),
  { what: '403, a page', kind: 'unreachable', respond: page(403) },
  { what: '404, nothing', kind: 'unreachable', respond: say(404, '') },
  { what: '413, JSON', kind: 'unreachable', respond: say(413, `{"ok":false,"error":"${SECRET}"}`) },
  { what: '500, JSON', kind: 'uncertain', respond: say(500, `{"ok":false,"error":"${SECRET}"}`) },
  { what: '502, a page', kind: 'uncertain', respond: page(502) },
  { what: '503, nothing', kind: 'uncertain', respond: say(503, '') },
  { what: '504, a page', kind: 'uncertain', respond: page(504) },
  { what: '204', kind: 'uncertain', respond: (response) => void response.writeHead(204).end() },
  { what: '202, JSON', kind: 'uncertain', respond: say(202, '{"ok":true}') },
  { what: 'a redirect', kind: 'uncertain', respond: say(302, '', { location: '/api/elsewhere' }) },
  { what: 'a page for visitors', kind: 'uncertain', respond: page(200) },
  { what: 'nothing', kind: 'uncertain', respond: say(200, '') },
  { what: 'null', kind: 'uncertain', respond: say(200, 'null') },
  { what: 'a list', kind: 'uncertain', respond: say(200, '[1, 2]') },
  { what: 'a word', kind: 'uncertain', respond: say(200, `"${SECRET}"`) },
  { what: 'half of JSON', kind: 'uncertain', respond: say(200, `{"ok":true,"name":"${SECRET}`) },
  {
    what: 'half an answer',
    kind: 'uncertain',
    respond(response) {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"ok":true,"ts":"1', () => response.destroy());
    },
  },
  { what: 'refused, no such channel', kind: 'gone', respond: refuse('channel_not_found') },
  { what: 'refused, not in it', kind: 'forbidden', respond: refuse('not_in_channel') },
  { what: 'refused, its token', kind: 'unreachable', respond: refuse('token_revoked') },
  { what: 'refused, a fault of Slack', kind: 'uncertain', respond: refuse('internal_error') },
  { what: 'refused, nobody knows why', kind: 'invalid', respond: refuse('brand_new_error') },
  { what: 'refused, in words', kind: 'uncertain', respond: refuse(SECRET) },
  { what: 'refused without a reason', kind: 'uncertain', respond: say(200, '{"ok":false}') },
  { what: 'a reset', kind: 'uncertain', respond: (response) => void response.destroy() },
  { what: 'no answer', kind: 'uncertain', hangs: true, respond: () => undefined },
  {
    what: 'an answer that stops half way',
    kind: 'uncertain',
    hangs: true,
    respond: (response) => void response.writeHead(200).write('{"ok":'),
  },
  { what: 'an answer without an end', kind: 'uncertain', hangs: true, respond: pour },
  { what: 'no such host', kind: 'unreachable', network: 'ENOTFOUND' },
  { what: 'no name server', kind: 'unreachable', network: 'EAI_AGAIN' },
  { what: 'a refused connection', kind: 'unreachable', network: 'ECONNREFUSED' },
];

/** More than anybody takes, as long as somebody takes it. */
function pour(response: ServerResponse): void {
  const spaces = Buffer.alloc(1 << 20, ' ');
  const more = (): void => {
    while (!response.destroyed && response.write(spaces));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

/** What Slack says when all is well, with fields that nobody has heard of. */
const FINE: Record<string, object> = {
  'chat.postMessage': { channel: 'C1', ts: '1.1' },
  'chat.update': { channel: 'C1', ts: '1.1' },
  'conversations.history': { messages: [] },
  'conversations.members': { members: Array.from({ length: 20 }, (_, index) => `U${index}`) },
  'conversations.info': { channel: { id: 'C1', name: 'general', creator: 'U1' } },
  'users.list': { members: [{ id: 'U1', team_id: 'T1', name: 'ana', new_field: { deep: [1] } }] },
  'users.info': { user: { id: 'U1', team_id: 'T1', name: 'ana', is_admin: false } },
  'usergroups.list': { usergroups: [{ id: 'S1', handle: 'sales' }] },
  'usergroups.users.list': { users: ['U1'] },
};

const fine = (method: string) =>
  say(200, JSON.stringify({ ok: true, warning_v2: [SECRET], ...FINE[method] }));

type Run = (chat: Chat, org: string) => Promise<unknown>;

/** What the core asks for, and which of Slack's methods goes wrong on the way. `otherwise`: what then becomes of it. */
interface Target {
  what: string;
  method: string;
  run: Run;
  otherwise?: (fault: Fault) => ChatFault | { value: unknown };
}

const FIRST = { id: 'o/t/close/2018-07-24/', mayHaveBeenSent: false, repeatable: false };
const AGAIN = { ...FIRST, mayHaveBeenSent: true };
const waits = ({ kind }: Fault): ChatFault =>
  kind === 'rate-limited' || kind === 'unreachable' ? kind : 'uncertain';
/** Nobody made a channel that the bot may not look into. */
const inReach = ({ kind }: Fault) => (kind === 'gone' || kind === 'forbidden' ? { value: false } : kind);
const roster: Run = async (chat, org) => {
  for await (const _ of chat.roster(org, 'C1'));
};

const TARGETS: Target[] = [
  { what: 'post', method: 'chat.postMessage', run: (chat, org) => chat.post(org, 'C1', aCard('x'), FIRST) },
  {
    what: 'post again',
    method: 'conversations.history',
    run: (chat, org) => chat.post(org, 'C1', aCard('x'), AGAIN),
    otherwise: waits,
  },
  { what: 'edit', method: 'chat.update', run: (chat, org) => chat.edit(org, 'C1/1.1', aCard('x')) },
  {
    what: 'direct',
    method: 'chat.postMessage',
    run: (chat, org) => chat.direct(org, 'U1', aCard('x'), FIRST),
  },
  { what: 'roster', method: 'conversations.members', run: roster },
  { what: 'people of a roster', method: 'users.list', run: roster },
  { what: 'one of a roster', method: 'users.info', run: roster },
  { what: 'group', method: 'usergroups.list', run: (chat, org) => chat.group(org, 'sales') },
  {
    what: 'members of a group',
    method: 'usergroups.users.list',
    run: (chat, org) => chat.group(org, 'sales'),
  },
  {
    what: 'role',
    method: 'users.info',
    run: (chat, org) => chat.mayManage(org, 'U2', 'C1'),
  },
  {
    what: 'maker',
    method: 'conversations.info',
    run: (chat, org) => chat.mayManage(org, 'U1', 'C1'),
    otherwise: inReach,
  },
  {
    what: 'whether the maker is still in the channel',
    method: 'conversations.members',
    run: (chat, org) => chat.mayManage(org, 'U1', 'C1'),
    otherwise: inReach,
  },
];

let server: Server;
let apiUrl: string;
/** What Slack answers, by method; else it is fine. */
let answers: Map<string, Respond>;
let asked: string[];
let hanging: () => void;
let logged: string[] = [];
const log = createLog('debug', { write: (line) => void logged.push(line) });
const rejections: unknown[] = [];
const onRejection = (reason: unknown) => void rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  server = createServer((request, response) => {
    const method = (request.url ?? '').replace('/api/', '');
    asked.push(method);
    request.resume().on('end', () => {
      (answers.get(method) ?? fine(method))(response);
      hanging();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});
afterAll(() => {
  process.off('unhandledRejection', onRejection);
  server.closeAllConnections();
  server.close();
});

const NO_MEMORY: Memory = {
  get: async () => null,
  put: async () => {},
  claim: async () => true,
  remove: async () => {},
  list: async () => [],
};

interface Subject {
  chat: Chat;
  time: FakeTime;
}

/** A new bot, before `fault` has hit a call of this method. */
function start(method: string, { respond, hangs = false, network }: Fault): Subject {
  const time = createFakeTime(START);
  answers = new Map(respond ? [[method, respond]] : []);
  asked = [];
  const hung = new Promise<void>((resolve) => {
    hanging = hangs ? resolve : () => undefined;
  });
  const send: typeof fetch = async (input, init) => {
    if (network !== undefined && String(input).endsWith(method)) {
      asked.push(method);
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(SECRET), { code: network }) });
    }
    const sent = fetch(input, init);
    // The time stands still until the answer is here, or will not come.
    const here = sent.then((response) => (hangs ? undefined : response.clone().text()));
    void time.track(Promise.race([here.catch(() => undefined), hung]));
    return sent;
  };
  const { chat } = createSlack({
    translate,
    config: {
      auth: { kind: 'token', botToken: 'xoxb-1' },
      connection: { kind: 'http', signingSecret: 'secret' },
      apiUrl,
    },
    installations: {
      botFor: async ({ teamId }) => ({
        botToken: 'xoxb-1',
        botId: 'B1',
        botUserId: 'U1',
        teamId,
        enterpriseId: null,
      }),
      forget: async () => {},
    },
    memory: NO_MEMORY,
    clock: time,
    after: time.after,
    limiter: localLimiter({ clock: time, after: time.after }),
    log,
    fetch: send,
  });
  return { chat, time };
}

/** How a call ends, while time goes on: within a bounded time. */
async function endOf({ time }: Subject, call: Promise<unknown>): Promise<{ value: unknown } | ChatError> {
  let end: { value: unknown } | ChatError | null = null;
  call.then(
    (value) => {
      end = { value };
    },
    (error: unknown) => {
      if (!(error instanceof ChatError)) throw error;
      end = error;
    },
  );
  for (let seconds = 0; !end && seconds < LONGEST_S; seconds++) await time.advance(1_000);
  if (!end) throw new Error('it has not ended');
  return end;
}

const told = (end: { value: unknown } | ChatError) => (end instanceof ChatError ? end.kind : end);

describe.each(TARGETS)('$what ($method)', ({ method, run, otherwise }) => {
  test('takes right answers, unknown fields included', async () => {
    const subject = start(method, { what: '', kind: 'gone' });
    expect(await endOf(subject, run(subject.chat, 'slack:T1'))).not.toBeInstanceOf(ChatError);
    expect(asked).toContain(method);
  });

  test('tells every fault by its kind, sends nothing twice, and says nothing of what was answered', async () => {
    logged = [];
    const ends: Record<string, unknown> = {};
    const tries: Record<string, number> = {};
    for (const fault of FAULTS) {
      const subject = start(method, fault);
      const end = await endOf(subject, run(subject.chat, 'slack:T1'));
      ends[fault.what] = told(end);
      tries[fault.what] = asked.filter((each) => each === method).length;
      log.error({ err: end }, 'as the core writes it down');
    }
    expect(ends).toEqual(
      Object.fromEntries(FAULTS.map((fault) => [fault.what, otherwise ? otherwise(fault) : fault.kind])),
    );
    const most = (kind: ChatFault) => (kind === 'rate-limited' ? 4 : 1);
    expect(FAULTS.filter(({ what, kind }) => (tries[what] ?? 0) > most(kind))).toEqual([]);
    expect(logged.filter((line) => line.includes(SECRET))).toEqual([]);
    expect(rejections).toEqual([]);
  });
});

test.each(WAITS)(
  'a 429 with Retry-After %s holds this workspace up for %d ms, and no other',
  async (wait, ms) => {
    const subject = start('chat.postMessage', { what: '', kind: 'rate-limited', respond: limited(wait) });
    const post = (org: string) => subject.chat.post(org, 'C1', aCard('x'), FIRST);
    const refused = await endOf(subject, post('slack:T1'));
    if (!(refused instanceof ChatError)) throw new Error('it was posted');
    const waited = subject.time.now() - START + (refused.retryAfterMs ?? 0);
    expect(waited).toBeGreaterThanOrEqual(ms);
    expect(waited).toBeLessThanOrEqual(ms + 60_000);
    answers.clear();
    const before = subject.time.now();
    expect(await endOf(subject, post('slack:T2'))).toEqual({ value: 'C1/1.1' });
    expect(subject.time.now() - before).toBeLessThanOrEqual(1_000);
  },
);

test.each<[string, string]>([
  ['conversations.members', 'members'],
  ['users.list', 'members'],
])('pages of %s that go in circles, or on for ever, are given up', async (method, list) => {
  const subject = start(method, { what: '', kind: 'gone' });
  const turn = (cursor: string) =>
    say(200, JSON.stringify({ ok: true, [list]: [], response_metadata: { next_cursor: cursor } }));
  answers.set(method, turn('again'));
  const twenty = { ...FINE['conversations.members'], ok: true };
  if (method === 'users.list') answers.set('conversations.members', say(200, JSON.stringify(twenty)));
  expect(told(await endOf(subject, roster(subject.chat, 'slack:T1')))).toBe('unreachable');
  expect(asked.filter((each) => each === method)).toHaveLength(2);
});
