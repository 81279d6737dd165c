import { connect, type Socket } from 'node:net';
import { createLog } from '../../src/log';
import type { After } from '../../src/ports/clock';
import type { Answer, Post } from '../../src/ports/post';
import { createMeters, createWeb, type Listening } from '../../src/web';

const MAX_BYTES = 64 * 1_024;

let lines: Record<string, unknown>[];
let timers: Set<() => void>;
let listening: Listening;
let admitted: number;
let received: Post[];
/** Answers bodies that begin with `hold`. */
let finish: (answer: Answer) => void;
let sockets: Socket[];

const after: After = (_delay, run) => {
  timers.add(run);
  return () => timers.delete(run);
};

async function receive(post: Post): Promise<Answer> {
  received.push(post);
  const text = post.body.toString();
  if (text === 'broken') throw new Error('cannot be served');
  if (text.startsWith('hold')) {
    return new Promise((resolve) => {
      finish = resolve;
    });
  }
  return { status: 200, json: { length: text.length } };
}

beforeEach(async () => {
  lines = [];
  timers = new Set();
  admitted = 0;
  received = [];
  sockets = [];
  const meters = createMeters({ now: () => 0, after: () => () => undefined });
  const web = createWeb({
    log: createLog('debug', { write: (line) => lines.push(JSON.parse(line)) }),
    ready: async () => {},
    newId: () => 'id',
    after,
    metrics: { meters, token: null },
  });
  web.post('/from/machines', {
    admit(headers) {
      admitted += 1;
      return headers['x-proof'] === 'forged' ? { status: 401, refused: 'forged' } : { maxBytes: MAX_BYTES };
    },
    receive,
  });
  listening = await web.listen('127.0.0.1', 0);
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await listening.close();
});

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(listening.url + path, { method: 'POST', body, headers });

/** A connection that has sent the headers of a POST and a part of its body. */
function begin(body: string, headers: string[], path = '/from/machines') {
  const socket = connect(Number(new URL(listening.url).port), '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  return {
    socket,
    heard: () => heard,
    closed: new Promise<void>((resolve) => socket.once('close', () => resolve())),
  };
}

/** Turns the event loop until this holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

test('a post to the path is answered, without headers for browsers', async () => {
  const response = await post('/from/machines', 'this');
  expect([response.status, await response.json()]).toEqual([200, { length: 4 }]);
  expect(response.headers.get('content-security-policy')).toBeNull();
});

test('another path or another method is left to Express', async () => {
  expect((await post('/from/machines/more', '')).status).toBe(404);
  const read = await fetch(`${listening.url}/from/machines`);
  expect(read.status).toBe(404);
  expect(read.headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('a fault is answered and logged, and the next post is served', async () => {
  expect((await post('/from/machines', 'broken')).status).toBe(500);
  expect(lines).toMatchObject([{ level: 'error', msg: 'request failed', path: '/from/machines' }]);
  expect((await post('/from/machines', 'this')).status).toBe(200);
});

test('it is measured by its path and status', async () => {
  await post('/from/machines', 'this');
  const text = await (await fetch(`${listening.url}/metrics`)).text();
  expect(text).toMatch(/route="\/from\/machines",status="200"/);
});

test('a body comes whole, however it is cut', async () => {
  const sender = begin('', ['transfer-encoding: chunked']);
  const text = 'abcdefghij'.repeat(2_000);
  for (const character of text.slice(0, 500)) sender.socket.write(`1\r\n${character}\r\n`);
  sender.socket.write(`${(text.length - 500).toString(16)}\r\n${text.slice(500)}\r\n0\r\n\r\n`);
  await until(() => received.length === 1);
  expect(received[0]?.body.toString()).toBe(text);
});

describe('a request whose headers are refused', () => {
  test('is answered before its body has come, and its connection is closed', async () => {
    const sender = begin('half', ['x-proof: forged', 'content-length: 60000']);
    await until(() => sender.heard().endsWith('\r\n\r\n'));
    expect(sender.heard()).toMatch(/^HTTP\/1\.1 401 .*connection: close/is);
    for (const run of timers) run();
    await sender.closed;
    expect(received).toEqual([]);
    expect(lines).toMatchObject([{ level: 'warn', refused: 'forged', status: 401, path: '/from/machines' }]);
  });

  test('may send a little more, so that it reads the answer', async () => {
    const response = await post('/from/machines', 'x'.repeat(60_000), { 'x-proof': 'forged' });
    expect(response.status).toBe(401);
  });
});

describe('a body that is too large', () => {
  test('is refused by its length, before any of it has come', async () => {
    const sender = begin('', [`content-length: ${MAX_BYTES + 1}`]);
    await until(() => sender.heard().includes('413'));
    for (const run of timers) run();
    await sender.closed;
  });

  test('without a length is refused once it is too large, and its connection is closed however much comes', async () => {
    const sender = begin('', ['transfer-encoding: chunked']);
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
    let open = true;
    void sender.closed.then(() => {
      open = false;
    });
    while (open) {
      sender.socket.write(chunk);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(sender.heard()).toContain('413');
    expect(received).toEqual([]);
  });

  test('of exactly the limit is taken', async () => {
    expect((await post('/from/machines', 'x'.repeat(MAX_BYTES))).status).toBe(200);
  });
});

test('when unverified bodies use up their memory, the oldest gives way with 503, and a new one is served', async () => {
  const senders = Array.from({ length: 300 }, () =>
    begin('x'.repeat(MAX_BYTES - 1), [`content-length: ${MAX_BYTES}`]),
  );
  await until(() => senders.filter(({ heard }) => heard().includes('503')).length >= 172);
  const refused = senders.filter(({ heard }) => heard().includes('503'));
  expect(refused[0]?.heard()).toMatch(/retry-after: \d/i);
  expect((await post('/from/machines', 'a vote')).status).toBe(200);
  expect(senders.filter(({ heard }) => heard().includes('503')).length).toBeLessThan(190);
});

test('a body that is verified no longer counts', async () => {
  const held = begin(`hold${'x'.repeat(96)}`, ['content-length: 100']);
  await until(() => received.length === 1);
  received[0]?.verified();
  received[0]?.verified();
  finish({ status: 204 });
  await until(() => held.heard().includes('204'));
  expect((await post('/from/machines', 'this')).status).toBe(200);
});

test('a sender that breaks off is forgotten', async () => {
  const sender = begin('half', ['content-length: 100']);
  await until(() => admitted === 1);
  sender.socket.destroy();
  expect((await post('/from/machines', 'this')).status).toBe(200);
  expect(lines).toEqual([]);
});

test('an unread body of any other route costs its sender the connection', async () => {
  const sender = begin('half', ['content-length: 100000'], '/nowhere');
  await until(() => sender.heard().includes('404'));
  for (const run of timers) run();
  await sender.closed;
});
