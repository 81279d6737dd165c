import { WEEKDAYS } from '../../../src/domain/time/calendar';
import { weekendOf, weekStartOf } from '../../../src/domain/time/weekend';

/** The weekend in Unicode's CLDR: a getter in some versions of Node.js, a method in others. */
function inCldr(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    weekInfo?: { weekend: number[] };
    getWeekInfo?(): { weekend: number[] };
  };
  const { weekend } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { weekend: [6, 7] };
  return weekend.map((number) => WEEKDAYS[number - 1] ?? '');
}

/** Where offices and laws are ahead of CLDR, see `WEEKENDS`. */
const OTHERWISE = new Set('BD BN DJ IN IR MR MV NP PS UG'.split(' '));

test('the weekends are those of CLDR, but for those with a reason', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => names.of(code) && new Intl.Locale(`und-${code}`).region === code);
  const different = codes.filter((code) => weekendOf(code).join() !== inCldr(code).join());
  expect(codes.length).toBeGreaterThan(240);
  expect(different.filter((code) => !OTHERWISE.has(code))).toEqual([]);
});

test.each([
  ['AE', 'sat sun'],
  ['AE-SH', 'fri sat sun'],
  ['IL', 'fri sat'],
  ['IR', 'thu fri'],
  ['NP', 'sat'],
  ['BN', 'fri sun'],
  ['MY', 'sat sun'],
  ['MY-03', 'fri sat'],
  ['GB-SCT', 'sat sun'],
  ['QA', 'fri sat'],
])('the weekend of %s is %s', (country, days) => {
  expect(weekendOf(country).join(' ')).toBe(days);
});

test.each([
  ['JP', null, 'mon'],
  ['US', null, 'mon'],
  ['AE', null, 'mon'],
  ['AE-SH', null, 'mon'],
  ['IL', null, 'sun'],
  ['EG', null, 'sun'],
  ['SA', null, 'sun'],
  ['NP', null, 'sun'],
  ['IR', null, 'sat'],
  ['BN', null, 'mon'],
  ['IL', ['sat', 'sun'], 'mon'],
  ['JP', ['fri', 'sat'], 'sun'],
  ['JP', ['tue', 'wed'], 'mon'],
  ['SA', [], 'mon'],
] as const)('the weeks of %s with the weekend %j begin on %s', (country, weekend, first) => {
  expect(weekStartOf({ country, weekend })).toBe(first);
});
