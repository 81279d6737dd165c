import { type Arbitrary, assert, constantFrom, property, record } from 'fast-check';
import type { IntentOf } from '../../../src/app/intent';
import { readForm } from '../../../src/app/requests/form';
import type { Field } from '../../../src/domain/card';
import { isRefusal } from '../../../src/domain/refusal';
import { applySettings } from '../../../src/domain/teams/change-settings';
import { defaultSettings, type TeamSettings } from '../../../src/domain/teams/settings';
import { present } from '../../../src/present';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { DEFAULTS } from '../../support/core';

/* A form of settings writes only what was changed in it, however old it is by then. */

const TODAY = '2018-07-24';

/** Values of each setting as forms and commands take them; the first is that of new teams. */
const VALUES = {
  window: ['07:00-10:30', '08:00-11:00', '07:00-09:30'],
  zone: ['Asia/Tokyo', 'Europe/London'],
  language: ['en', 'ja', 'zh-TW'],
  announce: ['7,prev', 'prev', 'off'],
  'announce-at': ['09:00', '10:15'],
  polls: ['telework-days', 'workdays', 'off'],
  names: ['off', 'on'],
  guests: ['off', 'on'],
  commute: ['off', '45'],
  'commute-cost': ['off', '600 JPY, 24 km car'],
  closed: ['none', '2018-08-13,2018-08-14'],
} as const;
type Values = { -readonly [Key in keyof typeof VALUES]: string };
const KEYS = Object.keys(VALUES) as (keyof Values)[];
const states = record(
  Object.fromEntries(KEYS.map((key) => [key, constantFrom<string[]>(...VALUES[key])])) as Record<
    keyof Values,
    Arbitrary<string>
  >,
);

function settingsOf(values: Partial<Values>, before: TeamSettings = defaultSettings(DEFAULTS)): TeamSettings {
  const applied = applySettings(before, values as Record<string, string>, TODAY);
  if (isRefusal(applied)) throw new Error(JSON.stringify(applied));
  return applied.settings;
}

/** The form as it is drawn, and what it sends when somebody leaves these values in it. */
function formOf(settings: TeamSettings): { form: string; send(values: Values): Record<string, string> } {
  const body = { kind: 'settings-form', team: 't1', teamName: 'Sales', settings, shared: false } as const;
  const card = present({ today: TODAY, ...body }, 'en');
  const part = card.parts.find((one) => one.kind === 'form');
  if (!part) throw new Error('there is no form');
  const shown = (field: Field) => (field.kind === 'toggle' ? (field.value ? 'on' : 'off') : field.value);
  return {
    form: part.form,
    send({ window, announce, ...values }) {
      const [from = '', until = ''] = window.split('-');
      const fields = Object.fromEntries(part.fields.map((field) => [field.name, shown(field)]));
      const lead = announce.split(',').find((each) => each !== 'prev') ?? 'off';
      const announced = { announce: lead, 'announce-day': announce.includes('prev') ? 'on' : 'off' };
      return { ...fields, from, until, ...announced, ...emptied(values) };
    },
  };
}

/** Inputs of text are empty where a setting is off. */
function emptied(values: Omit<Values, 'window' | 'announce'>): Record<string, string> {
  const empty = ['commute', 'commute-cost', 'closed'] as const;
  const texts = empty.map((key) => [key, ['off', 'none'].includes(values[key]) ? '' : values[key]]);
  return { ...values, ...Object.fromEntries(texts) };
}

function changesOf(form: string, values: Record<string, string>): Record<string, string> {
  return (readForm(form, values) as IntentOf<'setup'>).changes;
}

test('of two forms and commands at once each setting holds the last value that was chosen for it', () => {
  assert(
    property(states, states, states, (opened, chosen, commanded) => {
      const { form, send } = formOf(settingsOf(opened));
      const now = settingsOf(commanded, settingsOf(opened));
      const saved = settingsOf(changesOf(form, send(chosen)), now);
      const expected = Object.fromEntries(
        KEYS.map((key) => [key, chosen[key] === opened[key] ? commanded[key] : chosen[key]]),
      );
      expect(saved).toEqual(settingsOf(expected as Values));
    }),
    { numRuns: 60 },
  );
});

test('a form that was saved as it was opened changes nothing; one that remembers nothing writes all', () => {
  const { form, send } = formOf(settingsOf({}));
  const values = Object.fromEntries(KEYS.map((key) => [key, VALUES[key][0]])) as Values;
  expect(changesOf(form, send(values))).toEqual({});
  expect(changesOf('settings|t1', { from: '07:00', until: '10:30', names: 'on' })).toEqual({
    window: '07:00-10:30',
    names: 'on',
  });
});

describe('on the whole core', () => {
  let bot: Bot;
  const ann = aPerson('p1');
  const admin = { admin: true };
  beforeEach(async () => {
    bot = await openBot();
    await bot.team(people(2));
  });
  afterEach(() => bot.close());

  test('another administrator’s change stands; a form saved without a change says so', async () => {
    const team = await bot.store.teams.at(ORG, PLACE);
    const { form, send } = formOf(team?.settings ?? defaultSettings(DEFAULTS));
    const values = Object.fromEntries(KEYS.map((key) => [key, VALUES[key][0]])) as Values;
    const named = form.replace('|t1|', `|${team?.id}|`);
    await bot.says(aPerson('p2'), 'setup polls=workdays', admin);
    const submit = (change: Partial<Values>) =>
      bot.inbox.submit(bot.actor(ann, admin), named, { ...send(values), ...change });
    expect((await submit({ commute: '50' })).card.summary).toContain(
      'Saved. Changed: Round-trip commute time',
    );
    expect((await bot.store.teams.at(ORG, PLACE))?.settings).toMatchObject({
      polls: 'workdays',
      commuteMinutes: 50,
    });
    expect((await submit({})).card.summary).toContain('Nothing changed.');
  });

  test('a fault of the window is named by one of its two inputs', async () => {
    const { form, send } = formOf(settingsOf({}));
    const values = Object.fromEntries(KEYS.map((key) => [key, VALUES[key][0]])) as Values;
    const named = form.replace('|t1|', '|id1|');
    const reply = await bot.inbox.submit(bot.actor(ann, admin), named, { ...send(values), until: '06:00' });
    expect(reply.faults?.map(({ field }) => field)).toEqual(['until']);
  });

  test('every faulty field is named at once, with what is allowed; nothing is saved', async () => {
    const { form, send } = formOf(settingsOf({}));
    const values = Object.fromEntries(KEYS.map((key) => [key, VALUES[key][0]])) as Values;
    const reply = await bot.inbox.submit(bot.actor(ann, admin), form.replace('|t1|', '|id1|'), {
      ...send(values),
      ...{ announce: '400', 'zone-other': 'Nowhere/At all', commute: '9999', remind: '11:00', names: 'on' },
    });
    expect(reply.refused).toBe(true);
    expect(reply.faults?.map(({ field }) => field)).toEqual(['commute', 'announce', 'zone-other', 'remind']);
    const texts = reply.faults?.map(({ text }) => text).join('\n') ?? '';
    expect(texts).toContain('“400,prev” doesn’t work for “Announcements”. 1 to 60 days before');
    expect(texts).toContain(
      '“11:00” doesn’t work for “Reminders”. A share of the poll hours, a time within them',
    );
    expect(texts).not.toContain('/telework');
    for (const { text } of reply.faults ?? []) expect(reply.card.summary).toContain(text);
    expect((await bot.store.teams.at(ORG, PLACE))?.settings.names).toBe(false);
  });
});
