import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPoster, type Poster } from '../../../adapters/slack/post';
import { createFakeTime, type FakeTime } from '../../fakes/time';

let server: Server;
let url: string;
let poster: Poster;
let time: FakeTime;
let received: { path: string; type: string; body: unknown }[];
let connections: number;
let answer: number | 'never' | 'endless';
let arrived: () => void;

beforeEach(async () => {
  received = [];
  connections = 0;
  answer = 200;
  arrived = () => undefined;
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const type = request.headers['content-type'] ?? '';
      received.push({ path: request.url ?? '', type, body: JSON.parse(text) });
      if (typeof answer === 'number') response.writeHead(answer).end('ok');
      else if (answer === 'endless') response.writeHead(200).write('o');
      arrived();
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  time = createFakeTime(0);
  poster = createPoster(1_000, time.after);
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('posts JSON to the whole address, and says how it was answered', async () => {
  answer = 404;
  expect(await poster.post(`${url}/actions/T1/2?key=a%20b`, { text: '在宅勤務' })).toBe(404);
  expect(received).toEqual([
    {
      path: '/actions/T1/2?key=a%20b',
      type: 'application/json; charset=utf-8',
      body: { text: '在宅勤務' },
    },
  ]);
  await poster.close();
});

test('keeps its connections from one answer to the next', async () => {
  for (let count = 0; count < 20; count += 1) await poster.post(url, { count });
  expect(received).toHaveLength(20);
  expect(connections).toBeLessThanOrEqual(2);
  await poster.close();
});

test('a post without an answer fails with the network’s code', async () => {
  await new Promise((resolve) => server.close(resolve));
  await expect(poster.post(url, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(poster.post('no address', {})).rejects.toMatchObject({ code: 'ERR_INVALID_URL' });
  await poster.close();
});

test.each(['never', 'endless'] as const)('gives up on an answer that comes %s', async (how) => {
  answer = how;
  const here = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const posted = poster.post(url, {});
  const refused = expect(posted).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  await here;
  await time.advance(1_000);
  await refused;
  await poster.close();
});
