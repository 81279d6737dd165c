import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { isTelework } from '../../../src/domain/answers/work-style';
import { type DayStatus, type Disclosure, disclose, revise } from '../../../src/domain/figures/disclosure';
import { sizeBand } from '../../../src/domain/figures/size-band';
import { Attacker, type PublishedLayer, type Truth } from '../../support/figures/attacker';
import { countStatuses } from '../../support/figures/enumerate';

/*
 * Everything that is published of one person set, over days, corrections and the people of a campaign, against a solver
 * that knows the gate.
 */

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** What persons do on two days and after a correction: mostly the same again, since habits and few changes tell most. */
const organisation = fc
  .record({
    people: fc.integer({ min: 5, max: 60 }),
    likely: fc.constantFrom<DayStatus[]>(
      ['home', 'home', 'home', 'mobile', 'office', 'leave', 'no-answer'],
      [
        'home',
        'home-part',
        'satellite',
        'mobile',
        'off-peak',
        'leave',
        'trip',
        'office',
        'no-answer',
        'not-scheduled',
      ],
      ['home', 'home', 'office', 'office'],
      ['home', 'home', 'home', 'home', 'home', 'home', 'home', 'home', 'office'],
    ),
    habit: fc.constantFrom(0, 50, 90, 98),
    corrected: fc.constantFrom(0, 3, 30),
    seed: fc.infiniteStream(fc.nat(999)),
  })
  .map(({ people, likely, habit, corrected, seed }) => {
    const next = (below: number) => (seed.next().value as number) % below;
    const any = () => likely[next(likely.length)] as DayStatus;
    return Array.from({ length: people }, () => {
      const first = any();
      const second = next(100) < habit ? first : any();
      return [first, second, next(100) < corrected ? any() : second] as const;
    });
  });

function teleworks(status: DayStatus): boolean {
  return status !== 'no-answer' && status !== 'not-scheduled' && isTelework(status);
}

function layer(kind: PublishedLayer['kind'], groups: Disclosure): PublishedLayer {
  return { kind, groups };
}

function tableOf(truth: Truth, day: number): Disclosure {
  return disclose(countStatuses(truth.map((way) => way[day] as DayStatus)));
}

test('two days, a correction and the people of both tell of no 1 to 4 people', () => {
  fc.assert(
    fc.property(organisation, (truth) => {
      const [one, two] = [tableOf(truth, 0), tableOf(truth, 1)];
      const corrected = revise([two], countStatuses(truth.map(([, , status]) => status)));
      const layers = [layer('first', one), layer('first', two)];
      if (corrected) layers.push(layer('revised', corrected));
      const teleworkers = truth.filter(([first, second, after]) =>
        [first, corrected ? after : second].some(teleworks),
      ).length;
      const people = sizeBand(teleworkers, [one, corrected ?? two]);
      const published = truth.map((way) => way.slice(0, layers.length));
      expect(new Attacker(highs, { layers, people }).broken(published)).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

test('up to five days of a campaign and its people tell of no 1 to 4 people', () => {
  const statuses: DayStatus[] = ['home', 'office'];
  const campaign = fc.record({
    days: fc.integer({ min: 2, max: 5 }),
    share: fc.constantFrom(30, 60, 90),
    faithful: fc.constantFrom(0, 70, 95),
    seed: fc.infiniteStream(fc.nat(99)),
    people: fc.integer({ min: 10, max: 250 }),
  });
  fc.assert(
    fc.property(campaign, ({ days, share, faithful, seed, people }) => {
      const below = (percent: number) => (seed.next().value as number) < percent;
      const style = (): DayStatus => (below(share) ? 'home' : 'office');
      const truth = Array.from({ length: people }, () => {
        const usual = style();
        return Array.from({ length: days }, () => (below(faithful) ? usual : style()));
      });
      const tables = Array.from({ length: days }, (_, day) => tableOf(truth, day));
      const band = sizeBand(truth.filter((way) => way.some(teleworks)).length, tables);
      const layers = tables.map((table) => layer('first', table));
      expect(new Attacker(highs, { layers, people: band, statuses }).broken(truth)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

describe('the attacker breaks weaker ways', () => {
  const staff = (count: number, ...way: DayStatus[]) => Array.from({ length: count }, () => way);

  test('two exact figures of one person set tell who was there once', () => {
    const truth = [
      ...staff(18, 'home', 'home'),
      ...staff(2, 'office', 'home'),
      ...staff(10, 'office', 'office'),
    ];
    const layers = [layer('first', tableOf(truth, 0)), layer('first', tableOf(truth, 1))];
    const broken = (people: { from: number; until: number } | null) =>
      new Attacker(highs, { layers, people })
        .broken(truth)
        .map(({ count, truth, most }) => [count, truth, most]);
    expect(broken(null)).toEqual([]);
    expect(broken({ from: 20, until: 20 })).toContainEqual(['office in 0 and home in 1', 2, 2]);
  });

  test('a plain size band tells it too, where its bound is near the figure of a day', () => {
    const truth = [
      ...staff(14, 'home', 'home'),
      ...staff(3, 'home', 'office'),
      ...staff(2, 'office', 'home'),
      ...staff(10, 'office', 'office'),
    ];
    const layers = [layer('first', tableOf(truth, 0)), layer('first', tableOf(truth, 1))];
    const broken = (people: Parameters<typeof sizeBand>[0]) =>
      new Attacker(highs, {
        layers,
        people: sizeBand(people, [tableOf(truth, 0), tableOf(truth, 1)]),
      }).broken(truth);
    expect(broken(19)).toEqual([]);
    expect(new Attacker(highs, { layers, people: { from: 10, until: 19 } }).broken(truth)).not.toEqual([]);
  });
});
