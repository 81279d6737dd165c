import { encodeForm, readForm } from '../../../src/app/requests/form';

test.each([
  [{ kind: 'week-form' } as const, 'week'],
  [{ kind: 'campaign-form' } as const, 'campaign'],
  [{ kind: 'settings-form', team: 't1' } as const, 'settings|t1'],
  [{ kind: 'settings-form' } as const, 'settings|'],
])('the name of a form: %j', (form, name) => {
  expect(encodeForm(form)).toBe(name);
});

describe('a week', () => {
  test('is read day by day, and a day left empty is in no week', () => {
    const values = { mon: 'home', tue: 'off', wed: 'home-part@13:00', thu: '', sat: 'office' };
    expect(readForm('week', values)).toEqual({
      kind: 'save-week',
      week: {
        mon: { style: 'home', arrival: null },
        tue: 'off',
        wed: { style: 'home-part', arrival: '13:00' },
        sat: { style: 'office', arrival: null },
      },
    });
  });

  test.each(['flying', 'home@', 'home@25:00'])('with %j is refused, and names the day', (fri) => {
    expect(readForm('week', { mon: 'home', fri })).toEqual({
      refusal: 'bad-form',
      values: { field: 'fri' },
    });
  });
});

describe('a campaign', () => {
  const values = { title: 'Summer', from: '2018-08-06', until: '2018-08-10' };
  const days = { from: '2018-08-06', until: '2018-08-10' };

  test('has its core day and its target, where they are given', () => {
    expect(readForm('campaign', { ...values, core: '2018-08-07', target: '30%' })).toEqual({
      kind: 'campaign-new',
      title: 'Summer',
      days,
      core: ['2018-08-07'],
      target: '30%',
    });
    for (const empty of [values, { ...values, core: '', target: '' }])
      expect(readForm('campaign', empty)).toMatchObject({ days, core: [], target: null });
  });

  test('may be of one day', () => {
    const oneDay = { ...values, until: values.from };
    expect(readForm('campaign', oneDay)).toMatchObject({ kind: 'campaign-new' });
  });

  test.each([
    ['from', { ...values, from: '' }, 'bad-form', { field: 'from' }],
    ['until', { ...values, until: '' }, 'bad-form', { field: 'until' }],
    ['from', { ...values, from: '2018-02-30' }, 'impossible-date', { text: '2018-02-30' }],
    ['until', { ...values, until: '2018-08-32' }, 'impossible-date', { text: '2018-08-32' }],
    ['core', { ...values, core: 'Tuesday' }, 'impossible-date', { text: 'Tuesday' }],
    [
      'order',
      { ...values, until: '2018-08-05' },
      'reversed-days',
      { from: { day: '2018-08-06' }, until: { day: '2018-08-05' } },
    ],
  ])('is refused by its %s: %j', (_field, wrong, refusal, named) => {
    expect(readForm('campaign', wrong)).toEqual({ refusal, values: named });
  });
});

test.each([
  [{ announce: '7', 'announce-day': 'on' }, { announce: '7,prev' }],
  [{ announce: 'off', 'announce-day': 'true' }, { announce: 'prev' }],
  [{ announce: 'off', 'announce-day': 'off' }, { announce: 'off' }],
  [{ announce: '14,7', 'announce-day': 'off' }, { announce: '14,7' }],
  [{ announce: '7,prev' }, { announce: '7,prev' }],
  [{ zone: 'Asia/Tokyo', 'zone-other': ' ' }, { zone: 'Asia/Tokyo' }],
  [{ zone: 'Asia/Tokyo', 'zone-other': 'Kathmandu' }, { zone: 'Kathmandu' }],
  [{ 'zone-other': 'Kathmandu' }, { zone: 'Kathmandu' }],
  [{ country: 'JP', 'country-other': 'GB-ENG' }, { country: 'GB-ENG' }],
  [{ country: 'JP', 'country-other': '' }, { country: 'JP' }],
])('what the form asks in two fields is one setting: %j', (values, changes) => {
  expect(readForm('settings|t1', values)).toEqual({ kind: 'setup', team: 't1', changes });
});

test('settings are handed on as they were typed, the window as one of them', () => {
  const window = { from: '07:00', until: '10:30' };
  expect(readForm('settings|t1', { ...window, names: 'on' })).toEqual({
    kind: 'setup',
    team: 't1',
    changes: { window: '07:00-10:30', names: 'on' },
  });
  expect(readForm('settings|', { names: 'on' })).toEqual({
    kind: 'setup',
    team: '',
    changes: { names: 'on' },
  });
  expect(readForm('settings', { from: '07:00' })).toEqual({ kind: 'setup', team: '', changes: {} });
});

test('an unknown form is refused', () => {
  expect(readForm('nonsense', {})).toMatchObject({ refusal: 'unknown-button' });
});
