import type { PollMember } from '../../../src/ports/store/polls';
import {
  agreed,
  aPoll,
  aTeam,
  aVote,
  CLOSES,
  choice,
  DAY,
  ENDS,
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

function usually(person: string, style: 'home' | 'office'): PollMember {
  return { person, scheduled: true, usual: choice(style) };
}

export function pollContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a poll comes back as it was opened', async () => {
    const { store } = bench;
    const full = aPoll({ remindAt: OPENS + 7, campaign: 'td', core: true, drill: { reason: '' } });
    expect(await store.polls.open(full, scheduled('a'), OPENS)).toEqual(full);
    expect(await store.polls.get(ORG, TEAM, DAY)).toEqual(full);
    expect(await store.polls.get(ORG, 'other', DAY)).toBeNull();
    expect(await store.polls.get(ORG, TEAM, '2018-07-25')).toBeNull();
  });

  test('a poll that exists stays as it is, with its members and answers', async () => {
    const { store } = bench;
    await store.polls.open(aPoll(), scheduled('a'), OPENS);
    const late = aPoll({ closesAt: CLOSES + 1, core: true });
    const again = await store.polls.open(late, [usually('b', 'home')], OPENS + 1);
    expect(again).toEqual(aPoll());
    expect(await store.polls.get(ORG, TEAM, DAY)).toEqual(aPoll());
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({ members: 1, groups: [] });
    expect(await store.answers.get(ORG, 'b', DAY)).toBeNull();
  });

  test('the wish to remind the silent is kept once a poll, and goes with it', async () => {
    const { polls } = bench.store;
    const poll = await polls.open(aPoll(), [], 1);
    expect(await polls.remindNow({ ...poll, round: 1 }, 5)).toBe(false);
    expect([await polls.remindNow(poll, 5), await polls.remindNow(poll, 6)]).toEqual([true, false]);
    expect(await polls.get(poll.org, poll.team, poll.day)).toEqual({ ...poll, remindNowAt: 5 });
    const again = { ...poll, round: 1, openedAt: 7 };
    await polls.openAgain(again, []);
    expect((await polls.get(poll.org, poll.team, poll.day))?.remindNowAt).toBeUndefined();
  });

  test('a poll is prolonged to a later end alone, and only the poll that is meant', async () => {
    const { store } = bench;
    for (const day of [DAY, '2018-07-25']) await store.polls.open(aPoll({ day }), scheduled('a'), OPENS);
    const window = { from: '07:00', until: '11:00' };
    const later = aPoll({ window, closesAt: CLOSES + 30 * 60_000 });
    await store.polls.prolong({ ...later, round: 1 });
    expect(await store.polls.get(ORG, TEAM, DAY)).toEqual(aPoll());
    await store.polls.prolong(later);
    await store.polls.prolong(
      aPoll({ window: { from: '07:00', until: '10:45' }, closesAt: CLOSES + 15 * 60_000 }),
    );
    expect(await store.polls.get(ORG, TEAM, DAY)).toEqual(later);
    expect(await store.polls.get(ORG, TEAM, '2018-07-25')).toEqual(aPoll({ day: '2018-07-25' }));
  });

  test('opened by two at once, the poll is one', async () => {
    const { store } = bench;
    const polls = await Promise.all([
      store.polls.open(aPoll({ remindAt: 1 }), scheduled('a'), OPENS),
      store.polls.open(aPoll({ remindAt: 2 }), scheduled('b'), OPENS),
    ]);
    const first = await store.polls.get(ORG, TEAM, DAY);
    expect(polls).toEqual([first, first]);
  });

  test('default weeks answer for who has not, with a trace', async () => {
    const { store } = bench;
    await store.answers.record(aVote('a', { choice: choice('trip'), source: 'plan', at: OPENS - 9 }));
    await store.polls.open(aPoll(), [usually('a', 'home'), usually('b', 'office'), off('c')], OPENS);
    expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ style: 'trip', source: 'plan' });
    expect(await store.answers.get(ORG, 'b', DAY)).toMatchObject({
      style: 'office',
      source: 'default-week',
      at: OPENS,
      firstAt: OPENS - 1,
    });
    expect(await store.answers.history(ORG, 'a', DAY)).toHaveLength(1);
    expect(await store.answers.history(ORG, 'b', DAY)).toEqual([
      { seq: expect.any(Number), choice: choice('office'), at: OPENS, source: 'default-week' },
    ]);
    expect(await store.answers.get(ORG, 'c', DAY)).toBeNull();
  });

  test('who keeps a default week has planned ahead, whenever the poll opens and whatever they say later', async () => {
    const { store } = bench;
    await agreed(store, ['a', 'b']);
    await store.polls.open(aPoll(), [usually('a', 'home'), usually('b', 'home')], OPENS + 60_000);
    await store.answers.record(aVote('b', { choice: choice('office'), at: OPENS + 90_000 }));
    expect(await store.polls.firstAnswers(ORG, TEAM, DAY)).toEqual([OPENS - 1, OPENS - 1]);
    expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ at: OPENS + 60_000 });
    expect(await store.answers.get(ORG, 'b', DAY)).toMatchObject({ style: 'office', at: OPENS + 90_000 });
  });

  test('a large roster opens whole', async () => {
    const { store } = bench;
    const roster = Array.from({ length: 2001 }, (_, index) => usually(`p${index}`, 'home'));
    await agreed(
      store,
      roster.map(({ person }) => person),
    );
    await store.polls.open(aPoll(), roster, OPENS);
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({
      members: 2001,
      groups: [{ style: 'home', arrival: null, count: 2001, late: 0 }],
    });
  });

  test('a poll may open without members', async () => {
    const { store } = bench;
    await store.polls.open(aPoll(), [], OPENS);
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({ members: 0, groups: [] });
    expect(await store.polls.firstAnswers(ORG, TEAM, DAY)).toEqual([]);
    expect(await store.polls.members(ORG, TEAM, DAY)).toEqual([]);
  });

  test('a fault while opening leaves nothing', async () => {
    const { store } = bench;
    const members = [...scheduled('a'), { ...usually('b', 'home'), person: null as unknown as string }];
    await expect(store.polls.open(aPoll(), members, OPENS)).rejects.toMatchObject({ kind: 'constraint' });
    expect(await store.polls.get(ORG, TEAM, DAY)).toBeNull();
    expect(await store.polls.of(ORG, 'a', DAY)).toEqual([]);
    expect(await store.polls.open(aPoll(), scheduled('a'), OPENS)).toEqual(aPoll());
  });

  test('polls of a team, by day, and the last one before a day', async () => {
    const { store } = bench;
    for (const day of ['2018-07-26', '2018-07-24', '2018-07-25', '2018-07-20']) {
      await store.polls.open(aPoll({ day, campaign: 'td' }), [], OPENS);
    }
    await store.polls.open(aPoll({ team: 'other', day: '2018-07-23' }), [], OPENS);
    const listed = await store.polls.list(ORG, TEAM, '2018-07-24', '2018-07-25');
    expect(listed.map(({ day }) => day)).toEqual(['2018-07-24', '2018-07-25']);
    expect((await store.polls.previous(ORG, TEAM, '2018-07-24'))?.day).toBe('2018-07-20');
    expect(await store.polls.previous(ORG, TEAM, '2018-07-20')).toBeNull();
  });

  test('when the last poll of each day ends', async () => {
    const { store } = bench;
    for (const team of [TEAM, 'other']) await store.teams.create(aTeam(team));
    await store.polls.open(aPoll(), [], OPENS);
    await store.polls.open(aPoll({ team: 'other', endsAt: ENDS + 1 }), [], OPENS);
    await store.polls.open(aPoll({ day: '2018-07-26', endsAt: ENDS + 2 }), [], OPENS);
    await store.polls.open(aPoll({ org: 'other', endsAt: ENDS + 3 }), [], OPENS);
    expect(await store.polls.ends(ORG, [DAY, '2018-07-25'])).toEqual(new Map([[DAY, ENDS + 1]]));
    expect(await store.polls.ends(ORG, [])).toEqual(new Map());
  });

  test('the previous Telework Day may be a drill, but not a plain workday', async () => {
    const { store } = bench;
    const plain = { campaign: null, drill: null };
    await store.polls.open(aPoll({ day: '2018-07-19', ...plain, drill: { reason: '' } }), [], OPENS);
    await store.polls.open(aPoll({ day: '2018-07-20', ...plain }), [], OPENS);
    expect((await store.polls.previous(ORG, TEAM, '2018-07-24'))?.day).toBe('2018-07-19');
  });

  test('the polls of a day whose lists name a person', async () => {
    const { store } = bench;
    await store.polls.open(aPoll(), scheduled('a', 'b'), OPENS);
    await store.polls.open(aPoll({ team: 'z team' }), [off('a')], OPENS);
    await store.polls.open(aPoll({ day: '2018-07-25' }), scheduled('a'), OPENS);
    expect((await store.polls.of(ORG, 'a', DAY)).map(({ team }) => team)).toEqual([TEAM, 'z team']);
    expect(await store.polls.of(ORG, 'b', DAY)).toEqual([{ ...aPoll(), here: false }]);
    await store.agreements.add({ org: ORG, team: TEAM, person: 'b', agrees: 'counts', day: DAY });
    expect(await store.polls.of(ORG, 'b', DAY)).toEqual([{ ...aPoll(), here: true }]);
    expect(await store.polls.of('other', 'a', DAY)).toEqual([]);
  });
}
