import { aPerson, type Factory, OPENS, ORG, useStore } from './harness';

const OWN = { org: ORG, person: 'ann', team: null };
const TEAM = { ...OWN, team: 'team' };

export function feedContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a calendar has one address at a time, until it ends', async () => {
    const { feeds } = bench.store;
    await feeds.offer('first', OWN);
    await feeds.offer('of the team', TEAM);
    expect(await feeds.find('first')).toMatchObject(OWN);
    await feeds.offer('second', OWN);
    expect(await feeds.find('first')).toBeNull();
    await bench.reopen();
    const again = bench.store.feeds;
    expect(await again.find('second')).toMatchObject(OWN);
    expect((await again.list(ORG, 'ann')).map(({ team }) => team)).toEqual([null, 'team']);
    expect(await again.list(ORG, 'bob')).toEqual([]);
    expect(await again.list('other', 'ann')).toEqual([]);
    await again.end(OWN);
    expect(await again.find('second')).toBeNull();
    expect(await again.find('of the team')).toMatchObject(TEAM);
  });

  test('a person who is forgotten has none', async () => {
    const { feeds, people } = bench.store;
    await people.setRoster(ORG, 'team', [aPerson('ann')]);
    await feeds.offer('secret', OWN);
    await people.forget(ORG, 'ann', OPENS);
    expect(await feeds.find('secret')).toBeNull();
  });
}
