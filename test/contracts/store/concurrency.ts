import type { Store } from '../../../src/store/store';
import {
  aCampaign,
  aPerson,
  aPoll,
  aTask,
  aTeam,
  aVote,
  CLOSES,
  choice,
  DAY,
  type Factory,
  OPENS,
  ORG,
  scheduled,
  TEAM,
  useStore,
} from './harness';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Two processes on one database, doing the same thing at once. Where only one may have it open, it is one. */
export function concurrencyContract(factory: Factory): void {
  const bench = useStore(factory);

  /** Runs it `times` times, in one process and the other by turns, all at once. */
  const atOnce = <T>(times: number, run: (store: Store, index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(
      Array.from({ length: times }, (_, index) => run(index % 2 ? bench.other : bench.store, index)),
    );

  test('of many who ask at once each is given their own', async () => {
    const { store } = bench;
    for (const team of ['a', 'b']) {
      await store.teams.create(aTeam(team, { place: `${team} place` }));
      await store.polls.open(aPoll({ team }), scheduled('p0', 'p1', 'p2', `only ${team}`), OPENS);
    }
    await store.people.save(ORG, [aPerson('p1', { name: 'One' }), aPerson('p2', { name: 'Two' })]);
    await Promise.all([store.answers.record(aVote('p1')), store.answers.record(aVote('p2'))]);

    const people = await Promise.all(
      Array.from({ length: 600 }, (_, n) => store.people.get(ORG, `p${n % 4}`)),
    );
    expect(people.map((person) => person?.name ?? null).slice(-4)).toEqual([null, 'One', 'Two', null]);
    expect(people.filter((person, n) => (person?.id ?? `p${n % 4}`) !== `p${n % 4}`)).toEqual([]);
    const asked = ['only b', 'p1', 'unknown', 'only a', 'p0'];
    const polls = await Promise.all(asked.map((person) => store.polls.of(ORG, person, DAY)));
    expect(polls.map((of) => of.map(({ team }) => team).join())).toEqual(['b', 'a,b', '', 'a', 'a,b']);
    const teams = await Promise.all(['b place', 'x', 'a place'].map((place) => store.teams.at(ORG, place)));
    expect(teams.map((team) => team?.id)).toEqual(['b', undefined, 'a']);
    const answers = await Promise.all(['p0', 'p1'].map((person) => store.answers.get(ORG, person, DAY)));
    expect(answers.map((answer) => answer?.person)).toEqual([undefined, 'p1']);
  });

  test('no change of a team is lost', async () => {
    await bench.store.teams.create(aTeam('a', { name: '' }));
    await atOnce(10, (store, index) =>
      store.teams.change(ORG, 'a', (team) => ({ ...team, name: `${team.name}${index}` })),
    );
    const team = await bench.store.teams.get(ORG, 'a');
    expect([...(team?.name ?? '')].sort().join('')).toBe('0123456789');
  });

  test('no change of a campaign is lost', async () => {
    await bench.store.campaigns.save(aCampaign({ days: [] }));
    await bench.store.teams.create(aTeam());
    await atOnce(8, (store, index) =>
      store.campaigns.change(ORG, 'td', (now) => ({
        ...now,
        days: [...now.days, { day: `2018-08-0${index + 1}`, core: false }],
      })),
    );
    expect((await bench.store.campaigns.get(ORG, 'td'))?.days).toHaveLength(8);
  });

  test('no change of preferences is lost, from the first on', async () => {
    await atOnce(5, (store, index) =>
      store.people.changePreferences(ORG, 'a', (now) => ({
        ...now,
        week: { ...now.week, [WEEKDAYS[index] ?? 'mon']: 'off' },
      })),
    );
    await bench.store.people.save(ORG, [aPerson('a')]);
    const week = (await bench.store.people.get(ORG, 'a'))?.preferences.week;
    expect(Object.keys(week ?? {}).sort()).toEqual([...WEEKDAYS].sort());
  });

  test('of two rosters one stands, whole', async () => {
    const rosters = [
      ['a', 'b', 'x'],
      ['x', 'c', 'd'],
    ];
    await atOnce(8, (store, index) =>
      store.people.setRoster(
        ORG,
        TEAM,
        (rosters[index % 2] ?? []).map((id) => aPerson(id)),
      ),
    );
    const roster = (await bench.store.people.roster(ORG, TEAM)).map(({ id }) => id);
    expect([
      ['a', 'b', 'x'],
      ['c', 'd', 'x'],
    ]).toContainEqual(roster);
  });

  test('a poll opened in both is one, with the members of one', async () => {
    const opened = await atOnce(6, (store, index) =>
      store.polls.open(aPoll({ remindAt: index }), scheduled(`only ${index}`), OPENS),
    );
    const poll = await bench.store.polls.get(ORG, TEAM, DAY);
    expect(opened).toEqual(opened.map(() => poll));
    const members = await bench.store.polls.silent(ORG, TEAM, DAY);
    expect(members.map(({ id }) => id)).toEqual([`only ${poll?.remindAt}`]);
  });

  test('a place that is spoken in for the first time, twice at once, has one team', async () => {
    const made = await atOnce(6, (store, index) =>
      store.teams.create(aTeam(`t${index}`, { place: 'here', name: 'Here' })),
    );
    expect(await bench.store.teams.list(ORG)).toEqual([made[0]]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  test('a task, and a key of the memory, go to one', async () => {
    const until = (await bench.store.time()) + 60_000;
    const claims = await atOnce(12, (store) => store.ledger.claim(aTask(), 60_000));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    const keys = await atOnce(12, (store) => store.memory('slack').claim('key', '', until, null));
    expect(keys.filter(Boolean)).toHaveLength(1);
  });

  test('a team is looked at in one of them', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await bench.store.teams.create(aTeam(id));
    const looks = await atOnce(4, (store) => store.wakeQueue.due(OPENS, 2));
    const ids = looks.flat().map(({ id }) => id);
    expect(ids.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('one person’s votes in both follow one another', async () => {
    const styles = ['home', 'office', 'trip', 'leave', 'mobile', 'satellite'] as const;
    const recorded = await atOnce(18, (store, index) =>
      store.answers.record(aVote('a', { choice: choice(styles[index % 6] ?? 'home') })),
    );
    const history = await bench.store.answers.history(ORG, 'a', DAY);
    expect(history.map(({ seq }) => seq)).toEqual(recorded.map(({ seq }) => seq).sort((x, y) => x - y));
    const bySeq = new Map(recorded.map(({ seq, previous }) => [seq, previous]));
    const before = history.map(({ seq }) => bySeq.get(seq));
    expect(before).toEqual([null, ...history.slice(0, -1).map((trace) => trace.choice)]);
    expect(await bench.store.answers.get(ORG, 'a', DAY)).toMatchObject({
      style: history.at(-1)?.choice?.style,
    });
  });

  test('many people’s votes in both, in opposite orders, are all counted once', async () => {
    const people = Array.from({ length: 120 }, (_, index) => `p${index}`);
    await bench.store.polls.open(aPoll(), [], OPENS);
    await Promise.all([
      ...people.map((person) => bench.store.answers.record(aVote(person))),
      ...[...people].reverse().map((person) => bench.other.answers.record(aVote(person))),
    ]);
    const { members, groups } = await bench.store.polls.count(ORG, TEAM, DAY, CLOSES);
    expect([members, groups]).toEqual([120, [{ style: 'home', arrival: null, count: 120, late: 0 }]]);
  });

  test('who votes while being forgotten is known whole, or not at all', async () => {
    await bench.store.polls.open(aPoll(), scheduled('a'), OPENS);
    await bench.store.people.save(ORG, [aPerson('a')]);
    await bench.store.answers.record(aVote('a'));
    await atOnce(6, async (store, index) => {
      if (index === 2) await store.people.forget(ORG, 'a', OPENS);
      else await store.answers.record(aVote('a', { choice: choice(index % 2 ? 'office' : 'trip') }));
    });
    const answer = await bench.store.answers.get(ORG, 'a', DAY);
    const last = (await bench.store.answers.history(ORG, 'a', DAY)).at(-1);
    expect(answer?.style).toBe(last?.choice?.style);
  });

  test('an id identified in many places at once is linked, and its data is merged', async () => {
    const { links, answers } = bench.store;
    const votes = Array.from({ length: 8 }, (_, index) => `alias${index}`);
    for (const person of votes) await answers.record(aVote(person));
    await links.identify(ORG, [{ id: 'first', identity: 'hash' }]);
    for (const alias of votes) {
      const found = await atOnce(6, (store) => store.links.identify(ORG, [{ id: alias, identity: 'hash' }]));
      expect(found.map((persons) => persons.get(alias))).toEqual(found.map(() => 'first'));
    }
    expect(await links.ids(ORG, 'first')).toEqual(['first', ...votes]);
  });
}
