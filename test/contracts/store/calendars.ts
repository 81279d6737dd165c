import { refuse } from '../../../src/domain/refusal';
import { NO_CALENDAR, type OwnDay, withCountry, withDays } from '../../../src/domain/time/own-calendar';
import { aTeam, type Factory, OPENS, ORG, useStore } from './harness';

function off(day: string): OwnDay {
  return { day, name: 'Summer', works: false };
}

export function calendarContract(factory: Factory): void {
  const bench = useStore(factory);

  test('is empty at first, then as it was saved, and read with every team of the organisation', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    await store.teams.create(aTeam('x', { org: 'other' }));
    expect(await store.calendars.get(ORG)).toEqual(NO_CALENDAR);
    const saved = await store.calendars.change(ORG, (now) =>
      withCountry(withDays(now, [off('2018-08-13')]), 'CN', [off('2018-10-01')]),
    );
    expect(await store.calendars.get(ORG)).toEqual(saved);
    expect((await store.teams.get(ORG, 'a'))?.calendar).toEqual(saved);
    expect((await store.teams.at(ORG, aTeam('a').place))?.calendar).toEqual(saved);
    expect((await store.teams.list(ORG))[0]?.calendar).toEqual(saved);
    expect((await store.wakeQueue.due(OPENS, 10)).find(({ org }) => org === ORG)?.calendar).toEqual(saved);
    expect((await store.teams.get('other', 'x'))?.calendar).toBeUndefined();
    expect(await store.calendars.get('other')).toEqual(NO_CALENDAR);
  });

  test('changes at once are all kept, and the teams are looked at again', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    const days = ['2018-08-01', '2018-08-02', '2018-08-03'];
    await Promise.all(days.map((day) => store.calendars.change(ORG, (now) => withDays(now, [off(day)]))));
    expect((await store.calendars.get(ORG)).days.map(({ day }) => day)).toEqual(days);
    expect(await store.wakeQueue.nextWake()).toBe(0);
  });

  test('a refused change writes nothing, and is handed back', async () => {
    const { store } = bench;
    await store.teams.create(aTeam('a'));
    await store.wakeQueue.sleep(ORG, 'a', OPENS + 100, OPENS);
    expect(await store.calendars.change(ORG, () => refuse('no-team'))).toEqual(refuse('no-team'));
    expect(await store.calendars.get(ORG)).toEqual(NO_CALENDAR);
    expect(await store.wakeQueue.nextWake()).toBe(OPENS + 100);
  });

  test('the past is dropped with what is too old, the rest stays', async () => {
    const { store } = bench;
    await store.calendars.change(ORG, (now) =>
      withCountry(withDays(now, [off('2017-08-13'), off('2018-08-13')]), 'CN', [off('2016-10-01')]),
    );
    const before = { day: '2018-01-01', at: Date.parse('2018-01-01') };
    expect(await store.retention.sweep(before)).toBe(true);
    expect(await store.retention.sweep(before)).toBe(false);
    expect(await store.calendars.get(ORG)).toEqual({ days: [off('2018-08-13')], countries: [] });
  });
}
