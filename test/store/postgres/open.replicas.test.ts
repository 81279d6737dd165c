import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import type { Millis } from '../../../src/domain/time/calendar';
import { createTokenBuckets } from '../../../src/limits/token-bucket';
import type { Demand, Rate, TokenBuckets } from '../../../src/ports/rate-limiter';
import type { Ledger } from '../../../src/ports/store/ledger';
import type { Backend } from '../../../src/store/backend';
import { createSharedEdits } from '../../../src/store/edits';
import { createLedger } from '../../../src/store/ledger';
import { createMemory } from '../../../src/store/memory';
import { openPostgres } from '../../../src/store/postgres/open';
import { createStore } from '../../../src/store/store';
import { createSharedTokenBuckets } from '../../../src/store/token-buckets';
import {
  aPerson,
  aPoll,
  aTask,
  aTeam,
  aVote,
  DAY,
  OPENS,
  ORG,
  scheduled,
  TEAM,
} from '../../contracts/store/harness';
import { usePostgres } from '../../support/postgres';

/* What two processes share on one PostgreSQL, with the database's time in the test's hand. */

const postgres = usePostgres();
let now: Millis = OPENS;
const time = (): RawBuilder<Millis> => sql<Millis>`${now}::bigint`;
let backends: Backend[] = [];

beforeAll(async () => {
  const url = postgres.url(await postgres.create());
  const open = async () => ({ ...(await openPostgres({ url, now: () => now })), now: time });
  backends = [await open(), await open()];
});
afterAll(() => Promise.all(backends.map((backend) => backend.close())));

function both<T>(make: (backend: Backend) => T): [T, T] {
  const [one, other] = backends.map(make);
  if (!one || !other) throw new Error('no database is open');
  return [one, other];
}

describe('token buckets', () => {
  let bucket = '';
  let buckets = 0;
  beforeEach(() => {
    now = OPENS;
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
    const shared = both(createSharedTokenBuckets);
    await fc.assert(
      fc.asyncProperty(rates, fc.array(step, { maxLength: 25 }), async (rate, steps) => {
        const name = `${bucket} ${++buckets}`;
        const model = createTokenBuckets({ now: () => now });
        for (const { by, demand, pauseMs, passes } of steps) {
          now += passes;
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
    const shared = both(createSharedTokenBuckets);
    const rate: Rate = { burst: 8, everyMs: 250 };
    const demand: Demand = { urgent: 1, other: 5 };
    const went: Millis[] = [];
    for (let round = 0; round < 40; round += 1) {
      const grants = await Promise.all(
        [0, 1, 0, 1].map((by) => shared[by === 0 ? 0 : 1].take(bucket, rate, demand)),
      );
      for (const { granted } of grants) for (let call = 0; call < granted; call += 1) went.push(now);
      now += (round % 7) * 100;
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
    const [one, other] = both(createSharedTokenBuckets);
    const rate: Rate = { burst: 4, everyMs: 1_000 };
    await one.pause(bucket, rate, 10_000);
    const ask = async (lanes: TokenBuckets) =>
      (await lanes.take(bucket, rate, { urgent: 9, other: 0 })).granted;
    now += 9_999;
    expect(await ask(other)).toBe(0);
    now += 1;
    expect(await ask(other)).toBe(1);
    expect(await ask(one)).toBe(0);
  });

  test('are deleted once they are full again', async () => {
    const [one] = both(createSharedTokenBuckets);
    const rate: Rate = { burst: 4, everyMs: 1_000 };
    await one.take('idle', rate, { urgent: 1, other: 0 });
    now += 60_000;
    const ask = () => one.take('busy', rate, { urgent: 9, other: 0 });
    await Promise.all(Array.from({ length: 1_000 }, ask));
    const names = await backends[0]?.db.selectFrom('lanes').select('name').execute();
    expect(names?.map(({ name }) => name)).toContain('busy');
    expect(names?.map(({ name }) => name)).not.toContain('idle');
  });
});

describe('edits', () => {
  let polls = 0;
  const aKey = () => ({ org: ORG, team: `poll ${++polls}`, day: DAY });
  beforeEach(() => {
    now = OPENS;
  });

  test('of one poll are one process’s at a time, and after a death its lease ends', async () => {
    const [one, other] = both(createSharedEdits);
    const poll = aKey();
    const turns = await Promise.all([one, other, one, other].map((edits) => edits.begin(poll, 30_000, null)));
    expect(turns.filter(({ is }) => is === 'yours')).toEqual([{ is: 'yours', edit: 1 }]);
    now += 29_999;
    expect(await other.begin(poll, 30_000, null)).toEqual({ is: 'taken', latest: 1, waitMs: 1 });
    now += 1;
    expect(await other.begin(poll, 30_000, null)).toEqual({ is: 'yours', edit: 2 });
    expect(await one.end(poll, 1, true, 0)).toBe(false);
    expect(await other.end(poll, 2, true, 0)).toBe(true);
  });

  test('that began after a change show it; those under way may not', async () => {
    const [one, other] = both(createSharedEdits);
    const poll = aKey();
    await one.begin(poll, 30_000, null);
    expect(await other.begin(poll, 30_000, null)).toMatchObject({ is: 'taken', latest: 1 });
    await one.end(poll, 1, true, 1_000);
    expect(await other.begin(poll, 30_000, 1)).toEqual({ is: 'taken', latest: 1, waitMs: 1_000 });
    now += 1_000;
    await one.begin(poll, 30_000, null);
    await one.end(poll, 2, false, 0);
    expect(await other.begin(poll, 30_000, 1)).toEqual({ is: 'yours', edit: 3 });
    await other.end(poll, 3, true, 0);
    expect(await one.begin(poll, 30_000, 1)).toEqual({ is: 'shown' });
  });

  test('leave no answer unseen, of whichever process', async () => {
    const [one, other] = both(createSharedEdits);
    const stores = both((backend) => createStore(backend, () => now));
    await stores[0].teams.save(aTeam());
    await stores[0].people.save(ORG, [aPerson('p1')]);
    await stores[0].polls.open(aPoll(), scheduled('p1'), now);
    const poll = { org: ORG, team: TEAM, day: DAY };
    expect((await one.unseen(now, 0, null)).polls).toEqual([]);
    const { seq } = await stores[0].answers.record(aVote('p1'));
    expect(await other.unseen(now, 0, null)).toEqual({ polls: [poll], latest: seq });
    expect((await other.unseen(now, 0, seq - 1)).polls).toEqual([]);
    const turn = await one.begin(poll, 30_000, null);
    const later = await stores[1].answers.record(aVote('p1', { choice: null }));
    await one.end(poll, turn.is === 'yours' ? turn.edit : 0, true, 0);
    expect((await other.unseen(now, 0, seq)).polls).toEqual([]);
    expect((await other.unseen(now, seq, null)).polls).toEqual([poll]);
    expect(await other.unseen(now, later.seq, null)).toEqual({ polls: [], latest: later.seq });
    expect((await other.unseen(aPoll().endsAt, 0, null)).polls).toEqual([]);
  });
});

describe('claims', () => {
  type Step = { by: number; does: 'claim' | 'finish' | 'release'; passes: Millis };
  const step: fc.Arbitrary<Step> = fc.record({
    by: fc.nat(3),
    does: fc.constantFrom('claim', 'claim', 'finish', 'release'),
    passes: fc.constantFrom(0, 0, 1_000, 20_000, 45_000),
  });

  test('are one process’s at a time, in every order of claims, ends, releases and deaths', async () => {
    const ledgers = both((backend) => createLedger(backend));
    let tasks = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        async (rounds) => {
          now = OPENS;
          const task = aTask({ subject: `task ${++tasks}` });
          const held = new Map<number, { attempt: number; until: Millis }>();
          let finished = 0;
          const take = async ({ by, does }: Step, ledger: Ledger) => {
            const mine = held.get(by);
            if (does === 'claim') {
              const claim = await ledger.claim(task, 45_000);
              if (!claim) return;
              // Who held it has lost it, or has given it back.
              for (const [other, { until }] of held) {
                expect(until).toBeLessThanOrEqual(now);
                held.delete(other);
              }
              held.set(by, { attempt: claim.attempt, until: now + 45_000 });
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
            now += round[0]?.passes ?? 0;
          }
          expect(finished).toBeLessThanOrEqual(1);
          const [entry] = (await ledgers[0].list(ORG, TEAM, DAY, 'open')).filter(
            ({ subject }) => subject === task.subject,
          );
          expect(entry?.state === 'done').toBe(finished === 1);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('what came in is followed by one process only', async () => {
  const memories = both((backend) => createMemory(backend, 'slack'));
  const firsts = await Promise.all(
    Array.from({ length: 20 }, (_, n) => memories[n % 2 === 0 ? 0 : 1].claim('event:1', '', now + 1_000)),
  );
  expect(firsts.filter((first) => first)).toHaveLength(1);
});
