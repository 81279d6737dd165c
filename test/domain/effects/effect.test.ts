import fc from 'fast-check';
import {
  type Effect,
  type EffectValue,
  meansOf,
  withEntry,
  withoutValue,
} from '../../../src/domain/effects/effect';
import { readEffectFile } from '../../../src/domain/effects/effect-file';
import { isRefusal } from '../../../src/domain/refusal';
import { CHAT_BOUNDS } from '../../../src/domain/typed/csv';

/** Units of very different sizes, so that the two kinds of mean differ. */
function units(count: number, changeOf: (index: number) => number): EffectValue[] {
  return Array.from({ length: count }, (_, index) => {
    const baseline = 10 * 3 ** (index % 7);
    return { unit: `Firm ${index}`, baseline, core: baseline * (1 + changeOf(index)), people: null };
  });
}

/** The same units, each changed by as much more as brings the mean of this kind to the target. */
function withMean(kind: 'simple' | 'weighted', target: number, values: EffectValue[]): EffectValue[] {
  const share = target - (meansOf(values)[kind] ?? 0);
  return values.map((value) => ({ ...value, core: value.core + value.baseline * share }));
}

function percent(share: number | null): number {
  return Math.round((share ?? 0) * 1_000) / 10;
}

const entry = (values: EffectValue[], metric = 'overtime'): Effect => ({
  ...{ metric, measure: null, baseline: null, core: null, values },
});

describe('the two kinds of mean', () => {
  test('paper of 2018: −13.9 % is the weighted mean of 13, and no simple one', () => {
    const means = meansOf(
      withMean(
        'weighted',
        -0.139,
        units(13, (index) => (index % 7) / 30 - 0.1),
      ),
    );
    expect(means.n).toBe(13);
    expect(percent(means.weighted)).toBe(-13.9);
    expect(Math.abs(percent(means.simple) + 13.9)).toBeGreaterThan(3);
  });

  test('overtime of 2018: −45.3 % is the simple mean of 30, and no weighted one', () => {
    const means = meansOf(
      withMean(
        'simple',
        -0.453,
        units(30, (index) => (index % 7) / 30 - 0.1),
      ),
    );
    expect(means.n).toBe(30);
    expect(percent(means.simple)).toBe(-45.3);
    expect(Math.abs(percent(means.weighted) + 45.3)).toBeGreaterThan(3);
  });

  test('a unit without a baseline is in neither, and is said', () => {
    const values = [...units(2, () => -0.5), { unit: 'New', baseline: 0, core: 7, people: null }];
    expect(meansOf(values)).toMatchObject({ n: 2, simple: -0.5, weighted: -0.5, withoutBaseline: 1 });
    expect(meansOf(values.slice(-1))).toMatchObject({ n: 0, simple: null, weighted: null });
    expect(meansOf([])).toMatchObject({ n: 0, simple: null, weighted: null });
  });

  test('averages are weighted by people, and units that rose are counted as those that fell', () => {
    const means = meansOf([
      { unit: 'Large', baseline: 10, core: 5, people: 90 },
      { unit: 'Small', baseline: 10, core: 15, people: 10 },
      { unit: 'Same', baseline: 1, core: 1, people: 1 },
    ]);
    expect(means).toMatchObject({ simple: 0, fell: 1, rose: 1, stayed: 1 });
    expect(percent(means.weighted)).toBe(-40);
  });

  test('both lie between the least and the greatest change', () => {
    const value = fc.record({
      unit: fc.uuid(),
      baseline: fc.double({ min: 0.1, max: 1e11, noNaN: true }),
      core: fc.double({ min: 0, max: 1e11, noNaN: true }),
      people: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const changes = values.map(({ baseline, core }) => core / baseline - 1);
        const [least, most] = [Math.min(...changes), Math.max(...changes)];
        const slack = 1e-6 * (1 + Math.abs(most));
        for (const mean of [meansOf(values).simple, meansOf(values).weighted]) {
          expect(mean).toBeGreaterThanOrEqual(least - slack);
          expect(mean).toBeLessThanOrEqual(most + slack);
        }
      }),
    );
  });
});

describe('entering', () => {
  const known = withEntry([], entry([{ unit: 'Sales', baseline: 120, core: 66, people: null }])) as Effect[];

  test('a value of a unit that is known replaces it, whatever its case and width; the same twice changes nothing', () => {
    const next = withEntry(
      known,
      entry([{ unit: 'ＳＡＬＥＳ', baseline: 1, core: 2, people: null }], 'Overtime'),
    );
    expect(next).toEqual([entry([{ unit: 'Sales', baseline: 1, core: 2, people: null }])]);
    expect(withEntry(known, entry([...(known[0]?.values ?? [])]))).toEqual(known);
  });

  test('sums and averages of one metric are refused, and so are too many units and metrics', () => {
    const average = entry([{ unit: 'IT', baseline: 1, core: 2, people: 3 }]);
    expect(withEntry(known, average)).toMatchObject({ refusal: 'effect-people' });
    expect(withEntry([], entry(units(2_001, () => 0)))).toMatchObject({ refusal: 'too-many-effects' });
    const many = Array.from({ length: 50 }, (_, index) => entry([], `Metric ${index}`));
    expect(withEntry(many, entry([], 'one more'))).toMatchObject({ refusal: 'too-many-effects' });
  });

  test.each([
    ['minutes in hours', 'overtime', null, 'min', [90, 30], null, [1.5, 0.5]],
    ['hours in minutes', 'overtime', '分', '時間', [2, 1], '分', [120, 60]],
    ['no unit of measure as before', 'overtime', '分', null, [2, 1], '分', [2, 1]],
    ['MWh in kWh', 'power', null, 'MWh', [1.2, 1], null, [1_200, 1_000]],
    ['one that an own metric had not', 'Water', null, 'l', [2, 1], 'l', [2, 1]],
  ])(
    'values keep the unit of measure of the metric: %s',
    (_, metric, first, next, [baseline, core], kept, found) => {
      const value = (unit: string, was = 1, is = 1) => ({ unit, baseline: was, core: is, people: null });
      const before = withEntry([], { ...entry([value('Sales')], metric), measure: first });
      if (isRefusal(before)) throw new Error(before.refusal);
      const after = withEntry(before, { ...entry([value('IT', baseline, core)], metric), measure: next });
      expect(after).toMatchObject([{ measure: kept, values: [value('Sales'), value('IT', ...found)] }]);
    },
  );

  test('a unit of measure that cannot be converted is refused, with the right one', () => {
    const minutes = { ...entry([{ unit: 'IT', baseline: 1, core: 2, people: null }]), measure: 'kg' };
    for (const effects of [known, []])
      expect(withEntry(effects, minutes)).toMatchObject({
        refusal: 'bad-number',
        faults: [{ found: 'kg', right: 'h' }],
      });
  });

  test('a metric is the same in the words of each language', () => {
    for (const name of ['残業', '残業時間', 'OVERTIME', '加班'])
      expect(
        withEntry(known, entry([{ unit: 'IT', baseline: 1, core: 2, people: null }], name)),
      ).toMatchObject([{ metric: 'overtime', values: [{ unit: 'Sales' }, { unit: 'IT' }] }]);
    expect(withEntry([], entry([], '残業'))).toMatchObject([{ metric: 'overtime' }]);
  });

  test('a unit, or a whole metric, is taken back', () => {
    const both = withEntry(known, entry(units(1, () => 0))) as Effect[];
    expect(withoutValue(both, 'overtime', 'firm 0')).toEqual(known);
    expect(withoutValue(known, 'overtime', 'Sales')).toEqual([]);
    expect(withoutValue(both, 'overtime', null)).toEqual([]);
    expect(withoutValue(both, 'gas', null)).toMatchObject({ refusal: 'no-effect', values: { text: 'gas' } });
    expect(withoutValue(both, 'overtime', 'HR')).toMatchObject({
      refusal: 'no-effect',
      values: { text: 'HR' },
    });
  });
});

describe('a file of effects', () => {
  const read = (text: string, metric: string | null = null) => readEffectFile(text, metric, CHAT_BOUNDS);
  const faults = (text: string, metric: string | null = 'overtime') => {
    const found = read(text, metric);
    if (!Array.isArray(found)) throw new Error('The file has no fault');
    return found.map(({ line, column, what, found: is }) => [line, column, what, is].join('|'));
  };

  test('is read in the words of each language, metric by metric', () => {
    const values = [{ unit: '営業部', baseline: 1_200, core: 66.5, people: 30 }];
    expect(read('指標,部署,基準値,期間中,人数,単位,備考\n残業,営業部,"1,200",66.5,30,時間,x')).toEqual({
      entries: [{ ...entry(values), measure: '時間' }],
      ignored: ['備考'],
    });
    expect(read('部門;平時;期間\n業務部;1,5;１２', 'gas')).toEqual({
      entries: [entry([{ unit: '業務部', baseline: 1.5, core: 12, people: null }], 'gas')],
      ignored: [],
    });
    const many = read('metric,unit,baseline,core\npaper,A,1,2\nWater,A,1,2\nprinting,B,1,2');
    expect(Array.isArray(many) || many.entries.map(({ metric }) => metric)).toEqual(['paper', 'Water']);
  });

  test.each([
    ['a value is missing', 'unit,baseline,core\nSales,,66', ['2|baseline|no-value|']],
    ['a unit is missing', 'unit,baseline,core\n,1,66', ['2|unit|no-value|']],
    ['a value is negative', 'unit,baseline,core\nSales,1,-66', ['2|core|negative|-66']],
    [
      'values are absurd',
      'unit,baseline,core\nSales,1000000000000,NaN',
      ['2|baseline|too-great|1000000000000', '2|core|number|NaN'],
    ],
    [
      'a value is a share',
      'unit,baseline,core\nSales,100%,54.7%',
      ['2|baseline|share|100%', '2|core|share|54.7%'],
    ],
    [
      'a value is a formula',
      'unit,baseline,core\nSales,=1+1,@x',
      ['2|baseline|number|=1+1', '2|core|number|@x'],
    ],
    ['thousands or decimals', 'unit;baseline;core\nSales;1,234;1', ['2|baseline|ambiguous-number|1,234']],
    ['nobody is counted', 'unit,baseline,core,people\nSales,1,2,0', ['2|people|number|0']],
    [
      'a unit of measure is of something else',
      'unit,baseline,core,measure\nSales,1,2,h\nIT,60,30,min\nHR,1,2,kg',
      ['4|measure|value|kg'],
    ],
    ['a unit stands twice', 'unit,baseline,core\nSales,1,2\nIT,1,2\nＳales,3,4', ['4|unit|twice|Ｓales']],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  test('rows of one metric come together in the first unit of measure', () => {
    const rows = read('unit,baseline,core,measure\nSales,2,1,h\nIT,90,30,min\nHR,3,1,', '残業');
    expect(Array.isArray(rows) || rows.entries).toMatchObject([
      {
        ...{ metric: 'overtime', measure: 'h' },
        values: [{ baseline: 2 }, { unit: 'IT', baseline: 1.5, core: 0.5 }, { baseline: 3 }],
      },
    ]);
  });

  test('without a metric the file must name it', () => {
    expect(faults('unit,baseline,core\nSales,1,2', null)).toEqual(['1||no-column|unit, baseline, core']);
    expect(faults('metric,unit,baseline,core\n,Sales,1,2', null)).toEqual(['2|metric|no-value|']);
  });

  test('taken twice it changes nothing', () => {
    const file = read('unit,baseline,core\nSales,1,2\nIT,3,4', 'power');
    if (Array.isArray(file)) throw new Error('There’s a mistake in the file');
    const take = (effects: readonly Effect[]) =>
      file.entries.reduce<readonly Effect[]>((all, one) => {
        const next = withEntry(all, one);
        if (isRefusal(next)) throw new Error(next.refusal);
        return next;
      }, effects);
    expect(take(take([]))).toEqual(take([]));
  });
});
