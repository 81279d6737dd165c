import type { Choice } from '../../../src/domain/answers/work-style';
import { LOCALES } from '../../../src/domain/people/person';
import { parseIntent } from '../../../src/grammar/parse';
import { TEAM } from '../../../src/present/samples/data';
import { actionsOf, buttonsOf, card, factsOf, headingOf, inAll, linesOf, partsOf, sample } from '../cards';

const HOME: Choice = { style: 'home', arrival: null };

const DAY = '2018-07-24';

describe('what was recorded', () => {
  test('is named with its day, and can be changed or undone', () => {
    const recorded = sample('recorded, usual');
    expect(factsOf(recorded)).toEqual({ 'Tue 24 July': 'Working from home' });
    expect(actionsOf(recorded)).toEqual([`change|${TEAM}|${DAY}`, `undo|${TEAM}|${DAY}|42`]);
    expect(inAll('recorded, usual', headingOf)).toEqual([
      'Recorded',
      '回答を受け付けました',
      '已记录您的回复',
      '已記錄您的回覆',
    ]);
  });

  test('late says so', () => {
    expect(inAll('recorded, late', (one) => linesOf(one)[2] ?? '')).toEqual([
      'The time to answer is over, so this is shown as late.',
      '回答時間を過ぎているため、締め切り後の回答として表示します。',
      '回复时间已过，将显示为超时回复。',
      '回覆時間已過，將顯示為逾時回覆。',
    ]);
    expect(sample('recorded, usual').summary).not.toContain('late');
  });

  test('off-peak without a time asks for it, from the end of the window', () => {
    const recorded = sample('recorded, off-peak without arrival');
    expect(linesOf(recorded)).toContain(
      'An off-peak commute counts as “Peak avoided” only if you arrive at 10:30 or later.',
    );
    const times = partsOf(recorded, 'choices')[0];
    expect(times?.label).toBe('When will you arrive at the office?');
    expect(times?.choices.map(({ label }) => label)).toEqual(['10:30', '11:00', '11:30', '12:00']);
    expect(times?.choices[1]?.action).toBe(`answer|${TEAM}|${DAY}|off-peak|11:00`);
  });

  test('no time after midnight is offered', () => {
    const [times] = partsOf(sample('recorded, off-peak, window until 23:00'), 'choices');
    expect(times?.choices.map(({ label }) => label)).toEqual(['23:00', '23:30']);
  });

  test('home first without a time asks for an afternoon', () => {
    const [times] = partsOf(sample('recorded, home first without arrival'), 'choices');
    expect(times?.choices.map(({ label }) => label)).toEqual(['12:00', '13:00', '14:00']);
  });

  test('an arrival before the end of the window is said not to count', () => {
    expect(sample('recorded, off-peak too early').summary).toContain('does not count as “Peak avoided”');
    expect(sample('recorded, off-peak at 10:30').summary).not.toContain('Peak avoided');
    expect(sample('recorded, off-peak too early', 'ja').summary).toContain('「ピーク回避」には数えません');
  });

  test('a span is listed, and the days left out are named', () => {
    expect(linesOf(sample('recorded, a span'))).toEqual([
      'Recorded for 5 days',
      'Working from home: Mon 23 July, Tue 24 July, Wed 25 July, Thu 26 July and Fri 27 July',
      'Left out (no working day, or over): Sat 28 July and Sun 29 July',
    ]);
    expect(buttonsOf(sample('recorded, a span'))).toEqual([]);
  });

  test('a long span is cut, with how many more days there are', () => {
    const { summary } = sample('recorded, a year');
    expect(summary).toMatch(/^Recorded for 366 days\nWorking from home: Wed 25 July, .* and \d+ more days$/u);
    const listed = (summary.match(/\d+ (July|August|September|October)/gu) ?? []).length;
    const more = Number(summary.match(/(\d+) more days/u)?.[1]);
    expect(listed + more).toBe(366);
  });

  test('days of different answers are listed one by one', () => {
    const days = [
      { day: DAY, choice: HOME, late: false },
      { day: '2018-07-25', choice: { style: 'off-peak', arrival: '11:00' } as const, late: false },
    ];
    expect(factsOf(card({ kind: 'recorded', days, skipped: [], offer: null, unheard: [] }))).toEqual({
      'Tue 24 July': 'Working from home',
      'Wed 25 July': 'Off-peak commute (arriving 11:00)',
    });
  });

  test('nothing is nothing', () => {
    expect(headingOf(sample('recorded, nothing'))).toBe('Nothing was recorded.');
  });
});

test('clearing says what stands now', () => {
  expect(linesOf(sample('cleared'))).toEqual([
    'Cleared',
    'Your answer for Tue 24 July has been cleared.',
    'You have no answer now.',
  ]);
  expect(linesOf(sample('cleared, some days left out'))).toContain(
    'Left out (no working day, or over): Mon 23 July',
  );
  expect(linesOf(sample('cleared, default week stands'))[2]).toBe('What stands now: Working from home');
  expect(linesOf(sample('cleared, not scheduled'))[2]).toBe('By your default week you are not scheduled.');
});

test('an undo says what it put back, and that nothing was cleared', () => {
  expect(inAll('undone, an answer put back', ({ summary }) => summary)).toEqual([
    'Undone: Tue 24 July\nSet back to: Off-peak commute (arriving 11:00)',
    '元に戻しました：7月24日(火)\n戻した後の回答：時差出勤(11:00出社)',
    '已撤销：7月24日(周二)\n已恢复为：错峰上班(11:00到公司)',
    '已復原：7月24日(二)\n已恢復為：錯峰上班(11:00進辦公室)',
  ]);
});

test('choosing in private names the team and what it shows, and agrees to that', () => {
  const asked = sample('choose, in private');
  expect(linesOf(asked)).toContain('In sales-tokyo, everybody in the channel sees names with the answers.');
  expect(actionsOf(asked)[0]).toBe(`answer|${TEAM}|${DAY}|home||names`);
});

test('choosing again marks the answer in force and offers to clear it', () => {
  const again = sample('choose again');
  expect(
    buttonsOf(again)
      .filter(({ chosen }) => chosen)
      .map(({ label }) => label),
  ).toEqual(['Off-peak commute']);
  expect(again.summary).toContain('✓ Off-peak commute');
  expect(actionsOf(again).at(-1)).toBe(`clear|${TEAM}|${DAY}`);
  expect(actionsOf(sample('choose, nothing yet'))).toHaveLength(9);
  expect(actionsOf(sample('choose, nothing yet')).at(-1)).toMatch(/^answer\|.*\|not-scheduled\|$/u);
});

test('a command for another day names its date, and of today does not', () => {
  expect(sample('choose again').summary).toContain('use the command “home”');
  expect(sample('choose, nothing yet').summary).toContain('use the command “home on 27 July”');
});

test.each([
  ['2018-07-27', ['home on 27 July', '7月27日 在宅', '7月27日 居家办公', '7月27日 居家辦公']],
  ['2019-01-07', ['home on 2019-01-07', '2019-01-07 在宅', '2019-01-07 居家办公', '2019-01-07 居家辦公']],
])('the command for %s is understood as that day in every language', (day, commands) => {
  const context = { today: '2018-07-24', prefix: '' };
  const shown = LOCALES.map((locale) =>
    card({ kind: 'choose', team: TEAM, day, answer: null, asking: null }, locale),
  );
  expect(shown.map(({ summary }, index) => summary.includes(commands[index] ?? '?'))).toEqual(
    LOCALES.map(() => true),
  );
  for (const command of commands)
    expect(parseIntent(command, context)).toMatchObject({ style: 'home', days: [day] });
});
