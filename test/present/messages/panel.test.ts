import { LOCALES } from '../../../src/domain/people/person';
import { parseIntent } from '../../../src/grammar/parse';
import { translate } from '../../../src/i18n/translate';
import { LONG_NAME, TEAM } from '../../../src/present/samples/data';
import { actionsOf, buttonsOf, card, factsOf, headingOf, linesOf, messageOf, sample } from '../cards';

const DAY = '2018-07-24';

describe('the panel', () => {
  test('shows each coming day with its answer, the usual one, or none', () => {
    expect(factsOf(sample('panel'))).toMatchObject({
      'Tue 24 July (core day)': 'Working from home (late) (sales-tokyo)',
      'Wed 25 July': 'No answer yet (usually Working from home) (sales-tokyo)',
      'Thu 26 July': 'No answer yet (usually Not working) (sales-tokyo)',
      'Fri 27 July': 'No answer yet (sales-tokyo)',
      'Wed 24 July 2019 (core day)': 'Working from home (sales-tokyo)',
      Reminders: 'On',
    });
    expect(factsOf(sample('panel', 'ja'))).toMatchObject({
      '7月25日(水)': '未回答(通常は在宅勤務(終日))(sales-tokyo)',
    });
  });

  test('shows the tallies of the own teams today, and sets up those one may', () => {
    const facts = factsOf(sample('panel'));
    expect(facts['sales-tokyo']).toBe('Telework: 13 of 24 (54%), Response rate: 21 of 24 (88%), so far');
    expect(Object.values(facts)).toContain('No poll today');
    expect(buttonsOf(sample('panel')).map(({ label }) => label)).toContain('sales-tokyo');
    expect(linesOf(sample('panel, no team'))).not.toContain('Your teams today:');
  });

  test('offers the first day that is not answered, changes, forms and languages', () => {
    const actions = actionsOf(sample('panel'));
    // The team is named, and what it shows is said: so pressing agrees to it.
    expect(actions[0]).toBe(`answer|${TEAM}|2018-07-25|home||counts`);
    expect(actions.slice(8)).toEqual([
      `change|${TEAM}|2018-07-24`,
      `change|${TEAM}|2018-07-26`,
      `change|${TEAM}|2018-07-27`,
      `change|${TEAM}|2019-07-24`,
      'days-form',
      'week-form',
      'remind|off',
      // On only after it is said who reads it.
      'status',
      'ask-privately|on',
      'web',
      'help',
      `settings-form|${TEAM}`,
      'language|en',
      'language|ja',
      'language|zh-CN',
      'language|zh-TW',
    ]);
    const chosen = buttonsOf(sample('panel')).filter((button) => button.chosen);
    expect(chosen.map(({ label }) => label)).toEqual(['日本語']);
  });

  test('of one team does not repeat its name, and tells how many days are not shown', () => {
    const one = sample('panel, everything answered, a long name');
    const message = messageOf('panel');
    if (message.kind !== 'panel') throw new Error('not a panel');
    const alone = card({ ...message, teams: message.teams.slice(0, 1) });
    expect(factsOf(alone)).toMatchObject({ 'Fri 27 July': 'No answer yet' });
    expect(linesOf(one)).toContain('12 more days coming up. Type “days” to see them all.');
    expect(linesOf(one).join()).toContain('3 more teams aren’t shown');
    expect(buttonsOf(one).filter(({ action }) => action.startsWith('settings-form'))).toHaveLength(20);
  });

  test('turns reminders on again', () => {
    expect(actionsOf(sample('panel, everything answered, a long name'))).toContain('remind|on');
    expect(headingOf(sample('panel, everything answered, a long name'))).toBe(`Hi ${LONG_NAME}`);
  });

  test('says that nothing is coming', () => {
    expect(sample('panel, no days').summary).toContain('Nothing coming up.');
    expect(sample('panel, no team').summary).toContain('I don’t know your team yet.');
  });

  test('says what the bot is before everything else, where it was not asked for', () => {
    for (const locale of LOCALES) {
      const intro = translate(locale, 'panel.intro');
      expect(linesOf(sample('panel, no team', locale))[1]).toBe(intro);
      expect(linesOf(sample('panel', locale))).not.toContain(intro);
    }
  });
});

test('the command that turns reminders off or on is the one the help teaches', () => {
  expect(sample('reminders off', 'ja').summary).toContain('「リマインダー オン」');
  expect(sample('reminders off').summary).toContain('“remind on”');
  for (const locale of LOCALES) {
    const text = translate(locale, 'command.remind-on');
    expect(parseIntent(text, { today: DAY, prefix: '' })).toEqual({ kind: 'remind', on: true });
  }
});

test('preferences are confirmed; a new language in that language', () => {
  expect(sample('reminders off').summary).toContain('remind on');
  const language = sample('language', 'en');
  expect([language.locale, language.summary]).toEqual(['ja', '表示言語を日本語に変更しました。']);
});
