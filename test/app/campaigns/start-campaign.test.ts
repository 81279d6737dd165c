import type { Reply } from '../../../src/ports/inbox';
import { aPerson, type Bot, ORG, openBot } from '../../support/bot';

const ann = aPerson('ann');

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-25T12:00:00+09:00');
  await bot.team([ann]);
});
afterEach(() => bot.close());

test('a campaign started by form keeps its core day and its target', async () => {
  const values = {
    title: 'Summer',
    from: '2018-08-06',
    until: '2018-08-08',
    core: '2018-08-07',
    target: '30%',
  };
  const reply = await bot.inbox.submit(bot.actor(ann, { admin: true }), 'campaign', values);
  expect(reply.refused).toBe(false);
  expect(await bot.store.campaigns.list(ORG)).toMatchObject([
    {
      name: 'Summer',
      target: 0.3,
      days: [
        { day: '2018-08-06', core: false },
        { day: '2018-08-07', core: true },
        { day: '2018-08-08', core: false },
      ],
    },
  ]);
});

const admin = { admin: true };
const say = (line: string) => bot.says(ann, line, admin);

/** Presses the button of the preview. */
const start = (preset: string) => bot.presses(ann, `campaign-use|${preset}|start`, admin);

function press({ card }: Reply, label: string): Promise<Reply> {
  const all = card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  const choice = all.find((one) => one.label === label);
  if (!choice) throw new Error(`no button ${label}: ${card.summary}`);
  return bot.inbox.press(bot.actor(ann, admin), choice.action);
}

async function onlyCampaign() {
  const [only] = await bot.store.campaigns.list(ORG);
  return only;
}

test('what was started says its days, weekdays, what is over and what cannot be met, and is taken back', async () => {
  await bot.at('2018-07-27T06:00:00+09:00');
  const started = await start('telework-days-2018');
  for (const text of [
    'Fri 27 July, 1 day',
    '4 days are over',
    'Only one day is left.',
    'You asked for telework on 2 days, but the campaign has one day.',
  ])
    expect(started.card.summary).toContain(text);
  expect((await start('telework-days-2018')).card.summary).toContain('Already running');
  expect((await press(started, 'Undo')).card.summary).toContain('Campaign ended: Telework Days 2018');
  expect((await say('campaign list')).card.summary).not.toContain('ended early');
  const again = await press(started, 'Undo');
  expect(again.refused).toBe(true);
});

test('a campaign on one weekday says so, and one with a gap names its parts', async () => {
  expect((await say('campaign use every-week')).card.summary).toContain('26 days, always Wednesday');
  const rehearsal = (await say('campaign use london-2012')).card.summary;
  expect(rehearsal).toContain('Fri 3 August – Fri 17 August, Wed 5 September – Fri 14 September, 19 days');
  expect(rehearsal).toContain('Skipped: Sat 11 August');
});

test('a change is taken back as long as nothing else was changed, and days that are over stay', async () => {
  await say('campaign new "Summer" 2018-08-06..2018-08-10 core=2018-08-07');
  const before = await onlyCampaign();
  const set = await say('campaign set days=6-8 Aug hours=08:00-10:00 headcount=500');
  expect(set.card.summary).toContain(
    'No longer Telework Days of this campaign: Thu 9 August and Fri 10 August.',
  );
  expect(set.card.summary).toContain('the new poll hours');
  const counted = await say('campaign headcount 600');
  expect((await press(set, 'Undo')).refused).toBe(true);
  expect((await press(counted, 'Undo')).card.summary).toContain('500 people');
  const again = await say('campaign set days=6-8 Aug hours=08:00-10:00 headcount=500');
  expect(again.card.summary).toContain('Nothing changed');
  const added = await say('campaign add-day 2018-08-20');
  await bot.at('2018-08-07T12:00:00+09:00');
  await press(added, 'Undo');
  expect((await onlyCampaign())?.days.map(({ day }) => day)).toEqual([
    '2018-08-06',
    '2018-08-07',
    '2018-08-08',
  ]);
  expect(before?.days).toHaveLength(5);
});

test('the form holds what a campaign asks, changes what is changed in it, and names every fault at its input', async () => {
  await say('campaign new "夏のテレワーク" 2018-08-06..2018-08-10 core=2018-08-07');
  const { card } = await say('campaign set');
  const form = card.parts.find((part) => part.kind === 'form');
  if (form?.kind !== 'form') throw new Error(card.summary);
  expect(form.form.length).toBeLessThanOrEqual(255);
  const shown = Object.fromEntries(
    form.fields.map((one) => [one.name, one.kind === 'toggle' ? (one.value ? 'on' : 'off') : one.value]),
  );
  expect(shown).toMatchObject({
    days: '2018-08-06..2018-08-10',
    core: '2018-08-07',
    target: '',
    supporting: 'off',
  });
  const send = (values: Record<string, string>) =>
    bot.inbox.submit(bot.actor(ann, admin), form.form, { ...shown, ...values });
  const faulty = await send({
    target: '130%',
    from: '10:30',
    until: '07:00',
    headcount: 'many',
    'minimum-days': '9',
  });
  expect(faulty.faults?.map(({ field }) => field)).toEqual(['target', 'headcount', 'until']);
  const impossible = await send({ 'minimum-days': '9', core: '', 'minimum-core-people': '50' });
  expect(impossible.faults?.map(({ field }) => field)).toEqual(['core', 'minimum-days']);
  const others = { days: '2018-08-06..2018-08-08', from: '08:00', until: '10:00', category: 'special' };
  expect((await send({ ...others, baseline: '2018-07-09..2018-07-13' })).refused).toBe(false);
  expect(await onlyCampaign()).toMatchObject({
    days: [{ core: false }, { day: '2018-08-07', core: true }, { day: '2018-08-08' }],
    terms: {
      window: { from: '08:00', until: '10:00' },
      category: 'special',
      baseline: { from: '2018-07-09', until: '2018-07-13' },
    },
  });
  expect((await send({})).card.summary).toContain('Nothing changed');
});

test.each([
  ['telework-week', 'Telework Week 2018-07-30'],
  ['テレワーク・デイズ2108', 'Telework Days 2018'],
  ['远程办公周2019', 'Telework Days 2018'],
])(
  '%j is like a name, and is answered with it and with buttons of those that there are',
  async (text, near) => {
    const { card, refused } = await say(`campaign use ${text}`);
    expect(refused).toBe(true);
    expect(card.summary).toContain(near);
    expect(card.summary).not.toContain('telework-days-2018');
    const choices = card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
    expect(choices).toHaveLength(11);
    const pressed = await bot.inbox.press(bot.actor(ann, admin), choices[0]?.action ?? '');
    expect(pressed.card.summary).toContain('Preview: Telework Week 2018-07-30');
  },
);

test('campaigns are called by their names in the language of the reader', async () => {
  await start('telework-days-2018');
  await start('telework-month');
  const ja = { ...ann, locale: 'ja' as const };
  const saysIt = async (line: string) => (await bot.says(ja, line, admin)).card.summary;
  for (const line of [
    'effects',
    'campaign set target=50%',
    'campaign report',
    'campaign figures',
    'campaign',
    'activity',
  ])
    expect([line, await saysIt(line)]).toEqual([
      line,
      expect.not.stringMatching(/Telework (Days|Month) 2018(?!")/),
    ]);
});

test('a survey is chosen in a form', async () => {
  const { card } = await bot.inbox.press(bot.actor(ann, admin), 'survey-form');
  expect(card.parts.some((part) => part.kind === 'form')).toBe(true);
  const send = (preset: string) =>
    bot.inbox.submit(bot.actor(ann, admin), 'survey', { preset, moment: 'campaign' });
  expect((await send('o2')).card.summary).toContain('asked after the last day');
  expect(await bot.store.surveys.chosen(ORG)).toMatchObject({ preset: 'o2', moment: 'campaign' });
  expect((await send('')).card.summary).toContain('so I don’t ask anyone');
});
