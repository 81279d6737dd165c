import fc from 'fast-check';
import { LOCALES, type Locale } from '../../src/domain/people/person';
import { WEEKDAYS } from '../../src/domain/time/calendar';
import {
  formatCountry,
  formatDay,
  formatDuration,
  formatList,
  formatNumber,
  formatPercent,
  formatTyped,
  formatWeekday,
  formatWindow,
  formatZone,
  joinItems,
  wholePercent,
} from '../../src/i18n/format';

function inAll<T>(format: (locale: Locale) => T): T[] {
  return LOCALES.map(format);
}

const MINUTE_MS = 60_000;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

interface Written {
  year: number | null;
  month: number;
  number: number;
  weekday: string;
}

const eastAsian = ({ year, month, number, weekday }: Written) =>
  `${year === null ? '' : `${year}年`}${month}月${number}日(${weekday})`;

/** How each language writes a day, from Sunday on. */
const TABLE: Record<Locale, { weekdays: string; write: (written: Written) => string }> = {
  en: {
    weekdays: 'Sun Mon Tue Wed Thu Fri Sat',
    write: ({ year, month, number, weekday }) =>
      `${weekday} ${number} ${MONTHS[month - 1]}${year === null ? '' : ` ${year}`}`,
  },
  ja: { weekdays: '日 月 火 水 木 金 土', write: eastAsian },
  'zh-CN': { weekdays: '周日 周一 周二 周三 周四 周五 周六', write: eastAsian },
  'zh-TW': { weekdays: '日 一 二 三 四 五 六', write: eastAsian },
};

describe('dates', () => {
  test('of this year go without their year', () => {
    expect(inAll((locale) => formatDay(locale, '2026-07-24', '2026-01-01'))).toEqual([
      'Fri 24 July',
      '7月24日(金)',
      '7月24日(周五)',
      '7月24日(五)',
    ]);
  });

  test('of other years name it', () => {
    expect(inAll((locale) => formatDay(locale, '2018-07-24', '2026-01-01'))).toEqual([
      'Tue 24 July 2018',
      '2018年7月24日(火)',
      '2018年7月24日(周二)',
      '2018年7月24日(二)',
    ]);
  });

  test('know all months and weekdays', () => {
    const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-01`);
    expect(days.map((day) => formatDay('en', day, day))).toEqual([
      'Thu 1 January',
      'Sun 1 February',
      'Sun 1 March',
      'Wed 1 April',
      'Fri 1 May',
      'Mon 1 June',
      'Wed 1 July',
      'Sat 1 August',
      'Tue 1 September',
      'Thu 1 October',
      'Sun 1 November',
      'Tue 1 December',
    ]);
    expect(formatDay('ja', '2026-12-05', '2026-01-01')).toBe('12月5日(土)');
  });

  test('are written as the table says, on any day', () => {
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), day, fc.boolean(), (locale, date, sameYear) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, number] = iso.split('-').map(Number) as [number, number, number];
        const { weekdays, write } = TABLE[locale];
        const weekday = weekdays.split(' ')[date.getUTCDay()] ?? '';
        const today = sameYear ? `${iso.slice(0, 4)}-06-01` : '1969-06-01';
        const expected = write({ year: sameYear ? null : year, month, number, weekday });
        expect(formatDay(locale, iso, today)).toBe(expected);
      }),
    );
  });

  test('are typed without their weekday, of another year in ISO form', () => {
    expect(inAll((locale) => formatTyped(locale, '2026-07-24', '2026-01-01'))).toEqual([
      '24 July',
      '7月24日',
      '7月24日',
      '7月24日',
    ]);
    expect(formatTyped('en', '2027-07-24', '2026-01-01')).toBe('2027-07-24');
  });

  test('name weekdays', () => {
    const days = (locale: Locale) => WEEKDAYS.map((weekday) => formatWeekday(locale, weekday)).join(' ');
    expect(days('en')).toBe('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
    expect(days('ja')).toBe('月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日');
    expect(days('zh-CN')).toBe('周一 周二 周三 周四 周五 周六 周日');
    expect(days('zh-TW')).toBe('週一 週二 週三 週四 週五 週六 週日');
  });
});

describe('durations', () => {
  test.each([
    [6 * MINUTE_MS, ['6 min', '6分', '6分钟', '6分鐘']],
    [65 * MINUTE_MS, ['1 h 5 min', '1時間5分', '1小时5分钟', '1小時5分鐘']],
    [120 * MINUTE_MS, ['2 h', '2時間', '2小时', '2小時']],
  ])('%d ms', (duration, expected) => {
    expect(inAll((locale) => formatDuration(locale, duration))).toEqual(expected);
  });

  test('are rounded up to whole minutes, at least one', () => {
    expect(formatDuration('en', 0)).toBe('1 min');
    expect(formatDuration('en', 1)).toBe('1 min');
    expect(formatDuration('en', 6 * MINUTE_MS + 1)).toBe('7 min');
    expect(formatDuration('en', 60 * MINUTE_MS - 1)).toBe('1 h');
  });
});

describe('figures', () => {
  test('percentages are whole; some is never none, and not all is never all', () => {
    expect(formatPercent(12, 24)).toBe('50%');
    expect(formatPercent(1, 3)).toBe('33%');
    expect(formatPercent(0, 24)).toBe('0%');
    expect(formatPercent(24, 24)).toBe('100%');
    expect(formatPercent(1, 10_000)).toBe('<1%');
    expect(formatPercent(9_999, 10_000)).toBe('>99%');
    expect(formatPercent(0, 0)).toBeNull();
  });

  test('a percentage lies between 0 and 100', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (one, other) => {
        const [count, total] = [Math.min(one, other), Math.max(one, other)];
        const percent = wholePercent(count, total);
        expect(percent === null).toBe(total === 0);
        if (percent !== null) expect(percent >= 0 && percent <= 100 && Number.isInteger(percent)).toBe(true);
        expect(formatPercent(count, total)).not.toBe('NaN%');
      }),
    );
  });

  test('numbers are grouped and have at most one decimal', () => {
    expect(inAll((locale) => formatNumber(locale, 12_345.678))).toEqual(Array(4).fill('12,345.7'));
  });
});

test('windows', () => {
  expect(inAll((locale) => formatWindow(locale, { from: '07:00', until: '10:30' }))).toEqual([
    '07:00–10:30',
    '07:00～10:30',
    '07:00–10:30',
    '07:00–10:30',
  ]);
});

test('zones have names in the language', () => {
  const names = inAll((locale) => formatZone(locale, 'Asia/Tokyo', '2018-07-24', '07:00'));
  expect(names[0]).toContain('Japan');
  expect(names.slice(1).every((name) => name.startsWith('日本'))).toBe(true);
  expect(formatZone('en', 'Europe/London', '2018-07-24', '07:00')).toMatch(/United Kingdom|British|UK/);
});

test('lists', () => {
  expect(inAll((locale) => formatList(locale, ['a', 'b', 'c']))).toEqual([
    'a, b and c',
    'a、b、c',
    'a、b 和 c',
    'a、b 和 c',
  ]);
  expect(inAll((locale) => joinItems(locale, ['a', 'b', 'c']))).toEqual([
    'a, b, c',
    'a、b、c',
    'a、b、c',
    'a、b、c',
  ]);
  expect(formatList('en', ['a'])).toBe('a');
  expect(formatList('en', [])).toBe('');
  expect(formatList('zh-CN', ['研发', 'Legal'])).toBe('研发和 Legal');
});

test('a country has its code, and its region where one is meant', () => {
  expect(inAll((locale) => formatCountry(locale, 'JP'))).toEqual([
    'Japan (JP)',
    '日本(JP)',
    '日本(JP)',
    '日本(JP)',
  ]);
  expect(inAll((locale) => formatCountry(locale, 'GB-ENG'))).toEqual([
    'United Kingdom, England (GB-ENG)',
    'イギリス・England(GB-ENG)',
    '英国 · England(GB-ENG)',
    '英國 · England(GB-ENG)',
  ]);
});
