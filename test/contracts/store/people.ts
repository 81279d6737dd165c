import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/domain/people/person';
import { aPerson, choice, type Factory, ORG, TEAM, useStore } from './harness';

const CHOSEN: Preferences = {
  language: 'zh-TW',
  remind: false,
  askPrivately: true,
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

  test('a handle stays until another one is told, and goes with the person', async () => {
    const { store } = bench;
    await store.people.setRoster(ORG, TEAM, [aPerson('a', { handle: '@sato.k' })]);
    await store.people.save(ORG, [aPerson('a', { name: 'New' })]);
    const handles = async () => [
      (await store.people.get(ORG, 'a'))?.handle,
      ...(await store.people.roster(ORG, TEAM)).map(({ handle }) => handle),
    ];
    expect(await handles()).toEqual(['@sato.k', '@sato.k']);
    await store.people.save(ORG, [aPerson('a', { handle: '@sato' })]);
    expect(await handles()).toEqual(['@sato', '@sato']);
    await store.people.forget(ORG, 'a', 0);
    await store.people.comeBack(ORG, 'a');
    await store.people.save(ORG, [aPerson('a')]);
    expect(await handles()).toEqual([undefined]);
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
    const all: Preferences = {
      language: 'ja',
      remind: false,
      askPrivately: false,
      week: { mon: 'off', fri: 'off' },
    };
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
