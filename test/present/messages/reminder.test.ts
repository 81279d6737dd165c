import { TEAM } from '../../../src/present/samples/data';
import { actionsOf, inAll, linesOf, sample } from '../cards';

const DAY = '2018-07-24';

describe('a reminder', () => {
  test('asks politely, until when', () => {
    expect(inAll('reminder', (one) => linesOf(one)[1] ?? '')).toEqual([
      'You haven’t answered for today yet. Please answer by 10:30. Just did? Ignore this.',
      '本日の勤務形態がまだ回答されていないようです。10:30までにご回答をお願いいたします。行き違いの場合はご容赦ください。',
      '温馨提醒：您还未登记今天的办公方式，请于10:30前回复，谢谢配合。如已回复，请忽略本消息。',
      '提醒您，您尚未回覆今天的辦公方式，請於10:30前完成，謝謝。若已回覆，請忽略此訊息。',
    ]);
  });

  test('has the same buttons as the poll, and one that stops reminders', () => {
    const actions = actionsOf(sample('reminder'));
    // It names its team, and says what that shows.
    expect(actions[0]).toBe(`answer|${TEAM}|${DAY}|home||counts`);
    expect(sample('reminder').summary).toContain('Counts only');
    expect(actionsOf(sample('reminder, names shown'))[0]).toMatch(/names$/u);
    expect(sample('reminder, names shown').summary).toContain('everyone in the channel sees names');
    expect(actions).toHaveLength(10);
    expect(actions.slice(-2)).toEqual([`snooze|${TEAM}|2018-07-24`, 'remind|off']);
  });
});
