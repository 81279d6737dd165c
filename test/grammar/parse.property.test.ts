import fc from 'fast-check';
import type { ParseContext } from '../../src/app/intent';
import { takesArrival, WORK_STYLES } from '../../src/domain/answers/work-style';
import { isExampleName } from '../../src/domain/examples';
import { isRefusal, REFUSAL_CODES } from '../../src/domain/refusal';
import { addDays, daySpan, isDay, isTime, WEEKDAYS, type Weekday } from '../../src/domain/time/calendar';
import { parseIntent } from '../../src/grammar/parse';
import * as words from '../../src/grammar/words';
import { exampleLine, exampleOf } from '../../src/present/examples';
import { wordsFor } from '../../src/present/words';
import { EXAMPLE_NAMES } from './example-kinds';

const anyToday = fc.oneof(
  fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1990-01-01', days)),
  fc.constantFrom('0000-01-01', '0001-02-28', '2000-02-29', '9999-12-31'),
);
const anyPrefix = fc.oneof(fc.constantFrom('/telework', '@Telework Days', '', 'home'), fc.string());
const anyContext = fc.record({ today: anyToday, prefix: anyPrefix });

const vocabulary = Object.values(words).flatMap(({ phrases }) => [...phrases.keys()]);
const piece = fc.oneof(
  fc.constantFrom(...vocabulary),
  fc.constantFrom(
    ...'..|-|〜|to|on|for|は|から|まで|=|"|“|「|」|,|@|:|(|)|from|core=|target=60%|new|use|please|7/|/24|月'.split(
      '|',
    ),
  ),
  fc.constantFrom(
    '2018-07-24',
    '7/24',
    '24 July',
    '7月24日',
    '2/30',
    '10:30',
    '1030',
    '25:00',
    '9999-12-31',
    '0000-01-01',
  ),
  fc.nat({ max: 99_999 }).map(String),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
/** Any UTF-16 code units, halves of surrogate pairs among them. */
const anyUnits = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
/** Texts that look like commands, and texts that do not. */
const anyText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(piece, { maxLength: 12 })
      .chain((pieces) => fc.constantFrom(' ', '', '　').map((gap) => pieces.join(gap))),
  },
  { weight: 1, arbitrary: anyUnits },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);
const longText = fc
  .record({
    head: fc.constantFrom('', ...EXAMPLE_NAMES, 'campaign new', 'campaign add-day'),
    units: fc.array(fc.constantFrom(' ', '.', '"', '=', '7', '-', 'ﷺ', '在宅', 'a ', '7/2', 'mon'), {
      maxLength: 4,
    }),
  })
  .map(({ head, units }) => `${head} ${units.join('').repeat(2_000)}`.slice(0, 2_000));

/** Examples whose end is a name or a reason that stays as it was typed. */
const NAMING: ReadonlySet<string> = new Set([
  ...['new', 'drill', 'emergency', 'setup', 'safety-contacts', 'use', 'end', 'figures', 'holidays-add'],
  ...['department', 'department-rename', 'effect', 'effect-remove', 'report'],
  // At the end of the calendar its week is refused, with what was typed.
  'who-week',
]);

function expectSound(text: string, context: ParseContext): void {
  const result = parseIntent(text, context);
  if (isRefusal(result)) {
    expect(REFUSAL_CODES).toContain(result.refusal);
    return;
  }
  expect(typeof result.kind).toBe('string');
  if (result.kind === 'answer' && result.arrival !== null) {
    expect(isTime(result.arrival) && takesArrival(result.style)).toBe(true);
  }
  if (result.kind === 'answer' || result.kind === 'clear') {
    for (const day of result.days ?? []) expect(isDay(day)).toBe(true);
  }
  if (result.kind === 'campaign-new') {
    const { days } = result;
    expect(isDay(days.from) && isDay(days.until) && days.from <= days.until).toBe(true);
  }
  if (result.kind === 'campaign-new') expect(result.title).not.toBe('');
  if (result.kind === 'drill' || result.kind === 'emergency')
    expect([...result.reason].length).toBeLessThanOrEqual(80);
}

describe('any text', () => {
  test('is a command whose values are what they say, or a refusal with a known code', () => {
    fc.assert(fc.property(anyText, anyContext, expectSound), { numRuns: 500 });
  });

  test('is so when it is long', () => {
    fc.assert(fc.property(longText, anyContext, expectSound), { numRuns: 50 });
  });

  test('is not read worse for its case, width or outer spaces', () => {
    const line = fc.constantFrom(
      ...EXAMPLE_NAMES.filter((name) => !NAMING.has(name)).map((name) =>
        exampleOf(name, wordsFor('en', '2018-07-18')),
      ),
    );
    const widen = (text: string) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(line, anyToday, (text, today) => {
        const plain = parseIntent(text, { today, prefix: '' });
        for (const variant of [
          text.toUpperCase(),
          widen(text),
          `\u3000${text} \n`,
          `${text}.`,
          `${text} please`,
        ]) {
          expect(parseIntent(variant, { today, prefix: '' })).toEqual(plain);
        }
      }),
    );
  });
});

describe('an example in a refusal', () => {
  test('is understood, with its prefix and without', () => {
    const mistyped = fc
      .constantFrom(...EXAMPLE_NAMES, ...vocabulary, 'campaign new', 'campaign add-day', 'week mon')
      .chain((word) => fc.nat({ max: word.length }).map((at) => word.slice(0, at) + word.slice(at + 1)));
    const today = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(
        mistyped,
        today,
        fc.constantFrom('/telework', '@Telework Days', ''),
        (text, today, prefix) => {
          const result = parseIntent(text, { today, prefix });
          if (!isRefusal(result) || !isExampleName(result.values.example)) return;
          const example = exampleLine(result.values.example, prefix, wordsFor('en', today));
          expect(example.startsWith(prefix)).toBe(true);
          expect(isRefusal(parseIntent(example, { today, prefix }))).toBe(false);
          expect(isRefusal(parseIntent(example.slice(prefix.length), { today, prefix: '' }))).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a command written out', () => {
  const anyDay = fc.integer({ min: 0, max: 35_600 }).map((days) => addDays('2001-01-01', days));
  const anyTime = fc
    .record({ hour: fc.nat({ max: 23 }), minute: fc.nat({ max: 59 }) })
    .map(({ hour, minute }) => [hour, minute].map((part) => String(part).padStart(2, '0')).join(':'));
  const anyChoice = fc
    .record({ style: fc.constantFrom(...WORK_STYLES), time: fc.option(anyTime) })
    .map(({ style, time }) => ({ style, arrival: takesArrival(style) ? time : null }));

  test('an answer is read back, in either order', () => {
    fc.assert(
      fc.property(
        anyChoice,
        anyDay,
        // More days are recorded by a button.
        fc.nat({ max: 61 }),
        anyDay,
        ({ style, arrival }, from, length, today) => {
          const days = { from, until: addDays(from, length) };
          const choice = arrival ? `${style} ${arrival}` : style;
          const span = `${days.from}..${days.until}`;
          const command = { kind: 'answer', style, arrival, days: daySpan(days.from, days.until) };
          expect(parseIntent(`${choice} on ${span}`, { today, prefix: '' })).toEqual(command);
          expect(parseIntent(`${span} ${choice}`, { today, prefix: '' })).toEqual(command);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a default week is read back', () => {
    const anyWeek = fc.dictionary(
      fc.constantFrom(...WEEKDAYS),
      fc.oneof(anyChoice, fc.constant('off' as const)),
      {
        minKeys: 1,
        noNullPrototype: true,
      },
    );
    const write = (usual: { style: string; arrival: string | null } | 'off') =>
      usual === 'off' ? usual : usual.style + (usual.arrival ? `@${usual.arrival}` : '');
    fc.assert(
      fc.property(anyWeek, anyDay, (week, today) => {
        const text = Object.entries(week).map(([day, usual]) => `${day as Weekday}=${write(usual)}`);
        expect(parseIntent(`week ${text.join(' ')}`, { today, prefix: '' })).toEqual({
          kind: 'week',
          change: week,
        });
      }),
    );
  });
});
