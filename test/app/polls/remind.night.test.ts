import { ANY_TEAM } from '../../../src/ports/store/ledger';
import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const OSAKA = aPerson('osaka');
const LONDON = aPerson('london', { timeZone: 'Europe/London' });
const BERLIN = aPerson('berlin', { timeZone: 'Europe/Berlin' });

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-16T12:00:00+09:00');
});
afterEach(() => bot.close());

const reminded = () => bot.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to);
const japan = (time: string) => bot.at(`${DAY}T${time}:00+09:00`);

test('who sleeps is reminded in the morning, while the window lasts; who sleeps longer is named with the reason', async () => {
  // 14:12 in Tokyo is 06:12 in London and 07:12 in Berlin.
  await bot.team([OSAKA, LONDON, BERLIN], { window: { from: '09:00', until: '15:30' } });
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  for (const time of ['09:00', '14:12']) await japan(time);
  expect(reminded().sort()).toEqual(['berlin', 'osaka']);
  await japan('14:59');
  expect(reminded()).toHaveLength(2);
  await japan('15:00');
  expect(reminded().sort()).toEqual(['berlin', 'london', 'osaka']);
});

test('a member whose night outlasts the window is not written to, and a later team’s poll reminds them', async () => {
  await bot.team([OSAKA, LONDON]);
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  bot.chat.people.set('uk', [LONDON]);
  await bot.inbox.place(ORG, 'uk', 'London');
  const uk = await bot.store.teams.at(ORG, 'uk');
  await bot.store.teams.change(ORG, uk?.id ?? '', (team) => {
    return { ...team, settings: { ...team.settings, zone: 'Europe/London', country: 'GB' } };
  });
  for (const time of ['07:00', '09:48', '10:30']) await japan(time);
  expect(reminded()).toEqual(['osaka']);
  const entries = await bot.store.ledger.list(ORG, ANY_TEAM, DAY, 'reminder');
  expect(entries.map(({ state, reason }) => [state, reason])).toContainEqual(['skipped', 'night']);
  for (const time of ['07:00', '09:48', '10:29']) await bot.at(`${DAY}T${time}:00+01:00`);
  expect(reminded()).toEqual(['osaka', 'london']);
});

test('a poll that was posted late is not reminded of for ten minutes', async () => {
  await bot.team(people(2));
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  bot.chat.fail('post', 'unreachable', { times: 1 });
  await japan('07:00');
  await japan('09:46');
  for (const time of ['09:48', '09:55']) await japan(time);
  expect(reminded()).toEqual([]);
  await japan('09:56');
  expect(reminded()).toHaveLength(2);
});
