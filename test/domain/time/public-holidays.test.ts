import { execFileSync } from 'node:child_process';
import { between } from '@holiday-jp/holiday_jp';
import chineseDays from 'chinese-days';
import DateHolidays from 'date-holidays';
import { addDays, type Day, daySpan, weekdayOf } from '../../../src/domain/time/calendar';
import { isMakeUpDay, notWorking, type WorkCalendar } from '../../../src/domain/time/holidays';
import {
  coverageOf,
  isEstimated,
  isRegion,
  makeUpDays,
  publicHoliday,
  publicHolidays,
  regionsOf,
  regionsResting,
} from '../../../src/domain/time/public-holidays';

function calendar(country: string): WorkCalendar {
  return { country, closed: [], open: [] };
}

function isAtWeekend(day: Day): boolean {
  return ['sat', 'sun'].includes(weekdayOf(day));
}

/** Holidays from Monday to Friday, `MM-DD`. */
function restDays(country: string, year: number): string {
  return publicHolidays(country, year)
    .filter((day) => !isAtWeekend(day))
    .map((day) => day.slice(5))
    .join(' ');
}

/*
 * Public sources, all from before December 2026. Days at weekends are left out.
 * CN: the State Council's notice of 4 November 2025. TW: the calendars of the Directorate-General of Personnel
 * Administration under the law of 28 May 2025. KR: the law on public holidays as of 2026, with Labor and Constitution Day,
 * and the elections of 3 June. GB: gov.uk/bank-holidays. US: 5 U.S.C. 6103, by opm.gov. AU: fairwork.gov.au.
 * IN: the gazetted holidays of the Department of Personnel and Training. FR: Code du travail L3133-1, and L3134-13.
 * DE: the laws of the Länder. BR: Lei 662/1949, 9.093/1995, 10.607/2002, 14.759/2023.
 */
const LISTS: [country: string, year: number, days: string][] = [
  ['GB-ENG', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['GB-WLS', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['GB-SCT', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ['GB-NIR', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  ['GB', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['GB-SCT', 2027, '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28'],
  [
    'TW',
    2026,
    '01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 10-26 12-25',
  ],
  [
    'TW',
    2027,
    '01-01 02-04 02-05 02-08 02-09 02-10 03-01 04-05 04-06 04-30 06-09 09-15 09-28 10-11 10-25 12-24 12-31',
  ],
  ['US', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
  ['US', 2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  ['AU', 2026, '01-01 01-26 04-03 04-06 12-25 12-28'],
  ['AU-NSW', 2026, '01-01 01-26 04-03 04-06 04-27 06-08 10-05 12-25 12-28'],
  ['AU-VIC', 2026, '01-01 01-26 03-09 04-03 04-06 06-08 09-25 11-03 12-25 12-28'],
  ['AU-VIC', 2027, '01-01 01-26 03-08 03-26 03-29 06-14 09-24 11-02 12-27 12-28'],
  ['DE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
  ['DE-BY', 2026, '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25'],
  ['DE-BE', 2027, '01-01 03-08 03-26 03-29 05-06 05-17'],
  ['FR', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25'],
  ['FR-57', 2026, '01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25'],
  ['FR', 2027, '01-01 03-29 05-06 05-17 07-14 11-01 11-11'],
  ['BR', 2026, '01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-20 12-25'],
  ['BR', 2027, '01-01 03-26 04-21 09-07 10-12 11-02 11-15'],
  ['IN', 2026, '01-26 03-04 03-26 03-31 04-03 04-14 05-01 05-27 06-26 08-26 09-04 10-02 10-20 11-24 12-25'],
];

describe('the public holidays', () => {
  it.each(LISTS)('of %s in %s are those of the public source', (country, year, days) => {
    expect(restDays(country, year)).toBe(days);
  });

  it('of CN in 2025 and 2026 are those of `chinese-days`, make-up working days too', () => {
    for (const day of daySpan('2025-01-01', '2026-12-31')) {
      expect([day, notWorking(day, calendar('CN')) === null]).toEqual([day, chineseDays.isWorkday(day)]);
    }
  });

  it('of KR in 2025 to 2027 are those of `@hyunbinseo/holidays-kr`', () => {
    // The package is an ES module, which Jest does not load on every version of Node.js.
    const script = `import { getHolidayPreset } from '@hyunbinseo/holidays-kr';
      const years = await Promise.all(['2025', '2026', '2027'].map((year) => getHolidayPreset(year)));
      console.log(JSON.stringify(years.flatMap((year) => Object.keys(year).map((day) => day.slice(0, 10)))));`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect([2025, 2026, 2027].flatMap((year) => publicHolidays('KR', year))).toEqual(JSON.parse(out).sort());
  });

  it('of JP in 2025 to 2027 are those of `@holiday-jp/holiday_jp`', () => {
    const found = between(new Date('2025-01-01'), new Date('2027-12-31'));
    const days = found.map(({ date }) => date.toISOString().slice(0, 10));
    expect([2025, 2026, 2027].flatMap((year) => publicHolidays('JP', year))).toEqual(days);
  });

  it('of IL in 2026 and 2027 are those that `date-holidays` computes from the Hebrew calendar', () => {
    const data = new DateHolidays('IL', { types: ['public'] });
    const computed = [2026, 2027].flatMap((year) =>
      data.getHolidays(year).map(({ date }) => date.slice(0, 10)),
    );
    const ours = [2026, 2027].flatMap((year) => publicHolidays('IL', year));
    expect(ours.filter((day) => !computed.includes(day))).toEqual([]);
  });
});

describe('days that are often wrong elsewhere', () => {
  it.each([
    ['CN', '2026-02-20 2026-02-23 2026-05-04 2026-05-05 2026-10-05 2026-10-06 2026-10-07'],
    ['TW', '2025-09-29 2025-10-24 2026-02-27 2026-04-03 2026-05-01 2026-09-28 2026-10-26 2026-12-25'],
    ['GB', '2025-08-25 2026-08-31 2027-08-30'],
    ['KR', '2025-01-27 2025-06-03 2026-05-01 2026-06-03 2026-07-17 2027-05-03'],
    ['SA', '2026-02-22 2026-09-23'],
    ['AE', '2026-12-02 2026-12-03'],
    ['EG', '2026-01-29 2026-07-02 2026-10-08'],
    ['JP', '2026-09-22'],
  ])('%s rests on %s', (country, days) => {
    const working = days.split(' ').filter((day) => notWorking(day, calendar(country)) === null);
    expect(working).toEqual([]);
  });

  it.each([
    ['CN', '2026-10-08 2026-10-09 2026-10-10 2026-02-14 2026-01-04 2026-09-20 2026-06-01'],
    ['TW', '2026-10-08 2026-12-24'],
    ['GB-SCT', '2026-04-06 2026-08-31'],
    ['EG', '2026-06-30 2026-10-06'],
  ])('%s works on %s', (country, days) => {
    const resting = days.split(' ').filter((day) => notWorking(day, calendar(country)) !== null);
    expect(resting).toEqual([]);
  });

  it('are make-up working days in China', () => {
    expect(makeUpDays('CN', 2026)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(isMakeUpDay('2026-10-10', calendar('CN'))).toBe(true);
    expect(isMakeUpDay('2026-10-09', calendar('CN'))).toBe(false);
  });
});

describe('regions', () => {
  it.each([
    ['AU', '2026-06-08', 'ACT NSW NT SA TAS VIC'],
    ['AU', '2026-12-28', ''],
    ['AU-NSW', '2026-03-09', ''],
    ['DE', '2026-06-04', 'BW BY HE NW RP SL'],
    ['DE', '2026-06-05', ''],
    ['US', '2026-02-16', ''],
    ['CH', '2026-06-04', 'AG AI FR JU LU NE NW OW SO SZ TI UR VS ZG'],
  ])('of %s that rest alone on %s: %s', (country, day, regions) => {
    expect(regionsResting(day, country).sort().join(' ')).toBe(regions);
  });

  it('are known by their codes', () => {
    const codes = [
      'GB-ENG',
      'AU-NSW',
      'DE-BY',
      'US-CA',
      'CA-QC',
      'CH-ZH',
      'ES-CT',
      'IN-MH',
      'FR-67',
      'FR-57',
    ];
    expect(codes.filter((code) => !isRegion(code))).toEqual([]);
    expect(['GB-XXX', 'JP-13', 'DE-ZZ'].filter(isRegion)).toEqual([]);
    expect(regionsOf('JP')).toEqual([]);
  });

  it.each([
    ['CA-QC', '2026-06-24'],
    ['ES-CT', '2026-09-11'],
    ['CH-ZH', '2026-12-25'],
    ['FR-67', '2026-04-03'],
    ['IN-MH', '2026-05-01'],
  ])('%s rests on %s', (country, day) => {
    expect(publicHoliday(day, country, 'en')).not.toBeNull();
  });
});

describe('what is known', () => {
  it.each([
    ['CN', 2026, 'known'],
    ['CN', 2027, 'incomplete'],
    ['CN', 2028, 'incomplete'],
    ['AE', 2027, 'estimated'],
    ['KR', 2028, 'incomplete'],
    ['DE', 2031, 'known'],
    ['HK', 2027, 'incomplete'],
    ['KH', 2027, 'none'],
  ])('of %s in %s is %s', (country, year, coverage) => {
    expect(coverageOf(country, year)).toBe(coverage);
  });

  it('says which days depend on the moon', () => {
    expect(isEstimated('2027-03-09', 'AE')).toBe(true);
    expect(isEstimated('2026-12-02', 'AE')).toBe(false);
    expect(isEstimated('2027-05-16', 'SA')).toBe(true);
    expect(isEstimated('2027-09-23', 'SA')).toBe(false);
  });

  it.each(['AE', 'SA', 'EG', 'IN'])('says that %s has estimated days in 2027', (country) => {
    expect(coverageOf(country, 2027)).toBe('estimated');
  });

  it('has names for the reader, else for the country', () => {
    expect(publicHoliday('2026-10-01', 'CN', 'ja')).toBe('国庆节');
    expect(publicHoliday('2026-10-01', 'CN', 'zh-TW')).toBe('國慶節');
    expect(publicHoliday('2026-12-25', 'GB', 'zh-CN')).toBe('聖誕節');
    expect(publicHoliday('2026-12-25', 'GB', 'ja')).toBe('Christmas Day');
    expect(publicHoliday(addDays('2026-12-25', 1), 'JP', 'ja')).toBeNull();
  });
});
