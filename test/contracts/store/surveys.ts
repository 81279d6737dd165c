import { DAY, type Factory, OPENS, ORG, TEAM, useStore } from './harness';

export function surveyContract(factory: Factory): void {
  const bench = useStore(factory);
  const options = ['more', 'same', 'less'];
  const tap = (person: string, option: string, org = ORG) =>
    bench.store.surveys.count({ org, day: DAY, person, item: 'productivity', option, options });

  test('each person is counted once a question, whichever they press again', async () => {
    const taps = await Promise.all([tap('ann', 'more'), tap('ann', 'less'), tap('bob', 'same')]);
    expect(taps.filter((one) => one)).toHaveLength(2);
    await bench.reopen();
    const counts = await bench.store.surveys.counts(ORG, DAY);
    expect(Object.values(counts.productivity ?? {}).reduce((sum, people) => sum + people, 0)).toBe(2);
    expect(await bench.store.surveys.answered(ORG, DAY, 'ann')).toEqual(['productivity']);
    expect(await bench.store.surveys.days(ORG)).toEqual([DAY]);
    expect(await bench.store.surveys.days('other')).toEqual([]);
  });

  test('each tap writes every counter of its question', async () => {
    await tap('ann', 'more');
    expect(await bench.store.surveys.counts(ORG, DAY)).toEqual({
      productivity: { more: 1, same: 0, less: 0 },
    });
  });

  test('its end and a person who is forgotten leave counts alone', async () => {
    const { surveys, people } = bench.store;
    const chosen = { preset: 'o2', moment: 'day' as const, team: TEAM, since: 7, person: 'ann' };
    await surveys.choose(ORG, chosen);
    expect(await surveys.chosen(ORG)).toEqual(chosen);
    await tap('ann', 'more');
    await tap('bob', 'more');
    await people.forget(ORG, 'ann', OPENS);
    expect(await surveys.answered(ORG, DAY, 'ann')).toEqual([]);
    expect(await tap('ann', 'less')).toBe(false);
    expect((await surveys.chosen(ORG))?.person).toBeNull();
    await surveys.close(ORG, DAY);
    expect(await surveys.answered(ORG, DAY, 'bob')).toEqual([]);
    expect(await surveys.counts(ORG, DAY)).toEqual({ productivity: { more: 2, same: 0, less: 0 } });
    await surveys.choose(ORG, null);
    expect(await surveys.chosen(ORG)).toBeNull();
  });

  test('two ids are one person, and an organisation brings its counts along', async () => {
    const { surveys, links } = bench.store;
    await tap('a', 'more');
    await tap('b', 'same', 'other');
    await links.identify(ORG, [
      { id: 'c', identity: 'ann' },
      { id: 'a', identity: 'ann' },
    ]);
    expect(await surveys.answered(ORG, DAY, 'c')).toEqual(['productivity']);
    await links.adopt('other', ORG, 'other|');
    expect(await surveys.counts(ORG, DAY)).toEqual({ productivity: { more: 1, same: 1, less: 0 } });
    expect(await surveys.answered(ORG, DAY, 'other|b')).toEqual(['productivity']);
  });
}
