import { encodeButton } from '../../../src/app/requests/button';
import type { Campaign } from '../../../src/domain/campaigns/campaign';
import type { Reply } from '../../../src/ports/inbox';
import { type ActorChange, aPerson, type Bot, ORG, openBot } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* What an administrator is told about campaigns that are over, that come late, or that could be several. */

const ann = aPerson('ann');
const admin: ActorChange = { admin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-25T12:00:00+09:00');
  await bot.team([ann]);
});
afterEach(() => bot.close());

function say(line: string): Promise<Reply> {
  return bot.says(ann, line, admin);
}

/** Presses the button of the preview. */
const start = (preset: string) => bot.presses(ann, encodeButton({ kind: 'campaign-use', preset }), admin);

async function keep(...campaigns: Campaign[]): Promise<void> {
  for (const campaign of campaigns) await bot.store.campaigns.save(campaign);
}

async function daysOf(id: string): Promise<string[] | undefined> {
  const campaign = await bot.store.campaigns.get(ORG, id);
  return campaign?.days.map(({ day }) => day);
}

test.each([
  ['campaign new "Old" 2017-01-09..2017-01-13', 'campaign new'],
  ['campaign add-day 2018-07-20', 'campaign add-day'],
])('%j is refused: its days are over', async (line, example) => {
  const running = aCampaign(['2018-07-24', '2018-07-26']);
  await keep(running);
  const { card, refused } = await say(line);
  expect(refused).toBe(true);
  expect(card.summary).toContain('Pick today or a later day.');
  expect(card.summary).toContain(`/telework ${example}`);
  expect(await bot.store.campaigns.list(ORG)).toEqual([running]);
});

test('a campaign begun late has the days that are left, and says what comes next', async () => {
  const { card, refused } = await start('telework-days-2018');
  expect(refused).toBe(false);
  expect(await daysOf('telework-days-2018-2018-07-23')).toEqual(['2018-07-25', '2018-07-26', '2018-07-27']);
  expect(card.summary).toContain('I’ll announce and poll each day');
  expect(card.summary).not.toContain('Left out');
});

test('an example of a day to add is a working day that it does not have', async () => {
  await bot.at('2018-07-13T12:00:00+09:00');
  await keep(aCampaign(['2018-07-24']));
  // Monday 16 July is Marine Day.
  expect((await say('campaign add-day 2018-07-18')).card.summary).toContain('“campaign add-day 2018-07-17”');
  const { card, refused } = await say('campaign add-day 2018-07-16');
  expect(refused).toBe(true);
  expect(card.summary).toContain('/telework campaign add-day 2018-07-17');
  expect((await say('campaign add-day 2018-07-17')).card.summary).toContain('“campaign add-day 2018-07-19”');
});

test('a rehearsal put off by a holiday is listed with its own days', async () => {
  await bot.at('2018-07-12T12:00:00+09:00');
  expect((await say('campaign list')).card.summary).toContain(
    'Telework Day 2017: held Mon 24 July 2017 · now Mon 23 July',
  );
});

test('of a campaign whose last coming day is taken away nothing is promised', async () => {
  await keep(aCampaign(['2018-07-24', '2018-07-27']));
  const { card, refused } = await say('campaign remove-day 2018-07-27');
  expect(refused).toBe(false);
  expect(card.summary).not.toContain('I’ll announce and poll each day');
});

test('a campaign that was ended and begins again keeps the days that took place', async () => {
  const id = 'telework-days-2018-2018-07-23';
  await keep(aCampaign(['2018-07-23', '2018-07-24'], ['2018-07-24'], { id, ended: true }));
  expect((await start('telework-days-2018')).refused).toBe(false);
  expect(await daysOf(id)).toEqual(['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27']);
});

test('ready-made campaigns are offered, those of the past for a rehearsal', async () => {
  const { summary } = (await say('campaign list')).card;
  expect(summary).toContain('Telework Days 2018');
  expect(summary).toContain('Telework Days 2019');
  expect(summary).toContain('Telework Day 2017: held Mon 24 July 2017 · now Mon 30 July');
});

test.each([
  ['ended', aCampaign(['2018-07-24'], [], { ended: true }), 'was ended, so it can’t be changed'],
  ['over', aCampaign(['2018-07-23', '2018-07-24']), 'are over, so there’s nothing left to change'],
])('a campaign that is %s cannot be ended, by name or without', async (_state, campaign, named) => {
  await keep(campaign);
  for (const [line, text] of [
    ['campaign end', 'There’s no campaign running.'],
    ['campaign end "Telework Days"', named],
  ] as const) {
    const { card, refused } = await say(line);
    expect(refused).toBe(true);
    expect(card.summary).toContain(text);
  }
  expect(await bot.store.campaigns.list(ORG)).toEqual([campaign]);
});

test('without a name the one campaign that runs is meant', async () => {
  await keep(
    aCampaign(['2018-07-24', '2018-07-26'], [], { id: 'runs', name: 'Runs' }),
    aCampaign(['2018-08-01'], [], { id: 'comes', name: 'Comes' }),
  );
  expect((await say('campaign add-day 2018-07-27')).refused).toBe(false);
  expect(await daysOf('runs')).toEqual(['2018-07-24', '2018-07-26', '2018-07-27']);
});

test.each([
  ['campaign end', 'campaign end "Summer"'],
  ['campaign add-day 2018-08-02', 'campaign add-day 2018-08-02 "Summer"'],
  ['campaign remove-day 2018-08-01', 'campaign remove-day 2018-08-01 "Summer"'],
])('of two that come, %j must name one, as its example does', async (line, example) => {
  const summer = aCampaign(['2018-08-01', '2018-08-03'], [], { id: 'summer', name: 'Summer' });
  const autumn = aCampaign(['2018-10-01', '2018-10-02'], [], { id: 'autumn', name: 'Autumn' });
  await keep(summer, autumn);
  const { card, refused } = await say(line);
  expect(refused).toBe(true);
  expect(card.summary).toContain('Summer, Autumn');
  expect(card.summary).toContain(`/telework ${example}`);
  expect(await bot.store.campaigns.list(ORG)).toEqual([summer, autumn]);
  expect((await say(example)).refused).toBe(false);
  expect(await bot.store.campaigns.get(ORG, 'autumn')).toEqual(autumn);
});

test.each([
  ['campaign use nope', 'campaign list'],
  ['setup foo=bar', 'window, tz, lang'],
  ['campaign fxyzzy', 'campaign list'],
])('%j is like nothing there is: no guess, but what there is', async (line, known) => {
  const { card, refused } = await say(line);
  expect(refused).toBe(true);
  expect(card.summary).toContain(known);
  expect(card.summary).not.toContain('Did you mean');
});

test('a misspelled ready-made campaign is guessed', async () => {
  const { card } = await say('campaign use telework-days-2081');
  expect(card.summary).toContain('Did you mean “Telework Days 2018”?');
});

describe('an end', () => {
  const week = ['2018-07-25', '2018-07-26', '2018-07-27'];
  const posted = () => bot.chat.in('place').map(({ key }) => key.split('/').slice(2, 4).join(' '));
  const days = async (...times: string[]) => {
    for (const time of times) await bot.at(`${time}:00+09:00`);
  };

  test('on the morning of its first day silences a campaign: no poll, no reminder, no report', async () => {
    await days('2018-07-24T10:00');
    await keep(aCampaign(week, [week[0] ?? '']));
    await days('2018-07-25T06:00');
    expect((await say('campaign end')).card.summary).toContain('There won’t be a report on this campaign.');
    const before = posted().length;
    await days('2018-07-25T07:00', '2018-07-25T09:48', '2018-07-25T10:30', '2018-07-26T07:00');
    await days('2018-07-26T09:00', '2018-07-27T09:00', '2018-07-30T09:00', '2018-08-01T09:00');
    expect(posted().slice(before)).toEqual([]);
    expect((await daysOf('campaign')) ?? []).toEqual([]);
  });

  test('says which of its days stay Telework Days, as another campaign has them', async () => {
    await keep(aCampaign(week), aCampaign(['2018-07-27', '2018-07-30'], [], { id: 'b', name: 'Snow week' }));
    const { card } = await say('campaign end "Telework Days"');
    expect(card.summary).toContain('Still a Telework Day of “Snow week”: Fri 27 July.');
    expect(card.summary).not.toContain('no Telework Days any more');
  });

  test('while today’s poll is open leaves the poll and its result, and nothing else', async () => {
    await keep(aCampaign(week));
    await days('2018-07-25T07:00');
    expect((await say('campaign end')).card.summary).toContain('People can still answer');
    const before = posted().length;
    await days('2018-07-25T10:30', '2018-07-26T07:00', '2018-07-26T09:00', '2018-07-30T09:00');
    expect(posted().slice(before)).toEqual(['close 2018-07-25']);
    expect(await daysOf('campaign')).toEqual(['2018-07-25']);
  });

  const undo = (id = 'campaign', change = admin) =>
    bot.presses(ann, encodeButton({ kind: 'campaign-restore', campaign: id }), change);

  test('can be taken back: what is left is held as before, and told to administrators', async () => {
    await days('2018-07-24T09:00');
    await keep(aCampaign(week, [week[1] ?? ''], { target: 0.6 }));
    await days('2018-07-25T07:00');
    const { card } = await say('campaign end');
    expect(card.summary).toContain('Ended by mistake?');
    await bot.core.refresh.settle();
    const shown = () => bot.chat.in('place').find(({ key }) => key.includes('/open/'))?.card.summary;
    expect(shown()).toContain('you can still answer here');
    await days('2018-07-26T06:00');
    for (const _ of ['first', 'again']) expect((await undo()).refused).toBe(false);
    expect(await bot.store.campaigns.get(ORG, 'campaign')).toEqual(
      aCampaign(week, [week[1] ?? ''], { target: 0.6 }),
    );
    const before = posted().length;
    await days('2018-07-26T07:00');
    expect(posted().slice(before)).toContain('open 2018-07-26');
    const [entry] = await bot.store.audit.list(ORG, null, 5);
    expect(entry?.intent).toBe('campaign-restore');
  });

  test('is not taken back once its days are past, nor by a member', async () => {
    await keep(aCampaign(['2018-07-26']));
    await say('campaign end');
    expect((await undo('campaign', {})).refused).toBe(true);
    await days('2018-07-27T06:00');
    expect((await undo()).refused).toBe(true);
    expect((await undo('elsewhere')).refused).toBe(true);
  });

  test('that came with the last day is taken back, too', async () => {
    await keep(aCampaign(['2018-07-26'], ['2018-07-26']));
    await say('campaign remove-day 2018-07-26');
    expect((await undo()).refused).toBe(false);
    expect(await bot.store.campaigns.get(ORG, 'campaign')).toEqual(aCampaign(['2018-07-26'], ['2018-07-26']));
  });

  test('of today alone, by removing the day, leaves its open poll and says so', async () => {
    await keep(aCampaign(week));
    await days('2018-07-25T07:00');
    expect((await say('campaign remove-day 2018-07-25')).card.summary).toContain('People can still answer');
    await bot.core.refresh.settle();
    expect(bot.chat.in('place').find(({ key }) => key.includes('/open/'))?.card.summary).toContain(
      'you can still answer here',
    );
  });

  test('comes with the last day, which may be the core day', async () => {
    await keep(aCampaign(['2018-07-26'], ['2018-07-26']));
    expect((await say('campaign remove-day 2018-07-26')).card.summary).toContain('no days left');
    expect(await bot.store.campaigns.get(ORG, 'campaign')).toMatchObject({ days: [], ended: true });
  });
});

test('a campaign over the days of another one says so, and a running preset is not offered', async () => {
  await keep(aCampaign(['2018-07-26', '2018-07-27'], [], { name: 'Snow' }));
  const { summary } = (await start('telework-days-2018')).card;
  expect(summary).toContain('Also in “Snow”: Thu 26 July and Fri 27 July.');
  const list = (await say('campaign list')).card.summary;
  expect(list).not.toContain('campaign-use|telework-days-2018');
  expect(list.split('\n').filter((line) => line.startsWith('Telework Days 2018'))).toHaveLength(1);
});

test('a ready-made campaign is shown before its button starts it', async () => {
  await keep(aCampaign(['2018-07-26'], [], { name: 'Snow' }));
  const press = (preset: string, preview: boolean) =>
    bot.presses(
      ann,
      encodeButton({ kind: 'campaign-use', preset, ...(preview ? { preview: true as const } : {}) }),
      admin,
    );
  const { summary } = (await press('telework-days-2018', true)).card;
  expect(summary).toContain('Preview: Telework Days 2018');
  expect(summary).toContain('2 days are over');
  expect(summary).toContain('Also in “Snow”: Thu 26 July.');
  expect(summary).toContain('telework on 2 days or more');
  expect(await bot.store.campaigns.list(ORG)).toHaveLength(1);
  expect((await press('telework-days-2018', false)).card.summary).toContain('Campaign started');
  const rehearsal = (await say('campaign use telework-day-2017')).card.summary;
  expect(rehearsal).toContain('Held Mon 24 July 2017');
  expect(rehearsal).not.toContain('Only one day is left');
  expect(await bot.store.campaigns.list(ORG)).toHaveLength(2);
  expect((await press('telework-day-2017', false)).card.summary).toContain('Telework Day 2017 (rehearsal)');
  expect(await bot.store.audit.list(ORG, null, 9)).toHaveLength(2);
});

test.each([
  ['campaign set colour=red', 'campaign set headcount=1200'],
  ['campaign set core=2018-08-04', 'campaign set core=2018-07-26'],
  ['campaign set days=2018-07-02..2018-07-06', 'campaign set days=2018-07-26..2018-07-27'],
])('%j is refused with an example of the same command', async (line, example) => {
  await keep(aCampaign(['2018-07-26', '2018-07-27']));
  const { refused, card } = await say(line);
  expect(refused).toBe(true);
  expect(card.summary).toContain(`For example: /telework ${example}`);
});
