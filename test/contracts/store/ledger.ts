import type { Outcome } from '../../../src/app/ports';
import { aTask, DAY, type Factory, OPENS, ORG, TEAM, useStore } from './harness';

const LEASE = 60_000;

export function ledgerContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a task is claimed by one of many', async () => {
    const { ledger } = bench.store;
    const claims = await Promise.all(Array.from({ length: 20 }, () => ledger.claim(aTask(), OPENS, LEASE)));
    expect(claims.filter((claim) => claim !== null)).toEqual([{ attempt: 1, again: false }]);
  });

  test.each([
    ['organisation', { org: 'other' }],
    ['team', { team: 'other' }],
    ['kind', { kind: 'close' }],
    ['day', { day: '2018-07-25' }],
    ['subject', { subject: '7' }],
  ] as const)('another %s is another task', async (_name, change) => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OPENS, LEASE);
    expect(await ledger.claim(aTask(change), OPENS, LEASE)).toEqual({ attempt: 1, again: false });
  });

  test.each<Outcome>([
    { state: 'done', post: 'post' },
    { state: 'done', post: null },
    { state: 'failed', reason: 'gone' },
    { state: 'unknown', reason: 'timed out' },
    { state: 'skipped', reason: 'too late' },
  ])('finished as %j it is never claimed again', async (outcome) => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OPENS, LEASE);
    expect(await ledger.finish(aTask(), 1, outcome, OPENS + 1)).toBe(true);
    expect(await ledger.claim(aTask(), OPENS + 10 * LEASE, LEASE)).toBeNull();
    const entry = { ...aTask(), attempt: 1, post: null, reason: null, updatedAt: OPENS + 1, ...outcome };
    expect(await ledger.list(ORG, TEAM, DAY, 'open')).toEqual([entry]);
  });

  test('a lease that ran out is taken over, as a task that may have been done', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OPENS, LEASE);
    expect(await ledger.claim(aTask(), OPENS + LEASE - 1, LEASE)).toBeNull();
    expect(await ledger.claim(aTask(), OPENS + LEASE, LEASE)).toEqual({ attempt: 2, again: true });
    expect(await ledger.claim(aTask(), OPENS + 2 * LEASE - 1, LEASE)).toBeNull();
  });

  test('who was overtaken cannot finish or release', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OPENS, LEASE);
    await ledger.claim(aTask(), OPENS + LEASE, LEASE);
    await ledger.release(aTask(), 1, OPENS, false, OPENS + LEASE);
    expect(await ledger.finish(aTask(), 1, { state: 'failed', reason: 'late' }, OPENS + LEASE)).toBe(false);
    expect(await ledger.finish(aTask(), 2, { state: 'done', post: 'p' }, OPENS + LEASE)).toBe(true);
    expect(await ledger.list(ORG, TEAM, DAY, null)).toMatchObject([{ state: 'done', post: 'p', attempt: 2 }]);
  });

  test('a lease that ran out can be finished as long as nobody took over', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OPENS, LEASE);
    expect(await ledger.finish(aTask(), 1, { state: 'done', post: 'p' }, OPENS + 9 * LEASE)).toBe(true);
    expect(await ledger.finish(aTask(), 1, { state: 'done', post: 'q' }, OPENS + 9 * LEASE)).toBe(false);
  });

  test('what was never claimed cannot be finished', async () => {
    expect(await bench.store.ledger.finish(aTask(), 1, { state: 'done', post: 'p' }, OPENS)).toBe(false);
    expect(await bench.store.ledger.list(ORG, TEAM, DAY, null)).toEqual([]);
  });

  test.each([true, false])('given back with again=%s it waits, and says so when claimed', async (again) => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OPENS, LEASE);
    await ledger.release(aTask(), 1, OPENS + 500, again, OPENS + 1);
    expect(await ledger.list(ORG, TEAM, DAY, null)).toMatchObject([
      { state: 'waiting', updatedAt: OPENS + 1 },
    ]);
    expect(await ledger.claim(aTask(), OPENS + 499, LEASE)).toBeNull();
    expect(await ledger.finish(aTask(), 1, { state: 'done', post: null }, OPENS)).toBe(false);
    expect(await ledger.claim(aTask(), OPENS + 500, LEASE)).toEqual({ attempt: 2, again });
  });

  test('a crash after a clean release still says again', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OPENS, LEASE);
    await ledger.release(aTask(), 1, OPENS, false, OPENS);
    await ledger.claim(aTask(), OPENS, LEASE);
    expect(await ledger.claim(aTask(), OPENS + LEASE, LEASE)).toEqual({ attempt: 3, again: true });
  });

  test('after a death, claimed tasks are free at once and say again; others stay', async () => {
    const finished = aTask({ kind: 'close' });
    const waiting = aTask({ kind: 'remind' });
    for (const task of [aTask(), finished, waiting]) await bench.store.ledger.claim(task, OPENS, LEASE);
    await bench.store.ledger.finish(finished, 1, { state: 'done', post: null }, OPENS);
    await bench.store.ledger.release(waiting, 1, OPENS + 500, false, OPENS);
    await bench.reopen();
    const { ledger } = bench.store;
    expect(await ledger.claim(aTask(), OPENS + 1, LEASE)).toBeNull();
    expect(await ledger.recover()).toBe(1);
    expect(await ledger.claim(aTask(), OPENS + 1, LEASE)).toEqual({ attempt: 2, again: true });
    expect(await ledger.claim(finished, OPENS + 1, LEASE)).toBeNull();
    expect(await ledger.claim(waiting, OPENS + 499, LEASE)).toBeNull();
    expect(await ledger.claim(waiting, OPENS + 500, LEASE)).toEqual({ attempt: 2, again: false });
  });

  test('lists a team’s tasks of a day, of one kind or of all', async () => {
    const { ledger } = bench.store;
    for (const change of [
      { kind: 'reminder', subject: 'b' },
      { kind: 'reminder', subject: 'a' },
      {},
    ] as const) {
      await ledger.claim(aTask(change), OPENS, LEASE);
    }
    await ledger.claim(aTask({ day: '2018-07-25' }), OPENS, LEASE);
    await ledger.claim(aTask({ team: 'other' }), OPENS, LEASE);
    expect((await ledger.list(ORG, TEAM, DAY, 'reminder')).map(({ subject }) => subject)).toEqual(['a', 'b']);
    expect(await ledger.list(ORG, TEAM, DAY, null)).toHaveLength(3);
    expect(await ledger.list(ORG, TEAM, DAY, 'report')).toEqual([]);
    expect((await ledger.list(ORG, TEAM, DAY, 'open'))[0]).toEqual({
      ...aTask(),
      state: 'claimed',
      attempt: 1,
      post: null,
      reason: null,
      updatedAt: OPENS,
    });
  });
}
