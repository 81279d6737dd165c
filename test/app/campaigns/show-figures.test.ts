import { aPerson, type Bot, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const ann = aPerson('p1');

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(3));
});
afterEach(() => bot.close());

const save = (name: string, ...days: string[]) =>
  bot.store.campaigns.save(aCampaign(days, [], { id: name, name }));

async function figures(name = '') {
  const { card, refused } = await bot.says(ann, `campaign figures ${name}`, { admin: true });
  return refused ? null : card.summary;
}

test('without a name they are of the campaign that runs, else of the last one', async () => {
  expect(await figures()).toBeNull();
  await save('First days', '2017-07-24');
  await save('Second days', '2018-07-09');
  expect(await figures()).toContain('Second days');
  await save('Running days', '2018-07-20', '2018-07-24');
  await save('Coming days', '2018-09-03');
  expect(await figures()).toContain('Running days');
});

test('with a name they are of that one, and of no other', async () => {
  await save('First days', '2017-07-24');
  await save('Running days', '2018-07-20', '2018-07-24');
  expect(await figures('First days')).toContain('First days');
  expect(await figures('Nothing')).toBeNull();
});
