import fc from 'fast-check';
import { isSameWork } from '../../src/app/delivery/same-work';
import type { Millis } from '../../src/domain/time/calendar';
import type { Ledger } from '../../src/ports/store/ledger';
import { createLedger } from '../../src/store/ledger';
import { aTask, DAY, OPENS, ORG, TEAM } from '../contracts/store/harness';
import { useTwoProcesses } from '../support/two-processes';

const processes = useTwoProcesses();

describe('claims', () => {
  type Step = { by: number; does: 'claim' | 'finish' | 'release'; passes: Millis };
  const step: fc.Arbitrary<Step> = fc.record({
    by: fc.nat(3),
    does: fc.constantFrom('claim', 'claim', 'finish', 'release'),
    passes: fc.constantFrom(0, 0, 1_000, 20_000, 45_000),
  });

  test('are one process’s at a time, in every order of claims, ends, releases and deaths', async () => {
    const ledgers = processes.both((backend) => createLedger(backend));
    let tasks = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        async (rounds) => {
          processes.now = OPENS;
          const task = aTask({ kind: 'report', campaign: `task ${++tasks}` });
          const held = new Map<number, { attempt: number; until: Millis }>();
          let finished = 0;
          const take = async ({ by, does }: Step, ledger: Ledger) => {
            const mine = held.get(by);
            if (does === 'claim') {
              const claim = await ledger.claim(task, 45_000);
              if (!claim) return;
              // Who held it has lost it, or has given it back.
              for (const [other, { until }] of held) {
                expect(until).toBeLessThanOrEqual(processes.now);
                held.delete(other);
              }
              held.set(by, { attempt: claim.attempt, until: processes.now + 45_000 });
            } else if (mine && does === 'finish') {
              held.delete(by);
              if (await ledger.finish(task, mine.attempt, { state: 'done', post: `${by}` })) finished += 1;
            } else if (mine) {
              held.delete(by);
              await ledger.release(task, mine.attempt, 1_000, false);
            }
          };
          for (const round of rounds) {
            await Promise.all(round.map((each) => take(each, ledgers[each.by % 2 === 0 ? 0 : 1])));
            processes.now += round[0]?.passes ?? 0;
          }
          expect(finished).toBeLessThanOrEqual(1);
          const [entry] = (await ledgers[0].list(ORG, TEAM, DAY, 'report')).filter((one) =>
            isSameWork(one, task),
          );
          expect(entry?.state === 'done').toBe(finished === 1);
        },
      ),
      { numRuns: 40 },
    );
  });
});
