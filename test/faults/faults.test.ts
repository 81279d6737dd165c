import fc from 'fast-check';
import { judge } from './oracle';
import { type Plan, plan } from './plan';
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
