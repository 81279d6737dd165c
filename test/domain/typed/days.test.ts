import fc from 'fast-check';
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../../../src/domain/time/calendar';
import { weekStartOf } from '../../../src/domain/time/weekend';
import { parseDay, parseDays, parseSpan } from '../../../src/domain/typed/days';
import type { DateContext } from '../../../src/domain/typed/which-day';

/** A Wednesday. */
const NEXT: DateContext = { today: '2018-07-18', prefer: 'next' };
const NEAREST: DateContext = { ...NEXT, prefer: 'nearest' };

describe('a day', () => {
  test.each([
    ['2018-07-24', '2018-07-24'],
    ['2018/7/24', '2018-07-24'],
    ['2018.7.24', '2018-07-24'],
    ['24.7.', '2018-07-24'],
    ['3.8.', '2018-08-03'],
    ['3.8.2018', '2018-08-03'],
    ['03.08.2018.', '2018-08-03'],
    ['七月二十四日', '2018-07-24'],
    ['十二月一日', '2018-12-01'],
    ['二十四號', '2018-07-24'],
    ['in two weeks', '2018-08-01'],
    ['in 3 days', '2018-07-21'],
    ['3日後', '2018-07-21'],
    ['两周后', '2018-08-01'],
    ['しあさって', '2018-07-21'],
    ['大后天', '2018-07-21'],
    ['月末', '2018-07-31'],
    ['the end of next month', '2018-08-31'],
    ['day before yesterday', '2018-07-16'],
    ['7/24', '2018-07-24'],
    ['24 July', '2018-07-24'],
    ['24th of July', '2018-07-24'],
    ['July 24th, 2018', '2018-07-24'],
    ['24 Jul 2018', '2018-07-24'],
    ['24-Jul-2018', '2018-07-24'],
    ['Tue 24 July', '2018-07-24'],
    ['Tuesday, July 24', '2018-07-24'],
    ['7月24日', '2018-07-24'],
    ['7月24日(火)', '2018-07-24'],
    ['7月24日（周二）', '2018-07-24'],
    ['7月24日(二)', '2018-07-24'],
    ['2018年7月24日', '2018-07-24'],
    ['２０１８年　７月　２４日 火曜日', '2018-07-24'],
    ['7月24號', '2018-07-24'],
    ['on friday', '2018-07-20'],
    ['today', '2018-07-18'],
    ['今日', '2018-07-18'],
    ['本日', '2018-07-18'],
    ['今天', '2018-07-18'],
    ['tomorrow', '2018-07-19'],
    ['明日', '2018-07-19'],
    ['あした', '2018-07-19'],
    ['明天', '2018-07-19'],
    ['day after tomorrow', '2018-07-20'],
    ['明後日', '2018-07-20'],
    ['后天', '2018-07-20'],
    ['後天', '2018-07-20'],
    ['wed', '2018-07-18'],
    ['Wednesday', '2018-07-18'],
    ['tue', '2018-07-24'],
    ['金曜', '2018-07-20'],
    ['金曜日', '2018-07-20'],
    ['(金)', '2018-07-20'],
    ['周五', '2018-07-20'],
    ['週五', '2018-07-20'],
    ['星期五', '2018-07-20'],
    ['礼拜天', '2018-07-22'],
    ['next friday', '2018-07-27'],
    ['next mon', '2018-07-23'],
    ['来週の金曜', '2018-07-27'],
    ['下周五', '2018-07-27'],
    ['下個星期一', '2018-07-23'],
    ['this friday', '2018-07-20'],
    ['last friday', '2018-07-13'],
  ])('%j', (text, day) => {
    expect(parseDay(text, NEXT)).toBe(day);
  });

  test.each([
    ['7/18', '2018-07-18', '2018-07-18'],
    ['7/17', '2018-07-17', '2018-07-17'],
    ['6/18', '2018-06-18', '2018-06-18'],
    ['6/17', '2019-06-17', '2018-06-17'],
    ['1 Jan', '2019-01-01', '2019-01-01'],
    ['20 Jan', '2019-01-20', '2018-01-20'],
    ['2/29', '2020-02-29', '2020-02-29'],
    ['wed', '2018-07-18', '2018-07-18'],
    ['mon', '2018-07-23', '2018-07-23'],
  ])('without its year, %j is next %s and nearest %s', (text, next, nearest) => {
    expect(parseDay(text, NEXT)).toBe(next);
    expect(parseDay(text, NEAREST)).toBe(nearest);
  });

  test.each(['2026-02-30', '2/30', '13/45', '0/1', '7/0', '31 April', '2019-2-29', '13月1日', 'fri 24 july'])(
    '%j cannot be',
    (text) => {
      expect(parseDay(text, NEXT)).toMatchObject({ refusal: 'impossible-date' });
    },
  );

  test.each(['', 'x', '7', '20180724', '2018-07', '7/24 x', 'friday 13', 'next week', 'mon..fri'])(
    '%j is not a day',
    (text) => {
      expect(parseDay(text, NEXT)).toEqual({ refusal: 'unknown-date', values: { text } });
    },
  );
});

describe('a span', () => {
  test.each([
    ['2018-07-23..2018-07-27', '2018-07-23', '2018-07-27'],
    ['2018-07-23 - 2018-07-27', '2018-07-23', '2018-07-27'],
    ['2018-07-23-2018-07-27', '2018-07-23', '2018-07-27'],
    ['7/23–7/27', '2018-07-23', '2018-07-27'],
    ['7/23〜7/27', '2018-07-23', '2018-07-27'],
    ['7/23～27', '2018-07-23', '2018-07-27'],
    ['7/23 to 7/27', '2018-07-23', '2018-07-27'],
    ['from 7/23 until 7/27', '2018-07-23', '2018-07-27'],
    ['23-27 July 2018', '2018-07-23', '2018-07-27'],
    ['July 23-27, 2018', '2018-07-23', '2018-07-27'],
    ['23 jul..27 jul.', '2018-07-23', '2018-07-27'],
    ['Mon 23 July – Fri 27 July', '2018-07-23', '2018-07-27'],
    ['7月23日から27日まで', '2018-07-23', '2018-07-27'],
    ['2018年7月23日〜27日', '2018-07-23', '2018-07-27'],
    ['7月23日至7月27日', '2018-07-23', '2018-07-27'],
    ['从周一到周五', '2018-07-16', '2018-07-20'],
    ['mon..fri', '2018-07-16', '2018-07-20'],
    ['today..fri', '2018-07-18', '2018-07-20'],
    ['fri to next mon', '2018-07-20', '2018-07-23'],
    ['fri..mon', '2018-07-20', '2018-07-23'],
    ['12/28..1/4', '2018-12-28', '2019-01-04'],
    ['2017-12-28..1/4', '2017-12-28', '2018-01-04'],
    ['28 Dec..4 Jan 2018', '2017-12-28', '2018-01-04'],
    ['22 July..6 September 2019', '2019-07-22', '2019-09-06'],
    ['1/1..12/31', '2018-01-01', '2018-12-31'],
    ['2020-01-01..2020-12-31', '2020-01-01', '2020-12-31'],
  ])('%j', (text, from, until) => {
    expect(parseSpan(text, NEXT)).toEqual({ from, until });
  });

  test.each([
    ['next month', '2018-08-01', '2018-08-31'],
    ['今月いっぱい', '2018-07-18', '2018-07-31'],
    ['月末まで', '2018-07-18', '2018-07-31'],
    ['到月底', '2018-07-18', '2018-07-31'],
    ['明后天', '2018-07-19', '2018-07-20'],
    ['30/7 to 3/8', '2018-07-30', '2018-08-03'],
    ['5/8-13/8', '2018-08-05', '2018-08-13'],
    ['30.7.-3.8.', '2018-07-30', '2018-08-03'],
    ['30.7.2018..3.8.2018', '2018-07-30', '2018-08-03'],
    ['十二月一日から三日まで', '2018-12-01', '2018-12-03'],
  ])('%j', (text, from, until) => {
    expect(parseSpan(text, NEXT)).toEqual({ from, until });
  });

  test('reversed spans are refused', () => {
    const refusal = {
      refusal: 'reversed-days',
      values: { from: { day: '2018-07-27' }, until: { day: '2018-07-23' } },
    };
    expect(parseSpan('2018-07-27..2018-07-23', NEXT)).toEqual(refusal);
    expect(parseSpan('7/27..7/23', NEXT)).toEqual(refusal);
    expect(parseSpan('27-23 July', NEXT)).toEqual(refusal);
  });

  test('366 days are a span, 367 are not', () => {
    expect(parseSpan('2018-01-01..2019-01-01', NEXT)).toMatchObject({ until: '2019-01-01' });
    expect(parseSpan('2018-01-01..2019-01-02', NEXT)).toEqual({
      refusal: 'too-many-days',
      values: { max: 366 },
    });
  });

  test.each(['7/23..', '..7/23', 'mon..blah', '7/23..7/24..7/25'])('%j is none', (text) => {
    expect(parseSpan(text, NEXT)).toMatchObject({ refusal: 'unknown-date' });
  });

  test('a span with an impossible end is refused', () => {
    expect(parseSpan('2/1..2/30', NEXT)).toEqual({
      refusal: 'impossible-date',
      values: { text: '2/1..2/30' },
    });
  });
});

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const KANJI = '月火水木金土日';
const HANZI = '一二三四五六日';
const parts = (day: Day) => ({ y: day.slice(0, 4), m: Number(day.slice(5, 7)), d: Number(day.slice(8, 10)) });
const weekdayAt = (day: Day) => WEEKDAYS.indexOf(weekdayOf(day));

/** Each of them names the year. */
const WITH_YEAR: Record<string, (day: Day) => string> = {
  iso: (day) => day,
  slashes: (day) => day.replaceAll('-', '/'),
  'day month year': (day) => `${parts(day).d} ${MONTHS[parts(day).m - 1]} ${parts(day).y}`,
  'month day, year': (day) => `${MONTHS[parts(day).m - 1]} ${parts(day).d}, ${parts(day).y}`,
  short: (day) => `${parts(day).d} ${MONTHS[parts(day).m - 1]?.slice(0, 3)} ${parts(day).y}`,
  japanese: (day) => `${parts(day).y}年${parts(day).m}月${parts(day).d}日(${KANJI[weekdayAt(day)]})`,
  'simplified chinese': (day) =>
    `${parts(day).y}年${parts(day).m}月${parts(day).d}日(周${HANZI[weekdayAt(day)]})`,
};
/** These do not. */
const WITHOUT_YEAR: Record<string, (day: Day) => string> = {
  'month/day': (day) => `${parts(day).m}/${parts(day).d}`,
  english: (day) => `${weekdayOf(day)} ${parts(day).d} ${MONTHS[parts(day).m - 1]}`,
  japanese: (day) => `${parts(day).m}月${parts(day).d}日(${KANJI[weekdayAt(day)]})`,
  'simplified chinese': (day) => `${parts(day).m}月${parts(day).d}日(周${HANZI[weekdayAt(day)]})`,
  'traditional chinese': (day) => `${parts(day).m}月${parts(day).d}日(${HANZI[weekdayAt(day)]})`,
};
const SEPARATORS = ['..', '-', ' - ', '–', '〜', '～', ' to ', '至', 'から'];

const anyDay = fc.integer({ min: 0, max: 35_600 }).map((days) => addDays('2001-01-01', days));
const anyContext = fc.record({ today: anyDay, prefer: fc.constantFrom('next' as const, 'nearest' as const) });

describe('what is written is read', () => {
  test.each(Object.entries(WITH_YEAR))('a day with its year: %s', (_, format) => {
    fc.assert(
      fc.property(anyDay, anyContext, (day, context) => {
        expect(parseDay(format(day), context)).toBe(day);
      }),
    );
  });

  test.each(Object.entries(WITHOUT_YEAR))('a day within half a year, without its year: %s', (_, format) => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -180, max: 180 }), (today, distance) => {
        const day = addDays(today, distance);
        expect(parseDay(format(day), { today, prefer: 'nearest' })).toBe(day);
        if (distance >= 0) expect(parseDay(format(day), { today, prefer: 'next' })).toBe(day);
      }),
    );
  });

  test('a span, each end in its own format', () => {
    const format = fc.constantFrom(...Object.values(WITH_YEAR));
    const lengths = fc.integer({ min: 0, max: 365 });
    const separator = fc.constantFrom(...SEPARATORS);
    fc.assert(
      fc.property(
        anyDay,
        lengths,
        format,
        format,
        separator,
        anyContext,
        (from, length, one, other, gap, context) => {
          const until = addDays(from, length);
          expect(parseSpan(`${one(from)}${gap}${other(until)}`, context)).toEqual({ from, until });
        },
      ),
    );
  });

  test('a span without years', () => {
    const format = fc.constantFrom(...Object.values(WITHOUT_YEAR));
    const distance = fc.integer({ min: 0, max: 150 });
    const lengths = fc.integer({ min: 0, max: 180 });
    fc.assert(
      fc.property(anyDay, distance, lengths, format, (today, start, length, write) => {
        const from = addDays(today, start);
        const until = addDays(from, length);
        expect(parseSpan(`${write(from)}..${write(until)}`, { today, prefer: 'next' })).toEqual({
          from,
          until,
        });
      }),
    );
  });

  test('a weekday is one of the seven days from today on', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 6 }), (today, distance) => {
        const day = addDays(today, distance);
        expect(parseDay(weekdayOf(day), { today, prefer: 'next' })).toBe(day);
      }),
    );
  });
});

describe('weeks that begin on Sunday', () => {
  // 18 July 2018 is a Wednesday.
  test.each([
    ['IL', 'next week', '2018-07-22..2018-07-28'],
    ['SA', 'next week', '2018-07-22..2018-07-28'],
    ['AE', 'next week', '2018-07-23..2018-07-29'],
    ['JP', '来週', '2018-07-23..2018-07-29'],
    ['IL', 'this week', '2018-07-15..2018-07-21'],
    ['JP', 'this week', '2018-07-16..2018-07-22'],
    ['SA', 'the rest of the week', '2018-07-18..2018-07-21'],
    ['AE', 'the rest of the week', '2018-07-18..2018-07-22'],
    ['IL', 'last week', '2018-07-08..2018-07-14'],
    ['EG', 'next sunday', '2018-07-22..2018-07-22'],
    ['AE', 'next sunday', '2018-07-29..2018-07-29'],
    ['IL', 'sun to thu next week', '2018-07-22..2018-07-26'],
    ['IL', 'sunday', '2018-07-22..2018-07-22'],
    ['IL', 'next sunday and thu', '2018-07-22..2018-07-22 2018-07-26..2018-07-26'],
    ['SA', '下周日至四', '2018-07-22..2018-07-26'],
  ])('%s: %j', (country, text, days) => {
    const found = parseDays(text, { ...NEXT, weekStart: weekStartOf({ country }) });
    expect(Array.isArray(found) ? found.map(({ from, until }) => `${from}..${until}`).join(' ') : found).toBe(
      days,
    );
  });

  test('"next Thu and Sun" may be of two weeks and is refused', () => {
    const context = { ...NEXT, weekStart: 'sun' } as const;
    expect(parseDays('next thu and sun', context)).toMatchObject({ refusal: 'unknown-date' });
  });

  test('each day is in this week, whatever the day on which it begins', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2018-01-01', days));
    fc.assert(
      fc.property(day, fc.constantFrom(...WEEKDAYS), (today, weekStart) => {
        const week = parseSpan('this week', { today, weekStart, prefer: 'next' });
        if (!('from' in week)) throw new Error('not read');
        expect([weekdayOf(week.from), week.from <= today, today <= week.until]).toEqual([
          weekStart,
          true,
          true,
        ]);
      }),
    );
  });
});
