import type { Choice } from '../../../src/domain/answers/work-style';
import { TEAM } from '../../../src/present/samples/data';
import { actionsOf, buttonsOf, card, factsOf, headingOf, inAll, linesOf, partsOf, sample } from '../cards';

const HOME: Choice = { style: 'home', arrival: null };

const DAY = '2018-07-24';

describe('what was recorded', () => {
  test('is named with its day, and can be changed or undone', () => {
    const recorded = sample('recorded, usual');
    expect(actionsOf(recorded)).toEqual([`change|${TEAM}|${DAY}`, `undo|${TEAM}|${DAY}|42`]);
    expect(inAll('recorded, usual', (one) => linesOf(one)[0] ?? '')).toEqual([
      '✓ Tue 24 July: Working from home',
      '✓ 7月24日(火)：在宅勤務(終日)',
      '✓ 7月24日(周二)：居家办公',
      '✓ 7月24日(二)：居家辦公',
    ]);
  });

  test('late says so', () => {
    expect(inAll('recorded, late', (one) => linesOf(one)[1] ?? '')).toEqual([
      'The poll has closed, so this shows as late.',
      '締め切り後の回答として集計します。',
      '回复时段已过，将标记为逾期回复。',
      '回覆時段已過，會標示為逾時回覆。',
    ]);
    expect(sample('recorded, usual').summary).not.toContain('late');
  });

  test('off-peak without a time asks for it, from the end of the window', () => {
    const recorded = sample('recorded, off-peak without arrival');
    expect(linesOf(recorded)).toContain('Counts as “Peak avoided” if you’re in at 10:30 or later.');
    const times = partsOf(recorded, 'choices')[0];
    expect(times?.label).toBe('What time will you be in?');
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
    expect(sample('recorded, off-peak too early').summary).toContain('doesn’t count as “Peak avoided”');
    expect(sample('recorded, off-peak at 10:30').summary).not.toContain('Peak avoided');
    expect(sample('recorded, off-peak too early', 'ja').summary).toContain(
      '「ピーク回避」として集計されません',
    );
  });

  test('a span is listed, and the days left out are named', () => {
    expect(linesOf(sample('recorded, a span'))).toEqual([
      'Saved for 5 days',
      'Working from home: Mon 23 July, Tue 24 July, Wed 25 July, Thu 26 July and Fri 27 July',
      'Skipped (past, or not a working day): Sat 28 July and Sun 29 July',
    ]);
    expect(buttonsOf(sample('recorded, a span'))).toEqual([]);
  });

  test('a long span is cut, with how many more days there are', () => {
    const { summary } = sample('recorded, a year');
    expect(summary).toMatch(/^Saved for 366 days\nWorking from home: Wed 25 July, .* and \d+ more days$/u);
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
    expect(headingOf(sample('recorded, nothing'))).toBe('Nothing saved');
  });
});

test('clearing says what stands now', () => {
  expect(linesOf(sample('cleared'))).toEqual([
    'Removed',
    'I removed your answer for Tue 24 July.',
    'You have no answer for that day now.',
  ]);
  expect(linesOf(sample('cleared, some days left out'))).toContain(
    'Skipped (past, or not a working day): Mon 23 July',
  );
  expect(linesOf(sample('cleared, default week stands'))[2]).toBe('Your answer now: Working from home');
  expect(linesOf(sample('cleared, not scheduled'))[2]).toBe('Your usual week has you off that day.');
});

test('an undo says what it put back, and that nothing was cleared', () => {
  expect(inAll('undone, an answer put back', ({ summary }) => summary)).toEqual([
    'Undone: Tue 24 July\nYour answer is Off-peak commute (arriving 11:00) again.',
    '元に戻しました：7月24日(火)\n現在の回答：時差出勤・11:00出社',
    '已撤销：7月24日(周二)\n已恢复为：错峰上班 11:00到岗',
    '已復原：7月24日(二)\n已恢復為：彈性上班 11:00進辦公室',
  ]);
});

test('choosing in private names the team and what it shows, and agrees to that', () => {
  const asked = sample('choose, in private');
  expect(linesOf(asked)).toContain('In sales-tokyo, everyone in the channel sees names');
  expect(actionsOf(asked)[0]).toBe(`answer|${TEAM}|${DAY}|home||names`);
});

test('choosing again marks the answer in force and offers to clear it', () => {
  const again = sample('choose again');
  expect(
    buttonsOf(again)
      .filter(({ chosen }) => chosen)
      .map(({ label }) => label),
  ).toEqual(['🕥 Off-peak commute']);
  expect(again.summary).toContain('✓ 🕥 Off-peak commute');
  expect(actionsOf(again).at(-1)).toBe(`clear|${TEAM}|${DAY}`);
  expect(actionsOf(sample('choose, nothing yet'))).toHaveLength(9);
  expect(actionsOf(sample('choose, nothing yet')).at(-1)).toMatch(/^answer\|.*\|not-scheduled\|$/u);
});
