import { disclose } from '../../../src/domain/figures/disclosure';
import type { NewPublications } from '../../../src/domain/figures/publication';
import { NOBODY } from '../../support/figures/enumerate';
import { aTeam, DAY, type Factory, OPENS, ORG, TEAM, useStore } from './harness';

const NEXT_DAY = '2018-07-25';
const NOTHING: NewPublications = { days: [], campaign: null };
const first = disclose({ ...NOBODY, home: 12, office: 8 });
const second = disclose({ ...NOBODY, home: 7, office: 13 });

function ofDay(disclosure = first, day = DAY): NewPublications {
  return { days: [{ day, disclosure }], campaign: null };
}

export function publicationContract(factory: Factory): void {
  const bench = useStore(factory);
  const read = (org = ORG, days = [DAY, NEXT_DAY]) => bench.store.publications.read(org, days);

  test('nothing is published before it is planned', async () => {
    expect(await read()).toEqual({ days: [], campaigns: [] });
    expect(await read(ORG, [])).toEqual({ days: [], campaigns: [] });
  });

  test('figures stay as they were published, each later publication after the first', async () => {
    const { publications } = bench.store;
    const added = await publications.publish(ORG, [DAY], OPENS, () => ofDay());
    expect(added).toEqual({ days: [{ day: DAY, disclosures: [first] }], campaigns: [] });
    await publications.publish(ORG, [DAY], OPENS, () => ofDay(second));
    await publications.publish(ORG, [NEXT_DAY], OPENS, () => ofDay(disclose(NOBODY), NEXT_DAY));
    await bench.reopen();
    expect(await read()).toEqual({
      days: [
        { day: DAY, disclosures: [first, second] },
        { day: NEXT_DAY, disclosures: [[]] },
      ],
      campaigns: [],
    });
  });

  test('only the days that are asked for are read, and the final reports of all campaigns', async () => {
    const { publications } = bench.store;
    const [summer, winter] = [
      { campaign: 'summer', days: [DAY], people: { from: 10, until: null } },
      { campaign: 'winter', days: ['2018-12-03'], people: null },
    ];
    await publications.publish(ORG, [], OPENS, () => ({ ...ofDay(), campaign: winter }));
    await publications.publish(ORG, [], OPENS, () => ({ days: [], campaign: summer }));
    expect(await read(ORG, [NEXT_DAY])).toEqual({ days: [], campaigns: [summer, winter] });
    expect(await read('other')).toEqual({ days: [], campaigns: [] });
  });

  test('of many at once each sees what the others have published', async () => {
    const { store, other } = bench;
    const ask = (publications: typeof store.publications) =>
      publications.publish(ORG, [DAY], OPENS, ({ days }) => (days.length === 0 ? ofDay() : NOTHING));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => ask(index % 2 === 0 ? store.publications : other.publications)),
    );
    for (const { days } of answers) expect(days).toEqual([{ day: DAY, disclosures: [first] }]);
  });

  test('a fault leaves nothing published', async () => {
    const { publications } = bench.store;
    const failing = publications.publish(ORG, [DAY], OPENS, () => {
      throw new Error('not planned');
    });
    await expect(failing).rejects.toThrow('not planned');
    expect(await read()).toEqual({ days: [], campaigns: [] });
  });

  test('an organisation that becomes part of another brings along the days that the other has not published', async () => {
    const { publications, links, teams } = bench.store;
    await teams.create(aTeam(TEAM, { org: 'other' }));
    await publications.publish(ORG, [], OPENS, () => ofDay());
    await publications.publish('other', [], OPENS, () => ofDay(second));
    await publications.publish('other', [], OPENS, () => ({
      ...ofDay(second, NEXT_DAY),
      campaign: { campaign: 'td', days: [DAY, NEXT_DAY], people: null },
    }));
    await links.adopt('other', ORG, 'other|');
    expect(await read()).toEqual({
      days: [
        { day: DAY, disclosures: [first] },
        { day: NEXT_DAY, disclosures: [second] },
      ],
      campaigns: [{ campaign: 'td', days: [DAY, NEXT_DAY], people: null }],
    });
    expect(await read('other')).toEqual({ days: [], campaigns: [] });
  });
}
