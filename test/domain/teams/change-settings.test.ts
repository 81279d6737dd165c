import fc from 'fast-check';
import { isRefusal, refuse } from '../../../src/domain/refusal';
import { applySettings, SETTING_EXAMPLES, SETTING_KEYS } from '../../../src/domain/teams/change-settings';
import { defaultSettings, type TeamSettings } from '../../../src/domain/teams/settings';

const TODAY = '2018-07-24';
const DEFAULTS = defaultSettings({ zone: 'Asia/Tokyo', language: 'ja', country: 'JP' });

function applied(changes: Record<string, string>, settings = DEFAULTS) {
  const result = applySettings(settings, changes, TODAY);
  if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}

function value<Field extends keyof TeamSettings>(
  field: Field,
  changes: Record<string, string>,
  settings = DEFAULTS,
): TeamSettings[Field] {
  return applied(changes, settings).settings[field];
}

describe('a new team', () => {
  it('announces a week and a workday ahead, asks from 7:00 to 10:30, reminds once, and keeps names', () => {
    expect(DEFAULTS).toEqual({
      window: { from: '07:00', until: '10:30' },
      zone: 'Asia/Tokyo',
      language: 'ja',
      country: 'JP',
      weekend: null,
      closed: [],
      open: [],
      announce: [7, 'prev'],
      announceAt: '09:00',
      remind: { share: 0.8 },
      polls: 'telework-days',
      digest: null,
      inOffice: null,
      names: false,
      guests: false,
      commuteMinutes: null,
      commuteCost: null,
      safety: false,
    });
  });
});

describe('changing settings', () => {
  it('changes all that is named, and says what is different now', () => {
    const { settings, changed } = applied({ window: '8-11', tz: 'Europe/London', names: 'on', lang: 'ja' });
    expect(settings).toEqual({
      ...DEFAULTS,
      window: { from: '08:00', until: '11:00' },
      zone: 'Europe/London',
      names: true,
    });
    expect(changed).toEqual(['window', 'tz', 'names']);
  });

  it('changes nothing when one value is wrong, wherever it stands', () => {
    const before = structuredClone(DEFAULTS);
    expect(applySettings(DEFAULTS, { names: 'on', tz: 'Mars' }, TODAY)).toMatchObject(
      refuse('unknown-zone', { text: 'Mars' }),
    );
    expect(applySettings(DEFAULTS, { tz: 'Mars', names: 'on' }, TODAY)).toMatchObject(
      refuse('unknown-zone', { text: 'Mars' }),
    );
    expect(DEFAULTS).toEqual(before);
  });

  it.each(['NAMES', 'names ', 'Ｎａｍｅｓ'])('knows the key %j', (key) => {
    expect(value('names', { [key]: 'on' })).toBe(true);
  });

  it.each([
    ['announceat', 'announceAt', '08:30'],
    ['announce_at', 'announceAt', '08:30'],
    ['timezone', 'zone', 'Europe/London'],
    ['time-zone', 'zone', 'Europe/London'],
    ['language', 'language', 'en'],
    ['reminder', 'remind', null],
  ] as const)('knows the key %j as well', (key, field, expected) => {
    const typed = { announceAt: '8:30', zone: 'europe/london', language: 'EN', remind: 'off' }[field];
    expect(value(field, { [key]: typed })).toEqual(expected);
  });

  it('names every key when one is not known', () => {
    expect(applySettings(DEFAULTS, { windwo: 'x' }, TODAY)).toMatchObject(
      refuse('unknown-setting', { text: 'windwo', nearest: '', known: { names: SETTING_KEYS } }),
    );
  });

  it.each(['__proto__', 'toString', 'constructor'])('is not fooled by the key %s', (text) => {
    const changes = Object.fromEntries([[text, 'x']]);
    expect(applySettings(DEFAULTS, changes, TODAY)).toMatchObject({
      refusal: 'unknown-setting',
      values: { text },
    });
  });

  it('takes every example as it stands', () => {
    for (const key of SETTING_KEYS) {
      expect(isRefusal(applySettings(DEFAULTS, { [key]: SETTING_EXAMPLES[key] }, TODAY))).toBe(false);
    }
    expect(isRefusal(applySettings(DEFAULTS, SETTING_EXAMPLES, TODAY))).toBe(false);
  });

  it('refuses what makes no sense, whatever it is, and never throws', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.constantFrom(...SETTING_KEYS), typed, (key, text) => {
        const result = applySettings(DEFAULTS, { [key]: text }, TODAY);
        if (!isRefusal(result)) expect(applied({ [key]: text }, result.settings).changed).toEqual([]);
      }),
    );
  });

  it('repeats only the beginning of what was typed, without controls', () => {
    const result = applySettings(DEFAULTS, { tz: `\u202e${'x'.repeat(10_000)}` }, TODAY);
    expect(result).toMatchObject(refuse('unknown-zone', { text: `${'x'.repeat(59)}…` }));
  });
});

describe('window', () => {
  it.each([
    ['07:00-10:30', '07:00', '10:30'],
    ['7-10:30', '07:00', '10:30'],
    ['7:00 – 10:30', '07:00', '10:30'],
    ['7:00〜10:30', '07:00', '10:30'],
    ['７：００～１０：３０', '07:00', '10:30'],
    ['7:00ー10:30', '07:00', '10:30'],
    ['7時〜10時半', '07:00', '10:30'],
    ['7時から10時30分', '07:00', '10:30'],
    ['7点到10点半', '07:00', '10:30'],
    ['0700-1030', '07:00', '10:30'],
    ['7am to 10:30am', '07:00', '10:30'],
    ['12am-12pm', '00:00', '12:00'],
    ['8..12', '08:00', '12:00'],
    ['0:00-23:59', '00:00', '23:59'],
  ])('%s', (text, from, until) => {
    expect(value('window', { window: text })).toEqual({ from, until });
  });

  it.each([
    ['10:30-7:00', '10:30', '07:00'],
    ['10:30-10:30', '10:30', '10:30'],
  ])('refuses %s, which ends before it begins', (window, from, until) => {
    expect(applySettings(DEFAULTS, { window }, TODAY)).toMatchObject(
      refuse('window-order', { from: { time: from }, until: { time: until } }),
    );
  });

  it.each([
    '',
    '7',
    '7:00',
    '7-',
    '-10',
    '7-8-9',
    '7:0-10',
    '25:00-26:00',
    '7:60-10',
    '24:00-25:00',
    '13pm-14pm',
    'on',
  ])('refuses %j', (window) => {
    expect(applySettings(DEFAULTS, { window }, TODAY)).toMatchObject(
      refuse('bad-setting', { key: 'window', value: window, example: '07:00-10:30' }),
    );
  });
});

describe('tz', () => {
  it.each([
    ['Europe/London', 'Europe/London'],
    ['asia/tokyo', 'Asia/Tokyo'],
    ['America/New York', 'America/New_York'],
    ['new york', 'America/New_York'],
    ['Tokyo', 'Asia/Tokyo'],
    ['UTC', 'UTC'],
  ])('%s is %s', (tz, zone) => {
    expect(value('zone', { tz })).toBe(zone);
  });

  it('asks which zone an offset means', () => {
    const tz = '+09:00';
    expect(applySettings(DEFAULTS, { tz }, TODAY)).toMatchObject(refuse('which-zone', { text: tz }));
  });

  it.each(['Asia/Edo', '', 'Nowhere', '東京駅'])('refuses %j', (tz) => {
    expect(applySettings(DEFAULTS, { tz }, TODAY)).toMatchObject(refuse('unknown-zone', { text: tz }));
  });
});

describe('lang and country', () => {
  it.each([
    ['en', 'en'],
    ['zh-tw', 'zh-TW'],
    ['zh', 'zh-CN'],
    ['Japanese', 'ja'],
    ['日本語', 'ja'],
    ['繁體中文', 'zh-TW'],
  ])('lang=%s is %s', (lang, locale) => {
    expect(value('language', { lang })).toBe(locale);
  });

  it('refuses a language it does not speak', () => {
    expect(applySettings(DEFAULTS, { lang: 'tlh' }, TODAY)).toMatchObject(
      refuse('unknown-language', { text: 'tlh' }),
    );
    expect(applySettings(DEFAULTS, { lang: '' }, TODAY)).toMatchObject(
      refuse('unknown-language', { text: '' }),
    );
  });

  it.each([
    ['gb', 'GB'],
    ['UK', 'GB'],
    ['ＵＳ', 'US'],
  ])('country=%s is %s', (country, code) => {
    expect(value('country', { country })).toBe(code);
  });

  it.each([
    ['gb-eng', 'GB-ENG'],
    ['AU NSW', 'AU-NSW'],
    ['Japan', 'JP'],
    ['日本', 'JP'],
    ['台灣', 'TW'],
    ['England', 'GB-ENG'],
    ['bayern', 'DE-BY'],
    ['uk', 'GB'],
  ])('reads the country %j as %s', (typed, country) => {
    expect(applySettings({ ...DEFAULTS, country: 'FR' }, { country: typed }, TODAY)).toMatchObject({
      settings: { country },
      changed: ['country'],
    });
  });

  it.each([
    ['fri,sat', ['fri', 'sat']],
    ['Sat and Fri', ['fri', 'sat']],
    ['金土', ['fri', 'sat']],
    ['金曜日・土曜日', ['fri', 'sat']],
    ['星期五、星期六', ['fri', 'sat']],
    ['周五周六', ['fri', 'sat']],
    ['sun', ['sun']],
    ['自動', null],
    ['auto', null],
  ])('reads the weekend %j as %j', (typed, weekend) => {
    const own = { ...DEFAULTS, weekend: ['mon' as const] };
    expect(applySettings(own, { weekend: typed }, TODAY)).toMatchObject({
      settings: { weekend },
      changed: ['weekend'],
    });
  });

  it.each(['', 'none', 'fri,xyz', 'mon tue wed thu fri sat sun', '5'])(
    'refuses the weekend %j',
    (weekend) => {
      expect(applySettings(DEFAULTS, { weekend }, TODAY)).toMatchObject({ refusal: 'bad-setting' });
    },
  );

  it.each(['XX', 'EU', 'JPN', '', 'Nowhere', 'GB-XXX'])('refuses the country %j', (country) => {
    expect(applySettings(DEFAULTS, { country }, TODAY)).toMatchObject(
      refuse('unknown-country', { text: country }),
    );
  });
});

describe('announce and announce-at', () => {
  it.each([
    ['7,prev', [7, 'prev']],
    ['prev, 7', [7, 'prev']],
    ['1 14 7', [14, 7, 1]],
    ['7、前営業日', [7, 'prev']],
    ['7,7,7', [7]],
    ['60', [60]],
    ['off', []],
    ['0', []],
    ['', []],
  ])('%j', (announce, leads) => {
    expect(value('announce', { announce })).toEqual(leads);
  });

  it.each(['61', '-7', '7.5', 'soon', '7,soon', '1,2,3,4,5,6', ','])('refuses %j', (announce) => {
    expect(applySettings(DEFAULTS, { announce }, TODAY)).toMatchObject(
      refuse('bad-setting', { key: 'announce', value: announce, example: '7,prev' }),
    );
  });

  it('takes a time', () => {
    expect(value('announceAt', { 'announce-at': '8:30' })).toBe('08:30');
    expect(applySettings(DEFAULTS, { 'announce-at': 'noon' }, TODAY)).toMatchObject(
      refuse('bad-setting', { key: 'announce-at', value: 'noon', example: '09:00' }),
    );
  });
});

describe('remind', () => {
  it.each([
    ['80%', { share: 0.8 }],
    ['８０％', { share: 0.8 }],
    ['50', { share: 0.5 }],
    ['5%', { share: 0.05 }],
    ['09:45', { time: '09:45' }],
    ['9時45分', { time: '09:45' }],
    ['off', null],
    ['なし', null],
  ])('%s', (remind, expected) => {
    expect(value('remind', { remind })).toEqual(expected);
  });

  it.each(['0%', '100%', '9', '120', '07:00', '10:30', '12:00', 'often'])('refuses %s', (remind) => {
    expect(applySettings(DEFAULTS, { remind }, TODAY)).toMatchObject(
      refuse('bad-setting', { key: 'remind', value: remind, example: '80%' }),
    );
  });

  it('must lie within the window, also when the window moves', () => {
    const reminded = applied({ remind: '09:45' }).settings;
    expect(applySettings(reminded, { window: '6:00-9:00' }, TODAY)).toMatchObject(
      refuse('bad-setting', { key: 'remind', value: '09:45', example: '80%' }),
    );
    expect(value('remind', { remind: '8:30', window: '6:00-9:00' }, reminded)).toEqual({ time: '08:30' });
    expect(value('window', { window: '6:00-9:00', remind: '8:30' }, reminded).until).toBe('09:00');
  });
});

describe('polls, names, guests and commute', () => {
  test.each([
    ...['on', 'yes', 'channel', 'はい', 'チャンネル', '频道'].map((text) => [text, 'channel'] as const),
    ...['lead', 'Private', 'me', '担当者', '負責人'].map((text) => [text, 'lead'] as const),
    ...['off', 'none', 'いいえ', '关'].map((text) => [text, null] as const),
  ])('digest=%s is %s', (digest, expected) => {
    const from: TeamSettings = { ...DEFAULTS, digest: expected === null ? 'lead' : null };
    expect(value('digest', { digest }, from)).toBe(expected);
  });

  it.each([
    ...['2..12', '2-12', '2〜12', '２～１２', '2 to 12', '2人から12人まで', '2人以上12人以下', '2至12人'].map(
      (typed) => [typed, { least: 2, most: 12 }] as const,
    ),
    ...['2..', '2+', '2人以上', '>=2', 'at least 2', '至少2人'].map(
      (typed) => [typed, { least: 2, most: null }] as const,
    ),
    ...['..12', '12人以下', 'at most 12', '<= 12 people', '最多12人'].map(
      (typed) => [typed, { least: null, most: 12 }] as const,
    ),
    ...['off', 'none', 'なし', '关'].map((typed) => [typed, null] as const),
  ])('in-office=%s is read', (typed, bounds) => {
    const from: TeamSettings = { ...DEFAULTS, inOffice: { least: 1, most: 1 } };
    expect(value('inOffice', { 'in-office': typed }, from)).toEqual(bounds);
  });

  it.each([
    ['telework-days', 'telework-days'],
    ['Telework Days', 'telework-days'],
    ['campaign', 'telework-days'],
    ['every workday', 'workdays'],
    ['workdays', 'workdays'],
    ['off', 'off'],
  ])('polls=%s is %s', (polls, expected) => {
    const from: TeamSettings = { ...DEFAULTS, polls: expected === 'off' ? 'workdays' : 'off' };
    expect(value('polls', { polls }, from)).toBe(expected);
  });

  it.each([
    ['on', true],
    ['Yes', true],
    ['オン', true],
    ['off', false],
    ['关', false],
  ])('names=%s is %s', (names, expected) => {
    expect(value('names', { names }, { ...DEFAULTS, names: !expected })).toBe(expected);
    expect(value('guests', { guests: names }, { ...DEFAULTS, guests: !expected })).toBe(expected);
  });

  it.each([
    ['60', 60],
    ['90 min', 90],
    ['60分', 60],
    ['1', 1],
    ['600', 600],
    ['off', null],
  ])('commute=%s is %s', (commute, minutes) => {
    expect(value('commuteMinutes', { commute }, { ...DEFAULTS, commuteMinutes: 45 })).toBe(minutes);
  });

  it.each([
    ['600 JPY, 24 km car', { fare: { amount: 600, currency: 'JPY' }, travel: { mode: 'car', km: 24 } }],
    ['24km by train', { fare: null, travel: { mode: 'rail', km: 24 } }],
    [
      '1,200円、１２．５km 電車',
      { fare: { amount: 1_200, currency: 'JPY' }, travel: { mode: 'rail', km: 12.5 } },
    ],
    ['£12.50', { fare: { amount: 12.5, currency: 'GBP' }, travel: null }],
    ['off', null],
  ])('commute-cost=%s is read', (typed, cost) => {
    const before = { ...DEFAULTS, commuteCost: { fare: { amount: 1, currency: 'EUR' }, travel: null } };
    expect(value('commuteCost', { 'commute-cost': typed }, before)).toEqual(cost);
  });

  it.each([
    ['commute-cost', '600', '600 JPY, 24 km car'],
    ['commute-cost', '-600 JPY', '600 JPY, 24 km car'],
    ['commute-cost', '600 JPY, 700 JPY', '600 JPY, 24 km car'],
    ['commute-cost', '9999 km car', '600 JPY, 24 km car'],
    ['polls', 'sometimes', 'telework-days'],
    ['digest', 'weekly', 'on'],
    ['in-office', '12', '2..12'],
    ['in-office', '12..2', '2..12'],
    ['in-office', '2..99999', '2..12'],
    ['in-office', '-2..5', '2..12'],
    ['in-office', 'some', '2..12'],
    ['names', '', 'on'],
    ['guests', 'some', 'off'],
    ['commute', '601', '60'],
    ['commute', '1.5', '60'],
    ['commute', '-5', '60'],
    ['commute', 'an hour', '60'],
  ])('refuses %s=%s', (key, typed, example) => {
    expect(applySettings(DEFAULTS, { [key]: typed }, TODAY)).toMatchObject(
      refuse('bad-setting', { key, value: typed, example }),
    );
  });
});

describe('closed and open', () => {
  const obon: TeamSettings = { ...DEFAULTS, closed: ['2018-08-13', '2018-08-14'], open: ['2018-08-11'] };

  it.each([
    ['2018-12-29', ['2018-12-29']],
    ['2018-12-31, 2018-12-29', ['2018-12-29', '2018-12-31']],
    ['2018-12-29..2018-12-31', ['2018-12-29', '2018-12-30', '2018-12-31']],
    ['+2018-08-15', ['2018-08-13', '2018-08-14', '2018-08-15']],
    ['+2018-08-13', ['2018-08-13', '2018-08-14']],
    ['-2018-08-13', ['2018-08-14']],
    ['-2018-08-13 +2018-08-15..2018-08-16', ['2018-08-14', '2018-08-15', '2018-08-16']],
    ['-2018-01-01', ['2018-08-13', '2018-08-14']],
    ['2018-8-13', ['2018-08-13']],
    ['13 Aug 2018, 14 Aug', ['2018-08-13', '2018-08-14']],
    ['8/13-15', ['2018-08-13', '2018-08-14', '2018-08-15']],
    ['8月13日〜15日', ['2018-08-13', '2018-08-14', '2018-08-15']],
    ['12/31、1/1', ['2018-12-31', '2019-01-01']],
    ['2018-08-15 2018-08-16', ['2018-08-15', '2018-08-16']],
    ['2018-08-15 - 2018-08-16', ['2018-08-15', '2018-08-16']],
    ['+15 August, -8/13', ['2018-08-14', '2018-08-15']],
    ['none', []],
    ['', []],
  ])('closed=%s', (closed, days) => {
    expect(value('closed', { closed }, obon)).toEqual(days);
  });

  it('a day put into one list leaves the other', () => {
    const { settings, changed } = applied({ closed: '+2018-08-11' }, obon);
    expect([settings.closed, settings.open]).toEqual([['2018-08-11', '2018-08-13', '2018-08-14'], []]);
    expect(changed).toEqual(['closed', 'open']);
    expect(value('closed', { open: '+2018-08-14' }, obon)).toEqual(['2018-08-13']);
    const both = applied({ closed: '+2018-08-11', open: '+2018-08-14,+2018-08-18' }, obon).settings;
    expect([both.closed, both.open]).toEqual([
      ['2018-08-11', '2018-08-13'],
      ['2018-08-14', '2018-08-18'],
    ]);
  });

  it.each([
    ['2018-02-30', refuse('impossible-date', { text: '2018-02-30' })],
    ['February 30', refuse('impossible-date', { text: 'February 30' })],
    ['2018-02-28..2018-02-30', refuse('impossible-date', { text: '2018-02-28..2018-02-30' })],
    [
      '2018-08-15..2018-08-13',
      refuse('reversed-days', { from: { day: '2018-08-15' }, until: { day: '2018-08-13' } }),
    ],
    ['2018-01-01..2019-12-31', refuse('too-many-days', { max: 366 })],
    ['0001-01-01..9999-12-31', refuse('too-many-days', { max: 366 })],
  ])('refuses %s', (open, refusal) => {
    const named = { ...refusal, values: { ...refusal.values, key: 'open' } };
    expect(applySettings(DEFAULTS, { open }, TODAY)).toMatchObject(named);
  });

  it.each(['soon', '+2018-08-13,2018-08-14', '2018-08-13 soon', ',', '2018-08-13..', '+'])(
    'refuses %j',
    (open) => {
      expect(applySettings(DEFAULTS, { open }, TODAY)).toMatchObject(
        refuse('bad-setting', { key: 'open', value: open, example: '+2018-08-11' }),
      );
    },
  );
});
