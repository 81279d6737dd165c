import { KeyedMutex } from '../../../adapters/teams/keyed-mutex';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('work on one key runs in order, and a failure does not stop what waits', async () => {
  const mutex = new KeyedMutex();
  const done: string[] = [];
  const first = mutex.run('a', async () => {
    await turn();
    done.push('first');
    throw new Error('broken');
  });
  const second = mutex.run('a', async () => {
    done.push('second');
    return 2;
  });
  await expect(first).rejects.toThrow('broken');
  expect(await second).toBe(2);
  expect(done).toEqual(['first', 'second']);
});

test('work on another key does not wait', async () => {
  const mutex = new KeyedMutex();
  let end = () => {};
  const held = mutex.run('a', () => new Promise<void>((resolve) => (end = resolve)));
  expect(await mutex.run('b', async () => 'done')).toBe('done');
  end();
  await held;
});

test('a key is free again once its work has ended', async () => {
  const mutex = new KeyedMutex();
  for (const value of [1, 2]) expect(await mutex.run('a', async () => value)).toBe(value);
  const all = await Promise.all([3, 4, 5].map((value) => mutex.run('a', async () => value)));
  expect(all).toEqual([3, 4, 5]);
});
