import fc from 'fast-check';
import { judge } from './oracle';
import { type Act, type Plan, plan } from './plan';
import { play } from './play';
import { createTemplate } from './world';

/*
 * Faults at every port of the core. `npm run test:faults` plays many more days: FAULT_RUNS says how many, and
 * FAULT_SEED and FAULT_PATH, which a failure prints, play one again. With FAULT_SHRINK=no a failure ends the test at once.
 */

const RUNS = Number(process.env.FAULT_RUNS ?? 2);
const SEED = Number(process.env.FAULT_SEED ?? 20_180_724);
const { FAULT_PATH: PATH } = process.env;

let template: Awaited<ReturnType<typeof createTemplate>>;
beforeAll(async () => {
  template = await createTemplate();
});
afterAll(() => template.remove());

async function faultsOf(given: Plan): Promise<string[]> {
  const played = await play(template.file, given);
  const faults = await judge(played);
  await played.world.close();
  return faults;
}

test('a day without faults is as it should be', async () => {
  const acts = [0, 1, 2, 3].map((room) => ({
    moment: 1,
    second: room * 60,
    room,
    who: 1,
    what: 'answer' as const,
    style: room,
  }));
  expect(await faultsOf({ spells: [], acts, jumps: [], away: [] })).toEqual([]);
});

test('who belongs, and when it is day where they and their team are, is followed', async () => {
  const act = (moment: number, room: number, who: number, what: Act['what'], style = 0): Act => ({
    ...{ moment, second: 60 + who, room, who, what, style },
  });
  const acts = [
    ...[act(0, 1, 5, 'join'), act(2, 1, 2, 'travel'), act(2, 1, 4, 'guest')],
    ...[act(2, 0, 1, 'answer'), act(3, 0, 1, 'leave'), act(2, 0, 2, 'leave'), act(3, 0, 4, 'deactivate')],
    ...[act(0, 2, 0, 'zone'), act(6, 2, 5, 'join'), act(6, 2, 1, 'answer'), act(6, 2, 2, 'leave')],
    ...[act(0, 3, 0, 'window'), act(1, 3, 1, 'leave'), act(5, 3, 1, 'join'), act(6, 3, 1, 'answer')],
    ...[act(4, 2, 0, 'emergency', 4), act(7, 3, 4, 'deactivate')],
  ];
  expect(await faultsOf({ spells: [], acts, jumps: [], away: [] })).toEqual([]);
});

test(
  'whatever the ports do, nothing is lost, doubled or hidden',
  async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => expect(await faultsOf(given)).toEqual([])),
      {
        seed: SEED,
        numRuns: RUNS,
        endOnFailure: process.env.FAULT_SHRINK === 'no',
        ...(PATH === undefined ? {} : { path: PATH }),
      },
    );
  },
  // A failure is played again and again, to find the least of it.
  120_000 + RUNS * 30_000,
);
