import { LOCALES } from '../../src/domain/people/person';
import { isRefusal } from '../../src/domain/refusal';
import { applySettings, SETTING_KEYS, type TeamSettings } from '../../src/domain/teams/settings';
import { parseCommand } from '../../src/grammar/parse';
import { OTHER_SETTINGS, SETTINGS, TEAM, TODAY } from '../../src/present/samples/data';
import { actionsOf, card, factsOf, headingOf, inAll, linesOf, partsOf, sample } from './cards';

/** The form's values as a platform sends them. */
function formValues(settings: TeamSettings): Record<string, string> {
  const [form] = partsOf(card({ kind: 'settings-form', team: TEAM, settings }), 'form');
  return Object.fromEntries(form?.fields.map(({ name, value }) => [name, String(value)]) ?? []);
}

describe('settings', () => {
  test('are shown in words', () => {
    expect(factsOf(sample('settings'))).toEqual({
      'When to answer': '07:00–10:30',
      'Time zone': 'Asia/Tokyo',
      Language: '日本語',
      'Country (public holidays)': 'Japan (JP)',
      Announcements: '7 days before, on the previous working day',
      'Time of announcements': '09:00',
      Reminders: 'when 80% of the time has passed',
      Polls: 'On Telework Days',
      'Show names': 'No',
      'Count guests': 'No',
      'Commute, both ways': 'Not set',
      'Extra days off': 'None',
      'Extra working days': 'None',
    });
  });

  test('name and mark what was changed', () => {
    const changed = sample('settings, changed');
    expect(linesOf(changed)[1]).toBe('Saved. Changed: When to answer, Polls');
    expect(factsOf(changed)).toMatchObject({
      'When to answer': '08:30–11:00 (changed)',
      Polls: 'On every working day (changed)',
      Reminders: 'at 10:00',
      Announcements: 'Never',
    });
    expect(factsOf(sample('settings, changed', 'ja'))).toMatchObject({ 回答時間: '08:30〜11:00(変更済み)' });
    expect(sample('settings').summary).not.toContain('hanged');
  });

  test('open their form', () => {
    expect(actionsOf(sample('settings'))).toEqual(['form|settings|team1']);
  });

  test.each([
    ['the defaults', SETTINGS],
    ['others', OTHER_SETTINGS],
    ['nothing sent', { ...SETTINGS, remind: null, announce: [], polls: 'off' as const }],
  ])('as a command are understood, and change nothing: %s', (_name, settings) => {
    const { summary } = card({
      kind: 'settings',
      team: 't',
      teamName: 'x',
      settings,
      changed: [],
      unreachable: 0,
    });
    const command = parseCommand(summary.match(/setup window=\S+ tz=.*$/mu)?.[0] ?? '', {
      today: TODAY,
      prefix: '',
    });
    if (isRefusal(command) || command.name !== 'setup') throw new Error(JSON.stringify(command));
    expect(Object.keys(command.changes)).toEqual(SETTING_KEYS.slice(0, 11));
    expect(applySettings(settings, command.changes)).toEqual({ settings, changed: [] });
  });

  test.each([
    ['the defaults', SETTINGS],
    ['others', OTHER_SETTINGS],
    ['nothing sent', { ...SETTINGS, remind: null, announce: [], polls: 'off' as const }],
  ])('sent back by the form as they are change nothing: %s', (_name, settings) => {
    const { from, until, ...rest } = formValues(settings);
    expect(applySettings(settings, { window: `${from}-${until}`, ...rest })).toEqual({
      settings,
      changed: [],
    });
  });

  test('have a form with the fields of its handler', () => {
    const [form] = partsOf(sample('settings, form'), 'form');
    expect(form?.form).toBe(`settings|${TEAM}`);
    expect(form?.fields.map(({ kind, name }) => `${name}: ${kind}`)).toEqual([
      'from: time',
      'until: time',
      'zone: text',
      'language: select',
      'country: text',
      'announce: text',
      'announce-at: time',
      'remind: text',
      'polls: select',
      'names: toggle',
      'guests: toggle',
      'commute: text',
    ]);
  });
});

describe('campaigns', () => {
  test('are listed with days, core day, target and state', () => {
    const [listed, presets] = partsOf(sample('campaigns'), 'facts');
    expect(listed?.items.slice(0, 2)).toEqual([
      {
        label: 'Telework Days 2018',
        value: 'Mon 23 July – Fri 27 July, 5 days · core: Tue 24 July · target: 50% · running',
      },
      { label: 'Telework Day 2017', value: 'Mon 24 July 2017, 1 day · core: Mon 24 July 2017 · over' },
    ]);
    expect(presets?.items).toContainEqual({
      label: 'Telework Days 2018',
      value: 'Mon 23 July – Fri 27 July, 5 days · core: Tue 24 July',
    });
  });

  test('can be started from a preset or with the form', () => {
    const actions = actionsOf(sample('campaigns'));
    expect(actions).toContain('run|campaign use telework-days-2018');
    expect(actions.at(-1)).toBe('form|campaign');
    expect(actionsOf(sample('campaigns, none'))).toEqual(['form|campaign']);
  });

  test.each([
    ['campaign started', 'Campaign started: Telework Days 2018'],
    ['campaign already-running', 'This campaign is already there: Telework Days 2018'],
    ['campaign day-added', 'Telework Day added: Fri 27 July'],
    ['campaign day-removed', 'Telework Day removed: Fri 27 July'],
    ['campaign ended', 'Campaign ended: Telework Days 2018'],
  ])('%s', (name, expected) => {
    expect(headingOf(sample(name))).toBe(expected);
  });

  test('name the days left out and why, holidays in the language of the reader', () => {
    expect(sample('campaign started, days left out', 'ja').summary).toContain(
      '次の日は除きました：9月17日(月) 敬老の日、7月28日(土) 週末、8月13日(月) 休業日、9月18日(火) 祝日',
    );
    expect(sample('campaign started, days left out').summary).toContain('Sat 28 July (weekend)');
  });

  test('have a form', () => {
    const [form] = partsOf(sample('campaign, form'), 'form');
    expect(form?.form).toBe('campaign');
    expect(form?.fields.map(({ name }) => name)).toEqual(['title', 'from', 'until', 'core', 'target']);
  });
});

describe('help', () => {
  test('is grouped for members and administrators', () => {
    const lines = linesOf(sample('help for administrators'));
    const groups = ['Say how you work', 'See who works how', 'Your own settings'];
    const forAdministrators = ['For administrators: the team', 'For administrators: campaigns'];
    expect(lines.filter((line) => [...groups, ...forAdministrators].includes(line))).toEqual([
      ...groups,
      ...forAdministrators,
    ]);
    expect(linesOf(sample('help')).filter((line) => line.startsWith('For administrators'))).toEqual([]);
    expect(sample('help').summary).toContain('This is not an attendance record.');
  });

  test.each(LOCALES)('shows only commands that are understood, in %s', (locale) => {
    const help = card({ kind: 'help', admin: true, prefix: '/telework' }, locale);
    const commands = partsOf(help, 'facts').flatMap(({ items }) => items.map(({ label }) => label));
    expect(linesOf(help)[1]).toContain('/telework');
    expect(commands.some((command) => command.includes('/telework'))).toBe(false);
    const refused = commands.filter((command) =>
      isRefusal(parseCommand(command, { today: TODAY, prefix: '/telework' })),
    );
    expect(refused).toEqual([]);
    expect(commands.length).toBeGreaterThanOrEqual(20);
  });

  test('works without a prefix', () => {
    const help = card({ kind: 'help', admin: false, prefix: '' });
    expect(partsOf(help, 'facts')[0]?.items[0]?.label).toBe('home');
    expect(help.summary).not.toContain('then one of these');
  });
});

test('a poll that was opened by hand is confirmed', () => {
  expect(inAll('poll opened', headingOf)).toEqual([
    'The poll is open: Tue 24 July',
    '受付を開始しました：7月24日(火)',
    '登记已开始：7月24日(周二)',
    '登記已開始：7月24日(二)',
  ]);
});

test('trouble names the team, what is wrong and what to do', () => {
  expect(headingOf(sample('trouble, gone'))).toBe('I cannot post in sales-tokyo');
  expect(sample('trouble, gone').summary).toContain('Please add me to it again');
  expect(sample('trouble, forbidden', 'ja').summary).toContain('アプリの投稿を許可したうえで');
});

test('before the first poll there are no figures for organisers, and so nothing is hidden', () => {
  const empty = linesOf(sample('figures for the organisers, too few'));
  expect(empty.slice(1)).toEqual(['No day of this campaign has been counted yet.']);
  expect(sample('figures for the organisers').summary).toContain('hidden (too few people)');
});
