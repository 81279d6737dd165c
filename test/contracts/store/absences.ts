import { aPoll, type Factory, ORG, useStore } from './harness';

const MINUTE = 60_000;
const MONTH = 31 * 24 * 60 * MINUTE;
const START = Date.parse('2018-07-24T06:55:00+09:00');

export function absenceContract(factory: Factory): void {
  const bench = useStore(factory);
  const beat = (at: number) => bench.store.absences.alive(at, 3 * MINUTE, MONTH);

  test('beats within the tolerated time leave no absence, a longer pause does, over restarts', async () => {
    for (const at of [START, START + MINUTE, START + 4 * MINUTE]) expect(await beat(at)).toBeNull();
    await bench.reopen();
    const [from, until] = [START + 4 * MINUTE, START + 60 * MINUTE];
    expect(await beat(until)).toEqual({ from, until });
    expect(await beat(until)).toBeNull();
    expect(await bench.store.absences.list(until)).toEqual([{ from, until }]);
    expect(await bench.store.absences.list(until + 1)).toEqual([]);
  });

  test('two processes that come back together note one absence', async () => {
    await beat(START);
    await Promise.all([beat(START + 9 * MINUTE), beat(START + 9 * MINUTE)]);
    expect(await bench.store.absences.list(START)).toHaveLength(1);
  });

  test('the longest pause is an absence, and those that ended long ago go', async () => {
    await beat(START);
    const back = START + 3 * MONTH;
    expect(await beat(back)).toEqual({ from: START, until: back });
    await beat(back + MONTH);
    expect((await bench.store.absences.list(0)).map(({ from }) => from)).toEqual([START, back]);
    await beat(back + MONTH + 5 * MINUTE);
    expect((await bench.store.absences.list(0)).map(({ from }) => from)).toEqual([back, back + MONTH]);
  });

  test('an absence by a clock that was ahead goes when the clock is set back', async () => {
    await beat(START);
    await beat(START + 60 * MINUTE);
    await beat(START + MINUTE);
    expect(await bench.store.absences.list(0)).toEqual([]);
  });

  test('the answer of a default week is in time, also where the poll opens after its window', async () => {
    const { answers, polls } = bench.store;
    const poll = aPoll();
    const usual = { style: 'home', arrival: null } as const;
    const openedAt = poll.closesAt + MINUTE;
    await polls.open({ ...poll, openedAt }, [{ person: 'ann', scheduled: true, usual }], openedAt);
    expect((await answers.get(ORG, 'ann', poll.day))?.at).toBeLessThan(poll.closesAt);
  });
}
