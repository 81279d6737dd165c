import express from 'express';
import type { After } from '../../../src/ports/clock';
import { createWeb, type Listening, type Meters } from '../../../src/web';
import { createMeters } from '../../../src/web/metrics';

const TOKEN = 'a-token-of-the-operator';

let now: number;
let timers: Set<() => void>;
let meters: Meters;
let listening: Listening | null;

beforeEach(() => {
  now = 0;
  timers = new Set();
  meters = createMeters({ now: () => now, after });
  listening = null;
});
afterEach(async () => {
  await listening?.close();
});

const after: After = (_delayMs, run) => {
  timers.add(run);
  return () => timers.delete(run);
};

/** The value of one series, as Prometheus reads it; null: there is none. */
async function figure(series: string): Promise<number | null> {
  const line = (await meters.text()).split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length + 1).replace('Nan', 'NaN'));
}

async function serve(token: string | null = null): Promise<string> {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const ready = async () => {};
  const web = createWeb({ log, ready, newId: () => 'id', after, metrics: { meters, token } });
  const router = express.Router();
  router.get('/polls/:id', (_request, response) => {
    now += 40;
    response.send('poll');
  });
  router.get('/stream', (_request, response) => {
    response.type('text/event-stream').end('data: {}\n\n');
  });
  web.app.use(router);
  listening = await web.listen('127.0.0.1', 0);
  return listening.url;
}

describe('/metrics', () => {
  test("shows the process's metrics in Prometheus' format", async () => {
    const response = await fetch(`${await serve()}/metrics`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });

  test('without a token are read from this machine only', async () => {
    const url = `${await serve()}/metrics`;
    const forwarded = await fetch(url, { headers: { 'x-forwarded-for': '10.0.0.1' } });
    expect([forwarded.status, await forwarded.text()]).toEqual([
      403,
      expect.stringContaining('METRICS_TOKEN'),
    ]);
  });

  test('do not take the token from the address', async () => {
    expect((await fetch(`${await serve(TOKEN)}/metrics?token=${TOKEN}`, { redirect: 'manual' })).status).toBe(
      401,
    );
  });

  test.each([
    [undefined, 401],
    ['Bearer another', 401],
    [`Basic ${TOKEN}`, 401],
    [`Bearer ${TOKEN}`, 200],
  ])('need the token: %s gets %i', async (authorization, status) => {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await fetch(`${await serve(TOKEN)}/metrics`, { headers });
    expect(response.status).toBe(status);
    expect((await response.text()).includes('process_cpu')).toBe(status === 200);
  });
});

describe('answers to HTTP requests', () => {
  const series = (route: string, status = 200) =>
    `telework_http_request_duration_seconds_count{method="GET",route="${route}",status="${status}"}`;

  test('are counted by the pattern of their route, not by their address', async () => {
    const url = await serve();
    for (const path of ['/polls/1', '/polls/2', '/nowhere/1', '/nowhere/2']) {
      await (await fetch(url + path)).text();
    }
    expect(await figure(series('/polls/:id'))).toBe(2);
    expect(await figure(series('none', 404))).toBe(2);
    expect(await meters.text()).not.toContain('nowhere');
    const sum = 'telework_http_request_duration_seconds_sum{method="GET",route="/polls/:id",status="200"}';
    expect(await figure(sum)).toBeCloseTo(0.08, 6);
  });

  test('do not include event streams', async () => {
    await (await fetch(`${await serve()}/stream`)).text();
    expect(await meters.text()).not.toContain('route="/stream"');
  });
});

describe('what the parts of the bot report', () => {
  test('votes, edits and tasks are counted', async () => {
    const { count } = meters.metrics;
    count({ what: 'vote', platform: 'slack', source: 'button', late: true });
    count({ what: 'vote', platform: 'slack', source: 'button', late: true });
    count({ what: 'vote', platform: 'teams', source: 'plan', late: false });
    count({ what: 'edit-asked', platform: 'slack' });
    count({ what: 'edit-sent', platform: 'slack' });
    count({ what: 'task', kind: 'open', outcome: 'put-off' });
    expect(await figure('telework_votes_total{platform="slack",source="button",late="true"}')).toBe(2);
    expect(await figure('telework_votes_total{platform="teams",source="plan",late="false"}')).toBe(1);
    expect(await figure('telework_edits_asked_total{platform="slack"}')).toBe(1);
    expect(await figure('telework_edits_sent_total{platform="slack"}')).toBe(1);
    expect(await figure('telework_tasks_total{kind="open",outcome="put-off"}')).toBe(1);
  });

  test('lateness is in seconds, and never negative', async () => {
    meters.metrics.count({ what: 'lateness', kind: 'open', lateMs: 2_000 });
    meters.metrics.count({ what: 'lateness', kind: 'open', lateMs: -500 });
    expect(await figure('telework_task_lateness_seconds_sum{kind="open"}')).toBe(2);
    expect(await figure('telework_task_lateness_seconds_bucket{le="1",kind="open"}')).toBe(1);
    expect(await figure('telework_task_lateness_seconds_bucket{le="2.5",kind="open"}')).toBe(2);
  });

  test('spans are measured to their end, with their outcome', async () => {
    const { begin } = meters.metrics;
    const answered = begin('request', { platform: 'slack', kind: 'press' });
    const committed = begin('commit', { votes: 3 });
    const called = begin('call', { platform: 'teams', method: 'edit' });
    now += 20;
    committed('done');
    answered('accepted');
    now += 1_000;
    called('rate-limited');
    const request = 'platform="slack",kind="press",outcome="accepted"';
    expect(await figure(`telework_request_duration_seconds_sum{${request}}`)).toBeCloseTo(0.02, 6);
    expect(await figure('telework_commit_duration_seconds_count{outcome="done"}')).toBe(1);
    expect(await figure('telework_commit_votes_sum')).toBe(3);
    const call = 'platform="teams",method="edit",outcome="rate-limited"';
    expect(await figure(`telework_chat_call_duration_seconds_sum{${call}}`)).toBeCloseTo(1.02, 6);
  });

  test('calls that wait for a rate limit are shown while they wait', async () => {
    const leave = meters.metrics.begin('lane', { platform: 'slack', method: 'chat.update' });
    now += 1_000;
    meters.metrics.begin('lane', { platform: 'slack', method: 'chat.postMessage' });
    now += 500;
    expect(await figure('telework_lane_waiting{platform="slack"}')).toBe(2);
    expect(await figure('telework_lane_oldest_wait_seconds{platform="slack"}')).toBe(1.5);
    leave('passed');
    expect(await figure('telework_lane_waiting{platform="slack"}')).toBe(1);
    expect(await figure('telework_lane_oldest_wait_seconds{platform="slack"}')).toBe(0.5);
    const wait = 'platform="slack",method="chat.update",outcome="passed"';
    expect(await figure(`telework_lane_wait_seconds_sum{${wait}}`)).toBe(1.5);
  });
});

describe('a gauge', () => {
  test('shows what its reader returns at that moment', async () => {
    let teams = 3;
    meters.watch('teamsDue', () => teams);
    expect(await figure('telework_teams_due')).toBe(3);
    teams = 0;
    expect(await figure('telework_teams_due')).toBe(0);
    expect(timers.size).toBe(0);
  });

  test('is not a number while its reader fails', async () => {
    meters.watch('oldestDue', async () => {
      throw new Error('the database is gone');
    });
    expect(await figure('telework_oldest_due_seconds')).toBeNaN();
  });

  test('does not hold up the other metrics when its reader hangs', async () => {
    meters.watch('teamsDue', () => new Promise(() => {}));
    const text = meters.text();
    for (const run of timers) run();
    expect(await text).toMatch(/^telework_teams_due Nan$/m);
  });
});
