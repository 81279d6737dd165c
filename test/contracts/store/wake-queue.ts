import { aCampaign, aTeam, type Factory, OPENS, ORG, useStore } from './harness';

export function wakeQueueContract(factory: Factory): void {
  const bench = useStore(factory);
  const { MAX_SAFE_INTEGER } = Number;

  test('a new team is due at once; a sleeping one from its wake-up time on', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    expect(await store.wakeQueue.due(bench.now, 10)).toEqual([{ ...aTeam('a'), woken: true }]);
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    expect(await store.wakeQueue.due(OPENS + 99, 10)).toEqual([]);
    expect(await store.wakeQueue.countDue(OPENS + 99, 10)).toBe(0);
    expect(await store.wakeQueue.countDue(OPENS + 100, 10)).toBe(1);
    expect(await store.wakeQueue.due(OPENS + 100, 10)).toEqual([aTeam('a')]);
    expect(await store.wakeQueue.nextWake()).toBe(OPENS + 100);
  });

  test('one caller has a team until it sleeps', async () => {
    const { store } = bench;
    for (const id of ['a', 'b', 'c']) await store.teams.create(aTeam(id));
    const looks = await Promise.all([store.wakeQueue.due(OPENS, 2), store.wakeQueue.due(OPENS, 2)]);
    const teams = looks.flat().map(({ id }) => id);
    expect(teams.sort()).toEqual(['a', 'b', 'c']);
    expect(await store.wakeQueue.due(OPENS, 10)).toEqual([]);
    expect(await store.wakeQueue.countDue(OPENS, 10)).toBe(3);
    expect(await store.wakeQueue.countDue(OPENS, 2)).toBe(2);
    await store.wakeQueue.sleep(ORG, 'b', OPENS + 1, OPENS);
    expect(await store.wakeQueue.countDue(OPENS, 10)).toBe(2);
    await store.wakeQueue.wake(ORG);
    expect((await store.wakeQueue.due(OPENS, 10)).map(({ id }) => id)).toEqual(['b']);
  });

  test('ending a check does not end the lease of another one', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.due(OPENS, 1);
    await bench.reopen();
    await bench.store.wakeQueue.sleep(ORG, 'a', OPENS, OPENS);
    expect(await bench.store.wakeQueue.due(OPENS, 1)).toEqual([]);
  });

  test('many teams of one organisation do not delay those of others', async () => {
    const { store } = bench;
    const many = Array.from({ length: 50 }, (_, index) => aTeam(`t${String(index).padStart(2, '0')}`));
    for (const team of many) await store.teams.create(team);
    for (const org of ['later', 'last']) {
      await store.teams.create(aTeam('other', { org }));
      await store.wakeQueue.sleep(org, 'other', OPENS, OPENS);
    }
    const due = await store.wakeQueue.due(OPENS, 5);
    expect(due.map(({ org, id }) => `${org} ${id}`)).toEqual([
      `${ORG} t00`,
      'last other',
      'later other',
      `${ORG} t01`,
      `${ORG} t02`,
    ]);
    const next = await store.wakeQueue.due(OPENS, 3);
    expect(next.map(({ org, id }) => `${org} ${id}`)).toEqual([`${ORG} t03`, `${ORG} t04`, `${ORG} t05`]);
  });

  test('says whether teams of several organisations are there', async () => {
    const { store } = bench;
    expect(await store.wakeQueue.several()).toBe(false);
    for (const id of ['a', 'b']) await store.teams.create(aTeam(id));
    expect(await store.wakeQueue.several()).toBe(false);
    await store.teams.create(aTeam('a', { org: 'other' }));
    expect(await store.wakeQueue.several()).toBe(true);
  });

  test('the earliest come first, as many as asked for', async () => {
    const { store } = bench;
    for (const [id, wakeAt] of [
      ['a', 300],
      ['b', 100],
      ['c', 200],
    ] as const) {
      await store.teams.create(aTeam(id));
      await store.wakeQueue.sleep(ORG, id, OPENS + wakeAt, OPENS);
    }
    const due = await store.wakeQueue.due(OPENS + 300, 2);
    expect(due.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(await store.wakeQueue.nextWake()).toBe(OPENS + 100);
  });

  test('a team may sleep without a wake-up time', async () => {
    const { store } = bench;
    expect(await store.wakeQueue.nextWake()).toBeNull();
    await store.teams.create(aTeam('a'));
    expect(await store.wakeQueue.nextWake()).toBe(0);
    await store.wakeQueue.sleep(ORG, 'a', Number.POSITIVE_INFINITY, OPENS);
    expect(await store.wakeQueue.nextWake()).toBeNull();
    expect(await store.wakeQueue.due(MAX_SAFE_INTEGER, 10)).toEqual([]);
  });

  test('wakes the teams of one organisation, or all', async () => {
    const { store } = bench;
    for (const team of [aTeam('a'), aTeam('b', { org: 'other' })]) {
      await store.teams.create(team);
      await store.wakeQueue.sleep(team.org, team.id, OPENS + 100, OPENS);
    }
    await store.wakeQueue.wake(ORG);
    expect((await store.wakeQueue.due(OPENS, 10)).map(({ id }) => id)).toEqual(['a']);
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    await store.wakeQueue.wake(null);
    expect((await store.wakeQueue.due(OPENS, 10)).map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });

  describe.each([
    ['wake', () => bench.store.wakeQueue.wake(ORG)],
    ['change', () => bench.store.teams.change(ORG, 'a', (team) => ({ ...team, name: 'Changed' }))],
    ['bind', () => bench.store.teams.bind(ORG, 'a', 'second')],
    ['a saved campaign', () => bench.store.campaigns.save(aCampaign())],
  ])('%s during a check', (_name, wakeUp) => {
    test.each([
      ['the clock stands', 0],
      ['the clock goes on', 5],
      ['the clock goes back', -5000],
    ])('is kept when %s', async (_clock, step) => {
      const { store } = bench;
      await store.teams.create(aTeam('a'));
      await store.wakeQueue.due(bench.now, 10);
      const lookedAt = bench.now;
      bench.now += step;
      await wakeUp();
      await store.wakeQueue.sleep(ORG, 'a', lookedAt + 1000, lookedAt);
      expect((await store.wakeQueue.due(bench.now, 10)).map(({ id }) => id)).toEqual(['a']);
      await store.wakeQueue.sleep(ORG, 'a', lookedAt + 2000, bench.now);
      expect(await store.wakeQueue.nextWake()).toBe(lookedAt + 2000);
    });
  });

  test('a check that `due` did not begin is compared by its time', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    bench.now += 50;
    await store.wakeQueue.wake(ORG);
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS + 49);
    expect(await store.wakeQueue.nextWake()).toBe(0);
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS + 50);
    expect(await store.wakeQueue.nextWake()).toBe(OPENS + 100);
  });

  test('wake-up times outlive the process', async () => {
    await bench.store.teams.create(aTeam('a'));
    await bench.store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    await bench.reopen();
    expect(await bench.store.wakeQueue.nextWake()).toBe(OPENS + 100);
  });
}
