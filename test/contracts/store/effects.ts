import type { SeriesCounts } from '../../../src/domain/effects/activity-file';
import type { Effect } from '../../../src/domain/effects/effect';
import { refuse } from '../../../src/domain/refusal';
import { type Factory, ORG, useStore } from './harness';

function overtime(unit: string): Effect {
  const values = [{ unit, baseline: 120.5, core: 66, people: null }];
  return { metric: 'overtime', measure: 'h', baseline: null, core: null, values };
}

function counted(series: string, days: readonly string[]): SeriesCounts {
  return { series, days: days.map((day) => ({ day, total: 12.5, readings: 24 })) };
}

export function effectContract(factory: Factory): void {
  const bench = useStore(factory);

  test('are empty at first, then as they were saved, campaign by campaign', async () => {
    const { effects } = bench.store;
    expect(await effects.get(ORG, 'summer')).toEqual([]);
    const saved = await effects.change(ORG, 'summer', () => [overtime('Sales')]);
    expect(saved).toEqual([overtime('Sales')]);
    await bench.reopen();
    expect(await bench.store.effects.get(ORG, 'summer')).toEqual(saved);
    expect(await bench.store.effects.get(ORG, 'winter')).toEqual([]);
    expect(await bench.store.effects.get('other', 'summer')).toEqual([]);
  });

  test('changes at once are all kept, and a refused one writes nothing', async () => {
    const { store, other } = bench;
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((unit, index) =>
        (index % 2 === 0 ? store : other).effects.change(ORG, 'summer', (all) => [...all, overtime(unit)]),
      ),
    );
    expect(await store.effects.change(ORG, 'summer', () => refuse('no-campaign'))).toEqual(
      refuse('no-campaign'),
    );
    const units = (await store.effects.get(ORG, 'summer')).flatMap(({ values }) =>
      values.map(({ unit }) => unit),
    );
    expect(units.sort()).toEqual(['a', 'b', 'c', 'd']);
  });
}

export function activityContract(factory: Factory): void {
  const bench = useStore(factory);

  test('is kept by source and series, and what is left out goes', async () => {
    const { activity } = bench.store;
    expect(await activity.sources(ORG)).toEqual([]);
    const two = [counted('door', ['2018-07-23', '2018-07-24']), counted('lift', ['2018-07-24'])];
    await activity.change(ORG, 'office', () => two);
    await activity.change(ORG, 'VPN', () => [counted('', ['2018-07-24'])]);
    await bench.reopen();
    expect(await bench.store.activity.sources(ORG)).toEqual(['VPN', 'office']);
    expect(await bench.store.activity.get(ORG, 'office')).toEqual(two);
    expect(await bench.store.activity.get('other', 'office')).toEqual([]);
    await bench.store.activity.change(ORG, 'office', (known) => known.slice(1));
    expect(await bench.store.activity.get(ORG, 'office')).toEqual(two.slice(1));
    const refused = refuse('too-many-series');
    expect(await bench.store.activity.change(ORG, 'office', () => refused)).toEqual(refused);
    expect(await bench.store.activity.get(ORG, 'office')).toEqual(two.slice(1));
  });

  test('the past is dropped with what is too old', async () => {
    const { activity, retention } = bench.store;
    await activity.change(ORG, 'VPN', () => [
      counted('a', ['2017-07-24', '2018-07-24']),
      counted('b', ['2017-07-24']),
    ]);
    const before = { day: '2018-01-01', at: Date.parse('2018-01-01') };
    for (let more = true; more; ) more = await retention.sweep(before);
    expect(await activity.get(ORG, 'VPN')).toEqual([counted('a', ['2018-07-24'])]);
  });
}
