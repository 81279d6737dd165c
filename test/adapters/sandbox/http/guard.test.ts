import { request } from 'node:http';
import { openSandboxBot, type SandboxBot } from '../../../support/sandbox-bot';

/* Who may come in: the page has no password, so it must not answer to other names or other sites. */

let sandboxBot: SandboxBot;

beforeAll(async () => {
  sandboxBot = await openSandboxBot({ allowedHosts: ['Sandbox.Example'] });
});

afterAll(() => sandboxBot.close());

/** `fetch` lets nobody choose the Host header. */
function statusFor(path: string, host: string): Promise<number> {
  const { port } = new URL(sandboxBot.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
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
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/);
    expect(html).not.toMatch(/(?:src|href)="(?!\/|\?|#)/);
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
