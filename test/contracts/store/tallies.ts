import type { PollMember } from '../../../src/ports/store/polls';
import {
  agreed,
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

function off(person: string): PollMember {
  return { person, scheduled: false, usual: null };
}

export function tallyContract(factory: Factory): void {
  const bench = useStore(factory);

  test('answers are grouped by style, arrival and lateness', async () => {
    const { store } = bench;
    await store.polls.open(aPoll(), scheduled('a', 'b', 'c', 'd', 'e', 'silent'), OPENS);
    await store.answers.record(aVote('a'));
    await store.answers.record(aVote('b', { at: CLOSES - 1 }));
    await store.answers.record(aVote('c', { at: CLOSES }));
    await store.answers.record(aVote('d', { choice: choice('off-peak', '10:00') }));
    await store.answers.record(aVote('e', { choice: choice('off-peak', '10:30') }));
    const { members, groups } = await store.polls.count(ORG, TEAM, DAY, CLOSES);
    expect(members).toBe(6);
    expect(groups).toHaveLength(3);
    expect(groups).toEqual(
      expect.arrayContaining([
        { style: 'home', arrival: null, count: 3, late: 1 },
        { style: 'off-peak', arrival: '10:00', count: 1, late: 0 },
        { style: 'off-peak', arrival: '10:30', count: 1, late: 0 },
      ]),
    );
  });

  test('only this team, day and organisation count', async () => {
    const { store } = bench;
    await store.polls.open(aPoll(), scheduled('a'), OPENS);
    await store.polls.open(aPoll({ team: 'other' }), scheduled('b'), OPENS);
    await store.answers.record(aVote('b', { team: 'other' }));
    await store.answers.record(aVote('a', { day: '2018-07-25' }));
    await store.answers.record(aVote('a', { org: 'other' }));
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({ members: 1, groups: [] });
  });

  test('one answer counts in every team the person is in', async () => {
    const { store } = bench;
    await agreed(store, ['a'], 'other');
    await store.polls.open(aPoll(), scheduled('a'), OPENS);
    await store.polls.open(aPoll({ team: 'other' }), scheduled('a'), OPENS);
    await store.answers.record(aVote('a'));
    for (const team of [TEAM, 'other']) {
      expect((await store.polls.count(ORG, team, DAY, CLOSES)).groups).toHaveLength(1);
    }
  });

  test('who is not scheduled is in no figure until they answer', async () => {
    const { store } = bench;
    await agreed(store, ['a', 'b']);
    await store.polls.open(aPoll(), [...scheduled('a'), off('b')], OPENS);
    expect((await store.polls.count(ORG, TEAM, DAY, CLOSES)).members).toBe(1);
    expect((await store.polls.silent(ORG, TEAM, DAY)).map(({ id }) => id)).toEqual(['a']);
    await store.answers.record(aVote('b', { team: null }));
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({ members: 2 });
    await store.answers.record(aVote('b', { choice: null }));
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({ members: 1, groups: [] });
    expect((await store.polls.silent(ORG, TEAM, DAY)).map(({ id }) => id)).toEqual(['a']);
  });

  test('who planned counts when the poll opens, scheduled or not', async () => {
    const { store } = bench;
    await store.answers.record(aVote('a', { source: 'plan' }));
    await store.polls.open(aPoll(), [off('a')], OPENS);
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({
      members: 1,
      groups: [{ style: 'home', count: 1 }],
    });
  });

  test('who answers in the poll joins it; who answers elsewhere does not', async () => {
    const { store } = bench;
    await store.polls.open(aPoll(), scheduled('a'), OPENS);
    await store.answers.record(aVote('new'));
    await store.answers.record(aVote('elsewhere', { team: null }));
    await store.answers.record(aVote('unpolled', { team: 'no such team' }));
    await store.answers.record(aVote('shy', { choice: null }));
    expect((await store.polls.count(ORG, TEAM, DAY, CLOSES)).members).toBe(2);
    expect(await store.polls.of(ORG, 'new', DAY)).toEqual([{ ...aPoll(), here: true }]);
    expect(await store.polls.of(ORG, 'shy', DAY)).toEqual([]);
  });

  test('an answer, a day off and a lateness of a member who has not agreed are in no figure', async () => {
    const { store } = bench;
    const figures = async () =>
      Promise.all([
        store.polls.count(ORG, TEAM, DAY, CLOSES),
        store.polls.firstAnswers(ORG, TEAM, DAY),
        store.polls.reach({ org: ORG, team: TEAM, campaign: 'td', days: [DAY] }),
        store.polls.members(ORG, TEAM, DAY),
        store.answers.planned(ORG, TEAM, DAY, 'counts'),
      ]);
    const person = { ...aPerson('b'), name: 'B' };
    await store.people.setRoster(ORG, TEAM, [aPerson('a'), person]);
    await agreed(store, ['a']);
    await store.polls.open(aPoll(), [...scheduled('a'), off('b')], OPENS);
    const before = await figures();
    expect(before[0]).toEqual({ members: 2, groups: [], unheard: 1 });
    for (const at of [OPENS - 1, OPENS + 1, CLOSES + 1]) {
      await store.answers.record(aVote('b', { team: 'other', at, choice: choice('mobile') }));
      await store.answers.record(aVote('b', { agrees: null, at: at + 1 }));
      expect(await figures()).toEqual(before);
    }
    await store.answers.record(aVote('b', { at: CLOSES + 3 }));
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({ members: 2, unheard: 0 });
  });

  test('who agreed to counts does not count where names are shown', async () => {
    const { store } = bench;
    await agreed(store, ['a', 'b']);
    await store.polls.open(aPoll({ names: true }), scheduled('a', 'b'), OPENS);
    await store.answers.record(aVote('a', { agrees: 'counts' }));
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toEqual({ members: 2, groups: [], unheard: 2 });
    await store.agreements.add({ org: ORG, team: TEAM, person: 'a', agrees: 'names', day: DAY });
    await store.agreements.add({ org: ORG, team: TEAM, person: 'a', agrees: 'counts', day: null });
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({ unheard: 1 });
    expect(await store.agreements.of(ORG, 'a')).toEqual(new Map([[TEAM, 'names']]));
    expect([...(await store.agreements.within(ORG, TEAM, 'names'))]).toEqual(['a']);
    expect([...(await store.agreements.within(ORG, TEAM, 'counts'))].sort()).toEqual(['a', 'b']);
  });

  test('the instants of first answers', async () => {
    const { store } = bench;
    await store.polls.open(aPoll(), scheduled('a', 'b', 'c'), OPENS);
    await store.answers.record(aVote('a', { at: OPENS + 1 }));
    await store.answers.record(aVote('a', { at: OPENS + 2 }));
    await store.answers.record(aVote('b', { at: OPENS - 3 }));
    await store.answers.record(aVote('stranger', { team: null }));
    const instants = await store.polls.firstAnswers(ORG, TEAM, DAY);
    expect(instants.sort()).toEqual([OPENS - 3, OPENS + 1]);
  });

  test('members with their answers and preferences, by name', async () => {
    const { store } = bench;
    await store.people.setRoster(ORG, TEAM, [aPerson('a', { name: 'Zoe' }), aPerson('b', { name: 'Ada' })]);
    await store.people.changePreferences(ORG, 'a', () => ({
      language: 'en',
      remind: false,
      askPrivately: true,
      week: { mon: 'off' },
    }));
    await store.polls.open(aPoll(), [off('a'), ...scheduled('b')], OPENS);
    await store.answers.record(aVote('b'));
    const [ada, zoe] = await store.polls.members(ORG, TEAM, DAY);
    expect(ada).toEqual({
      member: await store.people.get(ORG, 'b'),
      scheduled: true,
      here: true,
      answer: await store.answers.get(ORG, 'b', DAY),
    });
    expect(zoe).toEqual({
      member: await store.people.get(ORG, 'a'),
      scheduled: true,
      here: false,
      answer: null,
    });
    expect(zoe?.member.preferences.week).toEqual({ mon: 'off' });
    expect(await store.polls.silent(ORG, TEAM, DAY)).toEqual([]);
  });

  test('people and person-days of telework over several days are two figures', async () => {
    const { store } = bench;
    const days = ['2018-07-23', '2018-07-24', '2018-07-25'];
    for (const day of days) await store.polls.open(aPoll({ day }), scheduled('a', 'b', 'c'), OPENS);
    for (const day of days) await store.answers.record(aVote('a', { day, choice: choice('mobile') }));
    await store.answers.record(aVote('b', { day: '2018-07-24' }));
    await store.answers.record(aVote('c', { choice: choice('off-peak', '11:00') }));
    await store.answers.record(aVote('stranger', { team: null }));
    const reach = (team: string, some: readonly string[]) =>
      store.polls.reach({ org: ORG, team, campaign: 'td', days: some });
    expect(await reach(TEAM, days)).toEqual({ people: 2, personDays: 4 });
    expect(await reach(TEAM, ['2018-07-24'])).toEqual({ people: 2, personDays: 2 });
    expect(await reach(TEAM, [])).toEqual({ people: 0, personDays: 0 });
    expect(await reach('other', days)).toEqual({ people: 0, personDays: 0 });
  });
}
