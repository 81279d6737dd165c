import { withDays } from '../../../src/domain/time/own-calendar';
import type { Store } from '../../../src/store/store';
import {
  aCampaign,
  aPerson,
  aPoll,
  aTask,
  aTeam,
  aVote,
  CLOSES,
  DAY,
  type Factory,
  OPENS,
  ORG,
  scheduled,
  useStore,
} from './harness';

const OTHER = 'other org';
const PREFIX = 'other org|';

const SUMMER = { day: '2018-08-13', name: 'Summer', works: false };

async function settle(store: Store): Promise<void> {
  const [org, team] = [OTHER, 'theirs'];
  await store.teams.create(aTeam('ours'));
  await store.teams.create(aTeam(team, { org, secondChannel: { place: 'second', trouble: 'gone' } }));
  await store.campaigns.save(aCampaign({ name: 'Ours' }));
  await store.campaigns.save(aCampaign({ org, name: 'Theirs' }));
  await store.campaigns.save(aCampaign({ org, id: 'more' }));
  await store.calendars.change(org, (now) => withDays(now, [SUMMER]));
  await store.activity.change(org, 'VPN', () => [
    { series: '', days: [{ day: DAY, total: 1, readings: 1 }] },
  ]);
  await store.people.setRoster(org, team, [aPerson('a'), aPerson('b')]);
  await store.people.changePreferences(org, 'a', (now) => ({ ...now, remind: false }));
  await store.polls.open(aPoll({ org, team }), scheduled('a', 'b'), OPENS);
  await store.answers.record(aVote('a', { org, team }));
  const task = aTask({ org, team });
  const claim = await store.ledger.claim(task, 1_000);
  await store.ledger.finish(task, claim?.attempt ?? 0, { state: 'done', post: 'post' });
  await store.ledger.claim(aTask({ org, team: '', kind: 'reminder', person: 'b' }), 1_000);
}

export function adoptContract(factory: Factory): void {
  const bench = useStore(factory);

  test('brings everything along, with its addresses apart', async () => {
    const { store } = bench;
    await settle(store);
    expect(await store.links.adopt(OTHER, ORG, PREFIX)).toBe(1);
    const theirs = await store.teams.at(ORG, `${PREFIX}place of theirs`);
    expect(theirs).toMatchObject({
      id: 'theirs',
      secondChannel: { place: `${PREFIX}second`, trouble: 'gone' },
    });
    expect((await store.people.roster(ORG, 'theirs')).map(({ id }) => id)).toEqual([
      `${PREFIX}a`,
      `${PREFIX}b`,
    ]);
    expect((await store.people.get(ORG, `${PREFIX}a`))?.preferences.remind).toBe(false);
    const { members, groups } = await store.polls.count(ORG, 'theirs', DAY, CLOSES);
    expect([members, groups]).toEqual([2, [{ style: 'home', arrival: null, count: 1, late: 0 }]]);
    expect(await store.answers.history(ORG, `${PREFIX}a`, DAY)).toHaveLength(1);
    const [opened] = await store.ledger.list(ORG, 'theirs', DAY, null);
    expect(opened).toMatchObject({ kind: 'open', state: 'done', post: `${PREFIX}post` });
    const [reminder] = await store.ledger.list(ORG, '', DAY, 'reminder');
    expect(reminder).toMatchObject({ person: `${PREFIX}b`, post: null });
    expect(theirs?.calendar?.days).toEqual([SUMMER]);
    expect((await store.campaigns.list(ORG)).map(({ name }) => name).sort()).toEqual([
      'Ours',
      'Telework Days',
    ]);
  });

  test('leaves nothing behind, and does nothing a second time', async () => {
    const { store } = bench;
    await settle(store);
    await store.links.adopt(OTHER, ORG, PREFIX);
    expect(await store.teams.list(OTHER)).toEqual([]);
    expect(await store.campaigns.list(OTHER)).toEqual([]);
    expect((await store.calendars.get(OTHER)).days).toEqual([]);
    expect([await store.activity.sources(OTHER), await store.activity.sources(ORG)]).toEqual([[], ['VPN']]);
    expect(await store.polls.of(OTHER, 'a', DAY)).toEqual([]);
    expect(await store.people.get(OTHER, 'a')).toBeNull();
    const before = await store.teams.list(ORG);
    expect(await store.links.adopt(OTHER, ORG, PREFIX)).toBe(0);
    expect(await store.teams.list(ORG)).toEqual(before);
    expect(before.map(({ id }) => id)).toEqual(['ours', 'theirs']);
  });
}
