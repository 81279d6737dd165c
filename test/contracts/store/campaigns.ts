import { refuse } from '../../../src/domain/refusal';
import { aCampaign, aTeam, type Factory, OPENS, ORG, useStore } from './harness';

export function campaignContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a campaign comes back as it was saved, and is replaced', async () => {
    const { store } = bench;
    await store.campaigns.save(aCampaign());
    expect(await store.campaigns.get(ORG, 'td')).toEqual(aCampaign());
    const asked = aCampaign({
      terms: {
        names: { ja: 'テレワーク・デイズ2018' },
        window: { from: '08:00', until: '10:00' },
        peakUntil: '10:30',
        category: 'special',
        minimumDays: 2,
        minimumCorePeople: 100,
        baseline: { from: '2018-07-09', until: '2018-07-13' },
      },
    });
    await store.campaigns.save(asked);
    expect(await store.campaigns.get(ORG, 'td')).toEqual(asked);
    const { days, target } = aCampaign();
    const set = { ...asked, target: null, earlier: { days, target, terms: { headcount: 7 } } };
    await store.campaigns.save(set);
    expect(await store.campaigns.get(ORG, 'td')).toEqual(set);
    const changed = aCampaign({ target: null, ended: true, days: [] });
    await store.campaigns.save(changed);
    expect(await store.campaigns.get(ORG, 'td')).toEqual(changed);
    expect(await store.campaigns.get('other', 'td')).toBeNull();
  });

  test('changes at once are all kept, and the teams are looked at again', async () => {
    const { store } = bench;
    await store.campaigns.save(aCampaign({ days: [] }));
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    const add = (day: string) =>
      store.campaigns.change(ORG, 'td', (now) => ({ ...now, days: [...now.days, { day, core: false }] }));
    const saved = await Promise.all(['2018-08-01', '2018-08-02', '2018-08-03'].map(add));
    const campaign = await store.campaigns.get(ORG, 'td');
    expect(saved).toContainEqual(campaign);
    const days = campaign?.days.map(({ day }) => day).sort();
    expect(days).toEqual(['2018-08-01', '2018-08-02', '2018-08-03']);
    expect(await store.wakeQueue.nextWake()).toBe(0);
  });

  test('a refused change writes nothing, and is handed back', async () => {
    const { store } = bench;
    await store.campaigns.save(aCampaign());
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    expect(await store.campaigns.change(ORG, 'td', () => refuse('no-campaign'))).toEqual(
      refuse('no-campaign'),
    );
    expect(await store.campaigns.change('other', 'td', () => aCampaign())).toBeNull();
    expect(await store.campaigns.get(ORG, 'td')).toEqual(aCampaign());
    expect(await store.campaigns.list('other')).toEqual([]);
    expect(await store.wakeQueue.nextWake()).toBe(OPENS + 100);
  });

  test('lists an organisation’s campaigns by their first day', async () => {
    const { store } = bench;
    const early = aCampaign({ id: 'z', days: [{ day: '2017-07-24', core: true }] });
    for (const campaign of [aCampaign(), early, aCampaign({ org: 'other' })]) {
      await store.campaigns.save(campaign);
    }
    expect(await store.campaigns.list(ORG)).toEqual([early, aCampaign()]);
  });
}
