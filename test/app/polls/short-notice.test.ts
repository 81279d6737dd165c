import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* Polls and drills at short notice: until when they are open, when they are refused, what the channel gets. */

const DAY = '2018-07-23';
const ann = aPerson('p1');
const admin = { admin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot(`${DAY}T06:00:00+09:00`);
  await bot.team(people(3));
});
afterEach(() => bot.close());

const poll = () => bot.store.polls.get(ORG, 'id1', DAY);
const at = (time: string) => bot.moveClock(`${DAY}T${time}+09:00`);

test.each([
  ['00:00:00', '10:30'],
  ['09:29:59', '10:30'],
  ['09:30:00', '10:30'],
  ['09:31:00', '10:31'],
  ['22:58:00', '23:58'],
  ['22:59:00', '23:59'],
])('a poll asked for at %s is open until %s: the usual end, and an hour at least', async (time, until) => {
  at(time);
  expect((await bot.says(ann, 'poll now', admin)).refused).toBe(false);
  expect((await poll())?.window).toEqual({ from: time.slice(0, 5), until });
});

test.each(['23:00:00', '23:59:59'])('at %s the day is too short for it', async (time) => {
  at(time);
  expect((await bot.says(ann, 'poll now', admin)).refused).toBe(true);
  expect(await poll()).toBeNull();
});

test('it is of the campaign where the day is one of its days, and of none elsewhere', async () => {
  await bot.says(ann, 'poll now', admin);
  expect(await poll()).toMatchObject({ campaign: null, core: false, drill: null });
  await bot.store.campaigns.save(aCampaign(['2018-07-24'], ['2018-07-24']));
  bot.moveClock('2018-07-24T06:00:00+09:00');
  await bot.says(ann, 'poll now', admin);
  expect(await bot.store.polls.get(ORG, 'id1', '2018-07-24')).toMatchObject({
    campaign: 'campaign',
    core: true,
  });
});

test.each([
  ['poll now', 'poll now', false],
  ['poll now', 'drill Snow', false],
  ['drill Snow', 'poll now', false],
  ['drill Snow', 'drill Rain', true],
])('after “%s”, “%s” on the same day is refused: %j', async (first, second, refused) => {
  await bot.says(ann, first, admin);
  const posts = bot.chat.in(PLACE).length;
  expect((await bot.says(ann, second, admin)).refused).toBe(refused);
  expect(bot.chat.in(PLACE)).toHaveLength(posts + (refused ? 0 : 1));
});

test('a drill on a day that is polled keeps the answers, and its notice counts them', async () => {
  await bot.says(ann, 'poll now', admin);
  await bot.says(ann, 'home');
  await bot.says(ann, 'drill Snow', admin);
  await bot.core.refresh.settle();
  const [opened, notice] = bot.chat.in(PLACE);
  expect((await poll())?.drill).toEqual({ reason: 'Snow' });
  expect(opened?.card.summary).toContain('1 of 3');
  expect(notice?.card.summary).toContain('Snow');
});

test('where the channel does not take the poll, the administrator is told so', async () => {
  bot.chat.fail('post', 'forbidden');
  const { card } = await bot.says(ann, 'poll now', admin);
  expect(card.summary).toContain('I cannot post in General affairs');
});

test('a drill whose notice does not get through is asked for again, and then announced once', async () => {
  await bot.says(ann, 'poll now', admin);
  bot.chat.fail('post', 'unreachable');
  expect((await bot.says(ann, 'drill Snow', admin)).refused).toBe(true);
  expect(bot.chat.in(PLACE)).toHaveLength(1);
  expect((await bot.says(ann, 'drill Snow', admin)).refused).toBe(false);
  expect((await bot.says(ann, 'drill Snow', admin)).refused).toBe(true);
  expect(bot.chat.in(PLACE)).toHaveLength(2);
});
