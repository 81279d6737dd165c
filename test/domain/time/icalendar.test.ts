import { readCalendar } from '../../../src/domain/time/icalendar';

function calendar(...events: string[][]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function days(...event: string[]): string[] | object {
  const read = readCalendar(calendar(event), [2026, 2028]);
  return Array.isArray(read) ? read.map(({ day, name, works }) => `${day} ${name} ${works}`) : read;
}

test.each([
  ['one day', ['DTSTART;VALUE=DATE:20260813', 'SUMMARY:Summer'], ['2026-08-13 Summer false']],
  [
    'several days, the end is the day after',
    ['DTSTART;VALUE=DATE:20260813', 'DTEND;VALUE=DATE:20260815', 'SUMMARY:A\\, b'],
    ['2026-08-13 A, b false', '2026-08-14 A, b false'],
  ],
  [
    'every year',
    ['DTSTART;VALUE=DATE:20200229', 'RRULE:FREQ=YEARLY', 'SUMMARY:Leap'],
    ['2028-02-29 Leap false'],
  ],
  [
    'over New Year, every year',
    ['DTSTART;VALUE=DATE:20271231', 'DTEND;VALUE=DATE:20280102', 'RRULE:FREQ=YEARLY;INTERVAL=1', 'SUMMARY:Y'],
    ['2027-12-31 Y false', '2028-01-01 Y false', '2028-12-31 Y false', '2029-01-01 Y false'],
  ],
  ['a make-up day', ['DTSTART;VALUE=DATE:20261010', 'SUMMARY:国庆节(班)'], ['2026-10-10 国庆节(班) true']],
  [
    'a make-up day by its category',
    ['DTSTART;VALUE=DATE:20261010', 'CATEGORIES:Working day', 'SUMMARY:X'],
    ['2026-10-10 X true'],
  ],
  ['a cancelled event', ['DTSTART;VALUE=DATE:20261010', 'STATUS:CANCELLED'], []],
  ['a meeting', ['DTSTART;TZID=Asia/Tokyo:20261010T100000', 'SUMMARY:Meeting'], []],
  [
    'a folded line',
    ['DTSTART;VALUE=DATE:20261010', 'SUMMARY:Long', '  name'],
    ['2026-10-10 Long name false'],
  ],
])('%s', (_, event, found) => {
  expect(days(...event)).toEqual(found);
});

test.each([
  [['DTSTART;VALUE=DATE:20260231'], 4, 'not-a-day'],
  [['DTSTART;VALUE=DATE:20260813', 'DTEND;VALUE=DATE:20260810'], 5, 'not-a-day'],
  [['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270101'], 5, 'too-long'],
  [['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY'], 5, 'not-yearly'],
  [['SUMMARY:No day'], 3, 'no-day'],
  [['DTSTART;VALUE=DATE:20260101', 'what is this'], 5, 'not-a-line'],
])('%j is refused with its line', (event, line, why) => {
  expect(days(...event)).toEqual({ line, why });
});

test('what is no calendar, or half of one, is refused', () => {
  expect(readCalendar('hello', [2026, 2027])).toEqual({ line: 1, why: 'not-a-line' });
  expect(readCalendar('A:b', [2026, 2027])).toEqual({ line: 1, why: 'not-a-calendar' });
  expect(readCalendar('', [2026, 2027])).toEqual({ line: 1, why: 'not-a-calendar' });
  const half = calendar(['DTSTART;VALUE=DATE:20260813']).replace(/END:VEVENT[\s\S]*/u, '');
  expect(readCalendar(half, [2026, 2027])).toEqual({ line: 4, why: 'unfinished' });
});
