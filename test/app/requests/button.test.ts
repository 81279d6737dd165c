import fc from 'fast-check';
import { type Button, encodeButton, intentOf, readButton } from '../../../src/app/requests/button';
import { WORK_STYLES } from '../../../src/domain/answers/work-style';
import { LOCALES } from '../../../src/domain/people/person';

const team = fc.stringMatching(/^[\w:.-]{1,20}$/);
const day = fc.constantFrom('2018-07-24', '2020-02-29');
const text = fc.stringMatching(/^[^|]{1,20}$/);
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    team,
    day,
    style: fc.constantFrom(...WORK_STYLES),
    arrival: fc.constantFrom(null, '00:00', '13:30'),
  }),
  fc.record({
    kind: fc.constant('answer-days' as const),
    team,
    days: fc.constantFrom(
      [{ from: '2018-07-24', until: '2018-07-27' }],
      [
        { from: '2018-07-24', until: '2018-07-24' },
        { from: '2018-07-30', until: '2018-12-31' },
      ],
    ),
    style: fc.constantFrom(...WORK_STYLES),
    arrival: fc.constantFrom(null, '11:00'),
  }),
  fc.record({ kind: fc.constantFrom('clear' as const, 'change' as const), team, day }),
  fc.record({
    kind: fc.constant('who' as const),
    team,
    day,
    group: fc.option(text),
    from: fc.nat(999_999),
  }),
  fc.record({
    kind: fc.constant('who-week' as const),
    team,
    days: fc.array(day, { minLength: 1, maxLength: 7 }),
    from: fc.nat(999_999),
  }),
  fc.record({ kind: fc.constant('undo' as const), team, day, seq: fc.maxSafeNat().filter((n) => n < 1e15) }),
  fc.record({
    kind: fc.constant('resend' as const),
    team,
    day,
    which: fc.constantFrom('failed' as const, 'unknown' as const),
  }),
  fc.record({ kind: fc.constant('campaign-use' as const), preset: text }),
  fc.record({ kind: fc.constant('settings-form' as const), team }),
  fc.record(
    {
      kind: fc.constant('forget' as const),
      person: fc.string({ unit: 'grapheme', maxLength: 60 }),
      sure: fc.constant(true as const),
    },
    { requiredKeys: ['kind', 'person'] },
  ),
  fc.record({ kind: fc.constant('remind' as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant('poll-now' as const), team: fc.uuid(), openFor: fc.constant(null) }),
  fc.record({ kind: fc.constant('language' as const), language: fc.constantFrom(...LOCALES) }),
  fc.constantFrom<Button>(
    ...(['me', 'help', 'campaign-list', 'campaign-form', 'week-form', 'settings-form'] as const).map(
      (kind) => ({ kind }),
    ),
  ),
);

test('every button is read back as it was written', () => {
  fc.assert(
    fc.property(button, (one) => {
      expect(readButton(encodeButton(one))).toEqual(one);
    }),
  );
});

test('a button with a field too many is foreign', () => {
  fc.assert(
    fc.property(button, (one) => {
      // Fields that are left out where they say nothing.
      const isShort =
        (one.kind === 'who' && one.group === null && one.from === 0) ||
        (one.kind === 'settings-form' && one.team === undefined);
      fc.pre(!isShort);
      expect(readButton(`${encodeButton(one)}|x`)).toBeNull();
    }),
  );
});

test.each([
  '',
  'nonsense',
  'toString',
  'answer',
  'answer|t|2018-02-30|home|',
  'answer|t|2018-07-24|flying|',
  'answer|t|2018-07-24|home|25:00',
  'clear|t|tomorrow',
  'change|t|2018-7-24',
  'who|t|yesterday',
  'who|t|2018-07-24|1234567|',
  'who|t|2018-07-24|-1|',
  'undo|t|2018-07-24|',
  'undo|t|2018-07-24|1.5',
  'undo|t|today|1',
  'resend|t|2018-07-24|all',
  'resend|t|today|failed',
  'campaign-use|',
  'settings-form|',
  'remind|maybe',
  'language|xx',
  'run|forget',
])('%j is no button', (action) => {
  expect(readButton(action)).toBeNull();
});

test.each([
  ['run|me', { kind: 'me' }],
  ['run|help', { kind: 'help' }],
  ['run|campaign list', { kind: 'campaign-list' }],
  ['run|campaign use next-week', { kind: 'campaign-use', preset: 'next-week' }],
  ['run|remind off', { kind: 'remind', on: false }],
  ['run|language ja', { kind: 'language', language: 'ja' }],
  ['form|week', { kind: 'week-form' }],
  ['form|campaign', { kind: 'campaign-form' }],
  ['form|settings', { kind: 'settings-form' }],
  ['form|settings|t1', { kind: 'settings-form', team: 't1' }],
])('a button of the first version still works: %j', (action, read) => {
  expect(readButton(action)).toEqual(read);
});

test('answers are for one day, and everything else is what it says', () => {
  const days = ['2018-07-24'];
  const [team, day] = ['t', '2018-07-24'];
  expect(intentOf({ kind: 'answer', team, day, style: 'home', arrival: null })).toEqual({
    kind: 'answer',
    team,
    days,
    style: 'home',
    arrival: null,
  });
  expect(intentOf({ kind: 'clear', team, day })).toEqual({ kind: 'clear', team, days });
  expect(intentOf({ kind: 'change', team, day })).toEqual({ kind: 'change', team, day });
});
