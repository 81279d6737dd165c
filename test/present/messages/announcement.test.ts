import { WORK_STYLES } from '../../../src/domain/answers/work-style';
import { TEAM } from '../../../src/present/samples/data';
import { actionsOf, buttonsOf, headingOf, inAll, linesOf, sample } from '../cards';

const ANSWERS = WORK_STYLES.map((style) => `answer|${TEAM}|2018-07-25|${style}|`);

describe('an announcement', () => {
  test('names the day and asks for the plan', () => {
    expect(inAll('announcement, a week ahead', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Tue 31 July is a Telework Day. Where will you be working?',
      '7月31日(火)はテレワーク・デイです。当日の勤務形態をお知らせください。',
      '7月31日(周二)是远程办公日，请选择当天的办公方式。',
      '7月31日(二)為遠距辦公日，請選擇當天的辦公方式。',
    ]);
  });

  test('of tomorrow says so, and that it is the core day', () => {
    expect(inAll('announcement, core day tomorrow', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Tomorrow (Wed 25 July) is a Telework Day. Where will you be working?',
      '明日7月25日(水)はテレワーク・デイです。当日の勤務形態をお知らせください。',
      '明天7月25日(周三)是远程办公日，请选择当天的办公方式。',
      '明天7月25日(三)是遠距辦公日，請選擇當天的辦公方式。',
    ]);
    expect(inAll('announcement, core day tomorrow', headingOf)).toEqual([
      'Telework Day (core day): Wed 25 July',
      'テレワーク・デイ(コア日)：7月25日(水)',
      '远程办公日(核心日)：7月25日(周三)',
      '遠距辦公日(核心日)：7月25日(三)',
    ]);
  });

  test('tells window with zone, campaign and how many have planned in one line below the buttons', () => {
    // The zone's name differs between versions of the runtime.
    expect(linesOf(sample('announcement, a week ahead')).at(-2)).toMatch(
      /^Answer between: 07:00–10:30 \(Japan .*\) · Telework Days 2018 · 3 of 24 have planned$/u,
    );
  });

  test('of a day that is over offers nothing', () => {
    const over = sample('announcement, of a day gone by');
    expect(linesOf(over)[1]).toBe('This day is closed.');
    expect(actionsOf(over)).toEqual([]);
  });

  test('names the year of another year', () => {
    expect(headingOf(sample('announcement, next year'))).toBe('Telework Day (core day): Wed 24 July 2019');
  });

  test('offers each work style, telework first', () => {
    expect(actionsOf(sample('announcement, core day tomorrow'))).toEqual([...ANSWERS, 'me']);
  });

  test('that is taken back says so, without buttons', () => {
    expect(buttonsOf(sample('announcement, taken back'))).toEqual([]);
    expect(inAll('announcement, taken back', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Tue 31 July is no longer a Telework Day. You don’t need to do anything.',
      '7月31日(火)のテレワーク・デイは中止になりました。ご回答は不要です。',
      '7月31日(周二)不再是远程办公日，无需回复。',
      '7月31日(二)不再是遠距辦公日，無須回覆。',
    ]);
  });
});
