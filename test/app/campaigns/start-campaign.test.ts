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
