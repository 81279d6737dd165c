import { createMemory } from '../../src/store/memory';
import { useTwoProcesses } from '../support/two-processes';

const processes = useTwoProcesses();

test('what came in is followed by one process only', async () => {
  const memories = processes.both((backend) => createMemory(backend, 'slack'));
  const firsts = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      memories[n % 2 === 0 ? 0 : 1].claim('event:1', '', processes.now + 1_000),
    ),
  );
  expect(firsts.filter((first) => first)).toHaveLength(1);
});
