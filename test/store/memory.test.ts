import { createMemory } from '../../src/store/memory';
import { useTwoProcesses } from '../support/two-processes';

const processes = useTwoProcesses();

test('an entry expires at its time, for reading and for claiming', async () => {
  const [one, other] = processes.both((backend) => createMemory(backend, 'expiry'));
  const until = processes.now + 1_000;
  expect(await one.claim('key', 'first', until, null)).toBe(true);
  processes.now = until - 1;
  expect(await other.get('key')).toBe('first');
  expect(await other.claim('key', 'second', until + 1_000, null)).toBe(false);
  processes.now = until;
  expect(await other.get('key')).toBeNull();
  expect(await other.claim('key', 'second', until + 1_000, null)).toBe(true);
});

test('a claim deletes what has expired, and nothing else', async () => {
  const [memory] = processes.both((backend) => createMemory(backend, 'sweep'));
  const rows = async () => {
    const found = await processes.backends[0]?.db
      .selectFrom('memories')
      .select('key')
      .where('owner', '=', 'sweep')
      .orderBy('key')
      .execute();
    return found?.map(({ key }) => key);
  };
  await memory.put('expired', '', processes.now, null);
  await memory.put('expires later', '', processes.now + 1, null);
  await memory.put('for ever', '', null, null);
  await memory.claim('new', '', processes.now + 1_000, null);
  expect(await rows()).toEqual(['expires later', 'for ever', 'new']);
});

test('what came in is followed by one process only', async () => {
  const memories = processes.both((backend) => createMemory(backend, 'slack'));
  const firsts = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      memories[n % 2 === 0 ? 0 : 1].claim('event:1', '', processes.now + 1_000, null),
    ),
  );
  expect(firsts.filter((first) => first)).toHaveLength(1);
});
