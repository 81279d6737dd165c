import {
  importedFor,
  NO_CALENDAR,
  ownSpan,
  since,
  sizeOf,
  withCountry,
  withDays,
  withoutDays,
} from '../../../src/domain/time/own-calendar';

const SUMMER = ownSpan('2026-08-13', '2026-08-17', 'Summer holiday', false);

test('days take the place of those on the same dates, in order', () => {
  const one = withDays(NO_CALENDAR, SUMMER);
  const two = withDays(one, ownSpan('2026-08-12', '2026-08-13', 'Festival', true));
  expect(two.days.map(({ day, name }) => `${day.slice(8)} ${name}`)).toEqual([
    '12 Festival',
    '13 Festival',
    '14 Summer holiday',
    '15 Summer holiday',
    '16 Summer holiday',
    '17 Summer holiday',
  ]);
  expect(sizeOf(two)).toBe(6);
});

test('a span is taken out', () => {
  const { days } = withoutDays(withDays(NO_CALENDAR, SUMMER), '2026-08-14', '2026-08-16');
  expect(days.map(({ day }) => day)).toEqual(['2026-08-13', '2026-08-17']);
});

test("a country's file replaces what was read before for its years", () => {
  const first = withCountry(NO_CALENDAR, 'CN', [
    { day: '2026-10-01', name: '', works: false },
    { day: '2027-10-01', name: 'old', works: false },
  ]);
  const again = withCountry(first, 'CN', [{ day: '2027-10-04', name: 'new', works: false }]);
  expect(again.countries).toEqual([
    {
      country: 'CN',
      years: [2026, 2027],
      days: [
        { day: '2026-10-01', name: '', works: false },
        { day: '2027-10-04', name: 'new', works: false },
      ],
    },
  ]);
  expect(importedFor(again, 'CN', '2027-01-01')).not.toBeNull();
  expect(importedFor(again, 'CN', '2028-01-01')).toBeNull();
  expect(importedFor(withCountry(again, 'AU', SUMMER), 'AU-NSW', '2026-01-01')?.country).toBe('AU');
});

test('what is over is dropped, a country by whole years', () => {
  const whole = withCountry(withDays(NO_CALENDAR, SUMMER), 'CN', [
    { day: '2025-10-01', name: '', works: false },
    { day: '2026-01-01', name: '', works: false },
  ]);
  const left = since(whole, '2026-08-16');
  expect(left.days.map(({ day }) => day)).toEqual(['2026-08-16', '2026-08-17']);
  expect(left.countries).toMatchObject([{ years: [2026], days: [{ day: '2026-01-01' }] }]);
  expect(since(whole, '2027-01-01')).toEqual(NO_CALENDAR);
});
