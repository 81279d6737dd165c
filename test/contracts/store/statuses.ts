import type { StatusEnd } from '../../../src/ports/store/statuses';
import { aPerson } from '../../support/bot';
import { type Factory, ORG, useStore } from './harness';

const DAY = '2018-07-24';
const NOW = Date.parse('2018-07-24T09:00:00+09:00');
const MIDNIGHT = Date.parse('2018-07-25T00:00:00+09:00');
const HOME = { text: 'Working from home', icon: '🏠', until: MIDNIGHT };

export function statusContract(factory: Factory): void {
  const bench = useStore(factory);
  const due = (now = NOW) => bench.store.statuses.due(now, 10);
  const end = (change: Partial<StatusEnd> = {}): StatusEnd => ({
    ...{ day: DAY, seen: null, written: [], state: 'none', nextAt: MIDNIGHT },
    ...change,
  });
  const votes = (style: 'home' | 'office' | null) =>
    bench.store.answers.record({
      ...{ org: ORG, person: 'ann', day: DAY, at: NOW, source: 'button', team: null, agrees: null },
      choice: style && { style, arrival: null },
    });
  /** The turn of ann, who is on a roster and has asked for it. */
  async function turnOf() {
    const [turn] = await due();
    if (!turn) throw new Error('nobody is due');
    return turn;
  }
  beforeEach(async () => {
    await bench.store.people.setRoster(ORG, 'team', [aPerson('ann'), aPerson('ben')]);
    await bench.store.statuses.switchOn(ORG, 'ann', 'none');
  });

  test('keeps a record of nobody who has not asked', async () => {
    expect(await bench.store.statuses.get(ORG, 'ben')).toBeNull();
    await bench.store.statuses.wake(ORG, 'ben');
    await bench.store.statuses.switchOff(ORG, 'ben');
    expect(await due()).toMatchObject([{ person: 'ann', leaving: false, state: 'none', written: [] }]);
    expect(await bench.store.statuses.get(ORG, 'ben')).toBeNull();
  });

  test('leases each to one caller, and knows what was written under the lease', async () => {
    const turn = await turnOf();
    expect(await due()).toEqual([]);
    expect(await bench.store.statuses.writing(turn, [HOME])).toBe(true);
    await bench.store.statuses.finish(turn, end({ seen: 'home', written: [HOME], state: 'shown' }));
    expect(await bench.store.statuses.get(ORG, 'ann')).toEqual({
      ...{ leaving: false, state: 'shown', written: [HOME] },
    });
    // It was told of an answer that was not given.
    expect(await due()).toHaveLength(1);
  });

  test('is due again when the answer to the day is another one, is gone, or the day is over', async () => {
    await bench.store.statuses.finish(await turnOf(), end());
    expect(await due()).toEqual([]);
    await votes('home');
    await bench.store.statuses.finish(await turnOf(), end({ seen: 'home' }));
    expect(await due()).toEqual([]);
    await votes('office');
    await bench.store.statuses.finish(await turnOf(), end({ seen: 'office' }));
    await votes(null);
    await bench.store.statuses.finish(await turnOf(), end());
    expect(await due(MIDNIGHT - 1)).toEqual([]);
    expect(await due(MIDNIGHT)).toHaveLength(1);
  });

  test('is due for people who are on no roster any more', async () => {
    await bench.store.statuses.finish(await turnOf(), end());
    await bench.store.people.leave(ORG, 'team', 'ann');
    expect(await due()).toHaveLength(1);
  });

  test('keeps a wake-up that comes during a turn', async () => {
    const turn = await turnOf();
    await bench.store.statuses.wake(ORG, 'ann');
    await bench.store.statuses.finish(turn, end());
    const second = await turnOf();
    await bench.store.statuses.wake(ORG, 'ann');
    await bench.store.statuses.putOff(second, NOW + 60_000);
    expect(await due()).toHaveLength(1);
  });

  test('waits as long as a turn was put off, whatever is answered meanwhile', async () => {
    await bench.store.statuses.putOff(await turnOf(), NOW + 60_000);
    await votes('home');
    expect(await due(NOW + 59_999)).toEqual([]);
    expect(await due(NOW + 60_000)).toMatchObject([{ tries: 1 }]);
  });

  test('ends the right of a turn that took too long', async () => {
    const first = await turnOf();
    const later = { ...first, turn: first.turn + 1 };
    expect(await bench.store.statuses.writing(later, [HOME])).toBe(false);
    await bench.store.statuses.finish(later, end({ state: 'shown' }));
    await bench.store.statuses.remove(later);
    expect(await bench.store.statuses.get(ORG, 'ann')).toMatchObject({ state: 'none', written: [] });
  });

  test('goes once it is cleared, unless the person wants it again', async () => {
    await bench.store.statuses.switchOff(ORG, 'ann');
    const turn = await turnOf();
    expect(turn.leaving).toBe(true);
    await bench.store.statuses.switchOn(ORG, 'ann', 'none');
    await bench.store.statuses.remove(turn);
    expect(await bench.store.statuses.get(ORG, 'ann')).toMatchObject({ leaving: false });
    await bench.store.statuses.switchOff(ORG, 'ann');
    await bench.store.statuses.finish(turn, end());
    await bench.store.statuses.remove(await turnOf());
    expect(await bench.store.statuses.get(ORG, 'ann')).toBeNull();
  });

  test('is forgotten with the person', async () => {
    await bench.store.statuses.writing(await turnOf(), [HOME]);
    await bench.store.people.forget(ORG, 'ann', NOW);
    expect(await bench.store.statuses.get(ORG, 'ann')).toBeNull();
  });
}
