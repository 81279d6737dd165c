import { refuse } from '../../../src/domain/refusal';
import { aCampaign, aPerson, aPoll, aTeam, DAY, type Factory, OPENS, ORG, useStore } from './harness';

export function teamContract(factory: Factory): void {
  const bench = useStore(factory);
  const { MAX_SAFE_INTEGER } = Number;

  test('a team comes back as it was saved, by its id and by its place', async () => {
    const { store } = bench;
    const team = aTeam('a', { trouble: 'gone', name: '開発 "チーム" 👩‍💻' });
    await store.teams.create(team);
    expect(await store.teams.get(ORG, 'a')).toEqual(team);
    expect(await store.teams.at(ORG, team.place)).toEqual(team);
    expect(await store.teams.get(ORG, 'b')).toBeNull();
    expect(await store.teams.at(ORG, 'elsewhere')).toBeNull();
    expect(await store.teams.get('other', 'a')).toBeNull();
  });

  test('a team in two places is found by either', async () => {
    const { store } = bench;
    const team = aTeam('a', { secondChannel: { place: 'second', trouble: 'gone' } });
    await store.teams.create(team);
    await store.teams.create(aTeam('b'));
    expect(await store.teams.at(ORG, team.place)).toEqual(team);
    expect(await store.teams.at(ORG, 'second')).toEqual(team);
    expect(await store.teams.at('other', 'second')).toBeNull();
    const alone = await store.teams.change(ORG, 'a', (now) => ({ ...now, secondChannel: null }));
    expect(alone).toEqual(aTeam('a'));
    expect(await store.teams.at(ORG, 'second')).toBeNull();
  });

  test('a second place brings the roster of the team that was there, and ends that team', async () => {
    const { store } = bench;
    const people = [aPerson('p'), aPerson('q'), aPerson('r')];
    await store.teams.create(aTeam('a'));
    await store.teams.create(aTeam('b'));
    await store.people.setRoster(ORG, 'a', people.slice(0, 2));
    await store.people.setRoster(ORG, 'b', people.slice(1));
    await store.polls.open(aPoll({ team: 'b' }), [], OPENS);
    const bound = aTeam('a', { secondChannel: { place: 'place of b', trouble: null } });
    expect(await store.teams.bind(ORG, 'a', 'place of b')).toEqual(bound);
    expect(await store.teams.list(ORG)).toEqual([bound]);
    expect(await store.wakeQueue.countDue(OPENS, 10)).toBe(1);
    expect(await store.teams.at(ORG, 'place of b')).toEqual(bound);
    expect((await store.people.roster(ORG, 'a')).map(({ id }) => id)).toEqual(['p', 'q', 'r']);
    expect(await store.people.teamsOf(ORG, 'r')).toEqual(['a']);
    expect(await store.polls.get(ORG, 'b', DAY)).not.toBeNull();
    expect(await store.teams.bind(ORG, 'nobody', 'elsewhere')).toBeNull();
    expect(await store.teams.bind('other', 'a', 'elsewhere')).toBeNull();
  });

  test('a change replaces the team, and frees its place', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    const changed = aTeam('a', { place: 'new place', name: 'New' });
    expect(await store.teams.change(ORG, 'a', () => changed)).toEqual(changed);
    expect(await store.teams.list(ORG)).toEqual([changed]);
    expect(await store.teams.at(ORG, 'place of a')).toBeNull();
  });

  test('changes at once to different things are all kept', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    const changed = await Promise.all([
      store.teams.change(ORG, 'a', (team) => ({ ...team, name: 'New' })),
      store.teams.change(ORG, 'a', (team) => ({ ...team, trouble: 'gone' })),
      store.teams.change(ORG, 'a', (team) => ({ ...team, place: 'new place' })),
    ]);
    const all = aTeam('a', { name: 'New', trouble: 'gone', place: 'new place' });
    expect(await store.teams.get(ORG, 'a')).toEqual(all);
    expect(changed).toContainEqual(all);
  });

  test('a change of nothing writes nothing, and wakes nobody', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    const asked: string[] = [];
    expect(
      await store.teams.change(ORG, 'a', ({ id }) => {
        asked.push(id);
        return null;
      }),
    ).toBeNull();
    expect(await store.teams.change(ORG, 'b', (team) => team)).toBeNull();
    expect(await store.teams.change('other', 'a', (team) => team)).toBeNull();
    expect(asked).toEqual(['a']);
    expect(await store.wakeQueue.nextWake()).toBe(OPENS + 100);
    expect(await store.teams.list(ORG)).toEqual([aTeam('a')]);
  });

  test('a change that fails leaves the team, and the store goes on', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    const broken = store.teams.change(ORG, 'a', () => {
      throw new RangeError('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await store.teams.get(ORG, 'a')).toEqual(aTeam('a'));
  });

  test('one place has one team', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a', { place: 'here' }));
    expect(await store.teams.create(aTeam('b', { place: 'here' }))).toEqual(aTeam('a', { place: 'here' }));
    await store.teams.create(aTeam('b'));
    const moved = store.teams.change(ORG, 'b', (team) => ({ ...team, place: 'here' }));
    await expect(moved).rejects.toMatchObject({ name: 'StoreError', kind: 'constraint' });
    await store.teams.create(aTeam('c', { org: 'other', place: 'here' }));
    expect(await store.teams.list(ORG)).toEqual([aTeam('a', { place: 'here' }), aTeam('b')]);
  });

  test('lists the teams of one organisation', async () => {
    const { store } = bench;
    for (const team of [aTeam('b'), aTeam('a'), aTeam('c', { org: 'other' })]) await store.teams.create(team);
    expect((await store.teams.list(ORG)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await store.teams.list('nobody')).toEqual([]);
  });

  test('a saved team is due at once; asleep it is due from its time on', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    expect(await store.wakeQueue.due(bench.now, 10)).toEqual([aTeam('a')]);
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    expect(await store.wakeQueue.due(OPENS + 99, 10)).toEqual([]);
    expect(await store.wakeQueue.due(OPENS + 100, 10)).toEqual([aTeam('a')]);
    expect(await store.wakeQueue.nextWake()).toBe(OPENS + 100);
  });

  test('who looks at a team has it alone, until it sleeps', async () => {
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

  test('a look that ends leaves a team that was never asked for alone', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.due(OPENS, 1);
    await bench.reopen();
    await bench.store.wakeQueue.sleep(ORG, 'a', OPENS, OPENS);
    expect(await bench.store.wakeQueue.due(OPENS, 1)).toEqual([]);
  });

  test('many teams of one organisation hold up nobody else’s', async () => {
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

  test('a team may sleep without end', async () => {
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
  ])('%s while a look is under way', (_name, wakeUp) => {
    test.each([
      ['the clock stands', 0],
      ['the clock goes on', 5],
      ['the clock goes back', -5000],
    ])('is not slept over when %s', async (_clock, step) => {
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

  test('a look which began without asking who is due is compared by its time', async () => {
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

export function campaignContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a campaign comes back as it was saved, and is replaced', async () => {
    const { store } = bench;
    await store.campaigns.save(aCampaign());
    expect(await store.campaigns.get(ORG, 'td')).toEqual(aCampaign());
    const changed = aCampaign({ target: null, ended: true, days: [] });
    await store.campaigns.save(changed);
    expect(await store.campaigns.get(ORG, 'td')).toEqual(changed);
    expect(await store.campaigns.get('other', 'td')).toBeNull();
  });

  test('changes at once are all kept, and the teams are looked at again', async () => {
    const { store } = bench;
    await store.campaigns.save(aCampaign({ days: [] }));
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    const add = (day: string) =>
      store.campaigns.change(ORG, 'td', (now) => ({ ...now, days: [...now.days, { day, core: false }] }));
    const saved = await Promise.all(['2018-08-01', '2018-08-02', '2018-08-03'].map(add));
    const campaign = await store.campaigns.get(ORG, 'td');
    expect(saved).toContainEqual(campaign);
    const days = campaign?.days.map(({ day }) => day).sort();
    expect(days).toEqual(['2018-08-01', '2018-08-02', '2018-08-03']);
    expect(await store.wakeQueue.nextWake()).toBe(0);
  });

  test('a refused change writes nothing, and is handed back', async () => {
    const { store } = bench;
    await store.campaigns.save(aCampaign());
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    expect(await store.campaigns.change(ORG, 'td', () => refuse('no-campaign'))).toEqual(
      refuse('no-campaign'),
    );
    expect(await store.campaigns.change('other', 'td', () => aCampaign())).toBeNull();
    expect(await store.campaigns.get(ORG, 'td')).toEqual(aCampaign());
    expect(await store.campaigns.list('other')).toEqual([]);
    expect(await store.wakeQueue.nextWake()).toBe(OPENS + 100);
  });

  test('lists an organisation’s campaigns by their first day', async () => {
    const { store } = bench;
    const early = aCampaign({ id: 'z', days: [{ day: '2017-07-24', core: true }] });
    for (const campaign of [aCampaign(), early, aCampaign({ org: 'other' })]) {
      await store.campaigns.save(campaign);
    }
    expect(await store.campaigns.list(ORG)).toEqual([early, aCampaign()]);
  });
}
