import { WORK_STYLES } from '../../../src/domain/answers/work-style';
import type { MessageBody } from '../../../src/ports/messages';
import { CORE_DAY, PLAIN_DAY, TEAM, TEAM_NAME, USUAL_TALLY } from '../../../src/present/samples/data';
import { actionsOf, buttonsOf, card, factsOf, headingOf, inAll, linesOf, partsOf, sample } from '../cards';

type Body<Kind extends MessageBody['kind']> = Extract<MessageBody, { kind: Kind }>;

function poll(change: Partial<Body<'poll'>>): Body<'poll'> {
  return {
    kind: 'poll',
    team: TEAM,
    teamName: TEAM_NAME,
    day: CORE_DAY,
    phase: 'open',
    tally: USUAL_TALLY,
    away: null,
    ...change,
  };
}

const ANSWERS = WORK_STYLES.map((style) => `answer|${TEAM}|2018-07-24|${style}|`);

describe('a poll', () => {
  test('asks until the end of its window', () => {
    expect(inAll('poll, usual', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Where are you working today? Answer by 10:30.',
      '本日の勤務形態を10:30までにお選びください。',
      '请于10:30前选择今天的办公方式。',
      '請於10:30前選擇今天的辦公方式。',
    ]);
  });

  test('has one button a work style in order, none of them primary, then who is where', () => {
    const open = sample('poll, usual');
    expect(actionsOf(open)).toEqual([...ANSWERS, `who|${TEAM}|2018-07-24`, 'me']);
    expect(buttonsOf(open).map(({ look }) => look)).toEqual(Array(10).fill('plain'));
    expect(buttonsOf(open).map(({ label }) => label)).toEqual([
      '🏠 Working from home',
      '🌓 Home, then office',
      '🏬 Satellite office',
      '📱 Mobile work',
      '🕥 Off-peak commute',
      '🌴 On leave',
      '🧳 Business trip',
      '🏢 In the office',
      'Who’s where?',
      'My days',
    ]);
    expect(buttonsOf(sample('poll, usual', 'ja')).map(({ label }) => label)).toEqual([
      '🏠 在宅(終日)',
      '🌓 在宅(半日など)',
      '🏬 サテライト',
      '📱 モバイルワーク',
      '🕥 時差出勤',
      '🌴 休暇',
      '🧳 出張・直行',
      '🏢 出社',
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
          { label: '🏠 Working from home', count: 9, value: '9 (38%)' },
          { label: '🕥 Off-peak commute', count: 3, value: '3 (13%)' },
          { label: '🏢 In the office', count: 2, value: '2 (8%)' },
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
      远程办公: '9/24人(38%)',
      避开高峰: '12/24人(50%)',
      未到公司: '9/24人(38%)',
      回复率: '14/24人(58%)',
    });
    expect(factsOf(sample('poll, usual', 'zh-TW'))).toEqual({
      遠距辦公: '9/24人(38%)',
      避開尖峰: '12/24人(50%)',
      未進辦公室: '9/24人(38%)',
      回覆率: '14/24人(58%)',
    });
  });

  test('a poll without answers says so', () => {
    const empty = sample('poll, nobody yet');
    expect(partsOf(empty, 'bars')).toEqual([]);
    expect(linesOf(empty)).toContain('No answers yet.');
    expect(factsOf(empty)).toEqual({ 'Response rate': '0 of 24 (0%)' });
  });

  test('after its window takes late answers, and counts them', () => {
    expect(inAll('poll, late answers', (one) => linesOf(one)[1] ?? '')).toEqual([
      'Closed at 10:30. You can still answer until midnight; it’ll show as late.',
      '10:30に締め切りましたが、本日中は回答できます。締め切り後の回答として集計します。',
      '已于10:30截止。今天之内仍可回复，将标记为逾期回复。',
      '已於10:30截止。今天之內仍可回覆，會標示為逾時回覆。',
    ]);
    const said = ['3 late answers (after 10:30)', '締め切り(10:30)後の回答：3人'];
    expect(sample('poll, late answers').summary).toContain(said[0]);
    expect(sample('poll, late answers', 'ja').summary).toContain(said[1]);
    expect(actionsOf(sample('poll, late answers'))).toEqual([...ANSWERS, `who|${TEAM}|2018-07-24`, 'me']);
  });

  test('that is over takes no answers', () => {
    expect(actionsOf(sample('poll, over'))).toEqual([`who|${TEAM}|2018-07-24`, 'me']);
    expect(sample('poll, over, nobody answered').summary).toContain('No one answered.');
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
      'Where are you working? Wed 25 July',
      'Telework drill: Tue 24 July',
      'Telework drill: Tue 24 July',
    ]);
    expect(card(poll({ day: drill })).summary).toContain('Reason: Snow');
    expect(card(poll({ day: { ...drill, drill: { reason: '' } } })).summary).not.toContain('Reason');
  });

  test('shows big figures with separators', () => {
    expect(factsOf(sample('poll, 10,000 members'))).toMatchObject({ Telework: '7,012 of 10,000 (70%)' });
    expect(sample('poll, 10,000 members').summary).toContain('Away: 433 (4%)');
  });
});

test('the poll of a day at short notice says why before anything else', () => {
  expect(linesOf(sample('poll, drill with its reason')).slice(0, 2)).toEqual([
    'Telework drill: Tue 24 July',
    'Reason: Typhoon 12',
  ]);
  expect(sample('poll, drill with its reason').summary.match(/Typhoon 12/gu)).toHaveLength(1);
});

test('a poll that was opened by hand is confirmed', () => {
  expect(inAll('poll opened', headingOf)).toEqual([
    'The poll is open: Tue 24 July (drill)',
    '受付を開始しました：7月24日(火) 訓練',
    '登记已开始：7月24日(周二) 演练',
    '登記已開始：7月24日(二) 演練',
  ]);
});
