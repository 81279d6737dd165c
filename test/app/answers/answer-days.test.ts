import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const ann = aPerson('p1');

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-18T12:00:00+09:00');
  await bot.team(people(2));
});
afterEach(() => bot.close());

async function answered(): Promise<string[]> {
  return (await bot.store.answers.list(ORG, ann.id, '2018-07-01', '2019-12-31')).map(({ day }) => day);
}

test('a span names every day it leaves out: weekends, and days gone by', async () => {
  bot.moveClock('2018-07-24T12:00:00+09:00');
  const { card } = await bot.says(ann, 'home on 2018-07-19..2018-07-27');
  expect(await answered()).toEqual(['2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27']);
  expect(card.summary).toContain(
    'Left out (no working day, or over): Thu 19 July, Fri 20 July, Sat 21 July, Sun 22 July and Mon 23 July',
  );
});

test('a span that reaches too far is refused whole', async () => {
  const reply = await bot.says(ann, 'home on 2019-01-07..2019-07-26');
  expect(reply.refused).toBe(true);
  expect(reply.card.summary).toContain('Fri 26 July 2019 is too far ahead.');
  expect(await answered()).toEqual([]);
});

test('clearing a span names the days whose answers stay', async () => {
  await bot.store.campaigns.save(aCampaign(['2018-07-24', '2018-07-25'], ['2018-07-24']));
  await bot.says(ann, 'home on 2018-07-24..2018-07-25');
  await bot.at('2018-07-24T07:00:00+09:00');
  bot.moveClock('2018-07-25T06:00:00+09:00');
  const { card } = await bot.says(ann, 'clear on 2018-07-24..2018-07-25');
  expect(await answered()).toEqual(['2018-07-24']);
  expect(card.summary).toContain('Your answer for Wed 25 July has been cleared.');
  expect(card.summary).toContain('Left out (no working day, or over): Tue 24 July');
});
