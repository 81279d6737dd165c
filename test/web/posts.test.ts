import { createLog } from '../../src/log';
import { createMeters, createWeb, type Listening, type Web } from '../../src/web';

let lines: Record<string, unknown>[];
let web: Web;
let listening: Listening;

beforeEach(async () => {
  lines = [];
  const after = () => () => undefined;
  const meters = createMeters({ now: () => 0, after });
  web = createWeb({
    log: createLog('debug', { write: (line) => lines.push(JSON.parse(line)) }),
    ready: async () => {},
    newId: () => 'id',
    after,
    metrics: { meters, token: null },
  });
  web.post('/from/machines', async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    if (text === 'broken') throw new Error('cannot be served');
    if (text === 'half') response.write('half');
    if (text === 'half') throw new Error('cannot be finished');
    response.end(`heard ${text}`);
  });
  listening = await web.listen('127.0.0.1', 0);
});
afterEach(() => listening.close());

const post = (path: string, body: string) => fetch(listening.url + path, { method: 'POST', body });

test('a post to the path is answered, without headers for browsers', async () => {
  const response = await post('/from/machines', 'this');
  expect([response.status, await response.text()]).toEqual([200, 'heard this']);
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

test('an answer that cannot be finished is broken off', async () => {
  const reading = post('/from/machines', 'half').then((response) => response.text());
  await expect(reading).rejects.toThrow();
});

test('it is measured by its path and status', async () => {
  await post('/from/machines', 'this');
  const text = await (await fetch(`${listening.url}/metrics`)).text();
  expect(text).toMatch(/route="\/from\/machines",status="200"/);
});
