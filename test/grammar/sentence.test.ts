import { isRefusal } from '../../src/domain/refusal';
import { daySpan } from '../../src/domain/time/calendar';
import { parseIntent } from '../../src/grammar/parse';

/** A Wednesday. */
const TODAY = '2026-07-22';
const parse = (text: string, today = TODAY) => parseIntent(text, { today, prefix: '/telework' });
const days = (text: string, today?: string) => {
  const intent = parse(text, today);
  return isRefusal(intent) || !('days' in intent) ? intent : intent.days;
};
const july = (...dates: number[]) => dates.map((date) => `2026-07-${date}`);
const MONDAY_TO_FRIDAY = july(20, 21, 22, 23, 24);
const NEXT_WEEK = daySpan('2026-07-27', '2026-08-02');

describe('the days that are answered', () => {
  test.each<[string, string[]]>([
    ['home 21-23 July', july(21, 22, 23)],
    ['home 23rd-27th July', july(23, 24, 25, 26, 27)],
    ['home on 20 July', july(20)],
    ['home mon-fri', MONDAY_TO_FRIDAY],
    ['home mon, wed and fri', july(22, 24, 27)],
    ['wfh mon wed fri', july(22, 24, 27)],
    ['home 7/23, 7/25 and 7/27', july(23, 25, 27)],
    ['home July 23, 25 and 27', july(23, 25, 27)],
    ['home on the 23rd', july(23)],
    ['home 25/7', july(25)],
    ['home 24.7.2026', july(24)],
    ['home next week', NEXT_WEEK],
    ['home next week mon', july(27)],
    ['home mon next week', july(27)],
    ['home the rest of the week', july(22, 23, 24, 25, 26)],
    ['vacation until friday', july(22, 23, 24)],
    ['home through 24 July', july(22, 23, 24)],
    ['home. friday', july(24)],
    ['home 28 Dec – 1 Jan', daySpan('2026-12-28', '2027-01-01')],
    ['在宅 7/21〜7/22', july(21, 22)],
    ['在宅 7月23〜27日', july(23, 24, 25, 26, 27)],
    ['在宅 23日〜24日', july(23, 24)],
    ['23、24日 在宅', july(23, 24)],
    ['月水金 在宅', july(22, 24, 27)],
    ['月〜金 在宅', MONDAY_TO_FRIDAY],
    ['来週月水は在宅', july(27, 29)],
    ['来週 在宅', NEXT_WEEK],
    ['今週いっぱい在宅', july(22, 23, 24, 25, 26)],
    ['金曜まで休み', july(22, 23, 24)],
    ['居家 本周剩下的日子', july(22, 23, 24, 25, 26)],
    ['遠距 這週剩下的幾天', july(22, 23, 24, 25, 26)],
    ['明日と明後日は在宅', july(23, 24)],
    ['在宅。明日', july(23)],
    ['在宅 2026ー07ー24', july(24)],
    ['在宅 7/23ー24', july(23, 24)],
    ['居家 8月10-11号', ['2026-08-10', '2026-08-11']],
    ['居家 8月10日至11日', ['2026-08-10', '2026-08-11']],
    ['居家 23号', july(23)],
    ['居家 周一三五', july(22, 24, 27)],
    ['居家 周一、周三', july(22, 27)],
    ['下周居家', NEXT_WEEK],
    ['下週居家', NEXT_WEEK],
    ['请假到周五', july(22, 23, 24)],
    ['請假到週五為止', july(22, 23, 24)],
    ['居家 8.10', ['2026-08-10']],
  ])('%j', (text, named) => expect(days(text)).toEqual(named));

  test.each<[string, string, string, string]>([
    ['2026-12-27', 'home 28 Dec – 5 Jan', '2026-12-28', '2027-01-05'],
    ['2027-01-02', '在宅 12/28〜1/5', '2026-12-28', '2027-01-05'],
    ['2027-01-10', 'home 28 Dec – 5 Jan', '2026-12-28', '2027-01-05'],
    ['2027-03-10', 'home 28 Dec – 5 Jan', '2027-12-28', '2028-01-05'],
  ])('on %s, %j', (today, text, from, until) => expect(days(text, today)).toEqual(daySpan(from, until)));
});

test.each<[string, string]>([
  ['home from monday', 'no-end'],
  ['明日から休み', 'no-end'],
  ['在宅 7/20〜', 'no-end'],
  ['home every friday', 'use-week'],
  ['home on mondays and fridays', 'use-week'],
  ['毎週金曜 在宅', 'use-week'],
  ['每周五居家', 'use-week'],
  ['错峰 8.10', 'date-or-time'],
  ['時差 8.10', 'date-or-time'],
  ['off-peak 7.24', 'date-or-time'],
  ['半天居家 7.24', 'date-or-time'],
  ['who this month', 'one-week'],
  ['home friday 25 july', 'impossible-date'],
  ['home 27-23 July', 'reversed-days'],
  ['home mon and wed next week', 'unclear'],
  ['来週、月曜は在宅', 'unclear'],
  ['home 7/8/2026', 'unclear'],
])('%j is refused: %s', (text, refusal) => expect(parse(text)).toMatchObject({ refusal }));

const THIS_WEEK = daySpan('2026-07-20', '2026-07-26');

test.each<[string, string[]]>([
  ['who this week', THIS_WEEK],
  ['who’s in this week?', THIS_WEEK],
  ['who is in the office next week', daySpan('2026-07-27', '2026-08-02')],
  ['who mon-fri', daySpan('2026-07-20', '2026-07-24')],
  ['who thursday and friday', ['2026-07-23', '2026-07-24']],
  ['今週は誰が出社？', THIS_WEEK],
  ['誰 来週', daySpan('2026-07-27', '2026-08-02')],
  ['今週の出社は？', THIS_WEEK],
  ['誰 月〜金', daySpan('2026-07-20', '2026-07-24')],
  ['本周谁在公司？', THIS_WEEK],
  ['明细 下周', daySpan('2026-07-27', '2026-08-02')],
  ['谁 周一到周五', daySpan('2026-07-20', '2026-07-24')],
  ['本週誰在辦公室？', THIS_WEEK],
  ['明細 下週', daySpan('2026-07-27', '2026-08-02')],
  ['誰 週一至週五', daySpan('2026-07-20', '2026-07-24')],
])('%j asks for several days', (text, days) => expect(parse(text)).toEqual({ kind: 'who-week', days }));

test.each<[string, string | null]>([
  ['今日の出社は？', TODAY],
  ['office today?', TODAY],
  ['明日の出社は', '2026-07-23'],
  ['出社?', null],
  ['在宅ですか', null],
  ['今天居家吗？', TODAY],
  ['who’s in today', TODAY],
  ['who is in on Thursday', '2026-07-23'],
  ['who is in the office tomorrow', '2026-07-23'],
  ['誰が在宅？', null],
  ['今日誰が出社', TODAY],
  ['出社してるのは誰', null],
  ['谁在家？', null],
  ['今天有誰進公司', TODAY],
])('the question %j shows who', (text, day) => {
  expect(parse(text)).toEqual({ kind: 'who', day, group: null });
});

test.each<[string, string[]]>([
  ['not home', []],
  ['出社しません', []],
  ['不在家', []],
  ['今天不上班', []],
  ['office, not home', []],
  ['home if it rains', ['home']],
  ['maybe home', ['home']],
  ['雨なら在宅', ['home']],
  ['もし雨なら在宅', ['home']],
  ['可能在家', ['home']],
  ['Ken is home', ['home']],
  ['my wife is home', ['home']],
  ['在宅出社', ['home', 'office']],
  ['poll now?', []],
  ['drill typhoon?', []],
  ['remind off?', []],
])('%j is answered with a choice', (text, styles) => {
  expect(parse(text)).toMatchObject({ refusal: 'unclear', offer: { styles } });
});

test.each(['pol now', 'dril', 'campaign edn', 'forgetme now'])(
  '%j proposes no command that hurts',
  (text) => {
    const { values } = parse(text) as { values: Record<string, unknown> };
    expect(['help', '', undefined]).toContain(values.nearest);
    expect(['drill', 'poll', 'bind', 'deliveries', 'forget-me', 'end']).not.toContain(values.example);
  },
);

test('what is quoted is what was typed', () => {
  expect(parse('Home ３１　April')).toMatchObject({ values: { text: '３１ April' } });
  expect(parse('在宅 ２月３０日')).toMatchObject({ values: { text: '２月３０日' } });
  expect(parse('I’m Home if It rains')).toMatchObject({ values: { text: 'Home if It rains' } });
});

test.each([
  ...[
    'who hasn’t answered?',
    'who has not replied yet',
    '未回答者は？',
    '誰がまだ回答していない？',
    '谁还没回复',
    '誰還沒回覆？',
  ],
])('%j asks for the day of all', (text) => expect(parse(text)).toMatchObject({ kind: 'who', group: null }));

test.each([
  ...['remind now', 'Please remind the silent', 'remind everyone who hasn’t answered', 'nudge them'],
  ...['今すぐリマインド', '未回答の方にリマインドをお願いします', '未回答者に催促して'],
  ...['立即提醒', '请提醒还没回复的人', '提醒大家一下', '請提醒還沒回覆的人'],
])('%j has the silent reminded', (text) => expect(parse(text)).toEqual({ kind: 'remind-now' }));

test.each<[string, 'follow' | 'unfollow', string]>([
  ['follow Kenta', 'follow', 'kenta'],
  ['Please follow Mori Kenta.', 'follow', 'mori kenta'],
  ['I want to follow @kenta', 'follow', '@kenta'],
  ['unfollow Kenta', 'unfollow', 'kenta'],
  ['stop following Kenta', 'unfollow', 'kenta'],
  ['健太さんをフォローして', 'follow', '健太さん'],
  ['佐藤さんの予定をフォローしてください', 'follow', '佐藤さん'],
  ['フォロー 健太', 'follow', '健太'],
  ['健太さんのフォローを解除', 'unfollow', '健太さん'],
  ['佐藤さんのフォローをやめてください', 'unfollow', '佐藤さん'],
  ['关注小王', 'follow', '小王'],
  ['请关注一下小王', 'follow', '小王'],
  ['取消关注小王', 'unfollow', '小王'],
  ['我想追蹤小王', 'follow', '小王'],
  ['取消追蹤 小王', 'unfollow', '小王'],
])('%j: %s %s', (text, kind, name) => expect(parse(text)).toEqual({ kind, who: { name } }));

test.each(['following', 'Who do I follow?', 'フォロー中', 'フォローしている人', '我的关注', '追蹤清單'])(
  '%j shows whom the person follows',
  (text) => expect(parse(text)).toEqual({ kind: 'following' }),
);
