import { LOCALES } from '../../../src/domain/people/person';
import { translate } from '../../../src/i18n/translate';
import { TEAM } from '../../../src/present/samples/data';
import { actionsOf, inAll, linesOf, sample } from '../cards';

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
    // It names its team, and says what that shows.
    expect(actions[0]).toBe(`answer|${TEAM}|${DAY}|home||counts`);
    expect(sample('reminder').summary).toContain('Counts only');
    expect(actionsOf(sample('reminder, names shown'))[0]).toMatch(/names$/u);
    expect(sample('reminder, names shown').summary).toContain('everybody in the channel sees names');
    expect(actions).toHaveLength(9);
    expect(actions.at(-1)).toBe('remind|off');
    const named = LOCALES.filter((locale) =>
      sample('reminder', locale).summary.includes(translate(locale, 'command.remind')),
    );
    expect(named).toEqual(LOCALES);
  });
});
