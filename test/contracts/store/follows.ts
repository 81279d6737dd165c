import type { Store } from '../../../src/store/store';
import { aPerson, aTeam, type Factory, OPENS, ORG, useStore } from './harness';

async function joined(store: Store, ...ids: string[]): Promise<void> {
  for (const id of ids) await store.links.identify(ORG, [{ id, identity: 'hash of a person' }]);
}

export function followContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a person follows each colleague once, until they do not any more', async () => {
    const { follows } = bench.store;
    for (const followed of ['bob', 'cho', 'bob']) await follows.add(ORG, 'ann', followed);
    await follows.add('other', 'ann', 'dan');
    expect(await follows.of(ORG, 'ann')).toEqual(['bob', 'cho']);
    await follows.remove(ORG, 'ann', ['bob', 'nobody']);
    await follows.remove(ORG, 'ann', []);
    expect(await follows.of(ORG, 'ann')).toEqual(['cho']);
    expect(await follows.of('other', 'ann')).toEqual(['dan']);
  });

  test('ids that turn out to be of one person follow, and are followed, as one', async () => {
    const { store } = bench;
    const { follows } = store;
    await joined(store, 'ann');
    await follows.add(ORG, 'ann', 'bob');
    await follows.add(ORG, 'ann on teams', 'bob');
    await follows.add(ORG, 'ann on teams', 'cho');
    await follows.add(ORG, 'ann on teams', 'ann');
    await follows.add(ORG, 'bob', 'ann on teams');
    await follows.add(ORG, 'bob', 'ann');
    await joined(store, 'ann on teams');
    expect(await follows.of(ORG, 'ann')).toEqual(['bob', 'cho']);
    expect(await follows.of(ORG, 'ann on teams')).toEqual([]);
    expect(await follows.of(ORG, 'bob')).toEqual(['ann']);
  });

  test('those of an organisation that becomes part of another come along', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('ours'));
    await store.teams.create(aTeam('theirs', { org: 'other org' }));
    await store.people.setRoster('other org', 'theirs', [aPerson('ann'), aPerson('bob')]);
    await store.follows.add('other org', 'ann', 'bob');
    await store.links.adopt('other org', ORG, 'other org|');
    expect(await store.follows.of(ORG, 'other org|ann')).toEqual(['other org|bob']);
    expect(await store.follows.of('other org', 'ann')).toEqual([]);
  });

  test('a person who is forgotten follows nobody, and is followed by nobody', async () => {
    const { follows, people } = bench.store;
    await people.setRoster(ORG, 'team', [aPerson('ann'), aPerson('bob')]);
    await follows.add(ORG, 'ann', 'bob');
    await follows.add(ORG, 'bob', 'ann');
    await people.forget(ORG, 'bob', OPENS);
    expect([await follows.of(ORG, 'ann'), await follows.of(ORG, 'bob')]).toEqual([[], []]);
  });
}
