import { Lifecycle, type Part } from '../../src/main/lifecycle';
import type { Log } from '../../src/ports/log';

const ORDER: Part[] = ['server', 'platforms', 'schedules', 'clock', 'edits', 'database'];

function setUp(drain: () => Promise<void> = async () => {}) {
  const errors: unknown[] = [];
  const log: Log = { debug() {}, info() {}, warn() {}, error: ({ err }) => void errors.push(err) };
  return { errors, lifecycle: new Lifecycle({ log, drain }) };
}

test('it is starting, then serving, then stopping', async () => {
  const { lifecycle } = setUp();
  expect([lifecycle.readiness, lifecycle.stopping]).toEqual(['starting', false]);
  lifecycle.serving();
  expect([lifecycle.readiness, lifecycle.stopping]).toEqual(['serving', false]);
  await lifecycle.stop();
  expect([lifecycle.readiness, lifecycle.stopping]).toEqual(['stopping', true]);
  lifecycle.serving();
  expect(lifecycle.readiness).toBe('stopping');
});

test('the parts stop in their own order, whatever order they started in', async () => {
  const { lifecycle } = setUp();
  const stopped: Part[] = [];
  for (const part of [...ORDER].reverse()) lifecycle.onStop(part, () => void stopped.push(part));
  await lifecycle.stop();
  expect(stopped).toEqual(ORDER);
});

test('the steps of one part run one after the other, in the order in which they were added', async () => {
  const { lifecycle } = setUp();
  const events: string[] = [];
  for (const name of ['slack', 'teams']) {
    lifecycle.onStop('platforms', async () => {
      events.push(`${name} begins`);
      await new Promise(setImmediate);
      events.push(`${name} ends`);
    });
  }
  await lifecycle.stop();
  expect(events).toEqual(['slack begins', 'slack ends', 'teams begins', 'teams ends']);
});

test('readiness is taken back before the drain, and nothing stops before its end', async () => {
  const events: string[] = [];
  const { lifecycle } = setUp(async () => {
    events.push(lifecycle.readiness);
    await new Promise(setImmediate);
    events.push('drained');
  });
  lifecycle.onStop('server', () => void events.push('server'));
  lifecycle.serving();
  await lifecycle.stop();
  expect(events).toEqual(['stopping', 'drained', 'server']);
});

test('a step that fails, at once or later, stops no other and is logged', async () => {
  const { lifecycle, errors } = setUp(() => Promise.reject(new Error('drain')));
  const stopped: Part[] = [];
  lifecycle.onStop('server', () => {
    throw new Error('server');
  });
  lifecycle.onStop('clock', () => Promise.reject(new Error('clock')));
  lifecycle.onStop('database', () => void stopped.push('database'));
  await lifecycle.stop();
  expect(errors).toEqual([new Error('drain'), new Error('server'), new Error('clock')]);
  expect(stopped).toEqual(['database']);
});

test('after a failed start one part can be stopped alone', async () => {
  const { lifecycle } = setUp();
  const stopped: Part[] = [];
  for (const part of ORDER) lifecycle.onStop(part, () => void stopped.push(part));
  await lifecycle.stopOnly('database');
  expect(stopped).toEqual(['database']);
});
