import fc from 'fast-check';
import type { Millis } from '../../src/domain/time/calendar';
import { createTokenBuckets } from '../../src/limits/token-bucket';
import type { Demand, Rate, TokenBuckets } from '../../src/ports/rate-limiter';
import { createSharedTokenBuckets } from '../../src/store/token-buckets';
import { OPENS } from '../contracts/store/harness';
import { useTwoProcesses } from '../support/two-processes';

const processes = useTwoProcesses();

describe('token buckets', () => {
  let bucket = '';
  let buckets = 0;
  beforeEach(() => {
    processes.now = OPENS;
    bucket = `bucket ${++buckets}`;
  });

  const step = fc.record({
    by: fc.nat(1),
    demand: fc.record({ urgent: fc.nat(4), other: fc.nat(12) }),
    pauseMs: fc.option(fc.nat(5_000), { freq: 12 }),
    passes: fc.nat(3_000),
  });
  const rates = fc.record({
    burst: fc.integer({ min: 1, max: 15 }),
    everyMs: fc.integer({ min: 50, max: 4_000 }),
  });

  test('of two processes answer as those of one', async () => {
    const shared = processes.both(createSharedTokenBuckets);
    await fc.assert(
      fc.asyncProperty(rates, fc.array(step, { maxLength: 25 }), async (rate, steps) => {
        const name = `${bucket} ${++buckets}`;
        const model = createTokenBuckets({ now: () => processes.now });
        for (const { by, demand, pauseMs, passes } of steps) {
          processes.now += passes;
          const asked = shared[by === 0 ? 0 : 1];
          if (pauseMs !== null)
            await Promise.all([asked, model].map((each) => each.pause(name, rate, pauseMs)));
          const [grant, expected] = await Promise.all(
            [asked, model].map((each) => each.take(name, rate, demand)),
          );
          expect(grant?.granted).toBe(expected?.granted);
          expect(grant?.debtMs).toBeCloseTo(expected?.debtMs ?? -1, 3);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('asked at once by two processes never allow more calls than the rate, in any span', async () => {
    const shared = processes.both(createSharedTokenBuckets);
    const rate: Rate = { burst: 8, everyMs: 250 };
    const demand: Demand = { urgent: 1, other: 5 };
    const went: Millis[] = [];
    for (let round = 0; round < 40; round += 1) {
      const grants = await Promise.all(
        [0, 1, 0, 1].map((by) => shared[by === 0 ? 0 : 1].take(bucket, rate, demand)),
      );
      for (const { granted } of grants)
        for (let call = 0; call < granted; call += 1) went.push(processes.now);
      processes.now += (round % 7) * 100;
    }
    for (const from of went) {
      for (const span of [0, 1_000, 5_000]) {
        const inSpan = went.filter((at) => at >= from && at <= from + span).length;
        expect(inSpan).toBeLessThanOrEqual(rate.burst + span / rate.everyMs);
      }
    }
    expect(went.length).toBeGreaterThan(40);
  });

  test('paused by one process are paused for the other', async () => {
    const [one, other] = processes.both(createSharedTokenBuckets);
    const rate: Rate = { burst: 4, everyMs: 1_000 };
    await one.pause(bucket, rate, 10_000);
    const ask = async (lanes: TokenBuckets) =>
      (await lanes.take(bucket, rate, { urgent: 9, other: 0 })).granted;
    processes.now += 9_999;
    expect(await ask(other)).toBe(0);
    processes.now += 1;
    expect(await ask(other)).toBe(1);
    expect(await ask(one)).toBe(0);
  });

  test('are deleted once they are full again', async () => {
    const [one] = processes.both(createSharedTokenBuckets);
    const rate: Rate = { burst: 4, everyMs: 1_000 };
    await one.take('idle', rate, { urgent: 1, other: 0 });
    processes.now += 60_000;
    const ask = () => one.take('busy', rate, { urgent: 9, other: 0 });
    await Promise.all(Array.from({ length: 1_000 }, ask));
    const names = await processes.backends[0]?.db.selectFrom('lanes').select('name').execute();
    expect(names?.map(({ name }) => name)).toContain('busy');
    expect(names?.map(({ name }) => name)).not.toContain('idle');
  });
});
