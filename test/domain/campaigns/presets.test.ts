import {
  coreDayLost,
  findPreset,
  isUsed,
  presets,
  specialTerms,
  usePreset,
} from '../../../src/domain/campaigns/presets';
import { LOCALES } from '../../../src/domain/people/person';
import { isRefusal, refuse } from '../../../src/domain/refusal';
import { daySpan, weekdayOf } from '../../../src/domain/time/calendar';
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
    for (const locale of LOCALES)
      expect(new Set(all.map(({ name, names }) => names[locale] ?? name)).size).toBe(all.length);
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
    ['テレワーク・デイズ2018', 'telework-days-2018'],
    ['テレワーク月間2018', 'telework-month'],
    ['遠距辦公週2018', 'telework-days-2018'],
    ['テレワーク月間', 'telework-month'],
    ['远程办公月', 'telework-month'],
    ['Telework Week', undefined],
    ['every month', 'every-month'],
    ['telework-days-2020', 'telework-days-2020'],
    ['telework-days', undefined],
    ['', undefined],
  ])('%j finds %s', (text, id) => {
    expect(findPreset(text, { today: TODAY })?.id).toBe(id);
  });

  it('a rehearsal whose days are off begins a week later', () => {
    const rehearsal = used('telework-day-2017', JAPAN, '2018-07-12').campaign;
    expect(rehearsal.days).toEqual([{ day: '2018-07-23', core: true }]);
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
      terms: {
        names: {
          ja: 'テレワーク・デイズ2018',
          'zh-CN': '远程办公周2018',
          'zh-TW': '遠距辦公週2018',
        },
        peakUntil: '10:30',
        minimumDays: 2,
        minimumCorePeople: 1,
        baseline: { from: '2018-07-09', until: '2018-07-13' },
      },
    });
    expect(skipped).toEqual([]);
  });

  it('ask more of organisations in the special category', () => {
    expect(specialTerms('telework-days-2018-2018-07-23')).toEqual({
      minimumCorePeople: 100,
      measuresEffects: true,
    });
    expect(specialTerms('own-2018-07-23-summer')).toEqual({});
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
    expect(findPreset('telework-month', { today })).toMatchObject({
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

  it.each([
    ['every-week', 26, ['2018-07-11', '2018-07-18', '2018-07-25']],
    ['every-month', 12, ['2018-07-11', '2018-08-08', '2018-09-12']],
    ['bcp-drill', 1, ['2018-07-25']],
  ])('%s has %d days', (id, count, first) => {
    const { spans } = findPreset(id, { today: TODAY }) ?? { spans: [] };
    expect(spans).toHaveLength(count);
    expect(spans.slice(0, 3).map(({ from }) => from)).toEqual(first);
  });

  it('of the Games of 2012 have the gap between them', () => {
    const { campaign, skipped } = used('london-2012', { ...JAPAN, country: 'GB' }, '2012-07-01');
    const days = campaign.days.map(({ day }) => day);
    expect(days).toEqual(
      [...daySpan('2012-07-27', '2012-08-12'), ...daySpan('2012-08-29', '2012-09-09')].filter(
        (day) => !skipped.some((one) => one.day === day),
      ),
    );
    expect(days).toHaveLength(19);
  });

  it.each([
    ['telework-day-2017', '2018-07-05', '2018-07-09', '2018-07-09'],
    ['telework-days-2018', '2026-11-30', '2026-12-07', '2026-12-11'],
    ['telework-days-2019', '2026-12-02', '2026-12-07', '2027-01-22'],
    ['london-2012', '2026-11-30', '2026-12-11', '2027-01-24'],
  ])('%s, of the past, is moved on %s to %s, weekday for weekday', (id, today, from, until) => {
    const preset = findPreset(id, { today });
    expect(preset).toMatchObject({ from, until });
    expect(weekdayOf(from)).toBe(weekdayOf(preset?.heldOn?.from ?? ''));
    expect(used(id, JAPAN, today).campaign.name).toMatch(/ \(rehearsal\)$/);
    expect(used(id, JAPAN, today).campaign.terms?.names?.ja).toMatch(/\(リハーサル\)$/);
  });

  it.each([
    ['telework-days-2018', null],
    ['telework-days-2020', '2020-07-24'],
    ['telework-days-2021', '2021-07-23'],
  ])('%s had a core day that became a holiday: %s', (id, day) => {
    const preset = findPreset(id, { today: '2026-11-30' });
    expect((preset && coreDayLost(preset))?.day ?? null).toBe(day);
  });

  it('of which one at a time is enough know the campaign that is theirs', () => {
    const weekly = findPreset('every-week', { today: TODAY });
    const month = findPreset('telework-month', { today: TODAY });
    if (!weekly || !month) throw new Error('missing');
    expect(isUsed(weekly, 'every-week-2018-06-06')).toBe(true);
    expect(isUsed(weekly, 'every-weekend-2018-06-06')).toBe(false);
    expect(isUsed(month, 'telework-month-2018-11-01')).toBe(true);
    expect(isUsed(month, 'telework-month-2017-11-01')).toBe(false);
  });
});
