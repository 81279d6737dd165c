import {
  type AgainstUsual,
  againstUsual,
  type DayCount,
  weeksBefore,
} from '../../../src/domain/effects/activity';
import { isFaults, readActivityFile, type SeriesCounts } from '../../../src/domain/effects/activity-file';
import { withCounts } from '../../../src/domain/effects/activity-merge';
import { workCalendar } from '../../../src/domain/planned-days';
import { isRefusal } from '../../../src/domain/refusal';
import { defaultSettings } from '../../../src/domain/teams/settings';
import { addDays, daySpan, weekdayOf } from '../../../src/domain/time/calendar';
import { notWorking } from '../../../src/domain/time/holidays';
import { NO_CALENDAR } from '../../../src/domain/time/own-calendar';
import { CHAT_BOUNDS } from '../../../src/domain/typed/csv';
import { wardsFile } from '../../support/wards-file';

const TOKYO = workCalendar({
  settings: defaultSettings({ zone: 'Asia/Tokyo', language: 'ja', country: 'JP' }),
  calendar: NO_CALENDAR,
});

function usual(teleworkDays: readonly string[] = []) {
  return {
    notWorking: (day: string) => notWorking(day, TOKYO),
    isTeleworkDay: (day: string) => teleworkDays.includes(day),
  };
}

/** 600 on working days, 200 at weekends, and what is given for single days. */
function counts(given: Record<string, Partial<DayCount>> = {}): Map<string, DayCount> {
  return new Map(
    daySpan('2018-06-01', '2018-07-31').map((day) => {
      const total = ['sat', 'sun'].includes(weekdayOf(day)) ? 200 : 600;
      return [day, { day, total, readings: 1, ...given[day] }];
    }),
  );
}

const BASELINE = { from: '2018-06-11', until: '2018-07-20' };

describe('a day against its usual', () => {
  test('2.0 × the usual: against the same weekdays, with n and spread', () => {
    const given = {
      '2018-07-24': { total: 1_200 },
      '2018-07-03': { total: 570 },
      '2018-07-10': { total: 630 },
    };
    expect(againstUsual(counts(given), '2018-07-24', BASELINE, usual())).toEqual({
      ...{ day: '2018-07-24', total: 1_200, usual: 600, n: 6, least: 570, most: 630 },
    });
  });

  test('holidays and Telework Days of the baseline are left out', () => {
    const given = { '2018-07-16': { total: 50 }, '2018-07-09': { total: 9_000 } };
    expect(
      againstUsual(counts(given), '2018-07-23', BASELINE, usual(['2018-07-09'])) as AgainstUsual,
    ).toMatchObject({ usual: 600, n: 4 });
  });

  test.each([
    ['fewer than three same weekdays', '2018-07-24', { from: '2018-07-09', until: '2018-07-13' }, {}, 'thin'],
    ['nothing counted on the day', '2018-09-25', BASELINE, {}, 'no-count'],
    ['a day that is not over', '2018-07-24', BASELINE, { '2018-07-24': { readings: 0 } }, 'incomplete'],
    [
      'a usual of nothing',
      '2018-07-24',
      { from: '2018-06-11', until: '2018-07-02' },
      { '2018-06-12': { total: 0 }, '2018-06-19': { total: 0 }, '2018-06-26': { total: 0 } },
      'nothing-usual',
    ],
  ])('%s is refused', (_, day, baseline, given, why) => {
    expect(againstUsual(counts(given), day, baseline, usual())).toMatchObject({ day, why });
  });

  test('a thin baseline names the days that do not count, and why', () => {
    const all = counts({ '2018-07-02': { readings: 0 } });
    all.delete('2018-06-25');
    const baseline = { from: '2018-06-18', until: '2018-07-22' };
    expect(againstUsual(all, '2018-07-23', baseline, usual(['2018-06-18']))).toEqual({
      ...{ day: '2018-07-23', why: 'thin', n: 1 },
      leftOut: [
        { day: '2018-06-18', why: 'telework-day' },
        { day: '2018-06-25', why: 'no-count' },
        { day: '2018-07-02', why: 'incomplete' },
        { day: '2018-07-16', why: 'not-working' },
      ],
    });
  });

  test('the six weeks before stand for the usual where nothing is said', () => {
    expect(weeksBefore('2018-07-23')).toEqual({ from: '2018-06-11', until: '2018-07-22' });
  });
});

function read(text: string, zone = 'Asia/Tokyo'): SeriesCounts[] {
  const found = readActivityFile(text, zone, CHAT_BOUNDS);
  if (isFaults(found)) throw new Error(JSON.stringify(found));
  return found;
}

describe('a file of counts', () => {
  test.each([
    ['a date alone', '2018-07-24', 1],
    ['slashes', '2018/7/24', 1],
    ['Japanese', '2018年7月24日(火)', 1],
    ['digits alone', '20180724', 1],
    ['a local time', '2018-07-24 09:00', 1],
    ['a Japanese hour', '2018年7月24日 9時', 1],
    ['an offset', '2018-07-23T23:00:00+00:00', 1],
    ['UTC', '2018-07-23T15:00Z', 1],
    ['another offset', '2018-07-24T00:30:00.000+0900', 1],
  ])('%s is read as 24 July in Tokyo', (_, time, readings) => {
    expect(read(`time,count\n${time},12`)).toEqual([
      { series: '', days: [{ day: '2018-07-24', total: 12, readings }] },
    ]);
  });

  test('hours are summed to days, and the other columns tell series apart', () => {
    expect(
      read('日付,時,拠点名,件数\n2018-07-24,9,東京,10\n2018-07-24,10,東京,5\n2018-07-24,9,大阪,1'),
    ).toEqual([
      { series: '東京', days: [{ day: '2018-07-24', total: 15, readings: 2 }] },
      { series: '大阪', days: [{ day: '2018-07-24', total: 1, readings: 1 }] },
    ]);
  });

  test.each([
    ['29 February 2019', 'date,count\n2019-02-29,1', '2|date|time|2019-02-29'],
    ['a day before the month', 'date,count\n24/07/2018,1', '2|date|time|24/07/2018'],
    ['no time', 'date,count\n,1', '2|date|no-value|'],
    ['25 o’clock', 'date,hour,count\n2018-07-24,25,1', '2|date|time|2018-07-24 25'],
    ['below zero', 'date,count\n2018-07-24,-1', '2|count|negative|-1'],
    [
      'the same hour twice',
      'date,count\n2018-07-24 9:00,1\n2018-07-24T09:00,1',
      '3|date|twice|2018-07-24 9:00 ',
    ],
    ['no time column', 'place,count\nTokyo,1', '||no-column|place'],
    [
      'every row its own series',
      `id,date,count\n${Array.from({ length: 201 }, (_, n) => `${n},2018-07-24,1`).join('\n')}`,
      '||too-many-series|id',
    ],
  ])('%s is refused', (_, text, expected) => {
    const found = readActivityFile(text, 'Asia/Tokyo', CHAT_BOUNDS);
    if (!isFaults(found)) throw new Error('The file has no fault');
    expect(found.map(({ line, column, what, found: is }) => [line, column, what, is].join('|'))).toEqual([
      expected,
    ]);
  });

  test('wards and their visitors, as they are published: a working day against the usual', () => {
    const file = wardsFile({ from: '2018-06-01', until: '2018-07-31', quiet: { '2018-07-24': 0.85 } });
    const series = read(file);
    expect(series).toHaveLength(46);
    const visitors = series.find((one) => one.series === '江東区 / 来訪者');
    const byDay = new Map(visitors?.days.map((count) => [count.day, count]));
    const compared = againstUsual(byDay, '2018-07-24', BASELINE, usual()) as AgainstUsual;
    expect(compared.n).toBe(6);
    expect(compared.total / compared.usual).toBeCloseTo(0.85, 1);
    expect(compared.least).toBeLessThan(compared.most);
  });
});

describe('taking a file', () => {
  const file = read('date,count\n2018-07-23,5\n2018-07-24,6');
  const take = (known: SeriesCounts[], next: SeriesCounts[], oldest = '2017-07-01') => {
    const taken = withCounts(known, next, oldest);
    if (isRefusal(taken)) throw new Error(taken.refusal);
    return taken;
  };

  test('twice changes nothing, and a later one replaces the days that it names', () => {
    const first = take([], file);
    expect(first.change).toEqual({
      series: 1,
      span: { from: '2018-07-23', until: '2018-07-24' },
      changed: 2,
      tooOld: 0,
    });
    const again = take(first.series, file);
    expect(again.series).toEqual(first.series);
    expect(again.change.changed).toBe(0);
    const later = take(first.series, read('date,count\n2018-07-24,9\n2018-07-22,1'));
    expect(later.series[0]?.days.map(({ day, total }) => [day, total])).toEqual([
      ['2018-07-22', 1],
      ['2018-07-23', 5],
      ['2018-07-24', 9],
    ]);
  });

  test('days that are too old are left out and counted, and series are bounded', () => {
    expect(take([], file, '2018-07-24').change).toMatchObject({ changed: 1, tooOld: 1 });
    const known = Array.from({ length: 200 }, (_, index) => ({
      series: `${index}`,
      days: file[0]?.days ?? [],
    }));
    expect(withCounts(known, file, addDays('2018-07-01', 0))).toMatchObject({ refusal: 'too-many-series' });
  });
});
