import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/domain/people/person';
import {
  aPerson,
  aPoll,
  aTask,
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

const CHOSEN: Preferences = {
  language: 'zh-TW',
  remind: false,
  week: { mon: choice('home'), wed: choice('off-peak', '10:30'), fri: 'off' },
};

export function peopleContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a profile comes back as it was saved, with default preferences', async () => {
    const { store } = bench;
    const unknown = aPerson('b', { locale: null, timeZone: null, kind: 'guest' });
    await store.people.save(ORG, [aPerson('a'), unknown]);
    expect(await store.people.get(ORG, 'a')).toEqual({ ...aPerson('a'), preferences: DEFAULT_PREFERENCES });
    expect(await store.people.get(ORG, 'b')).toEqual({ ...unknown, preferences: DEFAULT_PREFERENCES });
    expect(await store.people.get('other', 'a')).toBeNull();
  });

  test('saving a profile again changes it and leaves the preferences', async () => {
    const { store } = bench;
    await store.people.save(ORG, [aPerson('a')]);
    await store.people.changePreferences(ORG, 'a', () => CHOSEN);
    const renamed = aPerson('a', { name: 'New', kind: 'deactivated' });
    await store.people.save(ORG, [renamed]);
    expect(await store.people.get(ORG, 'a')).toEqual({ ...renamed, preferences: CHOSEN });
  });

  test('preferences may come before the profile, and are replaced as a whole', async () => {
    const { store } = bench;
    await store.people.changePreferences(ORG, 'a', () => CHOSEN);
    await store.people.save(ORG, [aPerson('a')]);
    expect((await store.people.get(ORG, 'a'))?.preferences).toEqual(CHOSEN);
    await store.people.changePreferences(ORG, 'a', () => DEFAULT_PREFERENCES);
    expect((await store.people.get(ORG, 'a'))?.preferences).toEqual(DEFAULT_PREFERENCES);
  });

  test('changes of preferences at once are all kept', async () => {
    const { store } = bench;
    await store.people.save(ORG, [aPerson('a')]);
    const chosen = await Promise.all([
      store.people.changePreferences(ORG, 'a', (now) => ({ ...now, remind: false })),
      store.people.changePreferences(ORG, 'a', (now) => ({ ...now, week: { ...now.week, fri: 'off' } })),
      store.people.changePreferences(ORG, 'a', (now) => ({ ...now, week: { ...now.week, mon: 'off' } })),
      store.people.changePreferences(ORG, 'a', (now) => ({ ...now, language: 'ja' })),
    ]);
    const all: Preferences = { language: 'ja', remind: false, week: { mon: 'off', fri: 'off' } };
    expect((await store.people.get(ORG, 'a'))?.preferences).toEqual(all);
    expect(chosen).toContainEqual(all);
  });

  test('no person, many, and the same person twice can be saved', async () => {
    const { store } = bench;
    await store.people.save(ORG, []);
    const many = Array.from({ length: 1201 }, (_, index) => aPerson(`p${index}`));
    await store.people.setRoster(ORG, TEAM, [...many, aPerson('p0', { name: 'Last' })]);
    const roster = await store.people.roster(ORG, TEAM);
    expect(roster).toHaveLength(1201);
    expect(roster.find(({ id }) => id === 'p0')?.name).toBe('Last');
  });

  test('the roster is exactly who was given, by name', async () => {
    const { store } = bench;
    await store.people.setRoster(ORG, TEAM, [aPerson('a'), aPerson('c'), aPerson('b')]);
    await store.people.setRoster(ORG, 'other team', [aPerson('a')]);
    await store.people.setRoster(ORG, TEAM, [aPerson('c', { name: 'A first name' }), aPerson('b')]);
    const roster = await store.people.roster(ORG, TEAM);
    expect(roster.map(({ name }) => name)).toEqual(['A first name', 'Name b']);
    expect(await store.people.teamsOf(ORG, 'a')).toEqual(['other team']);
    await store.people.setRoster(ORG, TEAM, []);
    expect(await store.people.roster(ORG, TEAM)).toEqual([]);
  });

  test('people join and leave, each as often as they like', async () => {
    const { store } = bench;
    await store.people.save(ORG, [aPerson('a')]);
    await store.people.join(ORG, TEAM, 'a');
    await store.people.join(ORG, TEAM, 'a');
    await store.people.join(ORG, 'b team', 'a');
    expect(await store.people.teamsOf(ORG, 'a')).toEqual(['b team', TEAM]);
    expect((await store.people.roster(ORG, TEAM)).map(({ id }) => id)).toEqual(['a']);
    await store.people.leave(ORG, TEAM, 'a');
    await store.people.leave(ORG, TEAM, 'a');
    expect(await store.people.teamsOf(ORG, 'a')).toEqual(['b team']);
    expect(await store.people.roster('other', TEAM)).toEqual([]);
  });
}

export function forgetContract(factory: Factory): void {
  const bench = useStore(factory);
  const PAST = '2018-07-23';

  async function twoDays(): Promise<void> {
    const { store } = bench;
    await store.people.setRoster(ORG, TEAM, [aPerson('a'), aPerson('b')]);
    await store.people.changePreferences(ORG, 'a', () => CHOSEN);
    for (const day of [PAST, DAY]) {
      await store.polls.open(aPoll({ day }), scheduled('a', 'b'), OPENS);
      for (const person of ['a', 'b']) await store.answers.record(aVote(person, { day }));
    }
    await store.answers.record(aVote('a', { day: '2018-07-25', team: null }));
  }

  test('removes all data of the person, and leaves that of others', async () => {
    await twoDays();
    const { store } = bench;
    await store.people.forget(ORG, 'a', DAY);
    expect(await store.people.get(ORG, 'a')).toBeNull();
    expect(await store.people.teamsOf(ORG, 'a')).toEqual([]);
    expect(await store.answers.list(ORG, 'a', '0000-01-01', '9999-12-31')).toEqual([]);
    for (const day of [PAST, DAY, '2018-07-25']) {
      expect(await store.answers.history(ORG, 'a', day)).toEqual([]);
      expect(await store.polls.of(ORG, 'a', day)).toEqual([]);
    }
    expect(await store.answers.list(ORG, 'b', PAST, DAY)).toHaveLength(2);
    expect(await store.answers.history(ORG, 'b', PAST)).toHaveLength(1);
    expect((await store.people.roster(ORG, TEAM)).map(({ id }) => id)).toEqual(['b']);
  });

  test('preferences do not come back with the person', async () => {
    await twoDays();
    await bench.store.people.forget(ORG, 'a', DAY);
    await bench.store.people.save(ORG, [aPerson('a')]);
    expect((await bench.store.people.get(ORG, 'a'))?.preferences).toEqual(DEFAULT_PREFERENCES);
  });

  test('past tallies stay as they were published; today’s loses the person', async () => {
    await twoDays();
    const { store } = bench;
    const before = await store.polls.count(ORG, TEAM, PAST, CLOSES);
    await store.people.forget(ORG, 'a', DAY);
    expect(await store.polls.count(ORG, TEAM, PAST, CLOSES)).toEqual(before);
    expect(before.members).toBe(2);
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toEqual({
      members: 1,
      groups: [{ style: 'home', arrival: null, count: 1, late: 0 }],
    });
    expect(await store.polls.reach(ORG, TEAM, [PAST])).toEqual({ people: 2, personDays: 2 });
  });

  test('past answers belong to one nameless person, and nothing leads back to the real one', async () => {
    await twoDays();
    const { store } = bench;
    await store.polls.open(aPoll({ day: '2018-07-20' }), scheduled('a'), OPENS);
    await store.answers.record(aVote('a', { day: '2018-07-20' }));
    await store.people.forget(ORG, 'a', DAY);
    const [first] = await store.polls.members(ORG, TEAM, '2018-07-20');
    const later = await store.polls.members(ORG, TEAM, PAST);
    const nameless = later.find(({ member }) => member.name === '');
    expect(nameless?.member.id).toBe(first?.member.id);
    expect(nameless?.member.id).not.toContain('a@');
    expect(nameless?.member.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(nameless?.answer).toMatchObject({ style: 'home' });
  });

  test('deletes the person’s reminders; others’ reminders and the poll’s tasks stay', async () => {
    const { store } = bench;
    const reminders = (['a', 'b'] as const).map((person) => aTask({ kind: 'reminder', person }));
    for (const task of [aTask(), ...reminders]) {
      await store.ledger.claim(task, 1000);
      await store.ledger.finish(task, 1, { state: 'done', post: 'post' });
    }
    await store.people.forget(ORG, 'a', DAY);
    const left = await store.ledger.list(ORG, TEAM, DAY, null);
    expect(left).toEqual([
      expect.objectContaining({ kind: 'open' }),
      expect.objectContaining({ kind: 'reminder', person: 'b' }),
    ]);
  });

  test('forgetting an unknown person is not a fault', async () => {
    await bench.store.people.forget(ORG, 'unknown', DAY);
    expect(await bench.store.people.get(ORG, 'unknown')).toBeNull();
  });
}
