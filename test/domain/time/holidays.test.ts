import fc from 'fast-check';
import { addDays, daySpan, WEEKDAYS, weekdayOf } from '../../../src/domain/time/calendar';
import {
  isMakeUpDay,
  nextWorkingDay,
  notWorking,
  previousWorkingDay,
  restingElsewhere,
  type WorkCalendar,
  workingDayOnOrBefore,
} from '../../../src/domain/time/holidays';
import type { ImportedCountry } from '../../../src/domain/time/own-calendar';
import { publicHoliday } from '../../../src/domain/time/public-holidays';

function calendar(country: string, own: Partial<WorkCalendar> = {}): WorkCalendar {
  return { country, closed: [], open: [], ...own };
}

const JAPAN = calendar('JP');

describe('the holidays of Japan', () => {
  it.each([
    ['2018-07-16', '海の日'],
    ['2020-07-23', '海の日'],
    ['2020-07-24', 'スポーツの日'],
    ['2020-08-10', '山の日'],
    ['2021-07-22', '海の日'],
    ['2021-07-23', 'スポーツの日'],
    ['2021-08-08', '山の日'],
    ['2021-08-09', '山の日 (振替休日)'],
    ['2018-02-12', '建国記念の日 (振替休日)'],
    ['2018-12-24', '天皇誕生日 (振替休日)'],
    ['2019-05-01', '即位の日'],
    ['2019-04-30', '国民の休日'],
    ['2019-10-22', '即位礼正殿の儀'],
  ])('%s is %s', (day, name) => {
    expect(publicHoliday(day, 'JP', 'ja')).toBe(name);
  });

  it.each([
    ['24 July 2017, the first Telework Day', '2017-07-24'],
    ['24 July 2018, a core day', '2018-07-24'],
    ['24 July 2019, a core day', '2019-07-24'],
    ['20 July 2020, where Marine Day would have been', '2020-07-20'],
    ['19 July 2021, likewise', '2021-07-19'],
    ['11 August 2020, where Mountain Day would have been', '2020-08-11'],
    ['11 October 2021, where Sports Day would have been', '2021-10-11'],
    ['a bank holiday, which is not a public one', '2019-01-02'],
    ['Shichi-Go-San, which is an observance', '2018-11-15'],
  ])('%s, is a working day', (_, day) => {
    expect(publicHoliday(day, 'JP', 'ja')).toBeNull();
    expect(notWorking(day, JAPAN)).toBeNull();
  });
});

describe('the holidays of other countries', () => {
  it.each([
    ['2018-12-25', 'GB', 'Christmas Day'],
    ['2018-05-07', 'GB', 'Early May bank holiday'],
    ['2018-07-24', 'GB', null],
    ['2018-10-10', 'TW', 'National Day / Double Tenth Day'],
    ['2018-02-16', 'TW', 'Chinese New Year'],
    ['2018-07-04', 'US', 'Independence Day'],
    ['2021-07-05', 'US', 'Independence Day (substitute day)'],
    ['2021-12-31', 'US', "New Year's Day (substitute day)"],
    ['2018-07-24', 'US', null],
  ])('%s in %s is %s', (day, country, name) => {
    expect(publicHoliday(day, country, 'en')).toBe(name);
  });

  it('last several days where they do', () => {
    const days = daySpan('2026-09-22', '2026-09-28').map((day) => publicHoliday(day, 'KR', 'en'));
    expect(days.map((name) => name !== null)).toEqual([false, false, true, true, true, false, false]);
  });

  it('do not make a day off where they last half a day', () => {
    expect(notWorking('2018-05-04', calendar('CN'))).toBeNull();
    expect(notWorking('2018-05-01', calendar('CN'))).toEqual({
      kind: 'holiday',
      day: '2018-05-01',
      country: 'CN',
    });
  });

  it('are missing where there is no data: weekends remain', () => {
    expect(publicHoliday('2018-01-01', 'KH', 'en')).toBeNull();
    expect(notWorking('2018-01-06', calendar('KH'))?.kind).toBe('weekend');
  });
});

describe("a holiday's name", () => {
  it.each([
    ['2018-07-16', 'JP', ['Marine Day', '海の日', '海の日', '海の日']],
    ['2018-01-01', 'JP', ["New Year's Day", '元日', '元旦', '元旦']],
    ['2018-02-16', 'TW', ['Chinese New Year', '農曆年初一', '農曆年初一', '農曆年初一']],
    ['2018-10-01', 'CN', ['National Day', '国庆节', '国庆节', '国庆节']],
    ['2018-12-25', 'GB', ['Christmas Day', 'Christmas Day', '聖誕節', '聖誕節']],
    ['2018-09-03', 'US', ['Labor Day', 'Labor Day', '劳动节', '劳动节']],
    ['2018-05-01', 'DE', ['Labour Day', 'Maifeiertag', '劳动节', '劳动节']],
  ])('of %s in %s is in the reader’s language, else in the country’s', (day, country, names) => {
    const locales = ['en', 'ja', 'zh-CN', 'zh-TW'] as const;
    expect(locales.map((locale) => publicHoliday(day, country, locale))).toEqual(names);
  });
});

describe('why nobody works', () => {
  it.each([
    ['a Saturday', '2018-07-21', JAPAN, 'weekend'],
    ['a Sunday', '2018-07-22', JAPAN, 'weekend'],
    ['a holiday', '2018-07-16', JAPAN, 'holiday'],
    ['a holiday on a Sunday', '2018-04-29', JAPAN, 'holiday'],
    ["the organisation's own day off", '2018-08-13', calendar('JP', { closed: ['2018-08-13'] }), 'closed'],
    ['an own day off on a weekend', '2018-07-21', calendar('JP', { closed: ['2018-07-21'] }), 'closed'],
    ['an own day off on a holiday', '2018-07-16', calendar('JP', { closed: ['2018-07-16'] }), 'closed'],
  ])('%s', (_, day, where, kind) => {
    expect(notWorking(day, where)).toEqual({ kind, day, country: 'JP' });
  });

  it.each([
    ['a Tuesday', '2018-07-24', JAPAN],
    ['a weekend', '2018-07-21', calendar('JP', { open: ['2018-07-21'] })],
    ['a holiday', '2018-07-16', calendar('JP', { open: ['2018-07-16'] })],
    [
      'a day both closed and open',
      '2018-07-24',
      calendar('JP', { open: ['2018-07-24'], closed: ['2018-07-24'] }),
    ],
  ])('%s is worked where the organisation says so', (_, day, where) => {
    expect(notWorking(day, where)).toBeNull();
  });
});

describe('what decides first', () => {
  const off = { day: '2026-08-13', name: 'Summer holiday', works: false };
  const worked = { day: '2026-08-15', name: '', works: true };
  const own = { days: [off, worked], countries: [] };

  it("is the team's own day, then the organisation's", () => {
    expect(notWorking('2026-08-13', calendar('JP', { own }))).toMatchObject({
      kind: 'closed',
      name: 'Summer holiday',
    });
    expect(notWorking('2026-08-13', calendar('JP', { own, open: ['2026-08-13'] }))).toBeNull();
    expect(notWorking('2026-08-15', calendar('JP', { own }))).toBeNull();
    expect(isMakeUpDay('2026-08-15', calendar('JP', { own }))).toBe(true);
    expect(notWorking('2026-08-15', calendar('JP', { own, closed: ['2026-08-15'] }))?.kind).toBe('closed');
  });

  it('is a file that was read for the country, in its years only', () => {
    const days = [
      { day: '2027-10-07', name: '国庆节', works: false },
      { day: '2027-10-09', name: '', works: true },
    ];
    const imported = calendar('CN', {
      own: { days: [], countries: [{ country: 'CN', years: [2027], days }] },
    });
    expect(notWorking('2027-10-07', imported)).toMatchObject({ kind: 'holiday', name: '国庆节' });
    expect(notWorking('2027-10-09', imported)).toBeNull();
    expect(notWorking('2027-10-04', imported)).toBeNull();
    expect(notWorking('2026-10-05', imported)?.kind).toBe('holiday');
    expect(notWorking('2027-10-07', { ...imported, country: 'JP' })).toBeNull();
  });

  it.each([
    ['IL', '2026-08-21', 'fri'],
    ['IL', '2026-08-22', 'sat'],
    ['SA', '2026-08-21', 'fri'],
    ['AE', '2026-08-22', 'sat'],
    ['AE', '2026-08-23', 'sun'],
    ['NP', '2026-08-22', 'sat'],
    ['BN', '2026-08-21', 'fri'],
    ['BN', '2026-08-23', 'sun'],
    ['JP', '2026-08-22', 'sat'],
  ])('is the weekend of %s on %s (%s)', (country, day) => {
    expect(notWorking(day, calendar(country))?.kind).toBe('weekend');
  });

  it.each([
    ['IL', '2026-08-23'],
    ['AE', '2026-08-21'],
    ['NP', '2026-08-23'],
    ['BN', '2026-08-22'],
    ['EG', '2026-08-23'],
  ])('is a week in which %s works on %s', (country, day) => {
    expect(notWorking(day, calendar(country))).toBeNull();
  });

  it('is what the team has set, in the place of the weekend of its country', () => {
    expect(notWorking('2026-08-23', calendar('JP', { weekend: ['fri', 'sat'] }))).toBeNull();
    expect(notWorking('2026-08-21', calendar('JP', { weekend: ['fri', 'sat'] }))?.kind).toBe('weekend');
  });

  it('warns of a holiday in a part of the country, unless it is decided', () => {
    expect(restingElsewhere('2026-06-08', calendar('AU'))).toContain('NSW');
    expect(restingElsewhere('2026-06-08', calendar('AU-QLD'))).toEqual([]);
    expect(restingElsewhere('2026-06-08', calendar('AU', { open: ['2026-06-08'] }))).toEqual([]);
    expect(restingElsewhere('2026-06-08', calendar('AU', { closed: ['2026-06-08'] }))).toEqual([]);
  });
});

describe('working days around a day', () => {
  it.each([
    // day, before, after, on or before
    ['2018-07-24', '2018-07-23', '2018-07-25', '2018-07-24'],
    ['2018-07-23', '2018-07-20', '2018-07-24', '2018-07-23'],
    ['2018-07-22', '2018-07-20', '2018-07-23', '2018-07-20'],
    ['2018-07-17', '2018-07-13', '2018-07-18', '2018-07-17'],
    ['2018-07-16', '2018-07-13', '2018-07-17', '2018-07-13'],
    // The ten days of holidays when the emperors changed.
    ['2019-05-07', '2019-04-26', '2019-05-08', '2019-05-07'],
    ['2019-04-26', '2019-04-25', '2019-05-07', '2019-04-26'],
  ])('%s: %s before, %s after, %s on or before', (day, before, after, onOrBefore) => {
    expect(previousWorkingDay(day, JAPAN)).toBe(before);
    expect(nextWorkingDay(day, JAPAN)).toBe(after);
    expect(workingDayOnOrBefore(day, JAPAN)).toBe(onOrBefore);
  });

  it('are nearest, whatever the weekend, the own days and the organisation say', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2026-06-01', offset));
    const anyCalendar = fc.record({
      country: fc.constantFrom('JP', 'CN', 'IL', 'GB-SCT', 'KH', 'NP', 'BN', 'IR'),
      weekend: fc.option(fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 6 })),
      closed: fc.array(days, { maxLength: 20 }),
      open: fc.array(days, { maxLength: 20 }),
      own: fc.record({
        days: fc.uniqueArray(fc.record({ day: days, name: fc.constant('Off'), works: fc.boolean() }), {
          selector: ({ day }) => day,
          maxLength: 20,
        }),
        countries: fc.constant<ImportedCountry[]>([]),
      }),
    });
    fc.assert(
      fc.property(anyCalendar, days, (own, day) => {
        const before = previousWorkingDay(day, own);
        const between = daySpan(addDays(before, 1), addDays(day, -1));
        expect(before < day && notWorking(before, own) === null).toBe(true);
        expect(between.filter((each) => notWorking(each, own) === null)).toEqual([]);
        const why = notWorking(day, own);
        if (own.open.includes(day)) expect(why).toBeNull();
        else if (own.closed.includes(day)) expect(why?.kind).toBe('closed');
        if (why) expect(isMakeUpDay(day, own)).toBe(false);
        if (restingElsewhere(day, own).length > 0) expect(why).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('leave no working day out, over two years', () => {
    const own = calendar('JP', { closed: ['2018-08-13', '2018-08-14'], open: ['2018-08-11'] });
    for (const day of daySpan('2018-01-01', '2019-12-31')) {
      const before = previousWorkingDay(day, own);
      expect(notWorking(before, own)).toBeNull();
      expect(daySpan(addDays(before, 1), addDays(day, -1)).every((each) => notWorking(each, own))).toBe(true);
      expect(nextWorkingDay(before, own) >= day).toBe(true);
    }
    expect(weekdayOf('2018-08-11')).toBe('sat');
    expect(previousWorkingDay('2018-08-15', own)).toBe('2018-08-11');
  });
});
