import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';

/* Nobody learns from the first list of names that names are shown: the channel is told before, or nothing changes. */

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
});
afterEach(() => bot.close());

async function afterTrouble() {
  const { id } = await bot.team(people(3), { names: false });
  await bot.store.teams.change(ORG, id, (team) => ({ ...team, trouble: 'gone' }));
  const names = async () => (await bot.store.teams.get(ORG, id))?.settings.names;
  const asked = () => bot.says(aPerson('p1'), 'setup names=on', { place: null, admin: true });
  return { names, asked };
}

test('a channel that had failed and still fails cannot be told, so names stay hidden', async () => {
  const { names, asked } = await afterTrouble();
  bot.chat.fail('post', 'gone');
  const { card, refused } = await asked();
  expect([refused, card.summary]).toEqual([true, expect.stringContaining('I didn’t change anything')]);
  expect(await names()).toBe(false);
});

test('a channel that had failed and takes posts again is told', async () => {
  const { names, asked } = await afterTrouble();
  const before = bot.chat.messages.length;
  expect((await asked()).refused).toBe(false);
  expect(bot.chat.messages.length).toBe(before + 1);
  expect(await names()).toBe(true);
});

test('they are announced in the language that the same change sets', async () => {
  await bot.team(people(3), { names: false });
  await bot.says(aPerson('p1'), 'setup lang=ja names=on', { admin: true });
  expect(bot.chat.messages.at(-1)?.card.locale).toBe('ja');
});
