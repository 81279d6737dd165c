import { makeThrottle, TEAMS_LIMITS } from './throttle';

let now = 0;
const start = () => {
  now = Date.UTC(2026, 6, 24);
  return makeThrottle(() => now, TEAMS_LIMITS);
};
const send = [{ bucket: 'send' as const, key: 'a' }];

test('seven messages in a second, eight in two', () => {
  const throttle = start();
  const first = Array.from({ length: 8 }, () => throttle.take(send));
  expect(first).toEqual([null, null, null, null, null, null, null, 1]);
  now += 1000;
  expect([throttle.take(send), throttle.take(send)]).toEqual([null, 1]);
});

test('sixty in half a minute, and one more once the oldest has passed', () => {
  const throttle = start();
  let sent = 0;
  for (; now < Date.UTC(2026, 6, 24) + 16_000; now += 250) if (throttle.take(send) === null) sent += 1;
  expect(sent).toBe(60);
  expect(throttle.take(send)).toBe(14);
  now += 14_000;
  expect(throttle.take(send)).toBeNull();
});

test('conversations have their own buckets, and so do tenants', () => {
  const throttle = start();
  const take = (tenant: string, key: string) =>
    throttle.take([
      { bucket: 'tenant', key: tenant },
      { bucket: 'send', key },
    ]);
  const taken = Array.from({ length: 51 }, (_, index) => take('x', `chat ${index}`));
  expect(taken.filter((wait) => wait === null).length).toBe(50);
  expect(take('y', 'chat')).toBeNull();
});

test('a refused call does not count', () => {
  const throttle = start();
  for (let index = 0; index < 50; index += 1) throttle.take([{ bucket: 'tenant', key: 'x' }]);
  const both = [...send, { bucket: 'tenant' as const, key: 'x' }];
  for (let index = 0; index < 20; index += 1) expect(throttle.take(both)).toBe(1);
  now += 1000;
  expect(throttle.take(both)).toBeNull();
});
