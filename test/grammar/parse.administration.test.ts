import type { Intent } from '../../src/app/intent';
import type { Refusal } from '../../src/domain/refusal';
import { SETTING_KEYS } from '../../src/domain/teams/change-settings';
import { parseIntent } from '../../src/grammar/parse';

const parse = (text: string) => parseIntent(text, { today: '2018-07-18', prefix: '/telework' });
const missing = (example: string): Refusal => ({
  refusal: 'missing-argument',
  values: { example },
});
const unknownSetting = (text: string, nearest: string): Refusal => ({
  refusal: 'unknown-setting',
  values: { text, nearest, known: { names: SETTING_KEYS } },
});

describe('setup', () => {
  test.each<[string, Record<string, string>]>([
    ['setup', {}],
    ['Settings', {}],
    ['setup window=7:00-10:30', { window: '7:00-10:30' }],
    ['setup Window = 7:00-10:30 TZ=Asia/Tokyo', { window: '7:00-10:30', tz: 'Asia/Tokyo' }],
    ['setup timezone=Asia/Tokyo language=日本語', { tz: 'Asia/Tokyo', lang: '日本語' }],
    ['setup Time_Zone=Asia/Tokyo', { tz: 'Asia/Tokyo' }],
    ['setup announceat=9:00 announce-at=10:00', { 'announce-at': '10:00' }],
    ['setup announce=7,prev', { announce: '7,prev' }],
    ['setup announce=7, prev remind=80%', { announce: '7, prev', remind: '80%' }],
    ['setup closed=2026-12-31 Year end names=on', { closed: '2026-12-31 Year end', names: 'on' }],
    ['setup closed="2026-12-31 A=B" open=“x”', { closed: '2026-12-31 A=B', open: 'x' }],
    ['setup ｗｉｎｄｏｗ＝７：００-１０：３０', { window: '７：００-１０：３０' }],
    ['setup lang=「日本語」 country=『JP』', { lang: '日本語', country: 'JP' }],
    ['設定 言語=日本語', { lang: '日本語' }],
    [
      'setup window=a tz=b lang=c country=d announce=e announce-at=f remind=g polls=h',
      {
        window: 'a',
        tz: 'b',
        lang: 'c',
        country: 'd',
        announce: 'e',
        'announce-at': 'f',
        remind: 'g',
        polls: 'h',
      },
    ],
    [
      'setup names=a guests=b commute=c closed=d open=e',
      { names: 'a', guests: 'b', commute: 'c', closed: 'd', open: 'e' },
    ],
  ])('%j', (text, changes) => {
    expect(parse(text)).toEqual({ kind: 'setup', changes });
  });

  test.each<[string, Refusal]>([
    ['setup wndow=7', unknownSetting('wndow', 'window')],
    ['setup zones=7', unknownSetting('zones', 'tz')],
    ['setup nams', unknownSetting('nams', 'names')],
    ['setup foo=bar', unknownSetting('foo', '')],
    ['setup ほげ=1', unknownSetting('ほげ', '')],
    [
      'setup __proto__=x',
      { refusal: 'unknown-setting', values: expect.objectContaining({ text: '__proto__' }) },
    ],
    ['setup window', missing('setup')],
  ])('refuses %j', (text, refusal) => {
    expect(parse(text)).toEqual(refusal);
  });
});

describe('campaign', () => {
  const days = { from: '2018-07-23', until: '2018-07-27' };
  const started = (title: string, core: string[], target: string | null = null): Intent => ({
    kind: 'campaign-new',
    title,
    days,
    core,
    target,
  });

  test.each<[string, Intent]>([
    ['campaign', { kind: 'campaign-list' }],
    ['campaigns list', { kind: 'campaign-list' }],
    ['campaign new', { kind: 'campaign-form' }],
    ['campaign use', { kind: 'campaign-list' }],
    [
      'campaign use telework-days-2018',
      { kind: 'campaign-use', preset: 'telework-days-2018', preview: true },
    ],
    [
      'campaign use Telework Days 2018',
      { kind: 'campaign-use', preset: 'Telework Days 2018', preview: true },
    ],
    [
      'campaign new "Telework Days 2018" 2018-07-23..2018-07-27 core=2018-07-24 target=60%',
      started('Telework Days 2018', ['2018-07-24'], '60%'),
    ],
    ['campaign new “夏” 7/23〜7/27 core=7/24,7/26', started('夏', ['2018-07-24', '2018-07-26'])],
    ['campaign new 「夏 の」 7月23日～27日 core=7月24日', started('夏 の', ['2018-07-24'])],
    ["campaign new 'Summer days' from 7/23 to 7/27", started('Summer days', [])],
    [
      'campaign new Summer days 23–27 July 2018 core = 24 July 2018 target = 50 %',
      started('Summer days', ['2018-07-24'], '50 %'),
    ],
    ['campaign new Days 2018 23 July..27 July 2018', started('Days 2018', [])],
    ['campaign new 2018-07-23..2018-07-27 "After  the\ndays"', started('After the days', [])],
    ['campaign new "X" 7/23..7/27 core=7/20', started('X', ['2018-07-20'])],
    [
      'campaign new "One day" 2017-07-24',
      { ...started('One day', []), days: { from: '2017-07-24', until: '2017-07-24' } } as Intent,
    ],
    ['campaign add-day 7/30', { kind: 'campaign-add-day', day: '2018-07-30', core: false, campaign: null }],
    [
      'campaign add day 30 July core Summer days',
      { kind: 'campaign-add-day', day: '2018-07-30', core: true, campaign: 'Summer days' },
    ],
    [
      'campaign add_day 2018-07-30 "core"',
      { kind: 'campaign-add-day', day: '2018-07-30', core: false, campaign: 'core' },
    ],
    [
      'campaign remove-day July 30, 2018 "Summer days"',
      { kind: 'campaign-remove-day', day: '2018-07-30', campaign: 'Summer days' },
    ],
    ['campaign end', { kind: 'campaign-end', campaign: null }],
    ['campaign end "Summer days"', { kind: 'campaign-end', campaign: 'Summer days' }],
    ['campaign end Summer days', { kind: 'campaign-end', campaign: 'Summer days' }],
  ])('%j', (text, command) => {
    expect(parse(text)).toEqual(command);
  });

  test.each<[string, Refusal]>([
    ['campaign new "X"', missing('new')],
    ['campaign new "" 7/23', missing('new')],
    ['campaign new 7/23..7/27', missing('new')],
    ['campaign add-day', missing('add-day')],
    ['campaign remove-day "X"', missing('remove-day')],
    ['campaign new Summer', { refusal: 'unknown-date', values: { text: 'Summer', example: 'new' } }],
    [
      'campaign new "X" 2026-02-30',
      { refusal: 'impossible-date', values: { text: '2026-02-30', example: 'new' } },
    ],
    [
      'campaign new X 2026-02-30',
      { refusal: 'impossible-date', values: { text: '2026-02-30', example: 'new' } },
    ],
    [
      'campaign new "X" 2018-07-27..2018-07-23',
      {
        refusal: 'reversed-days',
        values: { from: { day: '2018-07-27' }, until: { day: '2018-07-23' }, example: 'new' },
      },
    ],
    [
      'campaign new "X" 2018-01-01..2019-01-02',
      { refusal: 'too-many-days', values: { max: 366, example: 'new' } },
    ],
    [
      'campaign new "X" 7/23..7/27 core=blah',
      { refusal: 'unknown-date', values: { text: 'blah', example: 'new' } },
    ],
    [
      'campaign new "X" 7/23..7/27 cor=7/24',
      {
        refusal: 'unknown-setting',
        values: { text: 'cor', nearest: 'core', known: { names: ['core', 'target'] }, example: 'new' },
      },
    ],
    ['campaign add-day blah', { refusal: 'unknown-date', values: { text: 'blah', example: 'add-day' } }],
    [
      'campaign add-day 7/23..7/24',
      { refusal: 'unknown-date', values: { text: '7/23..7/24', example: 'add-day' } },
    ],
    [
      'campaign ned',
      {
        refusal: 'unknown-command',
        values: { text: 'campaign ned', nearest: 'campaign new', example: 'new' },
      },
    ],
    [
      'campaign list x',
      {
        refusal: 'unknown-command',
        values: { text: 'campaign list x', nearest: 'campaign list', example: 'campaign' },
      },
    ],
    ...(
      [
        ['us', 'use'],
        ['nw', 'new'],
        ['add-dya', 'add-day'],
        ['remove-dya', 'remove-day'],
      ] as const
    ).map(([typed, meant]): [string, Refusal] => [
      `campaign ${typed}`,
      {
        refusal: 'unknown-command',
        values: { text: `campaign ${typed}`, nearest: `campaign ${meant}`, example: meant },
      },
    ]),
    ...(['edn', 'figurse'] as const).map((typed): [string, Refusal] => [
      `campaign ${typed}`,
      { refusal: 'unknown-command', values: expect.objectContaining({ example: 'campaign' }) },
    ]),
    [`campaign new "${'x'.repeat(201)}" 7/23`, { refusal: 'text-too-long', values: { max: 200 } }],
    [`campaign end ${'x'.repeat(201)}`, { refusal: 'text-too-long', values: { max: 200 } }],
  ])('refuses %j', (text, refusal) => {
    expect(parse(text)).toEqual(refusal);
  });
});

describe('drill', () => {
  test.each([
    ['drill', ''],
    ['Drill Typhoon 12, stay home!', 'Typhoon 12, stay home!'],
    ['drill "Typhoon"', 'Typhoon'],
    ['drill "Typhoon" and snow', '"Typhoon" and snow'],
    ['drill   snow \n tonight ', 'snow tonight'],
    ['訓練 台風のため', '台風のため'],
    ['演练 暴雪', '暴雪'],
    [`drill ${'雪'.repeat(80)}`, '雪'.repeat(80)],
  ])('%j', (text, reason) => {
    expect(parse(text)).toEqual({ kind: 'drill', reason, openFor: null });
  });

  test.each([
    ['emergency tomorrow', 'tomorrow'],
    ['emergency typhoon, tomorrow', 'tomorrow'],
    ['drill on 24 July', '24 July'],
    ['drill friday earthquake', 'friday'],
    ['drill next week', 'next week'],
    ['訓練 明日', '明日'],
    ['訓練 明日、地震', '明日'],
    ['演练 明天 地震', '明天'],
    ['演練 7月24日', '7月24日'],
  ])('%j is of another day, and begins nothing today', (text, day) => {
    expect(parse(text)).toEqual({ refusal: 'begins-today', values: { text: day } });
  });

  test.each([
    ['drill today', 'today'],
    ['drill "typhoon tomorrow"', 'typhoon tomorrow'],
    ['drill snow since yesterday', 'snow since yesterday'],
    ['drill typhoon until friday', 'typhoon until friday'],
    ['drill Typhoon No. 14', 'Typhoon No. 14'],
    ['drill line 16', 'line 16'],
    ['訓練 台風10号', '台風10号'],
    ['訓練 明日の台風に備えて', '明日の台風に備えて'],
    ['訓練 本日 地震', '本日 地震'],
  ])('%j begins today, for that reason', (text, reason) => {
    expect(parse(text)).toEqual({ kind: 'drill', reason, openFor: null });
  });

  test('a reason of 81 characters is refused', () => {
    expect(parse(`drill ${'雪'.repeat(81)}`)).toEqual({ refusal: 'text-too-long', values: { max: 80 } });
  });
});

describe('a sentence about campaigns or the survey is read in the order in which people say it', () => {
  const list: Intent = { kind: 'campaign-list' };
  const show: Intent = { kind: 'campaign-show', campaign: null };
  const tally = (campaign: string | null): Intent => ({ kind: 'tally', of: { campaign } });
  const results: Intent = { kind: 'survey-results' };

  test.each<[Intent, string[]]>([
    [
      list,
      [
        ...['campaigns', 'list campaigns', 'Show me the campaigns, please', 'which campaigns are there?'],
        ...['upcoming campaigns', 'キャンペーン一覧', 'キャンペーンの一覧を見せてください', '取り組み一覧'],
        ...[
          'キャンペーンを見せて',
          '活动列表',
          '有哪些活动?',
          '查看活动列表',
          '活動一覽',
          '活動清單',
          '查看活動',
        ],
      ],
    ],
    [
      show,
      [
        'campaign status',
        'show the campaign',
        'キャンペーンの進捗は?',
        '取り組みの状況',
        '活动进展',
        '活動的進度',
      ],
    ],
    [
      tally(null),
      ['tally campaign', 'tally of the campaign', 'campaign results', 'キャンペーンの集計', '取り組みの結果'],
    ],
    [
      tally('Summer'),
      [
        'tally campaign Summer',
        'tally for the campaign "Summer"',
        'campaign tally Summer',
        '集計 キャンペーン Summer',
      ],
    ],
    [tally('夏'), ['キャンペーン「夏」の集計', '「夏」のキャンペーンの結果']],
    [{ kind: 'campaign-show', campaign: '夏' }, ['キャンペーン「夏」の進捗']],
    [{ kind: 'campaign-report', campaign: null }, ['取り組みの最終報告', '活动报告']],
    [{ kind: 'campaign-form' }, ['new campaign', 'create a campaign', 'キャンペーンの作成']],
    [{ kind: 'campaign-import-form' }, ['import a campaign', 'キャンペーンの取り込み']],
    [
      { kind: 'campaign-use', preset: 'telework-month', preview: true },
      ['start campaign telework-month', 'use the campaign telework-month'],
    ],
    [{ kind: 'campaign-end', campaign: 'Summer' }, ['end the campaign "Summer"', 'end campaign Summer']],
    [{ kind: 'effects', campaign: null }, ['effects of the campaign', 'campaign effects']],
    [results, ['results of the survey', 'アンケートの結果', 'アンケート結果', '问卷结果', '問卷結果']],
  ])('%j', (intent, texts) => {
    for (const text of texts) expect([text, parse(text)]).toEqual([text, intent]);
  });

  test.each([
    'end campaign?',
    'does the campaign end?',
    'キャンペーンを終了',
    'キャンペーンの終了は?',
    '活动结束了吗',
  ])('%j ends nothing', (text) => {
    expect(parse(text)).not.toHaveProperty('kind', 'campaign-end');
  });

  test('a campaign may be called like one of these words', () => {
    expect(parse('campaign "status"')).toEqual({ kind: 'campaign-show', campaign: 'status' });
    expect(parse('tally "campaign"')).toEqual(tally('campaign'));
  });
});
