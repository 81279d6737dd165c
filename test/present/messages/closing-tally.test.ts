import type { MessageBody } from '../../../src/ports/messages';
import {
  CORE_DAY,
  CURVE,
  EMPTY_TALLY,
  NO_CURVE,
  TEAM,
  TEAM_NAME,
  tallyFor,
  USUAL_TALLY,
} from '../../../src/present/samples/data';
import { card, factsOf, inAll, linesOf, partsOf, sample } from '../cards';

type Body<Kind extends MessageBody['kind']> = Extract<MessageBody, { kind: Kind }>;

function closing(change: Partial<Body<'closing-tally'>>): Body<'closing-tally'> {
  return {
    kind: 'closing-tally',
    team: TEAM,
    teamName: TEAM_NAME,
    day: CORE_DAY,
    phase: 'late',
    tally: USUAL_TALLY,
    previous: null,
    target: null,
    curve: NO_CURVE,
    savings: null,
    ...change,
  };
}

describe('a closing tally', () => {
  test('gives the three tallies and the response rate', () => {
    expect(factsOf(sample('closing tally, usual'))).toEqual({
      Telework: '13 of 24 (54%)',
      'Peak avoided': '18 of 24 (75%)',
      'No office visit': '13 of 24 (54%)',
      'Response rate': '21 of 24 (88%)',
      Target: '50% teleworking: reached',
    });
  });

  test('compares with the last Telework Day, in points and both counts', () => {
    expect(partsOf(sample('closing tally, usual'), 'table')).toEqual([
      {
        kind: 'table',
        caption: 'Compared with the last Telework Day, Mon 23 July',
        columns: ['Figure', 'Tue 24 July', 'Mon 23 July', 'Difference'],
        rows: [
          ['Telework', '13/24 (54%)', '6/24 (25%)', '+29 points'],
          ['Peak avoided', '18/24 (75%)', '11/24 (46%)', '+29 points'],
          ['No office visit', '13/24 (54%)', '7/24 (29%)', '+25 points'],
          ['Response rate', '21/24 (88%)', '21/24 (88%)', '±0 points'],
        ],
      },
    ]);
  });

  test('a fall is a fall', () => {
    const rows = partsOf(sample('closing tally, nobody answered, after a good day', 'ja'), 'table')[0]?.rows;
    expect(rows?.[0]).toEqual(['テレワーク', '0/24 (0%)', '6/24 (25%)', '−25ポイント']);
  });

  test('judges the target by the exact share', () => {
    const target = (home: number, share: number) =>
      factsOf(card(closing({ tally: tallyFor(1_000, { home }), target: share }))).Target;
    expect(target(499, 0.5)).toBe('50% teleworking: not reached');
    expect(target(500, 0.5)).toBe('50% teleworking: reached');
    expect(target(0, 0.333)).toBe('33.3% teleworking: not reached');
    expect(factsOf(card(closing({ tally: tallyFor(0, {}), target: 0.5 }))).Target).toContain('not reached');
  });

  test('shows the median of the response curve, and how many had planned', () => {
    expect(
      inAll('closing tally, usual', ({ summary }) => summary.match(/^.*(6 min|6分).*$/mu)?.[0] ?? ''),
    ).toEqual([
      'Half of the 13 members who answered after the opening did so within 6 min.',
      '開始後に回答した13人のうち半数が、6分以内に回答しました。',
      '登记开始后回复的13人中，有一半在6分钟内完成。',
      '登記開始後回覆的13人中，有一半在6分鐘內完成。',
    ]);
    expect(sample('closing tally, usual').summary).toContain('8 members had planned ahead.');
    const alone = card(closing({ curve: { ...CURVE, planned: 1, counted: 1, median: 3_900_000 } }));
    expect(linesOf(alone)).toContain('1 member had planned ahead.');
    expect(linesOf(alone)).toContain('The 1 member who answered after the opening did so within 1 h 5 min.');
  });

  test('draws a bar chart by work style', () => {
    expect(partsOf(sample('closing tally, all answered'), 'chart')).toEqual([
      {
        kind: 'chart',
        shape: 'bar',
        title: 'Answers by work style',
        of: 24,
        categories: ['Working from home'],
        series: [{ name: 'Members', values: [24] }],
      },
    ]);
  });

  test('shows savings with their inputs only', () => {
    expect(factsOf(sample('closing tally, over, with savings'))).toMatchObject({
      'Commuting time saved': '12.3 h',
      'How it is counted': '(10 full days + 1 satellite day ÷ 2) × 70 min ÷ 60',
    });
    expect(sample('closing tally, usual').summary).not.toContain('saved');
  });

  test('says plainly that there were no answers', () => {
    expect(inAll('closing tally, nobody answered', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Nobody answered.',
      '回答はありませんでした。',
      '没有人回复。',
      '沒有人回覆。',
    ]);
    const nobody = card(closing({ tally: EMPTY_TALLY }));
    expect(partsOf(nobody, 'chart')).toEqual([]);
    expect(factsOf(nobody)).toMatchObject({ 'Response rate': '0 of 24 (0%)' });
  });

  test('says in each language that it is not an attendance record', () => {
    const last = inAll('closing tally, usual', ({ summary }) => summary);
    expect(last[0]).toContain('This is not an attendance record.');
    expect(last[1]).toContain('これは勤怠記録ではありません。');
    expect(last[2]).toContain('此信息不作为考勤记录。');
    expect(last[3]).toContain('此資訊不作為出勤紀錄。');
  });

  test('is final only when the day is over', () => {
    expect(card(closing({})).summary).toContain('Late answers are counted until midnight.');
    expect(card(closing({ phase: 'over' })).summary).toContain('This is the final result.');
  });
});
