import { encodeButton } from '../../../src/app/requests/button';
import { aPerson, type Bot, ORG, openBot } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* A campaign is the whole organisation's: who sets up one channel does not change it. */

const ann = aPerson('ann');
const channelsOwn = { admin: true, orgAdmin: false };
const theirs = { admin: true, orgAdmin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-25T12:00:00+09:00');
  await bot.team([ann]);
});
afterEach(() => bot.close());

test.each([
  'campaign new "Summer" 2018-08-06..2018-08-10',
  'campaign use telework-days-2018',
  'campaign add-day 2018-08-01',
  'campaign remove-day 2018-07-27',
  'campaign end',
])('%j is refused to who administers one channel alone', async (line) => {
  const running = aCampaign(['2018-07-24', '2018-07-27', '2018-07-30']);
  await bot.store.campaigns.save(running);
  const refused = await bot.says(ann, line, channelsOwn);
  expect(refused.refused).toBe(true);
  expect(refused.card.summary).toContain('whole organisation');
  expect(await bot.store.campaigns.list(ORG)).toEqual([running]);
  expect((await bot.says(ann, line, theirs)).refused).toBe(false);
});

test('nor by the form', async () => {
  const form = encodeButton({ kind: 'campaign-form' });
  expect((await bot.presses(ann, form, channelsOwn)).refused).toBe(true);
  expect((await bot.presses(ann, form, theirs)).refused).toBe(false);
  const values = { title: 'Summer', from: '2018-08-06', until: '2018-08-10' };
  const sent = await bot.inbox.submit(bot.actor(ann, channelsOwn), 'campaign', values);
  expect(sent.refused).toBe(true);
  expect(await bot.store.campaigns.list(ORG)).toEqual([]);
});

test('they still look, set up their channel and ask there', async () => {
  for (const line of ['campaign list', 'setup names=on', 'poll now'])
    expect((await bot.says(ann, line, channelsOwn)).refused).toBe(false);
});

test('the same campaign started twice at once is one', async () => {
  const line = 'campaign new "Summer week" 2018-08-06..2018-08-10';
  await Promise.all([bot.says(ann, line, theirs), bot.says(ann, line, theirs)]);
  expect(await bot.store.campaigns.list(ORG)).toHaveLength(1);
  expect((await bot.says(ann, line, theirs)).card.summary).toContain('There’s already a campaign');
  const next = 'campaign new "Summer week" 2019-08-05..2019-08-09';
  await bot.says(ann, 'campaign end', theirs);
  expect((await bot.says(ann, next, theirs)).refused).toBe(false);
  expect(await bot.store.campaigns.list(ORG)).toHaveLength(2);
});
