import { SharedRuns } from '../../../src/app/requests/shared-runs';

/** Runs that end when told to, each with the number of its beginning. */
function setUp() {
  const shared = new SharedRuns<number>();
  const ends: { resolve(): void; reject(error: Error): void }[] = [];
  const work = () => {
    let [resolve, reject] = [(_: number) => {}, (_: Error) => {}];
    const promise = new Promise<number>((...by) => {
      [resolve, reject] = by;
    });
    const number = ends.push({ resolve: () => resolve(number), reject });
    return promise;
  };
  return { ends, ask: (key = 'one') => shared.of(key, work) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('who asks during a run gets one that began later, and all of them the same', async () => {
  const { ends, ask } = setUp();
  const asked = [ask(), ask(), ask()];
  expect(ends).toHaveLength(1);
  ends[0]?.resolve();
  await turn();
  expect(ends).toHaveLength(2);
  const last = ask();
  ends[1]?.resolve();
  await turn();
  ends[2]?.resolve();
  expect(await Promise.all([...asked, last])).toEqual([1, 2, 2, 3]);
});

test('a run that fails fails for its own, and the next one goes on', async () => {
  const { ends, ask } = setUp();
  const [first, second] = [ask(), ask()];
  ends[0]?.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await turn();
  ends[1]?.resolve();
  expect(await second).toBe(2);
  const third = ask();
  ends[2]?.resolve();
  expect(await third).toBe(3);
});

test('different things do not wait for each other', () => {
  const { ends, ask } = setUp();
  void ask('one');
  void ask('two');
  expect(ends).toHaveLength(2);
});
