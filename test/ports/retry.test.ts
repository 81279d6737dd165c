import { retry } from '../../src/ports/retry';

function failing(times: number): jest.Mock<Promise<string>> {
  const work = jest.fn(async () => 'done');
  for (let n = 1; n <= times; n += 1) work.mockRejectedValueOnce(new Error(`fault ${n}`));
  return work;
}
const always = () => true;

test('work that succeeds runs once', async () => {
  const work = failing(0);
  await expect(retry(work, { attempts: 3, isRetryable: always })).resolves.toBe('done');
  expect(work).toHaveBeenCalledTimes(1);
});

test('work is repeated until it succeeds, at most as often as allowed', async () => {
  await expect(retry(failing(2), { attempts: 3, isRetryable: always })).resolves.toBe('done');
  const work = failing(3);
  await expect(retry(work, { attempts: 3, isRetryable: always })).rejects.toThrow('fault 3');
  expect(work).toHaveBeenCalledTimes(3);
});

test('an error that repeating cannot cure ends it at once', async () => {
  const work = failing(1);
  await expect(retry(work, { attempts: 3, isRetryable: () => false })).rejects.toThrow('fault 1');
  expect(work).toHaveBeenCalledTimes(1);
});

test('only a further attempt is prepared for, with the number of those that failed', async () => {
  const prepared: unknown[] = [];
  const beforeRetry = async (error: unknown, failed: number) => void prepared.push([String(error), failed]);
  await expect(retry(failing(3), { attempts: 3, isRetryable: always, beforeRetry })).rejects.toThrow();
  expect(prepared).toEqual([
    ['Error: fault 1', 1],
    ['Error: fault 2', 2],
  ]);
});
