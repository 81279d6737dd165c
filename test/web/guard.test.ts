import { type IncomingMessage, request } from 'node:http';
import { createWeb } from '../../src/web';
import { guardOpen, signIn } from '../../src/web/guard';
import { openSandboxBot, type SandboxBot } from '../support/sandbox-bot';

/* Routes without a proof of the sender answer this machine only, under its own names, and no other site. */

let sandboxBot: SandboxBot;

beforeAll(async () => {
  sandboxBot = await openSandboxBot({ hosts: ['Sandbox.Example'] });
});

afterAll(() => sandboxBot.close());

/** `fetch` lets nobody choose the Host header. */
function statusFor(path: string, host: string, url = sandboxBot.url, method = 'GET'): Promise<number> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test.each([
  'localhost',
  '127.0.0.1:3000',
  '[::1]:3000',
  'LOCALHOST:1',
  'sandbox.example',
  'sandbox.example:80',
])('the host name %s is served', async (host) => {
  expect(await statusFor('/sandbox/api/state', host)).toBe(200);
});

test.each([
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'evil.example:3000',
  'localhost@evil.example',
])('the host name %s is a rebound name, and is refused', async (host) => {
  for (const path of ['/', '/sandbox', '/sandbox/gallery', '/sandbox/api/state', '/sandbox/assets/main.js']) {
    expect(await statusFor(path, host)).toBe(421);
  }
});

describe('a request that changes something', () => {
  const move = (headers: Record<string, string>) =>
    sandboxBot.post('/sandbox/api/clock', { speed: 0 }, headers);

  test('comes from the page itself, or from no page at all', async () => {
    expect((await move({ origin: sandboxBot.url })).status).toBe(200);
    expect((await move({})).status).toBe(200);
  });

  test.each(['https://evil.example', 'http://127.0.0.1:1', 'null'])('from %s is refused', async (origin) => {
    expect((await move({ origin })).status).toBe(403);
  });

  test('which the browser says comes from another site is refused', async () => {
    expect((await move({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

test('pages forbid everything that is not their own, inline code included', async () => {
  for (const path of ['/sandbox', '/sandbox/gallery']) {
    const response = await sandboxBot.get(path);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    // Forms of the page name where they come from; nothing does so elsewhere.
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/);
    // Messages may lead elsewhere; nothing of elsewhere is loaded.
    expect(html).not.toMatch(/<(?!a )[^>]*(?:src|href)="(?!\/|\?|#)/);
    expect(html).not.toMatch(/<a [^>]*href="(?!\/|\?|#|https:\/\/)/);
  }
});

test('every file the page names is served, and nothing beside them', async () => {
  const html = await (await sandboxBot.get('/sandbox')).text();
  const files = [...html.matchAll(/(?:src|href)="(\/sandbox\/assets\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  expect(files.length).toBeGreaterThan(8);
  for (const path of [...files, '/sandbox/assets/live.js', '/sandbox/assets/idiomorph.js']) {
    const response = await sandboxBot.get(path);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-type')).toMatch(/css|javascript|svg/);
  }
  const { status } = await sandboxBot.get('/sandbox/assets/..%2fpage.tsx');
  expect(status).toBeGreaterThanOrEqual(400);
});

test('the front door leads to the sandbox', async () => {
  const response = await sandboxBot.get('/');
  expect([response.status, response.headers.get('location')]).toEqual([302, '/sandbox']);
});

test('what came through a proxy did not come from this machine', async () => {
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
    const response = await sandboxBot.get('/sandbox/api/state', { [header]: '127.0.0.1' });
    expect([header, response.status]).toEqual([header, 403]);
  }
});

test('the judgement goes by the connection, not by what the request says', () => {
  const guard = guardOpen({ token: null, hosts: [], setting: 'SANDBOX_TOKEN' });
  const judged = (remoteAddress: string) =>
    guard({ method: 'GET', headers: { host: 'localhost' }, socket: { remoteAddress } } as IncomingMessage);
  for (const own of ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1']) expect(judged(own)).toBeNull();
  for (const other of ['10.0.0.1', '::ffff:10.0.0.1', '172.17.0.1', '2001:db8::1', '']) {
    expect(judged(other)).toMatchObject({ status: 403 });
  }
});

describe('with a token', () => {
  const TOKEN = 'a-token-of-the-operator';
  let guarded: SandboxBot;
  beforeAll(async () => {
    guarded = await openSandboxBot({ openToken: TOKEN });
  });
  afterAll(() => guarded.close());

  test.each([
    ['nothing', {}],
    ['another token', { authorization: 'Bearer another' }],
    ['a forged cookie', { cookie: `telework-access=${TOKEN}` }],
  ])('a request that brings %s is refused', async (_what, headers) => {
    for (const path of ['/', '/sandbox', '/sandbox/api/state', '/sandbox/assets/main.js']) {
      expect([path, (await guarded.get(path, headers)).status]).toEqual([path, 401]);
    }
    const moved = await guarded.post('/sandbox/api/clock', { speed: 0 }, headers);
    expect(moved.status).toBe(401);
  });

  test('a program brings it in a header', async () => {
    const authorization = `Bearer ${TOKEN}`;
    expect((await guarded.get('/sandbox/api/state', { authorization })).status).toBe(200);
    const moved = await guarded.post('/sandbox/api/clock', { speed: 0 }, { authorization });
    expect(moved.status).toBe(200);
  });

  test('a browser opens a page with it once, and then has a cookie that only its own pages send', async () => {
    expect((await guarded.get('/sandbox?token=wrong-token-of-length')).status).toBe(401);
    const first = await guarded.get(`/sandbox?lang=ja&token=${TOKEN}`);
    expect([first.status, first.headers.get('location')]).toEqual([302, '/sandbox?lang=ja']);
    const set = first.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(set).not.toContain(TOKEN);
    const cookie = set.split(';')[0] ?? '';
    expect((await guarded.get('/sandbox', { cookie })).status).toBe(200);
    const foreign = { cookie, origin: 'http://evil.example' };
    expect((await guarded.post('/sandbox/api/clock', { speed: 0 }, foreign)).status).toBe(403);
    expect((await guarded.post('/sandbox/api/clock', { speed: 0 }, { cookie })).status).toBe(200);
  });

  test('signing in to the set-up page keeps the cookie of the sandbox', async () => {
    const names = (['SANDBOX_TOKEN', 'METRICS_TOKEN'] as const).map((setting) => {
      const set = jest.fn();
      const response = { cookie: set, set: () => response, redirect: () => undefined };
      const request = { method: 'GET', query: { token: TOKEN }, originalUrl: '/' };
      signIn({ token: TOKEN, setting })(request as never, response as never, () => undefined);
      return set.mock.calls[0]?.[0];
    });
    expect(names).toEqual(['telework-access', 'telework-setup']);
  });

  test('the page without it leads to no other site', async () => {
    const { headers } = await guarded.get(`//evil.example/?token=${TOKEN}`);
    expect(headers.get('location')).toBe('/');
  });
});

describe('posts of a platform that are not verified', () => {
  const receiver = { admit: () => ({ maxBytes: 100 }), receive: async () => ({ status: 200 }) };

  async function serve(openToken: string | null) {
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const web = createWeb({
      log,
      newId: () => 'id',
      after: () => () => {},
      ready: async () => {},
      openToken,
    });
    web.post('/api/messages', receiver, { open: true });
    return web.listen('127.0.0.1', 0);
  }

  test('are guarded in the same way', async () => {
    const { url, close } = await serve(null);
    const post = (headers: Record<string, string>) =>
      fetch(`${url}/api/messages`, { method: 'POST', body: '{}', headers }).then(({ status }) => status);
    expect(await post({})).toBe(200);
    expect(await post({ origin: 'http://evil.example' })).toBe(403);
    expect(await post({ 'x-forwarded-for': '10.0.0.1' })).toBe(403);
    expect(await statusFor('/api/messages', 'evil.example', url, 'POST')).toBe(421);
    await close();
  });

  test('bring the token where there is one', async () => {
    const { url, close } = await serve('a-token-of-the-operator');
    const post = (headers: Record<string, string>) =>
      fetch(`${url}/api/messages`, { method: 'POST', body: '{}', headers }).then(({ status }) => status);
    expect(await post({})).toBe(401);
    expect(await post({ authorization: 'Bearer a-token-of-the-operator' })).toBe(200);
    await close();
  });
});
