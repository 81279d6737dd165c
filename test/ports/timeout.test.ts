import { withTimeout } from '../../src/ports/timeout';
import { createFakeTime, type FakeTime } from '../fakes/time';

let time: FakeTime;
beforeEach(() => {
  time = createFakeTime(0);
});

function pending<T>(): { promise: Promise<T>; resolve(value: T): void; reject(error: Error): void } {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

test('work that is done in time gives its result, and the timer is cancelled', async () => {
  const onTimeout = jest.fn(() => 'late');
  await expect(withTimeout(Promise.resolve('done'), { ms: 100, after: time.after, onTimeout })).resolves.toBe(
    'done',
  );
  await time.advance(1_000);
  expect(onTimeout).not.toHaveBeenCalled();
});

test('work that fails in time fails', async () => {
  const work = Promise.reject(new Error('broken'));
  const timed = withTimeout(work, { ms: 100, after: time.after, onTimeout: () => null });
  await expect(timed).rejects.toThrow('broken');
});

test('after the time the result is the fallback, and a later failure is ignored', async () => {
  const { promise, reject } = pending<string>();
  const timed = withTimeout(promise, { ms: 100, after: time.after, onTimeout: () => null });
  let settled = false;
  void timed.then(() => {
    settled = true;
  });
  await time.advance(99);
  expect(settled).toBe(false);
  await time.advance(1);
  await expect(timed).resolves.toBeNull();
  reject(new Error('too late to matter'));
  await time.quiet();
});

test('a fallback may throw', async () => {
  const timed = withTimeout(pending<string>().promise, {
    ms: 100,
    after: time.after,
    onTimeout: () => {
      throw new Error('no answer in time');
    },
  });
  const failed = expect(timed).rejects.toThrow('no answer in time');
  await time.advance(100);
  await failed;
});
