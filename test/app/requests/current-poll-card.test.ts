import { encodeButton } from '../../../src/app/requests/button';
import { aPerson, type Bot, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const ann = aPerson('p1');

let bot: Bot;
let team: string;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  team = (await bot.team(people(3))).id;
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  await bot.at(`${DAY}T07:00:00+09:00`);
});
afterEach(() => bot.close());

const who = (day = DAY) => encodeButton({ kind: 'who', team, day, group: null, from: 0 });
const answer = () => encodeButton({ kind: 'answer', team, day: DAY, style: 'home', arrival: null });
const shown = async (action: string, person = ann, change = {}) =>
  (await bot.inbox.shown(bot.actor(person, change), action))?.summary ?? null;

test.each<[string, 'who' | 'answer', string, 'poll' | 'closing tally']>([
  ['08:00', 'answer', 'as it takes answers', 'poll'],
  ['08:00', 'who', 'as it takes answers', 'poll'],
  ['11:00', 'answer', 'as its window is over', 'poll'],
  ['11:00', 'who', 'as its window is over', 'closing tally'],
])('at %s a button that asks to %s shows the message it stands on, %s: the %s', async (time, kind, _, is) => {
  await bot.says(ann, 'home');
  if (time === '11:00') await bot.at(`${DAY}T10:30:00+09:00`);
  bot.moveClock(`${DAY}T${time}:00+09:00`);
  await bot.core.refresh.settle();
  const [poll, tally] = bot.chat.in(PLACE);
  const expected = is === 'poll' ? poll : tally;
  expect(await shown(kind === 'who' ? who() : answer())).toBe(expected?.card.summary);
});

test.each([
  ['no button', () => 'nonsense'],
  ['a button of no day', () => encodeButton({ kind: 'me' })],
  ['a day without a poll', () => who('2018-07-25')],
])('of %s there is no message', async (_, action) => {
  expect(await shown(action())).toBeNull();
});

test('of a team one is not in there is no message outside its channel', async () => {
  expect(await shown(who(), aPerson('stranger'), { place: null })).toBeNull();
});
