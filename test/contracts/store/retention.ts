import type { Poll } from '../../../src/domain/answers/poll';
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

const OLD = '2017-06-01';
const OLDER = '2017-05-31';
const BEFORE = { day: '2017-07-01', at: OPENS - 1_000 };

export function retentionContract(factory: Factory): void {
  const bench = useStore(factory);

  async function sweepAll(): Promise<number> {
    let portions = 0;
    const { retention } = bench.store;
    while (await retention.sweep(BEFORE)) portions += 1;
    for (const one of await retention.departed(BEFORE)) await retention.remove(one, BEFORE);
    return portions;
  }

  async function polled(day: string, persons: readonly string[]): Promise<Poll> {
    const poll = aPoll({ day });
    await bench.store.polls.open(poll, scheduled(...persons), OPENS);
    await Promise.all(
      persons.map((person, index) =>
        bench.store.answers.record(aVote(person, { day, choice: choice(index % 3 ? 'home' : 'office') })),
      ),
    );
    return poll;
  }

  test('old answers go in portions, and their counts, curve and people stay', async () => {
    const { store } = bench;
    await store.teams.create(aTeam());
    await store.campaigns.save(aCampaign({ days: [OLDER, OLD, DAY].map((day) => ({ day, core: false })) }));
    const persons = Array.from({ length: 1_200 }, (_, index) => `p${index}`);
    for (const day of [OLDER, OLD, DAY]) await polled(day, persons);
    const reach = () => store.polls.reach({ org: ORG, team: TEAM, campaign: 'td', days: [OLDER, OLD, DAY] });
    const [counts, people] = [await store.polls.count(ORG, TEAM, OLD, CLOSES), await reach()];
    expect(await sweepAll()).toBeGreaterThan(6);
    expect(await store.polls.count(ORG, TEAM, OLD, CLOSES)).toEqual(counts);
    expect(await reach()).toEqual(people);
    expect((await store.polls.book(ORG, TEAM, OLD))?.curve.counted).toBe(1_200);
    expect(await store.polls.members(ORG, TEAM, OLD)).toEqual([]);
    expect(await store.answers.list(ORG, 'p1', OLDER, OLD)).toEqual([]);
    expect(await store.answers.history(ORG, 'p1', OLD)).toEqual([]);
    expect(await store.answers.list(ORG, 'p1', OLDER, DAY)).toHaveLength(1);
    expect(await store.polls.members(ORG, TEAM, DAY)).toHaveLength(1_200);
    expect(await sweepAll()).toBe(0);
  });

  test('old tasks, failures and people who left go; what is younger stays', async () => {
    const { store } = bench;
    await store.teams.create(aTeam());
    bench.now = BEFORE.at - 1;
    await store.people.save(ORG, [aPerson('left'), aPerson('member')]);
    await store.people.join(ORG, TEAM, 'member');
    bench.now = OPENS;
    await store.people.save(ORG, [aPerson('new')]);
    for (const day of [OLD, DAY]) await store.ledger.claim(aTask({ day }), 1_000);
    await store.channelFailures.begin({ org: ORG, team: TEAM, channel: 'first', since: BEFORE.at - 1 });
    await sweepAll();
    expect(await store.ledger.list(ORG, TEAM, OLD, null)).toEqual([]);
    expect(await store.ledger.list(ORG, TEAM, DAY, null)).toHaveLength(1);
    expect(await store.channelFailures.list()).toEqual([]);
    const known = await Promise.all(['left', 'member', 'new'].map((id) => store.people.get(ORG, id)));
    expect(known.map((person) => person?.id ?? null)).toEqual([null, 'member', 'new']);
  });

  test('of people who left nothing is kept, by whichever of their ids; who is seen meanwhile stays', async () => {
    const { people, links, retention } = bench.store;
    bench.now = BEFORE.at - 1;
    await people.save(ORG, [aPerson('left'), aPerson('back')]);
    await links.identify(ORG, [
      { id: 'left', identity: 'hash' },
      { id: 'also left', identity: 'hash' },
    ]);
    const departed = await retention.departed(BEFORE);
    expect(departed.map(({ person }) => person).sort()).toEqual(['back', 'left']);
    bench.now = OPENS;
    await people.save(ORG, [aPerson('back')]);
    for (const one of departed) await retention.remove(one, BEFORE);
    expect((await people.get(ORG, 'back'))?.id).toBe('back');
    expect(await links.ids(ORG, 'left')).toEqual([]);
    expect(await links.find(ORG, 'also left')).toBeNull();
    expect(await retention.departed(BEFORE)).toEqual([]);
  });
}
