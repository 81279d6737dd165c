import { createBatcher } from '../../src/store/batcher';
import { StoreError } from '../../src/store/errors';

/** A commit in the test's hand: notes its batches, and ends when told to. */
function commitInHand() {
  const batches: number[][] = [];
  const ends: (() => void)[] = [];
  const faults: (unknown | null)[] = [];
  const commit = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      batches.push([...items]);
      const fault = faults.shift() ?? null;
      ends.push(() => (fault ? reject(fault) : resolve(items.map((item) => item * 10))));
    });
  return { commit, batches, ends, faults };
}

/** Long enough for everything that needs no more than turns of the event loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('items of one moment share a commit, and none is answered before it', async () => {
  const { commit, batches, ends } = commitInHand();
  const batcher = createBatcher(commit, 100);
  const answered: number[] = [];
  for (const item of [1, 2, 3]) void batcher.add(item).then((result) => answered.push(result));
  await turns();
  expect(batches).toEqual([[1, 2, 3]]);
  expect(answered).toEqual([]);
  ends[0]?.();
  await turns();
  expect(answered).toEqual([10, 20, 30]);
});

test('what comes during a commit goes into the next', async () => {
  const { commit, batches, ends } = commitInHand();
  const batcher = createBatcher(commit, 100);
  const first = batcher.add(1);
  await turns();
  const later = [batcher.add(2), batcher.add(3)];
  await turns();
  expect(batches).toEqual([[1]]);
  ends[0]?.();
  expect(await first).toBe(10);
  await turns();
  expect(batches).toEqual([[1], [2, 3]]);
  ends[1]?.();
  expect(await Promise.all(later)).toEqual([20, 30]);
});

test('with several at once, one that is held up does not hold up what comes later', async () => {
  const { commit, batches, ends } = commitInHand();
  const batcher = createBatcher(commit, 100, 2);
  const answered: number[] = [];
  const add = (item: number) => void batcher.add(item).then((result) => answered.push(result));
  add(1);
  await turns();
  add(2);
  await turns();
  add(3);
  await turns();
  expect(batches).toEqual([[1], [2]]);
  ends[1]?.();
  await turns();
  expect(batches).toEqual([[1], [2], [3]]);
  ends[2]?.();
  await turns();
  expect(answered).toEqual([20, 30]);
  ends[0]?.();
  await batcher.close();
  expect(answered).toEqual([20, 30, 10]);
});

test('what comes just as the last commit ends is not forgotten', async () => {
  const batcher = createBatcher(async (items: readonly number[]) => items, 100);
  const again = (left: number): Promise<number> =>
    batcher.add(left).then((item) => (item === 0 ? 0 : Promise.resolve().then(() => again(item - 1))));
  await expect(again(20)).resolves.toBe(0);
});

test('no commit takes more than the limit', async () => {
  const { commit, batches, ends } = commitInHand();
  const batcher = createBatcher(commit, 2);
  const all = [1, 2, 3, 4, 5].map((item) => batcher.add(item));
  for (let batch = 0; batch < 3; batch += 1) {
    await turns();
    ends[batch]?.();
  }
  expect(await Promise.all(all)).toEqual([10, 20, 30, 40, 50]);
  expect(batches).toEqual([[1, 2], [3, 4], [5]]);
});

test('when the database fails, no item of the batch succeeds, and the next batch is tried', async () => {
  const { commit, batches, ends, faults } = commitInHand();
  const batcher = createBatcher(commit, 2);
  const full = new StoreError('full', 'full');
  faults.push(full);
  const settled = Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)));
  await turns();
  ends[0]?.();
  await turns();
  ends[1]?.();
  expect(await settled).toEqual([
    { status: 'rejected', reason: full },
    { status: 'rejected', reason: full },
    { status: 'fulfilled', value: 30 },
  ]);
  expect(batches).toEqual([[1, 2], [3]]);
});

test('when one item is refused, the others are committed alone', async () => {
  const refused = new StoreError('constraint', 'refused');
  const batches: number[][] = [];
  const batcher = createBatcher(async (items: readonly number[]) => {
    batches.push([...items]);
    if (items.includes(2)) throw refused;
    return items;
  }, 100);
  expect(await Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)))).toEqual([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: refused },
    { status: 'fulfilled', value: 3 },
  ]);
  expect(batches).toEqual([[1, 2, 3], [1], [2], [3]]);
});

test('closing waits for what was added, and refuses what comes after', async () => {
  const { commit, ends } = commitInHand();
  const batcher = createBatcher(commit, 1);
  const pending = [batcher.add(1), batcher.add(2)];
  let closed = false;
  const closing = batcher.close().then(() => {
    closed = true;
  });
  await expect(batcher.add(3)).rejects.toMatchObject({ kind: 'closed' });
  await turns();
  ends[0]?.();
  await turns();
  expect(closed).toBe(false);
  ends[1]?.();
  await closing;
  expect(await Promise.all(pending)).toEqual([10, 20]);
});

test('an idle batcher closes at once', async () => {
  await createBatcher(async (items: readonly number[]) => items, 1).close();
});
