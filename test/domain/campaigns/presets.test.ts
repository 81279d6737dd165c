import { findPreset, presets, usePreset } from '../../../src/domain/campaigns/presets';
import { isRefusal, refuse } from '../../../src/domain/refusal';
import { daySpan } from '../../../src/domain/time/calendar';
import type { WorkCalendar } from '../../../src/domain/time/holidays';

const TODAY = '2018-07-05';
const JAPAN: WorkCalendar = { country: 'JP', closed: [], open: [] };

function used(text: string, calendar = JAPAN, today = TODAY) {
  const preset = findPreset(text, { today });
  if (!preset) throw new Error(`no preset ${text}`);
  const result = usePreset(preset, { org: 'acme', id: 'c1' }, calendar, today);
  if (isRefusal(result)) throw new Error(`refused: ${result.refusal}`);
  return result;
}

describe('presets', () => {
  it('have ids and names of their own, and a core day within', () => {
    const all = presets({ today: TODAY });
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { from, until, core } of all) {
      expect(from <= until).toBe(true);
      if (core !== null) expect(core >= from && core <= until).toBe(true);
    }
  });

  it.each([
    ['telework-days-2018', 'telework-days-2018'],
    ['Telework Days 2018', 'telework-days-2018'],
    ['  TELEWORK DAYS  2018 ', 'telework-days-2018'],
    ['Ｔｅｌｅｗｏｒｋ　Ｄａｙｓ　２０１８', 'telework-days-2018'],
    ['"telework_day_2017"', 'telework-day-2017'],
    ['telework month', 'telework-month'],
    ['Telework Month 2018', 'telework-month'],
    ['next week', 'next-week'],
    ['telework-days', undefined],
    ['telework-days-2020', undefined],
    ['', undefined],
  ])('%j finds %s', (text, id) => {
    expect(findPreset(text, { today: TODAY })?.id).toBe(id);
  });

  it('Telework Day 2017 is one core day', () => {
    expect(used('telework-day-2017', JAPAN, '2017-07-01').campaign.days).toEqual([
      { day: '2017-07-24', core: true },
    ]);
  });

  it('Telework Days 2018 are Monday to Friday, Tuesday the core day', () => {
    const { campaign, skipped } = used('telework-days-2018');
    expect(campaign).toEqual({
      org: 'acme',
      id: 'c1',
      name: 'Telework Days 2018',
      days: daySpan('2018-07-23', '2018-07-27').map((day) => ({ day, core: day === '2018-07-24' })),
      target: null,
      ended: false,
    });
    expect(skipped).toEqual([]);
  });

  it('Telework Days 2019 leave out weekends and the holiday in August', () => {
    const { campaign, skipped } = used('telework-days-2019');
    expect([campaign.days[0]?.day, campaign.days.at(-1)?.day]).toEqual(['2019-07-22', '2019-09-06']);
    expect(campaign.days).toHaveLength(34);
    expect(campaign.days.filter(({ core }) => core)).toEqual([{ day: '2019-07-24', core: true }]);
    expect(skipped.filter(({ kind }) => kind === 'holiday').map(({ day }) => day)).toEqual([
      '2019-08-11',
      '2019-08-12',
    ]);
  });

  it.each([
    ['2018-07-05', '2018'],
    ['2018-11-01', '2018'],
    ['2018-11-30', '2018'],
    ['2018-12-01', '2019'],
  ])('on %s Telework Month is that of %s', (today, year) => {
    expect(findPreset('telework-month', { today })).toEqual({
      id: 'telework-month',
      name: `Telework Month ${year}`,
      from: `${year}-11-01`,
      until: `${year}-11-30`,
      core: null,
      country: 'JP',
    });
  });

  it.each([
    ['a Monday', '2018-07-16', '2018-07-23'],
    ['a Thursday', '2018-07-19', '2018-07-23'],
    ['a Sunday', '2018-07-22', '2018-07-23'],
    ['the last Sunday of the year', '2018-12-30', '2018-12-31'],
  ])('on %s next week begins on the next Monday', (_, today, monday) => {
    const preset = findPreset('next-week', { today });
    expect([preset?.from, preset?.name]).toEqual([monday, `Telework Week ${monday}`]);
    expect(daySpan(preset?.from ?? '', preset?.until ?? '')).toHaveLength(5);
  });

  it('begin next week on Sunday for people who work from Sunday to Thursday', () => {
    const preset = findPreset('next-week', { today: '2018-07-18', weekStart: 'sun' });
    expect(preset).toMatchObject({ from: '2018-07-22', until: '2018-07-26', core: '2018-07-24' });
  });

  it('leave out, and name, a core day on which nobody works', () => {
    const closed = { ...JAPAN, closed: ['2018-07-24'] };
    const { campaign, skipped } = used('telework-days-2018', closed);
    expect(campaign.days.map(({ day }) => day)).not.toContain('2018-07-24');
    expect(campaign.days.some(({ core }) => core)).toBe(false);
    expect(skipped).toEqual([{ kind: 'closed', day: '2018-07-24', country: 'JP' }]);
    // Wednesday 1 May 2019 was the day of the enthronement, in the middle of ten days off.
    const preset = findPreset('next-week', { today: '2019-04-25' });
    const result = preset && usePreset(preset, { org: 'acme', id: 'c1' }, JAPAN, '2019-04-25');
    expect(result).toEqual(
      refuse('no-working-days', { from: { day: '2019-04-29' }, until: { day: '2019-05-03' } }),
    );
  });

  it('begun late leave out what is over, the core day too', () => {
    const { campaign, skipped } = used('telework-days-2019', JAPAN, '2019-08-30');
    expect(campaign.days[0]).toEqual({ day: '2019-08-30', core: false });
    expect(campaign.days.some(({ core }) => core)).toBe(false);
    expect(skipped.map(({ day }) => day)).toEqual(['2019-08-31', '2019-09-01']);
  });

  it('of the past cannot be used any more', () => {
    const preset = findPreset('telework-day-2017', { today: TODAY });
    const result = preset && usePreset(preset, { org: 'acme', id: 'c1' }, JAPAN, TODAY);
    expect(result).toEqual(refuse('past-day', { day: { day: '2017-07-24' } }));
  });
});
