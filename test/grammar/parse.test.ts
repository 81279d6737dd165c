import type { Intent } from '../../src/app/intent';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import { offering, type Refusal } from '../../src/domain/refusal';
import { type Day, type DayRange, daySpan, type Weekday } from '../../src/domain/time/calendar';
import { parseIntent } from '../../src/grammar/parse';

/** A Wednesday, six days before the core day of 2018. */
const TODAY = '2018-07-18';
const parse = (text: string, today = TODAY) => parseIntent(text, { today, prefix: '/telework' });

const TOMORROW = { from: '2018-07-19', until: '2018-07-19' };
const FRIDAY = { from: '2018-07-20', until: '2018-07-20' };
const NEXT_FRIDAY = { from: '2018-07-27', until: '2018-07-27' };
const CORE_DAY = { from: '2018-07-24', until: '2018-07-24' };
/** Its Monday and Tuesday are over. */
const THIS_WEEK = { from: '2018-07-16', until: '2018-07-20' };
const WEEK_OF_2018 = { from: '2018-07-23', until: '2018-07-27' };

function answer(style: WorkStyle, days: DayRange | null = null): Intent {
  return { kind: 'answer', style, arrival: null, days: daysIn(days) };
}

function daysIn(days: DayRange | null): Day[] | null {
  return days && daySpan(days.from, days.until);
}

function later(style: WorkStyle, arrival: string, days: DayRange | null = null): Intent {
  return { kind: 'answer', style, arrival, days: daysIn(days) };
}

describe('an answer', () => {
  test.each<[string, Intent]>([
    ['home', answer('home')],
    ['  HOME  ', answer('home')],
    ['ｈｏｍｅ　ｆｒｉｄａｙ', answer('home', FRIDAY)],
    ['home_part', answer('home-part')],
    ['homepart', answer('home-part')],
    ['Home Part', answer('home-part')],
    ['home-part 13:00 on friday', later('home-part', '13:00', FRIDAY)],
    ['home part until 1pm on fri', later('home-part', '13:00', FRIDAY)],
    ['home office', answer('home')],
    ['wfh tomorrow', answer('home', TOMORROW)],
    ["I'm working from home tomorrow.", answer('home', TOMORROW)],
    ['please, home on friday', answer('home', FRIDAY)],
    ['home on friday, please', answer('home', FRIDAY)],
    ['on leave tomorrow', answer('leave', TOMORROW)],
    ['leave on 2018-07-23..2018-07-27', answer('leave', WEEK_OF_2018)],
    ['pto next friday', answer('leave', NEXT_FRIDAY)],
    ['friday home', answer('home', FRIDAY)],
    ['tomorrow: off-peak 11:00', later('off-peak', '11:00', TOMORROW)],
  ])('%j', (text, command) => {
    expect(parse(text)).toEqual(command);
  });

  test.each<[string, Intent]>([
    ['在宅', answer('home')],
    ['明日 在宅', answer('home', TOMORROW)],
    ['明日は在宅です', answer('home', TOMORROW)],
    ['在宅 明日', answer('home', TOMORROW)],
    ['在宅勤務（終日）　明日', answer('home', TOMORROW)],
    ['金曜は在宅', answer('home', FRIDAY)],
    ['来週の金曜、在宅勤務でお願いします', answer('home', NEXT_FRIDAY)],
    ['7月24日（火）はサテライトオフィス', answer('satellite', CORE_DAY)],
    ['7月23日から27日まで在宅', answer('home', WEEK_OF_2018)],
    ['ﾘﾓｰﾄ', answer('home')],
    ['時差出勤10時半', later('off-peak', '10:30')],
    ['明日は時差出勤 午後1時', later('off-peak', '13:00', TOMORROW)],
    ['休み', answer('leave')],
    ['直行', answer('trip')],
    ['通常出社', answer('office')],
  ])('in Japanese: %j', (text, command) => {
    expect(parse(text)).toEqual(command);
  });

  test.each<[string, Intent]>([
    ['明天 居家', answer('home', TOMORROW)],
    ['周五居家办公', answer('home', FRIDAY)],
    ['下周五 居家', answer('home', NEXT_FRIDAY)],
    ['我明天在家办公。', answer('home', TOMORROW)],
    ['从周一到周五居家', answer('home', THIS_WEEK)],
    ['错峰 10点半 明天', later('off-peak', '10:30', TOMORROW)],
    ['请假 星期五', answer('leave', FRIDAY)],
    ['進辦公室', answer('office')],
    ['週五居家辦公', answer('home', FRIDAY)],
    ['請假 下週五', answer('leave', NEXT_FRIDAY)],
    ['彈性通勤 上午11:00', later('off-peak', '11:00')],
    ['衛星辦公室 7月24日(二)', answer('satellite', CORE_DAY)],
  ])('in Chinese: %j', (text, command) => {
    expect(parse(text)).toEqual(command);
  });

  test.each<[string, string]>([
    ['off-peak 10:30', '10:30'],
    ['offpeak 10.30.', '10:30'],
    ['off peak 1030', '10:30'],
    ['OFF_PEAK at 9:05', '09:05'],
    ['off-peak@11:00', '11:00'],
    ['off-peak 11', '11:00'],
    ['off-peak 10am', '10:00'],
    ['off-peak 10:30 a.m.', '10:30'],
    ['off-peak 12:15 pm', '12:15'],
    ['off-peak 12 am', '00:00'],
    ['off-peak １０：３０', '10:30'],
    ['10:30 off-peak', '10:30'],
    ['時差 10時30分', '10:30'],
    ['時差 午後1時半', '13:30'],
    ['错峰 下午1点', '13:00'],
  ])('%j arrives at %s', (text, arrival) => {
    expect(parse(text)).toEqual(later('off-peak', arrival));
  });
});

describe('other words of a member', () => {
  test.each<[string, Intent]>([
    ['', { kind: 'me' }],
    [' \n\t ', { kind: 'me' }],
    ['me', { kind: 'me' }],
    ['自分', { kind: 'me' }],
    ['我', { kind: 'me' }],
    ['我的', { kind: 'me' }],
    ['help', { kind: 'help' }],
    ['Help?', { kind: 'help' }],
    ['help me, please', { kind: 'help' }],
    ['?', { kind: 'help' }],
    ['ヘルプ', { kind: 'help' }],
    ['帮助', { kind: 'help' }],
    ['說明', { kind: 'help' }],
    ['clear', { kind: 'clear', days: null }],
    ['clear on friday', { kind: 'clear', days: daysIn(FRIDAY) }],
    ['clear mon..fri', { kind: 'clear', days: daysIn(THIS_WEEK) }],
    ['明日をクリア', { kind: 'clear', days: daysIn(TOMORROW) }],
    ['取消 明天', { kind: 'clear', days: daysIn(TOMORROW) }],
    ['清除', { kind: 'clear', days: null }],
    ['who', { kind: 'who', day: null, group: null }],
    ['who on friday?', { kind: 'who', day: FRIDAY.from, group: null }],
    ['who 7/10', { kind: 'who', day: '2018-07-10', group: null }],
    ['who yesterday', { kind: 'who', day: '2018-07-17', group: null }],
    ['明日は誰？', { kind: 'who', day: TOMORROW.from, group: null }],
    ['谁 周五', { kind: 'who', day: FRIDAY.from, group: null }],
    ['who @sales', { kind: 'who', day: null, group: 'sales' }],
    ['who @Sales-Tokyo.2 on friday', { kind: 'who', day: FRIDAY.from, group: 'sales-tokyo.2' }],
    ['who friday @S0123ABC', { kind: 'who', day: FRIDAY.from, group: 's0123abc' }],
    ['誰 ＠営業 金曜', { kind: 'who', day: FRIDAY.from, group: '営業' }],
    ['谁 @sales 周五', { kind: 'who', day: FRIDAY.from, group: 'sales' }],
    ['tally', { kind: 'tally', of: null }],
    ['tally today.', { kind: 'tally', of: { day: TODAY } }],
    ['tally for 7/10', { kind: 'tally', of: { day: '2018-07-10' } }],
    ['tally Telework Days 2018', { kind: 'tally', of: { campaign: 'Telework Days 2018' } }],
    ['tally "Friday"', { kind: 'tally', of: { campaign: 'Friday' } }],
    ['tally home', { kind: 'tally', of: { campaign: 'home' } }],
    ['集計7月24日', { kind: 'tally', of: { day: CORE_DAY.from } }],
    ['统计 昨天', { kind: 'tally', of: { day: '2018-07-17' } }],
    ['統計', { kind: 'tally', of: null }],
    ['days', { kind: 'days' }],
    ['日程', { kind: 'days' }],
    ['remind on', { kind: 'remind', on: true }],
    ['Remind OFF.', { kind: 'remind', on: false }],
    ['リマインド オフ', { kind: 'remind', on: false }],
    ['リマインドオン', { kind: 'remind', on: true }],
    ['提醒 关', { kind: 'remind', on: false }],
    ['提醒開', { kind: 'remind', on: true }],
    ['status', { kind: 'status' }],
    ['My status', { kind: 'status' }],
    ['status on', { kind: 'status-set', on: true }],
    ['ステータス オフ', { kind: 'status-set', on: false }],
    ['状态 开启', { kind: 'status-set', on: true }],
    ['狀態關閉', { kind: 'status-set', on: false }],
    ['please show my day in my status', { kind: 'status-set', on: true }],
    ['clear my status', { kind: 'status-set', on: false }],
    ['ステータスに表示しないでください', { kind: 'status-set', on: false }],
    ['ステータスの表示をやめてください', { kind: 'status-set', on: false }],
    ['不要显示在状态里', { kind: 'status-set', on: false }],
    ['在狀態中顯示', { kind: 'status-set', on: true }],
    ['language ja', { kind: 'language', language: 'ja' }],
    ['language: English', { kind: 'language', language: 'en' }],
    ['language zh_cn', { kind: 'language', language: 'zh-CN' }],
    ['language zh-Hant', { kind: 'language', language: 'zh-TW' }],
    ['language zh-Hant-HK', { kind: 'language', language: 'zh-TW' }],
    ['language en-GB', { kind: 'language', language: 'en' }],
    ['言語 日本語', { kind: 'language', language: 'ja' }],
    ['语言 简体中文', { kind: 'language', language: 'zh-CN' }],
    ['語言 繁體中文', { kind: 'language', language: 'zh-TW' }],
    ['forget-me', { kind: 'forget-me' }],
    ['Forget me', { kind: 'forget-me' }],
    ['忘れて', { kind: 'forget-me' }],
    ['删除我的数据', { kind: 'forget-me' }],
    ['刪除我的資料', { kind: 'forget-me' }],
    ['poll now', { kind: 'poll-now', openFor: null }],
    ['deliveries', { kind: 'deliveries', day: null }],
    ['Deliveries yesterday', { kind: 'deliveries', day: '2018-07-17' }],
    ['deliveries on 24 July', { kind: 'deliveries', day: '2018-07-24' }],
    ['delivery report for friday', { kind: 'deliveries', day: '2018-07-20' }],
    ['what was sent today?', { kind: 'deliveries', day: TODAY }],
    ['配信状況', { kind: 'deliveries', day: null }],
    ['昨日の配信状況', { kind: 'deliveries', day: '2018-07-17' }],
    ['7月24日の送信結果', { kind: 'deliveries', day: '2018-07-24' }],
    ['昨天的发送情况', { kind: 'deliveries', day: '2018-07-17' }],
    ['發送情況 昨天', { kind: 'deliveries', day: '2018-07-17' }],
    ['resend failed', { kind: 'resend', day: null, which: 'failed' }],
    ['resend', { kind: 'resend', day: null, which: 'failed' }],
    ['Resend failed 2018-07-24.', { kind: 'resend', day: '2018-07-24', which: 'failed' }],
    ['失敗分を再送', { kind: 'resend', day: null, which: 'failed' }],
    ['昨日の失敗分を再送', { kind: 'resend', day: '2018-07-17', which: 'failed' }],
    ['重新发送失败的', { kind: 'resend', day: null, which: 'failed' }],
    ['重新發送', { kind: 'resend', day: null, which: 'failed' }],
    ['/telework home on friday', answer('home', FRIDAY)],
    ['/Telework', { kind: 'me' }],
    ['\u200Bhome\uFEFF', answer('home')],
  ])('%j', (text, command) => {
    expect(parse(text)).toEqual(command);
  });
});

describe('the default week', () => {
  const usual = (style: WorkStyle, arrival: string | null = null) => ({ style, arrival });
  const all = Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri'] satisfies Weekday[]).map((day) => [day, usual('home')]),
  );

  test.each<[string, Extract<Intent, { kind: 'week' }>['change']]>([
    ['week', null],
    ['週', null],
    ['week clear', 'clear'],
    ['曜日 クリア', 'clear'],
    [
      'week mon=home tue=off wed=office thu=off-peak@11:00',
      { mon: usual('home'), tue: 'off', wed: usual('office'), thu: usual('off-peak', '11:00') },
    ],
    [
      'week Monday: work from home, thu = off peak 11.00',
      { mon: usual('home'), thu: usual('off-peak', '11:00') },
    ],
    ['week mon home fri home_part', { mon: usual('home'), fri: usual('home-part') }],
    ['week mon-fri=home', all],
    ['week mon..fri=home', all],
    ['week 月=在宅 火=休み 水=非番', { mon: usual('home'), tue: 'off', wed: 'off' }],
    ['曜日 月曜は在宅、金曜は時差出勤 11:00', { mon: usual('home'), fri: usual('off-peak', '11:00') }],
    ['每周 周一=居家，周二=上班', { mon: usual('home'), tue: usual('office') }],
    ['每週 週一=居家辦公 週日=不上班', { mon: usual('home'), sun: 'off' }],
  ])('%j', (text, change) => {
    expect(parse(text)).toEqual({ kind: 'week', change });
  });

  test.each<[string, Refusal]>([
    ['week blah=home', { refusal: 'unknown-weekday', values: { text: 'blah' } }],
    ['week home', { refusal: 'unknown-weekday', values: { text: 'home' } }],
    ['week mon=hone', { refusal: 'unknown-style', values: { text: 'hone', nearest: 'home' } }],
    ['week mon=home@10:00', { refusal: 'arrival-not-taken', values: { style: 'home' } }],
    ['week mon=off-peak@25:00', { refusal: 'unknown-time', values: { text: '25:00' } }],
    ['week mon', { refusal: 'missing-argument', values: { example: 'week' } }],
    ['week mon=', { refusal: 'missing-argument', values: { example: 'week' } }],
  ])('refuses %j', (text, refusal) => {
    expect(parse(text)).toEqual(refusal);
  });
});

describe('what is not understood', () => {
  const unknown = (text: string, nearest: string, example: string): Refusal => ({
    refusal: 'unknown-command',
    values: { text, nearest, example },
  });
  const unknownStyle = (text: string, style: WorkStyle): Refusal =>
    offering({ days: [], styles: [style] }, unknown(text, style, style));
  const unclear = (text: string, ...styles: WorkStyle[]): Refusal =>
    offering({ days: [], styles }, { refusal: 'unclear', values: { text } });

  test.each<[string, Refusal]>([
    [
      'hom on friday',
      offering({ days: [FRIDAY], styles: ['home'] }, unknown('hom on friday', 'home', 'home')),
    ],
    ['of peak', unknownStyle('of peak', 'off-peak')],
    ['satelite', unknownStyle('satelite', 'satellite')],
    ['hmoe', unknownStyle('hmoe', 'home')],
    ['ofice', unknownStyle('ofice', 'office')],
    ['talley', unknown('talley', 'tally', 'tally')],
    ['setpu window=1', unknown('setpu window=1', 'setup', 'setup')],
    ['在宅金務', unclear('在宅金務', 'home')],
    ['サライト', unknownStyle('サライト', 'satellite')],
    ['x', unknown('x', 'help', 'home')],
    ['.', unknown('.', 'help', 'home')],
    ['constructor', unknown('constructor', 'help', 'home')],
    ['frobnicate the widget', unknown('frobnicate the widget', 'help', 'home')],
    [`frobnicate ${'x'.repeat(100)}`, unknown(`frobnicate ${'x'.repeat(48)}…`, 'help', 'home')],
    ['days off', unknown('days off', 'days', 'days')],
    ['me and you', unknown('me and you', 'me', 'me')],
    ['poll later', unknown('poll later', 'help', 'days')],
    ['remind sometimes', unknown('remind sometimes', 'remind', 'remind')],
    ['poll', { refusal: 'missing-argument', values: { example: 'poll' } }],
    ['remind', { refusal: 'missing-argument', values: { example: 'remind' } }],
    ['language', { refusal: 'missing-argument', values: { example: 'language' } }],
    [
      'friday',
      { refusal: 'missing-argument', values: { example: 'home' }, offer: { days: [FRIDAY], styles: [] } },
    ],
    ['10:30', { refusal: 'missing-argument', values: { example: 'off-peak' } }],
    ['language klingon', { refusal: 'unknown-language', values: { text: 'klingon' } }],
    [
      'friday hone',
      {
        refusal: 'unknown-style',
        values: { text: 'hone', nearest: 'home' },
        offer: { days: [FRIDAY], styles: ['home'] },
      },
    ],
    ['Home  blah', unclear('Home blah', 'home')],
    ['home and office', unclear('home and office', 'home', 'office')],
    ['出社しない', unclear('出社しない')],
    ['clear blah', { refusal: 'unknown-date', values: { text: 'blah', example: 'clear' } }],
    [
      'who @sales @board',
      { refusal: 'unclear-question', values: { text: 'who @sales @board', example: 'who' } },
    ],
    ['home @sales', unclear('home @sales', 'home')],
    ['who 7/1..7/8', { refusal: 'one-week', values: { text: 'who 7/1..7/8', example: 'who-week' } }],
    [
      'who @sales mon..fri',
      { refusal: 'one-day', values: { text: 'who @sales mon..fri', example: 'who-group' } },
    ],
    ['tally 2/30', { refusal: 'impossible-date', values: { text: '2/30', example: 'tally' } }],
    ['off-peak 25:00', { refusal: 'unknown-time', values: { text: '25:00' } }],
    ['off-peak 1075', { refusal: 'unknown-time', values: { text: '1075' } }],
    ['off-peak 99', { refusal: 'unknown-time', values: { text: '99' } }],
    ['home-part 9:00-12:00', { refusal: 'unknown-time', values: { text: '-12:00' } }],
    ['home 10:30', { refusal: 'arrival-not-taken', values: { style: 'home' } }],
    [
      'office at 9am',
      {
        refusal: 'unclear',
        values: { text: 'office at 9am' },
        offer: { days: [], styles: ['office', 'off-peak'] },
      },
    ],
  ])('%j', (text, refusal) => {
    expect(parse(text)).toEqual(refusal);
  });

  test('a word that only begins like the prefix is not taken away', () => {
    expect(parse('/teleworkers home')).toMatchObject({ refusal: 'unclear' });
    expect(parse('home /telework')).toMatchObject({ refusal: 'unclear' });
  });
});

describe('texts that are not commands', () => {
  test('2,000 characters are read, one more is refused', () => {
    expect(parse(`home${' '.repeat(1_996)}`)).toEqual(answer('home'));
    expect(parse(`home${' '.repeat(1_997)}`)).toEqual({ refusal: 'text-too-long', values: { max: 2_000 } });
    expect(parse('😀'.repeat(2_000))).toMatchObject({ refusal: 'unknown-command' });
    expect(parse('x'.repeat(10_000))).toEqual({ refusal: 'text-too-long', values: { max: 2_000 } });
  });

  test.each(['\u0000', '\u0007', '\u000B', '\u001B', '\u007F', '\u0085'])(
    'the character %j is refused',
    (character) => {
      expect(parse(`home ${character}friday`)).toEqual({ refusal: 'text-control', values: {} });
    },
  );

  test.each(['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\uD800'])(
    'the character %j is refused in a text that is shown',
    (character) => {
      expect(parse(`drill x${character}`)).toEqual({ refusal: 'text-control', values: {} });
    },
  );

  test.each(['\u200E', '\u200F', '\u061C', '\u202D', '\u202C', '\u2066', '\u2068', '\u2069', '\u200B'])(
    'the mark %j, which comes with a copied date, is left out',
    (mark) => expect(parse(`home on ${mark}2018-07-${mark}20${mark}`)).toEqual(answer('home', FRIDAY)),
  );

  test('tabs and line breaks are white space', () => {
    expect(parse('home\ton\r\nfriday')).toEqual(answer('home', FRIDAY));
  });
});

test('the weekdays of a default week are those from Sunday to Thursday where people work so', () => {
  const week = (text: string) => parseIntent(text, { today: '2018-07-18', weekStart: 'sun', prefix: '' });
  const home = { style: 'home', arrival: null };
  const change = { sun: home, mon: home, tue: home, wed: home, thu: home };
  expect(week('week weekdays=home')).toEqual({ kind: 'week', change });
  expect(week('week mon-fri=home')).not.toEqual({ kind: 'week', change });
});

test.each([
  [
    'need-help',
    ['need help', 'I need help!', 'SOS', 'please send help', '助けて', '助けてください', '助けて！！'],
  ],
  [
    'need-help',
    ['たすけて', '救助が必要です', '救命', '救命啊', '求救', '我需要帮助', '我需要協助', '救救我'],
  ],
  ['safe', ['safe', 'I’m safe', "I'm safe", 'I am safe!', '無事です', '私は無事です', '我很安全', '我平安']],
] as const)('a person says that it is “%s” in the words of a frightened person', (state, texts) => {
  expect(texts.map((text) => [text, parse(text)])).toEqual(
    texts.map((text) => [text, { kind: 'safety-answer', day: null, state }]),
  );
});
