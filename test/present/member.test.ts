import type { Choice } from '../../src/domain/answers/work-style';
import { LOCALES } from '../../src/domain/people/person';
import { parseCommand } from '../../src/grammar/parse';
import { translate } from '../../src/i18n/translate';
import { CORE_DAY, LONG_NAME, TEAM } from '../../src/present/samples/data';
import { actionsOf, buttonsOf, card, factsOf, headingOf, inAll, linesOf, partsOf, sample } from './cards';

const HOME: Choice = { style: 'home', arrival: null };
const DAY = '2018-07-24';

describe('a reminder', () => {
  test('asks politely, until when', () => {
    expect(inAll('reminder', (one) => linesOf(one)[1] ?? '')).toEqual([
      'We have no answer from you for today yet. Please answer by 10:30. If you have just done so, please ignore this.',
      '本日の勤務場所のご回答がまだのようです。10:30までにご協力をお願いいたします。行き違いの場合はご容赦ください。',
      '温馨提醒：您今天的办公方式尚未回复，请于10:30前回复，谢谢配合。如已回复，请忽略本消息。',
      '提醒您，今天的辦公方式尚未回覆，請於10:30前完成回覆，謝謝。若您已回覆，請忽略此訊息。',
    ]);
  });

  test('has the same buttons as the poll, and one that stops reminders', () => {
    const actions = actionsOf(sample('reminder'));
    expect(actions[0]).toBe(`answer|${TEAM}|${DAY}|home|`);
    expect(actions).toHaveLength(9);
    expect(actions.at(-1)).toBe('run|remind off');
    const named = LOCALES.filter((locale) =>
      sample('reminder', locale).summary.includes(translate(locale, 'command.remind-off')),
    );
    expect(named).toEqual(LOCALES);
  });
});

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
    expect(factsOf(card({ kind: 'recorded', days, skipped: [], offer: null }))).toEqual({
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

test('choosing again marks the answer in force and offers to clear it', () => {
  const again = sample('choose again');
  expect(
    buttonsOf(again)
      .filter(({ chosen }) => chosen)
      .map(({ label }) => label),
  ).toEqual(['Off-peak commute']);
  expect(again.summary).toContain('✓ Off-peak commute');
  expect(actionsOf(again).at(-1)).toBe(`clear|${TEAM}|${DAY}`);
  expect(actionsOf(sample('choose, nothing yet'))).toHaveLength(8);
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
  const shown = LOCALES.map((locale) => card({ kind: 'choose', team: TEAM, day, answer: null }, locale));
  expect(shown.map(({ summary }, index) => summary.includes(commands[index] ?? '?'))).toEqual(
    LOCALES.map(() => true),
  );
  for (const command of commands)
    expect(parseCommand(command, context)).toMatchObject({ style: 'home', days: { from: day, until: day } });
});

describe('the panel', () => {
  test('shows each coming day with its answer, the usual one, or none', () => {
    expect(factsOf(sample('panel'))).toMatchObject({
      'Tue 24 July (core day)': 'Working from home, late',
      'Wed 25 July': 'Not answered, usually: Working from home',
      'Thu 26 July': 'Not answered, usually: Not scheduled',
      'Fri 27 July': 'Not answered',
      'Wed 24 July 2019 (core day)': 'Working from home',
      Reminders: 'On',
      Language: '日本語',
    });
    expect(factsOf(sample('panel', 'ja'))).toMatchObject({ '7月25日(水)': '未回答、普段は在宅勤務(終日)' });
  });

  test('shows the tallies of the own teams today, and sets up those one may', () => {
    const facts = factsOf(sample('panel'));
    expect(facts['sales-tokyo']).toBe(
      'Telework: 13 of 24 (54%), Peak avoided: 18 of 24 (75%), No office visit: 13 of 24 (54%), Response rate: 21 of 24 (88%)',
    );
    expect(Object.values(facts)).toContain('No poll today');
    expect(buttonsOf(sample('panel')).map(({ label }) => label)).toContain('sales-tokyo');
    expect(linesOf(sample('panel, no days'))).not.toContain('Your teams today:');
  });

  test('offers the first day that is not answered, changes, forms and languages', () => {
    const actions = actionsOf(sample('panel'));
    expect(actions[0]).toBe(`answer|${TEAM}|2018-07-25|home|`);
    expect(actions.slice(8)).toEqual([
      `change|${TEAM}|2018-07-24`,
      `change|${TEAM}|2019-07-24`,
      `form|settings|${TEAM}`,
      'form|week',
      'run|remind off',
      'run|language en',
      'run|language ja',
      'run|language zh-CN',
      'run|language zh-TW',
    ]);
    const chosen = buttonsOf(sample('panel')).filter((button) => button.chosen);
    expect(chosen.map(({ label }) => label)).toEqual(['日本語']);
  });

  test('turns reminders on again', () => {
    expect(actionsOf(sample('panel, everything answered, a long name'))).toContain('run|remind on');
    expect(headingOf(sample('panel, everything answered, a long name'))).toBe(`Hello, ${LONG_NAME}`);
  });

  test('says that nothing is coming', () => {
    expect(sample('panel, no days').summary).toContain('No Telework Days are coming up.');
  });

  test('says what to type in the language of the reader', () => {
    expect(sample('panel').summary).toContain('“off-peak 10:30”');
    expect(sample('panel', 'ja').summary).toContain('「時差出勤 10:30」');
  });
});

describe('the default week', () => {
  test('lists its days', () => {
    expect(factsOf(sample('default week'))).toEqual({
      Monday: 'Working from home',
      Tuesday: 'Off-peak commute (arriving 10:30)',
      Wednesday: 'In the office',
      Friday: 'Not scheduled',
    });
    expect(headingOf(sample('default week saved'))).toBe('Your default week has been saved');
    expect(linesOf(sample('default week deleted')).slice(0, 2)).toEqual([
      'Your default week has been deleted',
      'From now on nothing is answered for you when a poll opens.',
    ]);
    expect(sample('default week deleted').summary).not.toContain('It answers for you');
    expect(sample('default week, none').summary).toContain('No default week is set.');
  });

  test('has a form with one choice a weekday', () => {
    const [form] = partsOf(sample('default week, form'), 'form');
    expect(form?.form).toBe('week');
    expect(form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['mon', 'home'],
      ['tue', 'off-peak@10:30'],
      ['wed', 'office'],
      ['thu', ''],
      ['fri', 'off'],
      ['sat', ''],
      ['sun', ''],
    ]);
    const [monday] = form?.fields ?? [];
    expect(monday?.kind === 'select' && monday.options.map(({ value }) => value)).toEqual([
      '',
      'off',
      'home',
      'home-part',
      'satellite',
      'mobile',
      'off-peak@10:30',
      'off-peak@11:00',
      'leave',
      'trip',
      'office',
    ]);
  });

  test('keeps what was chosen before as a choice', () => {
    const week = { mon: { style: 'off-peak', arrival: null } } as const;
    const [form] = partsOf(card({ kind: 'week-form', week, until: '09:30' }), 'form');
    const [monday] = form?.fields ?? [];
    expect(monday?.value).toBe('off-peak');
    expect(monday?.kind === 'select' && monday.options.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['off-peak', 'off-peak@09:30', 'off-peak@10:00']),
    );
  });
});

describe('who', () => {
  test('shows counts only, unless the team shows names; leave is "away"', () => {
    const counts = sample('who, counts only');
    expect(factsOf(counts)).toMatchObject({
      'Working from home': '9 people',
      Away: '1 person',
      'No answer yet': '3 people',
    });
    expect(counts.summary).toContain('This team shows counts only.');
    expect(counts.summary).not.toContain('On leave');
    expect(factsOf(sample('who, counts only', 'ja'))).toMatchObject({ 不在: '1人' });
  });

  test('shows names', () => {
    const named = sample('who, names');
    expect(factsOf(named)).toMatchObject({
      'Working from home · 9 people': expect.stringMatching(
        /^佐藤 花子 · Tanaka Ken · .*Head of International/u,
      ),
      'Away · 1 person': 'Suzuki Ichiro',
      'No answer yet · 3 people': 'O’Brien',
    });
    expect(named.summary).not.toContain('counts only');
    expect(buttonsOf(named)).toEqual([]);
  });

  test('shows a hundred names at a time, and turns to those before and after', () => {
    const page = sample('who, 4,321 names');
    const [, , ofStyle] = partsOf(page, 'facts');
    const names = (ofStyle?.items ?? []).flatMap(({ value }) => value.split(' · '));
    expect(new Set(ofStyle?.items.map(({ label }) => label))).toEqual(new Set(['Working from home']));
    expect([names.length, names[0], names.at(-1)]).toEqual([100, 'Member 101', 'Member 200']);
    expect(page.summary).toContain('Names 101–200 of 4,321');
    expect(actionsOf(page)).toEqual([`who|${TEAM}|2018-07-24|0|sales`, `who|${TEAM}|2018-07-24|200|sales`]);
  });

  test('says of which user group', () => {
    expect(linesOf(sample('who, a group'))[1]).toBe('Only members of @sales');
    expect(linesOf(sample('who, a group', 'ja'))[1]).toBe('@sales のメンバーのみ');
  });

  test('says that nobody counts', () => {
    expect(sample('who, nobody').summary).toContain('Nobody is counted on this day');
  });
});

test('the command that turns reminders off or on is the one the help teaches', () => {
  expect(sample('reminder', 'ja').summary).toContain('コマンド「リマインダー オフ」');
  expect(sample('reminders off', 'ja').summary).toContain('コマンド「リマインダー オン」');
  expect(sample('reminders off').summary).toContain('“remind on”');
  for (const locale of LOCALES) {
    const text = translate(locale, 'command.remind-on');
    expect(parseCommand(text, { today: DAY, prefix: '' })).toEqual({ name: 'remind', on: true });
  }
});

test('a day without a poll says so, and shows figures only where members plan all the same', () => {
  expect(inAll('who, no poll', (one) => linesOf(one).slice(1).join('|'))).toEqual(
    inAll('tally, no poll', (one) => linesOf(one)[1] ?? ''),
  );
  expect(linesOf(sample('tally, no poll'))).toEqual([
    'Tally: Wed 25 July',
    'There is no poll on this day. The command “days” lists the coming Telework Days.',
    'sales-tokyo',
  ]);
  expect(sample('tally, no poll but plans').summary).toContain('Response rate: 21 of 24');
  expect(factsOf(sample('who, no poll but plans'))).toMatchObject({ 'Working from home': '9 people' });
});

test('a tally says when answers are taken, and that nobody has given one', () => {
  expect(sample('tally, open').summary).toContain('Telework: 13 of 24 (54%)');
  expect(linesOf(sample('tally, planned'))).toContain('No answers yet.');
  expect(linesOf(sample('tally, over, nobody'))).toContain('Nobody answered.');
  expect(buttonsOf(sample('tally, open'))).toEqual([]);
});

test('the days are listed with the own answer, and the first open one can be answered', () => {
  const days = sample('days');
  expect(factsOf(days)).toEqual({
    'Tue 24 July (core day)': 'Working from home',
    'Wed 25 July': 'Not answered',
    'Tue 24 July (drill)': 'Not answered',
  });
  expect(days.summary).toContain('When to answer: 07:00–10:30 (Japan Standard Time)');
  expect(actionsOf(days)[0]).toBe(`answer|${TEAM}|2018-07-25|home|`);
  const only = card({ kind: 'days', days: [{ ...CORE_DAY, answer: HOME }], team: TEAM, teamName: null });
  expect(
    buttonsOf(only)
      .filter(({ chosen }) => chosen)
      .map(({ label }) => label),
  ).toEqual(['Working from home']);
  expect(
    actionsOf(card({ kind: 'days', days: [{ ...CORE_DAY, answer: null }], team: null, teamName: null })),
  ).toEqual([]);
  expect(sample('days, none').summary).toContain('No Telework Days are planned.');
});

test('days with windows of their own say them, and one of several teams is named', () => {
  const days = [CORE_DAY, { ...CORE_DAY, day: '2018-07-25', window: { from: '08:00', until: '10:30' } }];
  const shown = card({
    kind: 'days',
    days: days.map((day) => ({ ...day, answer: null })),
    team: TEAM,
    teamName: 'Sales',
  });
  expect(linesOf(shown).slice(0, 2)).toEqual(['Telework Days', 'Sales']);
  expect(Object.values(factsOf(shown))).toEqual(['Not answered (07:00–10:30)', 'Not answered (08:00–10:30)']);
  expect(shown.summary).not.toContain('When to answer');
});

test('preferences are confirmed; a new language in that language', () => {
  expect(sample('reminders off').summary).toContain('remind on');
  const language = sample('language', 'en');
  expect([language.locale, language.summary]).toEqual(['ja', '今後は日本語でご案内します。']);
});

test('forgetting is asked once more, with a dangerous button', () => {
  expect(buttonsOf(sample('forget me?'))).toEqual([
    { label: 'Delete my data', action: 'forget', look: 'danger', chosen: false },
  ]);
  expect(sample('forgotten', 'ja').summary).toContain('データを削除しました');
});
