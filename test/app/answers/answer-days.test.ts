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
    'Skipped (past, or not a working day): Thu 19 July, Fri 20 July, Sat 21 July, Sun 22 July and Mon 23 July',
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
  expect(card.summary).toContain('I removed your answer for Wed 25 July.');
  expect(card.summary).toContain('Skipped (past, or not a working day): Tue 24 July');
});

test('several plans are recorded each for its days, without the day that is none, and each can be taken back', async () => {
  const { card, refused } = await bot.says(ann, 'home Thursday, office Friday, leave Saturday');
  expect(refused).toBe(false);
  const given = await bot.store.answers.list(ORG, ann.id, '2018-07-01', '2018-07-31');
  expect(given.map(({ day, style }) => [day, style])).toEqual([
    ['2018-07-19', 'home'],
    ['2018-07-20', 'office'],
  ]);
  expect(card.summary.split('\n')).toEqual([
    'Saved for 2 days',
    'Thu 19 July: Working from home',
    'Fri 20 July: In the office',
    'Skipped (past, or not a working day): Sat 21 July',
  ]);
  await bot.says(ann, 'clear friday');
  expect(await answered()).toEqual(['2018-07-19']);
});

test('of several plans none is recorded where one reaches too far, or all of them are days gone by', async () => {
  const far = await bot.says(ann, 'home 2018-07-20, office 2019-08-20');
  expect([far.refused, far.card.summary]).toEqual([true, expect.stringContaining('too far ahead')]);
  const past = await bot.says(ann, 'home 2018-07-12, office 2018-07-13');
  expect([past.refused, past.card.summary]).toEqual([true, expect.stringContaining('12 July')]);
  expect(await answered()).toEqual([]);
});

test('several plans for more than two months are refused, and to be told in parts', async () => {
  const { card, refused } = await bot.says(ann, 'home 2018-08-01..2018-09-10, office 2018-09-11..2018-10-20');
  expect([refused, card.summary]).toEqual([true, expect.stringContaining('62 days')]);
  expect(await answered()).toEqual([]);
});
