import type { Card } from '../../../src/domain/card';
import { LOCALES } from '../../../src/domain/people/person';
import { isRefusal, REFUSAL_CODES, type Refusal, refuse } from '../../../src/domain/refusal';
import { parseIntent } from '../../../src/grammar/parse';
import { exampleLine } from '../../../src/present/examples';
import { TODAY } from '../../../src/present/samples/data';
import { wordsFor } from '../../../src/present/words';
import { EXAMPLE_NAMES } from '../../grammar/example-kinds';
import { card, inAll, linesOf, sample } from '../cards';

function refused(refusal: Refusal, locale: (typeof LOCALES)[number] = 'en'): string[] {
  return linesOf(card({ kind: 'refused', refusal, prefix: '/telework' }, locale));
}

/** Refusals for which no other command would help. */
const WITHOUT_EXAMPLE = [
  'many-days',
  'too-many-departments',
  'roll-up-gone',
  'channel-is-shared',
  'text-too-long',
  'text-control',
  'not-admin',
  'not-org-admin',
  'not-channel-maker',
  'not-workspace-admin',
  'not-installer',
  'no-admin-set',
  'no-admin-set-no-id',
  'not-operator',
  'roles-unknown',
  'outsider',
  'guest-not-counted',
  'names-not-announced',
  'no-team',
  'no-pages',
  'bind-not-joined',
  'bind-alone',
  'bind-same-platform',
  'bind-poll-open',
  'no-safety-question',
  'not-safety-contact',
  'no-survey-results',
  'survey-open',
  'survey-over',
  'poll-over',
  'book-closed',
  'called-already',
  'emergency-running',
  'changed-since',
  'no-managed-team',
  'bad-form',
  'effect-people',
  'too-many-effects',
  'too-many-series',
  'nothing-to-compare',
  'file-faults',
  'try-again',
];

test('a refusal says what is wrong, what was meant, and what to type', () => {
  expect(linesOf(sample('refused, unknown-command'))).toEqual([
    'Sorry, I didn’t get “homme”. Type “help” to see what I understand.',
    'Did you mean “Working from home”?',
    'For example: /telework home on friday',
  ]);
  expect(inAll('refused, impossible-date', (one) => linesOf(one)[0] ?? '')).toEqual([
    '“2026-02-30” isn’t a date. Please check it.',
    '「2026-02-30」という日付はありません。ご確認ください。',
    '日期“2026-02-30”不存在，请检查。',
    '日期「2026-02-30」不存在，請檢查。',
  ]);
});

test('a holiday is named in the language of the reader', () => {
  const said = inAll('refused, not-working-day', (one) => linesOf(one)[0] ?? '');
  expect(said[0]).toBe(
    'Mon 17 September is a public holiday (Respect-for-the-Aged Day), so it isn’t a working day. Pick another day.',
  );
  expect(said[1]).toBe('9月17日(月)は祝日(敬老の日)です。別の日をご指定ください。');
  expect(said[2]).toContain('不是工作日。请选择其他日期。');
  expect(said[3]).toContain('不是工作日。請選擇其他日期。');
});

test('a weekend and an own day off are named as such', () => {
  expect(sample('refused, not-working-day, weekend').summary).toContain('Sat 28 July is a weekend');
  expect(sample('refused, not-working-day, own day off', 'ja').summary).toContain(
    '8月13日(月)は会社の休業日です。',
  );
});

test('dates and times are written as the reader writes them', () => {
  expect(linesOf(sample('refused, reversed-days', 'ja'))[0]).toBe(
    '期間の終わり(7月23日(月))が始まり(7月27日(金))より前です。早い日を先にご入力ください。',
  );
  expect(linesOf(sample('refused, window-order'))[0]).toContain('10:30 to 07:00');
  expect(linesOf(sample('refused, far-day'))[0]).toContain('Mon 4 January 2021');
});

test('a day that is over is said to be over, without a false promise', () => {
  expect(inAll('refused, poll-over', (one) => linesOf(one)[0] ?? '')).toEqual([
    'Mon 23 July is over, so you can’t answer any more.',
    '7月23日(月)の受付は終了しました。',
    '7月23日(周一)已结束，不再接受回复。',
    '7月23日(一)已結束，不再接受回覆。',
  ]);
  const promises = inAll('refused, past-day', ({ summary }) => summary.match(/admin|管理/u)?.[0] ?? 'none');
  expect(promises).toEqual(['none', 'none', 'none', 'none']);
});

test('what to type is written in the words of the reader, and understood', () => {
  const example = (one: Card) => linesOf(one).at(-1) ?? '';
  expect(inAll('refused, unknown-command', example)).toEqual([
    'For example: /telework home on friday',
    '例：/telework 金曜日 在宅',
    '例如：/telework 周五 居家办公',
    '例如：/telework 週五 居家辦公',
  ]);
  expect(inAll('refused, unknown-weekday', example)[1]).toBe('例：/telework 毎週 月=在宅 水=出社');
  const commands = { today: TODAY, prefix: '/telework' };
  for (const locale of LOCALES) {
    const words = wordsFor(locale, TODAY);
    for (const of of EXAMPLE_NAMES) {
      const line = exampleLine(of, commands.prefix, words);
      expect([line, isRefusal(parseIntent(line, commands))]).toEqual([line, false]);
    }
  }
});

test('a command near what was typed is shown once, whole', () => {
  expect(linesOf(sample('refused, unknown-command, tally', 'ja'))).toEqual([
    '「talley」を理解できませんでした。「ヘルプ」と入力すると、使い方を確認できます。',
    '「/telework 集計」のことでしょうか？',
  ]);
  expect(linesOf(sample('refused, unknown-command, 10,000 characters')).slice(1)).toEqual([
    'For example: /telework home on friday',
  ]);
});

test('a wrong date comes with an example of the command it stood in', () => {
  expect(sample('refused, impossible-date, in a campaign').summary).toContain(
    '/telework campaign new "Summer',
  );
  expect(sample('refused, impossible-date, in a setting').summary).toContain('/telework setup closed=');
});

test.each(['remind', 'language'] as const)(
  'a command near what was typed is shown with its own example: %s, not the setting of that name',
  (nearest) => {
    const refusal = refuse('unknown-command', { text: `${nearest}x`, nearest, example: nearest });
    const line = exampleLine(nearest, '/telework', wordsFor('en', TODAY));
    expect(refused(refusal).slice(1)).toEqual([`Did you mean “${line}”?`]);
    expect(line).not.toContain('setup');
  },
);

test('a setting comes with a value that fits it', () => {
  expect(sample('refused, bad-setting').summary).toContain('/telework setup remind=80%');
  expect(sample('refused, unknown-setting').summary).toContain('/telework setup window=07:00-10:30');
  expect(sample('refused, unknown-zone').summary).toContain('/telework setup tz=Asia/Tokyo');
  expect(sample('refused, bad-setting, target').summary).toContain('target=60%');
});

test('a style is named in words', () => {
  expect(linesOf(sample('refused, arrival-not-taken'))[0]).toContain('“On leave”');
  expect(linesOf(sample('refused, unknown-style', 'ja'))[0]).toContain('時差出勤');
});

test('a field is named as its form names it', () => {
  expect(refused(refuse('bad-form', { field: 'target' }))[0]).toContain('“Telework target”');
  expect(refused(refuse('bad-form', { field: 'mon' }), 'ja')[0]).toContain('「月曜日」');
  expect(refused(refuse('bad-form', { field: 'other' }))[0]).toContain('“other”');
});

test('what was typed is said back short, and without characters that hide what it says', () => {
  const [first = ''] = linesOf(sample('refused, unknown-command, 10,000 characters'));
  expect(first.length).toBeLessThan(200);
  expect(refused(refuse('unknown-zone', { text: 'a\u202Eb\u0007c {x}' }))[0]).toContain('“abc {x}”');
});

test.each(LOCALES)('every example is understood, in %s', (locale) => {
  const examples = REFUSAL_CODES.map((code) => ({
    code,
    example: sample(`refused, ${code}`, locale).summary.match(/\/telework .*$/mu)?.[0],
  }));
  expect(examples.filter(({ example }) => !example).map(({ code }) => code)).toEqual(WITHOUT_EXAMPLE);
  const context = { today: TODAY, prefix: '/telework' };
  const misunderstood = examples.filter(({ example }) => example && isRefusal(parseIntent(example, context)));
  expect(misunderstood).toEqual([]);
});

test('every refusal has the tone of one, and no button', () => {
  for (const code of REFUSAL_CODES) {
    const { tone, parts } = sample(`refused, ${code}`);
    expect([code, tone]).toEqual([code, 'refusal']);
    expect(parts.every(({ kind }) => kind === 'text')).toBe(true);
  }
});

test('a day that is over cannot be chosen any more', () => {
  expect(inAll('refused, past-day', (one) => linesOf(one)[0] ?? '')).toEqual([
    'Mon 23 July has passed. Pick today or a later day.',
    '7月23日(月)は過ぎています。本日以降の日付をご指定ください。',
    '7月23日(周一)已过，请选择今天或之后的日期。',
    '7月23日(一)已過，請選擇今天或之後的日期。',
  ]);
});

test('what is like nothing known is answered with what there is', () => {
  const lines = linesOf(sample('refused, unknown-setting, unlike any'));
  expect(lines[0]).toBe(
    'I don’t know a setting “foo”. There are: window, tz, lang, country, weekend, announce, announce-at, remind, polls, digest, in-office, names, guests, safety, commute, commute-cost, closed, open.',
  );
  expect(lines).toHaveLength(2);
  expect(linesOf(sample('refused, unknown-preset, unlike any'))).toEqual([
    'I don’t know a ready-made campaign “nope”. Type “campaign list” to see them all.',
    'For example: /telework campaign list',
  ]);
});

test('of several campaigns all are named, with the command that names one', () => {
  const lines = linesOf(sample('refused, which-campaign'));
  expect(lines[0]).toContain('Telework Days 2018, ');
  expect(lines[1]).toBe('For example: /telework campaign end "Telework Days 2018"');
});
