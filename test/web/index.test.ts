import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import express from 'express';
import { createLog } from '../../src/log';
import type { After } from '../../src/ports/clock';
import { createWeb, type Listening, NotReady, type Web } from '../../src/web';

/** Timers that a test runs by hand. */
function manualAfter() {
  const waiting = new Set<{ delayMs: number; run: () => void }>();
  const after: After = (delayMs, run) => {
    const entry = { delayMs, run };
    waiting.add(entry);
    return () => waiting.delete(entry);
  };
  return { after, waiting };
}

let lines: Record<string, unknown>[];
let time: ReturnType<typeof manualAfter>;
let ready: () => Promise<void>;
let web: Web;
let listening: Listening | null;

beforeEach(() => {
  lines = [];
  time = manualAfter();
  ready = async () => {};
  listening = null;
  let ids = 0;
  web = createWeb({
    log: createLog('debug', { write: (line) => lines.push(JSON.parse(line)) }),
    ready: () => ready(),
    newId: () => `request-${++ids}`,
    after: time.after,
  });
});

afterEach(async () => {
  const closed = listening?.close();
  for (const { run } of time.waiting) run();
  await closed;
});

async function listen(): Promise<string> {
  listening = await web.listen('127.0.0.1', 0);
  return listening.url;
}

/** A request over a connection of this agent. */
async function send(url: string, agent: Agent): Promise<IncomingMessage> {
  const [response] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
  return response;
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of response) body += chunk;
  return body;
}

describe('health', () => {
  test('/healthz says that the process is alive, even if it is not ready', async () => {
    ready = async () => {
      throw new NotReady('starting');
    };
    const response = await fetch(`${await listen()}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  test('/readyz is 200 when everything is ready', async () => {
    const response = await fetch(`${await listen()}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ready' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('/readyz is 503 with the reason before that', async () => {
    ready = async () => {
      throw new NotReady('starting');
    };
    const response = await fetch(`${await listen()}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'unavailable', reason: 'starting' });
    expect(lines).toEqual([]);
  });

  test('/readyz?exclude=database does not ask the database', async () => {
    const asked: boolean[] = [];
    web = createWeb({
      log: createLog('silent'),
      ready: async ({ database }) => void asked.push(database),
      newId: () => '1',
      after: time.after,
    });
    const url = await listen();
    for (const query of ['', '?exclude=database', '?exclude=other']) await fetch(`${url}/readyz${query}`);
    expect(asked).toEqual([true, false, true]);
  });

  test("/readyz writes the store's fault to the log only", async () => {
    ready = async () => {
      throw new Error('database is locked');
    };
    const response = await fetch(`${await listen()}/readyz`);
    expect(await response.json()).toEqual({ status: 'unavailable', reason: 'fault' });
    expect(lines).toMatchObject([{ level: 'warn', err: { message: 'database is locked' } }]);
  });
});

describe('every answer', () => {
  test('carries security headers', async () => {
    const { headers } = await fetch(`${await listen()}/healthz`);
    const policy = [
      "default-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ];
    expect(headers.get('content-security-policy')?.split(/; ?/)).toEqual(policy);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.has('strict-transport-security')).toBe(false);
  });

  test('tells browsers to keep to https where they reach the bot by it', async () => {
    const parts = { log: createLog('silent'), ready, newId: () => '1', after: time.after };
    listening = await createWeb({ ...parts, https: true }).listen('127.0.0.1', 0);
    const { headers } = await fetch(`${listening.url}/healthz`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('carries a request id, and does not name its software', async () => {
    const { headers } = await fetch(`${await listen()}/healthz`);
    expect(headers.get('x-request-id')).toBe('request-1');
    expect(headers.has('x-powered-by')).toBe(false);
  });

  test('to an unknown address is 404', async () => {
    const response = await fetch(`${await listen()}/nowhere`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: 'not found' });
  });

  test('leaves the body of a request to its route', async () => {
    web.app.post('/raw', express.text({ type: '*/*' }), (request, response) => {
      response.send(request.body);
    });
    const body = '{"exactly": "this"}';
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${await listen()}/raw`, { method: 'POST', body, headers });
    expect(await response.text()).toBe(body);
  });
});

describe('faults', () => {
  test('of the bot are logged under the request id, and not shown', async () => {
    web.app.get('/broken', async () => {
      throw new Error('disk full');
    });
    const response = await fetch(`${await listen()}/broken?token=secret`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: 'internal error', requestId: 'request-1' });
    expect(lines).toMatchObject([
      {
        level: 'error',
        requestId: 'request-1',
        method: 'GET',
        path: '/broken',
        err: { message: 'disk full' },
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  test.each([
    ['malformed', '{"name": "Haruka"', 400],
    ['too large', JSON.stringify({ name: 'Haruka'.repeat(1000) }), 413],
  ])('of a request are answered and not logged: %s JSON', async (_name, body, status) => {
    web.app.post('/json', express.json({ limit: 1000 }), (_request, response) => {
      response.json({});
    });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${await listen()}/json`, { method: 'POST', body, headers });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('Haruka');
    expect(lines).toEqual([]);
  });

  test('are logged without the secrets of an address', async () => {
    const routes = express.Router();
    routes.get('/feeds/:file', () => {
      throw new Error('disk full');
    });
    web.app.use(routes);
    expect((await fetch(`${await listen()}/feeds/secret-of-ann?token=secret`)).status).toBe(500);
    expect(lines).toMatchObject([{ level: 'error', path: '/feeds/:file' }]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  test('after the answer has begun break it off', async () => {
    web.app.get('/half', (_request, response) => {
      response.write('half');
      throw new Error('disk full');
    });
    const url = await listen();
    await expect(fetch(`${url}/half`).then((response) => response.text())).rejects.toThrow();
    expect(lines).toMatchObject([{ level: 'error', err: { message: 'disk full' } }]);
  });
});

describe('listening', () => {
  test('on an address in use throws an error with the cure and the cause', async () => {
    const { port } = new URL(await listen());
    const other = createWeb({ log: createLog('silent'), ready, newId: () => '1', after: time.after });
    await expect(other.listen('127.0.0.1', Number(port))).rejects.toMatchObject({
      message: `cannot listen on 127.0.0.1:${port}; choose another PORT or HOST`,
      cause: { code: 'EADDRINUSE' },
    });
  });

  test('on every network gives a loopback URL', async () => {
    listening = await web.listen('0.0.0.0', 0);
    expect(listening.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${listening.url}/healthz`)).status).toBe(200);
  });
});

describe('closing', () => {
  /** A route that answers when the test says so. */
  function heldRoute() {
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let finish = () => {};
    web.app.get('/held', (_request, response) => {
      finish = () => void response.send('done');
      arrived();
    });
    return { arrival, finish: () => finish() };
  }

  test('lets a running request finish, and accepts no others', async () => {
    const { arrival, finish } = heldRoute();
    const url = await listen();
    const running = fetch(`${url}/held`);
    await arrival;
    const closed = listening?.close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    finish();
    const response = await running;
    expect(await response.text()).toBe('done');
    expect(response.headers.get('connection')).toBe('close');
    await closed;
    expect(time.waiting.size).toBe(0);
  });

  test('idle connections are otherwise kept for longer than a proxy keeps them', async () => {
    const agent = new Agent({ keepAlive: true });
    const response = await send(`${await listen()}/healthz`, agent);
    expect(response.headers['keep-alive']).toBe('timeout=65');
    agent.destroy();
  });

  test('drops idle connections at once', async () => {
    const agent = new Agent({ keepAlive: true });
    const url = await listen();
    await bodyOf(await send(`${url}/healthz`, agent));
    await listening?.close();
    agent.destroy();
    expect(time.waiting.size).toBe(0);
  });

  test('drops a connection whose answer had begun as soon as it ends', async () => {
    const agent = new Agent({ keepAlive: true });
    let end = () => {};
    web.app.get('/slow', (_request, response) => {
      end = () => void response.end('end');
      response.write('start ');
    });
    const response = await send(`${await listen()}/slow`, agent);
    const closed = listening?.close();
    end();
    expect(await bodyOf(response)).toBe('start end');
    await closed;
    agent.destroy();
  });

  test('ends event streams', async () => {
    web.app.get('/events', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.write('data: hello\n\n');
    });
    const response = await fetch(`${await listen()}/events`);
    const [body] = await Promise.all([response.text(), listening?.close()]);
    expect(body).toBe('data: hello\n\n');
  });

  test('closes the connections of requests that do not end in time', async () => {
    const { arrival } = heldRoute();
    const running = fetch(`${await listen()}/held`).catch((error: unknown) => error);
    await arrival;
    const closed = listening?.close();
    const [deadline] = time.waiting;
    expect(deadline?.delayMs).toBe(10_000);
    deadline?.run();
    await closed;
    expect(await running).toMatchObject({ message: 'fetch failed' });
  });

  test('twice does the same as once', async () => {
    await listen();
    await Promise.all([listening?.close(), listening?.close()]);
    await listening?.close();
  });
});
