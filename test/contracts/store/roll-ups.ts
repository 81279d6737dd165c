import type { DayStatus } from '../../../src/domain/figures/disclosure';
import { figuresOf, rollUpOf } from '../../../src/domain/figures/roll-up';
import { refuse } from '../../../src/domain/refusal';
import { NO_STRUCTURE, withDepartment } from '../../../src/domain/teams/structure';
import { countStatuses } from '../../support/figures/enumerate';
import { aPoll, aTeam, aVote, choice, DAY, type Factory, OPENS, ORG, scheduled, useStore } from './harness';

const late = (...statuses: DayStatus[]) => ({ late: countStatuses(statuses) });
const SALES = { id: 'd', name: 'Sales', teams: ['a'] };

export function rollUpContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a structure is empty at first, then as it was saved; a refused change writes nothing', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    expect(await store.structures.get(ORG)).toEqual(NO_STRUCTURE);
    const saved = await store.structures.change(ORG, (now) => withDepartment(now, SALES));
    expect(saved).toMatchObject({ departments: [SALES], version: 1 });
    expect(await store.structures.get(ORG)).toEqual(saved);
    expect(await store.structures.get('other')).toEqual(NO_STRUCTURE);
    expect(await store.wakeQueue.nextWake()).toBe(0);
    expect(await store.structures.change(ORG, () => refuse('no-team'))).toEqual(refuse('no-team'));
    expect(await store.structures.get(ORG)).toEqual(saved);
  });

  test('counts each person of a day once, by the teams that are shown their answers', async () => {
    const { store } = bench;
    for (const id of ['a', 'b']) await store.teams.create(aTeam(id));
    await store.polls.open(aPoll({ team: 'a' }), scheduled('ana', 'bo', 'cy'), OPENS);
    await store.polls.open(aPoll({ team: 'b' }), scheduled('bo', 'di'), OPENS);
    await store.answers.record(aVote('ana', { team: 'a', at: OPENS }));
    await store.answers.record(aVote('bo', { team: 'b', choice: choice('office'), at: OPENS + 60_000 }));
    const cells = (await store.rollUps.cells(ORG, DAY, OPENS)) ?? [];
    const sorted = cells.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    expect(sorted).toEqual([
      { ...late('office'), teams: ['a', 'b'], here: ['b'], counts: countStatuses(['office']) },
      { ...late(), teams: ['a'], here: ['a'], counts: countStatuses(['home']) },
      { ...late(), teams: ['a'], here: [], counts: countStatuses(['no-answer']) },
      { ...late(), teams: ['b'], here: [], counts: countStatuses(['no-answer']) },
    ]);
    expect(figuresOf(rollUpOf(cells, { departments: [SALES], at: 0 }), 'd').people).toBe(3);
    expect((await store.rollUps.polls(ORG, DAY)).map(({ team }) => team).sort()).toEqual(['a', 'b']);
  });

  test('what was told stays, and is told to all the same', async () => {
    const { store } = bench;
    const plan = (earlier: readonly unknown[]) =>
      earlier.length === 0 ? rollUpOf([], { departments: [SALES], at: 0 }) : null;
    const told = await Promise.all([1, 2].map(() => store.rollUps.tell(ORG, DAY, OPENS, plan)));
    expect(told[0]).toEqual(told[1]);
    expect(await store.rollUps.read(ORG, [DAY, '2018-07-25'])).toEqual(new Map([[DAY, told[0]]]));
    expect(await store.rollUps.read(ORG, [])).toEqual(new Map());
  });

  test('is not counted from answers of which some are deleted', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    await store.polls.open(aPoll({ team: 'a' }), scheduled('ana'), OPENS);
    await store.answers.record(aVote('ana', { team: 'a' }));
    const before = { day: '2018-08-01', at: Date.parse('2018-08-01') };
    while (await store.retention.sweep(before));
    expect(await store.rollUps.cells(ORG, DAY, null)).toBeNull();
  });
}
