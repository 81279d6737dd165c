import { isLate, lateFrom } from '../../../src/domain/answers/poll';
import {
  aPerson,
  aPoll,
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

export function answerContract(factory: Factory): void {
  const bench = useStore(factory);

  test('an answer comes back as it was given', async () => {
    const { store } = bench;
    const vote = aVote('a', { choice: choice('off-peak', '10:30'), at: OPENS + 1, source: 'form' });
    expect(await store.answers.record(vote)).toEqual({
      seq: expect.any(Number),
      previous: null,
      at: OPENS + 1,
    });
    expect(await store.answers.get(ORG, 'a', DAY)).toEqual({
      person: 'a',
      day: DAY,
      style: 'off-peak',
      arrival: '10:30',
      at: OPENS + 1,
      firstAt: OPENS + 1,
      source: 'form',
    });
    expect(await store.answers.get(ORG, 'b', DAY)).toBeNull();
    expect(await store.answers.get('other', 'a', DAY)).toBeNull();
    expect(await store.answers.get(ORG, 'a', '2018-07-25')).toBeNull();
  });

  test('the last answer wins and remembers when the first was given', async () => {
    const { store } = bench;
    await store.answers.record(aVote('a', { choice: choice('home-part', '13:00') }));
    const second = await store.answers.record(
      aVote('a', { choice: choice('office'), at: OPENS + 5, source: 'command' }),
    );
    expect(second.previous).toEqual(choice('home-part', '13:00'));
    expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({
      style: 'office',
      arrival: null,
      at: OPENS + 5,
      firstAt: OPENS,
      source: 'command',
    });
  });

  test('the same answer given again keeps its time: it does not become late', async () => {
    const { store } = bench;
    await store.polls.open(aPoll(), scheduled('a', 'b', 'c'), OPENS);
    const offPeak = choice('off-peak', '10:30');
    await store.answers.record(aVote('a', { choice: choice('home') }));
    const again = await store.answers.record(
      aVote('a', { choice: choice('home'), at: CLOSES + 1, source: 'command' }),
    );
    expect(again.at).toBe(OPENS);
    expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ at: OPENS, source: 'command' });
    expect((await store.answers.history(ORG, 'a', DAY)).map(({ at }) => at)).toEqual([OPENS, CLOSES + 1]);
    await store.answers.record(aVote('b', { choice: offPeak }));
    await store.answers.record(aVote('b', { choice: offPeak, at: CLOSES + 1 }));
    await store.answers.record(aVote('c', { choice: offPeak }));
    await store.answers.record(aVote('c', { choice: choice('off-peak', null), at: CLOSES + 1 }));
    expect((await store.polls.count(ORG, TEAM, DAY, CLOSES)).groups).toEqual(
      expect.arrayContaining([
        { style: 'home', arrival: null, count: 1, late: 0 },
        { ...offPeak, count: 1, late: 0 },
        { style: 'off-peak', arrival: null, count: 1, late: 1 },
      ]),
    );
  });

  test('an answer is late for a poll as the domain judges', async () => {
    const { store } = bench;
    const poll = aPoll();
    const instants = [OPENS, CLOSES - 1, CLOSES, CLOSES + 1];
    await store.polls.open(poll, [], OPENS);
    for (const [index, at] of instants.entries()) {
      await store.answers.record(aVote(`p${index}`, { choice: choice('home'), at }));
    }
    expect((await store.polls.count(ORG, TEAM, DAY, lateFrom(poll))).groups).toEqual([
      { style: 'home', arrival: null, count: 4, late: instants.filter((at) => isLate(at, poll)).length },
    ]);
  });

  test('the history keeps every answer, with its time and source, numbered upwards', async () => {
    const { store } = bench;
    const first = await store.answers.record(aVote('a', { source: 'plan' }));
    await store.answers.record(aVote('b'));
    const second = await store.answers.record(aVote('a', { choice: null, at: OPENS + 1 }));
    const third = await store.answers.record(aVote('a', { choice: choice('office'), at: OPENS + 2 }));
    expect(first.seq).toBeLessThan(second.seq);
    expect(second.seq).toBeLessThan(third.seq);
    expect(await store.answers.history(ORG, 'a', DAY)).toEqual([
      { seq: first.seq, choice: choice('home'), at: OPENS, source: 'plan' },
      { seq: second.seq, choice: null, at: OPENS + 1, source: 'button' },
      { seq: third.seq, choice: choice('office'), at: OPENS + 2, source: 'button' },
    ]);
  });

  test('a number of the history never comes twice, not even after forgetting', async () => {
    const { seq } = await bench.store.answers.record(aVote('a'));
    await bench.store.people.forget(ORG, 'a', OPENS);
    await bench.reopen();
    expect((await bench.store.answers.record(aVote('a'))).seq).toBeGreaterThan(seq);
  });

  test('a cleared answer is none; the next one is a first again', async () => {
    const { store } = bench;
    await store.answers.record(aVote('a'));
    const cleared = await store.answers.record(aVote('a', { choice: null, at: OPENS + 1 }));
    expect(cleared.previous).toEqual(choice('home'));
    expect(await store.answers.get(ORG, 'a', DAY)).toBeNull();
    const again = await store.answers.record(aVote('a', { at: OPENS + 2 }));
    expect(again.previous).toBeNull();
    expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ firstAt: OPENS + 2 });
  });

  test('clearing what is not there leaves a trace and nothing else', async () => {
    const { store } = bench;
    expect((await store.answers.record(aVote('a', { choice: null }))).previous).toBeNull();
    expect(await store.answers.get(ORG, 'a', DAY)).toBeNull();
    expect(await store.answers.history(ORG, 'a', DAY)).toHaveLength(1);
  });

  test('lists one person’s answers in the closed span, by day', async () => {
    const { store } = bench;
    for (const day of ['2018-07-25', '2018-07-23', DAY, '2018-07-30', '2018-07-20']) {
      await store.answers.record(aVote('a', { day }));
    }
    await store.answers.record(aVote('b', { day: '2018-07-24' }));
    await store.answers.record(aVote('a', { org: 'other', day: '2018-07-24' }));
    const days = (await store.answers.list(ORG, 'a', '2018-07-23', '2018-07-25')).map(({ day }) => day);
    expect(days).toEqual(['2018-07-23', DAY, '2018-07-25']);
    expect(await store.answers.list(ORG, 'a', '2019-01-01', '2019-12-31')).toEqual([]);
    expect(await store.answers.list(ORG, 'a', '2018-07-25', '2018-07-23')).toEqual([]);
  });

  test('plans of the roster for a day without a poll', async () => {
    const { store } = bench;
    await store.people.setRoster(ORG, TEAM, [aPerson('a'), aPerson('b'), aPerson('c')]);
    for (const person of ['c', 'a', 'stranger']) await store.answers.record(aVote(person));
    await store.answers.record(aVote('b', { day: '2018-07-25' }));
    const planned = await store.answers.planned(ORG, TEAM, DAY, 'counts');
    expect(planned.map(({ person }) => person)).toEqual(['a', 'c']);
    expect(planned[0]).toMatchObject({ day: DAY, style: 'home', firstAt: OPENS });
    const plans = await store.answers.plans(ORG, TEAM, [DAY, '2018-07-25', '2018-07-26'], 'counts');
    expect(plans.sort((a, b) => (a.day < b.day ? -1 : 1))).toEqual([
      { day: DAY, style: 'home', people: 2 },
      { day: '2018-07-25', style: 'home', people: 1 },
    ]);
    expect(await store.answers.plans(ORG, TEAM, [DAY], 'names')).toEqual([]);
    expect(await store.answers.plans(ORG, TEAM, [], 'counts')).toEqual([]);
    expect(await store.people.countRoster(ORG, TEAM)).toBe(3);
    expect(await store.people.countRoster(ORG, 'other')).toBe(0);
  });

  test('answers outlive the process', async () => {
    await bench.store.answers.record(aVote('a'));
    const before = await bench.store.answers.get(ORG, 'a', DAY);
    await bench.reopen();
    expect(await bench.store.answers.get(ORG, 'a', DAY)).toEqual(before);
  });
}

export function batchContract(factory: Factory): void {
  const bench = useStore(factory);

  test('votes of one moment apply in the order they were given', async () => {
    const { store } = bench;
    const styles = [choice('home'), choice('office'), null, choice('trip')];
    const recorded = await Promise.all(
      styles.map((given) => store.answers.record(aVote('a', { choice: given }))),
    );
    expect(recorded.map(({ previous }) => previous)).toEqual([null, choice('home'), choice('office'), null]);
    const history = await store.answers.history(ORG, 'a', DAY);
    expect(history.map(({ seq }) => seq)).toEqual(recorded.map(({ seq }) => seq));
    expect(history.map((entry) => entry.choice)).toEqual(styles);
    expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ style: 'trip' });
  });

  test('many members at once never disturb each other', async () => {
    const { store } = bench;
    const people = Array.from({ length: 1300 }, (_, index) => `p${index}`);
    await store.polls.open(aPoll(), scheduled(...people), OPENS);
    const recorded = await Promise.all(
      people.map((person, index) =>
        store.answers.record(aVote(person, { choice: choice(index % 2 ? 'office' : 'home') })),
      ),
    );
    expect(new Set(recorded.map(({ seq }) => seq)).size).toBe(1300);
    const { members, groups } = await store.polls.count(ORG, TEAM, DAY, CLOSES);
    expect(members).toBe(1300);
    expect(groups.map(({ style, count }) => [style, count]).sort()).toEqual([
      ['home', 650],
      ['office', 650],
    ]);
  });

  test('a vote the database refuses fails alone', async () => {
    const { store } = bench;
    const broken = aVote('b', { at: Number.NaN });
    const [first, second, third] = await Promise.allSettled([
      store.answers.record(aVote('a')),
      store.answers.record(broken),
      store.answers.record(aVote('a', { choice: choice('office') })),
    ]);
    expect(first).toMatchObject({ status: 'fulfilled', value: { previous: null } });
    expect(second).toMatchObject({ status: 'rejected', reason: { name: 'StoreError', kind: 'constraint' } });
    expect(third).toMatchObject({ status: 'fulfilled', value: { previous: choice('home') } });
    expect(await store.answers.get(ORG, 'b', DAY)).toBeNull();
    expect(await store.answers.history(ORG, 'b', DAY)).toEqual([]);
    expect(await store.answers.history(ORG, 'a', DAY)).toHaveLength(2);
  });

  test('votes, openings and reads go on side by side', async () => {
    const { store } = bench;
    const days = Array.from({ length: 20 }, (_, index) => `2018-08-${String(index + 1).padStart(2, '0')}`);
    await Promise.all(
      days.flatMap((day) => [
        store.answers.record(aVote('a', { day })),
        store.polls.open(aPoll({ day }), scheduled('a', 'b'), OPENS),
        store.answers.record(aVote('b', { day })),
        store.polls.count(ORG, TEAM, day, CLOSES),
        store.people.setRoster(ORG, TEAM, [aPerson('a'), aPerson('b')]),
      ]),
    );
    for (const day of days) {
      const { members, groups } = await store.polls.count(ORG, TEAM, day, CLOSES);
      expect({ members, answered: groups[0]?.count }).toEqual({ members: 2, answered: 2 });
    }
  });

  test('closing commits what is waiting, and takes nothing more', async () => {
    const pending = [bench.store.answers.record(aVote('a')), bench.store.answers.record(aVote('b'))];
    const closed = bench.store;
    await bench.reopen();
    await expect(Promise.all(pending)).resolves.toHaveLength(2);
    await expect(closed.answers.record(aVote('c'))).rejects.toMatchObject({ kind: 'closed' });
    await expect(closed.answers.get(ORG, 'a', DAY)).rejects.toMatchObject({ kind: 'closed' });
    await expect(closed.ping()).rejects.toMatchObject({ kind: 'closed' });
    expect(await bench.store.answers.get(ORG, 'b', DAY)).toMatchObject({ style: 'home' });
    expect(await bench.store.answers.get(ORG, 'c', DAY)).toBeNull();
  });
}
