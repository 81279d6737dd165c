import type { Store } from '../../../src/store/store';
import { aPerson, aPoll, aTeam, DAY, type Factory, OPENS, ORG, useStore } from './harness';

export function teamContract(factory: Factory): void {
  const bench = useStore(factory);

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
    const alone = await store.teams.change(ORG, 'a', (now) => ({
      ...now,
      secondChannel: null,
      sharing: null,
    }));
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
    expect(await store.teams.bind(ORG, 'unknown', 'elsewhere')).toBeNull();
    expect(await store.teams.bind('other', 'a', 'elsewhere')).toBeNull();
  });

  test('a team moves with what it has posted; one that was made at the new place meanwhile joins it', async () => {
    const { store } = bench;
    const [p, q] = [aPerson('p'), aPerson('q')];
    await store.teams.create(aTeam('a', { trouble: 'gone' }));
    await store.teams.create(aTeam('b'));
    await store.people.setRoster(ORG, 'a', [p]);
    await store.people.setRoster(ORG, 'b', [q]);
    const task = (team: string) => ({ org: ORG, team, kind: 'open', day: DAY, channel: 'first' }) as const;
    for (const team of ['a', 'b']) {
      const claim = await store.ledger.claim(task(team), 1_000);
      await store.ledger.finish(task(team), claim?.attempt ?? 0, { state: 'done', post: `old ${team}` });
    }
    const move = () =>
      store.teams.move(ORG, 'place of a', 'place of b', (post, from, to) => `${post} ${from} ${to}`);
    const moved = aTeam('a', { place: 'place of b' });
    expect(await move()).toEqual(moved);
    expect(await store.teams.list(ORG)).toEqual([moved]);
    expect((await store.people.roster(ORG, 'a')).map(({ id }) => id)).toEqual(['p', 'q']);
    const posts = async (team: string) =>
      (await store.ledger.list(ORG, team, DAY, 'open')).map(({ post }) => post);
    expect(await posts('a')).toEqual(['old a place of a place of b']);
    expect(await posts('b')).toEqual([]);
    expect(await move()).toBeNull();
    const two = { secondChannel: { place: 'second', trouble: 'forbidden' as const } };
    await store.teams.change(ORG, 'a', (now) => ({ ...now, ...two }));
    const again = await store.teams.move(ORG, 'second', 'third', (post) => post);
    expect(again?.secondChannel).toEqual({ place: 'third', trouble: null });
    expect(again?.place).toBe('place of b');
  });

  test.each([
    ['moved to', (store: Store) => store.teams.move(ORG, 'place of a', 'second', (post) => post)],
    ['bound to', (store: Store) => store.teams.bind(ORG, 'a', 'second')],
  ])('a place that a team was %s leaves the team whose second place it was', async (_how, take) => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    await store.teams.create(aTeam('b'));
    await store.teams.bind(ORG, 'b', 'second');
    await store.people.setRoster(ORG, 'b', [aPerson('q')]);
    await take(store);
    expect((await store.teams.at(ORG, 'second'))?.id).toBe('a');
    expect((await store.teams.list(ORG)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await store.teams.get(ORG, 'b')).toMatchObject({ place: 'place of b', secondChannel: null });
    expect((await store.people.roster(ORG, 'b')).map(({ id }) => id)).toEqual(['q']);
  });

  test('a move and changes at once are all kept', async () => {
    const { store } = bench;
    for (let round = 0; round < 10; round += 1) {
      const id = `t${round}`;
      await store.teams.create(aTeam(id));
      await Promise.all([
        store.teams.change(ORG, id, (team) => ({ ...team, name: 'New' })),
        store.teams.move(ORG, `place of ${id}`, `new place of ${id}`, (post) => post),
        store.teams.bind(ORG, id, `second of ${id}`),
      ]);
      expect(await store.teams.get(ORG, id)).toMatchObject({
        ...{ name: 'New', place: `new place of ${id}` },
        secondChannel: { place: `second of ${id}` },
      });
    }
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

  test('a change of nothing writes nothing, and wakes no team', async () => {
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
    expect(await store.teams.list('unknown')).toEqual([]);
  });
}
