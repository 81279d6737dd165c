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
      Telework: '13 of 24 (54%), +29 points',
      'Peak avoided': '18 of 24 (75%), +29 points',
      'No office visit': '13 of 24 (54%), +25 points',
      'Response rate': '21 of 24 (88%), ±0 points',
    });
  });

  test('has the headline first: the count, then the target and the last Telework Day', () => {
    expect(inAll('closing tally, usual', (one) => linesOf(one).slice(0, 2).join('\n'))).toEqual([
      'Tue 24 July: 13 of 24 teleworked\nTarget 50% reached · +29 points vs. Mon 23 July',
      '7月24日(火)：24人中13人がテレワーク\n目標50%を達成 · 前回(7月23日(月))比 +29ポイント',
      '7月24日(周二)：13/24人远程办公\n目标50%已达成 · 较7月23日(周一)+29个百分点',
      '7月24日(二)：13/24人遠距辦公\n目標50%已達成 · 較7月23日(一)+29個百分點',
    ]);
  });

  test('a fall is a fall', () => {
    const facts = factsOf(sample('closing tally, nobody answered, after a good day', 'ja'));
    expect(facts.テレワーク).toBe('24人中0人(0%)、−25ポイント');
  });

  test('judges the target by the exact share', () => {
    const target = (home: number, share: number) =>
      linesOf(card(closing({ tally: tallyFor(1_000, { home, office: 1 }), target: share })))[1];
    expect(target(499, 0.5)).toBe('Target 50% not reached');
    expect(target(500, 0.5)).toBe('Target 50% reached');
    expect(target(0, 0.333)).toBe('Target 33.3% not reached');
    expect(card(closing({ tally: tallyFor(0, {}), target: 0.5 })).summary).not.toContain('Target');
  });

  test('shows the median of the response curve, and how many had planned', () => {
    expect(
      inAll('closing tally, usual', ({ summary }) => summary.match(/^.*(6 min|6分).*$/mu)?.[0] ?? ''),
    ).toEqual([
      '3 late answers (after 10:30) · 8 planned ahead · half of the 13 answers after opening came within 6 min',
      '締め切り(10:30)後の回答：3人 · 事前回答：8人 · 受付開始後に回答した13人の半数が6分以内に回答',
      '3人逾期回复(10:30之后) · 8人提前回复 · 登记开始后回复的13人中，半数在6分钟内回复',
      '3人逾時回覆(10:30之後) · 8人事先回覆 · 登記開始後回覆的13人中，半數在6分鐘內回覆',
    ]);
    const alone = card(closing({ curve: { ...CURVE, planned: 1, counted: 1, median: 3_900_000 } }));
    expect(alone.summary).toContain('1 planned ahead · the 1 answer after opening came within 1 h 5 min');
  });

  test('draws the same bars as the poll', () => {
    expect(partsOf(sample('closing tally, all answered'), 'bars')).toEqual([
      {
        kind: 'bars',
        label: 'Answers by work style',
        of: 24,
        bars: [{ label: '🏠 Working from home', count: 24, value: '24 (100%)' }],
      },
    ]);
  });

  test('shows savings with their inputs only', () => {
    expect(factsOf(sample('closing tally, over, with savings'))).toMatchObject({
      'Commute hours saved': '12.3 h',
      'How we worked it out': '(10 full days + 1 satellite day ÷ 2) × 70 min ÷ 60',
    });
    expect(sample('closing tally, usual').summary).not.toContain('saved');
  });

  test('says plainly that there were no answers', () => {
    expect(inAll('closing tally, nobody answered', (one) => linesOf(one)[1] ?? '')).toEqual([
      'No one answered.',
      '回答はありませんでした。',
      '没有人回复。',
      '沒有人回覆。',
    ]);
    const nobody = card(closing({ tally: EMPTY_TALLY }));
    expect(partsOf(nobody, 'bars')).toEqual([]);
    expect(factsOf(nobody)).toMatchObject({ 'Response rate': '0 of 24 (0%)' });
  });

  test('says in each language that it is not an attendance record', () => {
    const last = inAll('closing tally, usual', ({ summary }) => summary);
    expect(last[0]).toContain('For planning only, not attendance tracking');
    expect(last[1]).toContain('※勤怠管理の記録ではありません');
    expect(last[2]).toContain('仅供安排参考，不作为考勤记录');
    expect(last[3]).toContain('僅供安排參考，不作為出勤紀錄');
  });

  test('is final only when the day is over', () => {
    expect(card(closing({})).summary).toContain('Late answers count until midnight');
    expect(card(closing({ phase: 'over' })).summary).toContain('Final result');
  });
});
