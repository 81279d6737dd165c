import { WORK_STYLES } from '../../src/domain/answers/work-style';
import { LOCALES } from '../../src/domain/people/person';
import type { MessageBody } from '../../src/ports/messages';
import {
  CAMPAIGN,
  CORE_DAY,
  CURVE,
  EMPTY_TALLY,
  NO_CURVE,
  PLAIN_DAY,
  TEAM,
  TEAM_NAME,
  tallyFor,
  USUAL_TALLY,
} from '../../src/present/samples/data';
import { actionsOf, buttonsOf, card, factsOf, headingOf, inAll, linesOf, partsOf, sample } from './cards';

type Body<Kind extends MessageBody['kind']> = Extract<MessageBody, { kind: Kind }>;

function poll(change: Partial<Body<'poll'>>): Body<'poll'> {
  return {
    kind: 'poll',
    team: TEAM,
    teamName: TEAM_NAME,
    day: CORE_DAY,
    phase: 'open',
    tally: USUAL_TALLY,
    ...change,
  };
}

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

const ANSWERS = WORK_STYLES.map((style) => `answer|${TEAM}|2018-07-24|${style}|`);

describe('an announcement', () => {
  test('names the day and asks for the plan', () => {
    expect(inAll('announcement, a week ahead', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Tue 31 July is a Telework Day. Please say how you plan to work.',
      '7月31日(火)はテレワーク・デイです。当日の勤務予定をお知らせください。',
      '7月31日(周二)是远程办公日，请选择当天的办公方式。',
      '7月31日(二)為遠距辦公日，請選擇當天的辦公方式。',
    ]);
  });

  test('of tomorrow says so, and that it is the core day', () => {
    expect(inAll('announcement, core day tomorrow', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Tomorrow, Wed 25 July, is a Telework Day. Please say how you plan to work.',
      '明日7月25日(水)はテレワーク・デイです。当日の勤務予定をお知らせください。',
      '明天7月25日(周三)是远程办公日，请选择当天的办公方式。',
      '明天7月25日(三)為遠距辦公日，請選擇當天的辦公方式。',
    ]);
    expect(inAll('announcement, core day tomorrow', headingOf)).toEqual([
      'Telework Day (core day): Wed 25 July',
      'テレワーク・デイ(コア日)：7月25日(水)',
      '远程办公日(核心日)：7月25日(周三)',
      '遠距辦公日(核心日)：7月25日(三)',
    ]);
  });

  test('tells window with zone, campaign, kind of day and how many have planned', () => {
    expect(factsOf(sample('announcement, a week ahead'))).toEqual({
      Campaign: 'Telework Days 2018',
      'Type of day': 'Telework Day (not the core day)',
      // The zone's name differs between versions of the runtime.
      'When to answer': expect.stringMatching(/^07:00–10:30 \(Japan .*\)$/u),
      'Already planned': '3 of 24 (13%)',
    });
  });

  test('of a drill gives its reason', () => {
    const drill = sample('announcement, drill today');
    expect(factsOf(drill)).toMatchObject({ 'Type of day': 'Telework drill', Reason: 'Typhoon 12' });
    expect(linesOf(drill)[1]).toBe('Today, Tue 24 July, is a Telework Day. Please say how you are working.');
  });

  test('names the year of another year', () => {
    expect(headingOf(sample('announcement, next year'))).toBe('Telework Day (core day): Wed 24 July 2019');
  });

  test('offers each work style, telework first', () => {
    expect(actionsOf(sample('announcement, drill today'))).toEqual([...ANSWERS, 'run|me']);
  });

  test('that is taken back says so, without buttons', () => {
    expect(buttonsOf(sample('announcement, taken back'))).toEqual([]);
    expect(inAll('announcement, taken back', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Tue 31 July is no longer a Telework Day. No answer is needed.',
      '7月31日(火)のテレワーク・デイは取りやめになりました。ご回答は不要です。',
      '7月31日(周二)不再是远程办公日，无需回复。',
      '7月31日(二)不再是遠距辦公日，無須回覆。',
    ]);
  });
});

describe('a poll', () => {
  test('asks until the end of its window', () => {
    expect(inAll('poll, usual', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Please say how you are working today by 10:30.',
      '10:30までに、本日の勤務形態をお知らせください。',
      '请于10:30前选择今天的办公方式。',
      '請於10:30前選擇今天的辦公方式。',
    ]);
  });

  test('has one button a work style in order, the first of them primary, then "Who?"', () => {
    const open = sample('poll, usual');
    expect(actionsOf(open)).toEqual([...ANSWERS, `who|${TEAM}|2018-07-24`, 'run|me']);
    expect(buttonsOf(open).map(({ look }) => look)).toEqual(['primary', ...Array(9).fill('plain')]);
    expect(buttonsOf(open).map(({ label }) => label)).toEqual([
      'Working from home',
      'Home first, office later',
      'Satellite office',
      'Mobile work',
      'Off-peak commute',
      'On leave',
      'Business trip',
      'In the office',
      'Who?',
      'My days',
    ]);
    expect(buttonsOf(sample('poll, usual', 'ja')).map(({ label }) => label)).toEqual([
      '在宅勤務(終日)',
      '在宅勤務(半日・時間単位)',
      'サテライトオフィス勤務',
      'モバイルワーク',
      '時差出勤',
      '休暇',
      '出張・直行',
      '通常出社',
      '内訳を見る',
      '自分の予定',
    ]);
  });

  test('draws bars for what was answered only', () => {
    expect(partsOf(sample('poll, usual'), 'bars')).toEqual([
      {
        kind: 'bars',
        label: 'Answers by work style',
        of: 24,
        bars: [
          { label: 'Working from home', count: 9, value: '9 (38%)' },
          { label: 'Off-peak commute', count: 3, value: '3 (13%)' },
          { label: 'In the office', count: 2, value: '2 (8%)' },
        ],
      },
    ]);
  });

  test('prints the three tallies and the response rate, each with its denominator', () => {
    expect(factsOf(sample('poll, usual'))).toEqual({
      Telework: '9 of 24 (38%)',
      'Peak avoided': '12 of 24 (50%)',
      'No office visit': '9 of 24 (38%)',
      'Response rate': '14 of 24 (58%)',
    });
    expect(factsOf(sample('poll, usual', 'ja'))).toEqual({
      テレワーク: '24人中9人(38%)',
      ピーク回避: '24人中12人(50%)',
      出社なし: '24人中9人(38%)',
      回答率: '24人中14人(58%)',
    });
    expect(factsOf(sample('poll, usual', 'zh-CN'))).toEqual({
      远程办公: '24人中9人(38%)',
      避开高峰: '24人中12人(50%)',
      未到公司: '24人中9人(38%)',
      回复率: '24人中14人(58%)',
    });
    expect(factsOf(sample('poll, usual', 'zh-TW'))).toEqual({
      遠距辦公: '24人中9人(38%)',
      避開尖峰: '24人中12人(50%)',
      未進辦公室: '24人中9人(38%)',
      回覆率: '24人中14人(58%)',
    });
  });

  test('nobody has answered yet says so', () => {
    const empty = sample('poll, nobody yet');
    expect(partsOf(empty, 'bars')).toEqual([]);
    expect(linesOf(empty)).toContain('No answers yet. Be the first.');
    expect(factsOf(empty)).toMatchObject({ Telework: '0 of 24 (0%)' });
  });

  test('after its window takes late answers, and counts them', () => {
    expect(inAll('poll, late answers', (one) => linesOf(one)[1] ?? '')).toEqual([
      'The time to answer ended at 10:30. Answers are taken until midnight and shown as late.',
      '回答時間は10:30に終了しました。本日中は引き続き回答でき、締め切り後の回答として表示します。',
      '回复时间已于10:30结束。今天之内仍可回复，将计为超时回复。',
      '回覆時間已於10:30結束。今天之內仍可回覆，將列為逾時回覆。',
    ]);
    const said = ['3 members answered after 10:30.', 'うち3人は10:30以降の回答です。'];
    expect(sample('poll, late answers').summary).toContain(said[0]);
    expect(sample('poll, late answers', 'ja').summary).toContain(said[1]);
    expect(actionsOf(sample('poll, late answers'))).toEqual([...ANSWERS, `who|${TEAM}|2018-07-24`, 'run|me']);
  });

  test('that is over takes no answers', () => {
    expect(actionsOf(sample('poll, over'))).toEqual([`who|${TEAM}|2018-07-24`, 'run|me']);
    expect(sample('poll, over, nobody answered').summary).toContain('Nobody answered.');
  });

  test('has a heading for each type of day', () => {
    const drill = { ...CORE_DAY, campaign: null, core: false, drill: { reason: 'Snow' } };
    const headings = [
      CORE_DAY,
      PLAIN_DAY,
      { ...PLAIN_DAY, campaign: null },
      drill,
      { ...drill, core: true },
    ].map((day) => headingOf(card(poll({ day }))));
    expect(headings).toEqual([
      'Telework Day (core day): Tue 24 July',
      'Telework Day: Wed 25 July',
      'Work styles: Wed 25 July',
      'Telework drill: Tue 24 July',
      'Telework drill: Tue 24 July',
    ]);
    expect(card(poll({ day: drill })).summary).toContain('Reason: Snow');
    expect(card(poll({ day: { ...drill, drill: { reason: '' } } })).summary).not.toContain('Reason');
  });

  test('shows big figures with separators', () => {
    expect(factsOf(sample('poll, 10,000 members'))).toMatchObject({ Telework: '7,012 of 10,000 (70%)' });
    expect(sample('poll, 10,000 members').summary).toContain('Business trip: 1 (<1%)');
  });
});

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

  test('tells the median of the response curve, and who had planned', () => {
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

  test('says plainly that nobody answered', () => {
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

  test('is no attendance record, and says so in each language', () => {
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

describe('a report', () => {
  test('has people and person-days as two figures with two names', () => {
    expect(factsOf(sample('report, so far'))).toMatchObject({
      'People who teleworked at least once': '15 people',
      'Person-days of telework': '19 person-days',
      'Days counted so far': '3/5',
    });
    expect(factsOf(sample('report, so far', 'ja'))).toMatchObject({
      'テレワークを実施した人数(実人数)': '15人',
      テレワークの延べ人日: '19人日',
    });
  });

  test('has one row a day, and never a sum of days', () => {
    const [table] = partsOf(sample('report, so far'), 'table');
    expect(table?.columns).toEqual(['Day', 'Telework', 'Peak avoided', 'No office visit', 'Response rate']);
    expect(table?.rows.map(([day, telework]) => [day, telework])).toEqual([
      ['Mon 23 July', '6/24 (25%)'],
      ['Tue 24 July (core day)', '13/24 (54%)'],
      ['Wed 25 July', '0/24 (0%)'],
    ]);
  });

  test('thanks when the campaign is over', () => {
    expect(sample('report, so far').summary).not.toContain('Thank you');
    expect(inAll('report, over, with thanks', (one) => linesOf(one)[1] ?? '')).toEqual([
      'The campaign is over. Thank you all for taking part.',
      'キャンペーンは終了しました。ご協力ありがとうございました。',
      '活动已结束，感谢大家的参与。',
      '活動已結束，感謝各位的參與。',
    ]);
  });

  test('of nothing says so', () => {
    expect(sample('report, nothing yet').summary).toContain('No day of this campaign has been counted yet.');
    expect(factsOf(sample('report, nothing yet'))['Target a day']).toBe('33.3% teleworking');
    expect(sample('report, nothing yet').summary).not.toContain('0 people');
  });
});

test('the welcome says what happens, how the team is set up, and what comes next', () => {
  const welcome = sample('welcome');
  expect(headingOf(welcome)).toBe(`Telework Days for ${TEAM_NAME}`);
  expect(factsOf(welcome)).toMatchObject({ 'When to answer': '07:00–10:30', 'Time zone': 'Asia/Tokyo' });
  expect(actionsOf(welcome)).toEqual(['form|settings', 'run|campaign list', 'run|help']);
});

test('names from outside are shown as they are, in every language', () => {
  const name = '<script>*x*</script>';
  const day = { ...CORE_DAY, campaign: name };
  for (const locale of LOCALES) expect(card(poll({ day }), locale).summary).toContain(name);
  const report = { campaign: { ...CAMPAIGN, name }, days: [], people: 0, personDays: 0, savings: null };
  expect(headingOf(card({ kind: 'report', teamName: name, report, thanks: false }))).toBe(`Report: ${name}`);
});

test('the poll of a day at short notice says why before anything else', () => {
  expect(linesOf(sample('poll, drill with its reason')).slice(0, 2)).toEqual([
    'Telework drill: Tue 24 July',
    'Reason: Typhoon 12',
  ]);
  expect(sample('poll, drill with its reason').summary.match(/Typhoon 12/gu)).toHaveLength(1);
});
