import type { Person } from '../../../src/domain/people/person';
import type { Team } from '../../../src/domain/teams/team';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* Who counts in a poll that is open, and who is written to, as members leave and come back. */

const DAY = '2018-07-24';

let bot: Bot;
let team: Team;
beforeEach(async () => {
  bot = await openBot('2018-07-16T12:00:00+09:00');
  team = await bot.team(people(4));
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: ORG });
  await bot.at(`${DAY}T07:00:00+09:00`);
});
afterEach(() => bot.close());

const counted = async () => {
  const { members, groups } = await bot.store.polls.count(ORG, team.id, DAY, Number.MAX_SAFE_INTEGER);
  return [groups.reduce((sum, { count }) => sum + count, 0), members];
};
const reminded = () => bot.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to);
const lastPosted = () => JSON.stringify(bot.chat.messages.findLast(({ to }) => to === PLACE)?.card);
const is = (id: string, kind: Person['kind']) => bot.inbox.profile(ORG, aPerson(id, { kind }));
const leaves = (id: string) => bot.inbox.member(ORG, PLACE, aPerson(id), 'left');

test.each<[string, () => Promise<void>]>([
  ['is deactivated', () => is('p1', 'deactivated')],
  ['becomes a guest', () => is('p1', 'guest')],
  ['is found to be of another organisation', () => is('p1', 'outsider')],
  ['leaves the channel', () => leaves('p1')],
])('a member who %s during the day neither counts nor is written to', async (_what, happens) => {
  await happens();
  expect(await counted()).toEqual([0, 3]);
  await bot.at(`${DAY}T09:48:00+09:00`);
  expect(reminded().toSorted()).toEqual(['p2', 'p3', 'p4']);
  await bot.at(`${DAY}T10:30:00+09:00`);
  expect(lastPosted()).toContain('of 3');
});

test('what the platform did not tell is found before the reminders, and in the closing tally', async () => {
  bot.chat.people.set(PLACE, [aPerson('p1', { kind: 'deactivated' }), aPerson('p2'), aPerson('p3')]);
  await bot.at(`${DAY}T09:48:00+09:00`);
  expect(reminded().toSorted()).toEqual(['p2', 'p3']);
  bot.chat.people.set(PLACE, [aPerson('p2')]);
  await bot.at(`${DAY}T10:30:00+09:00`);
  expect(await counted()).toEqual([0, 1]);
});

test('a member who has answered counts on after leaving, until they take the answer back', async () => {
  await bot.says(aPerson('p1'), 'home');
  await leaves('p1');
  expect(await counted()).toEqual([1, 4]);
  await bot.says(aPerson('p1'), 'clear');
  expect(await counted()).toEqual([0, 3]);
});

test('a member who comes back counts again once they have answered', async () => {
  await leaves('p1');
  await bot.inbox.member(ORG, PLACE, aPerson('p1'), 'joined');
  expect(await counted()).toEqual([0, 3]);
  await bot.at(`${DAY}T09:48:00+09:00`);
  expect(reminded()).not.toContain('p1');
  await bot.says(aPerson('p1'), 'home');
  expect(await counted()).toEqual([1, 4]);
});

test('an answer given elsewhere while a member was away from the channel counts when they are back', async () => {
  await bot.store.agreements.add({ org: ORG, team: team.id, person: 'p1', agrees: 'counts', day: DAY });
  await leaves('p1');
  await bot.store.answers.record({
    ...{ org: ORG, person: 'p1', day: DAY, choice: { style: 'home', arrival: null }, at: 1 },
    ...{ source: 'command', team: null, agrees: null },
  });
  expect(await counted()).toEqual([0, 3]);
  await bot.inbox.member(ORG, PLACE, aPerson('p1'), 'joined');
  expect(await counted()).toEqual([1, 4]);
});

test('who joins and answers counts; who joins and is silent neither counts nor is reminded', async () => {
  for (const id of ['new', 'quiet']) await bot.inbox.member(ORG, PLACE, aPerson(id), 'joined');
  await bot.says(aPerson('new'), 'home');
  expect(await counted()).toEqual([1, 5]);
  bot.chat.people.set(PLACE, [...people(4), aPerson('new'), aPerson('quiet')]);
  await bot.at(`${DAY}T09:48:00+09:00`);
  expect(reminded().toSorted()).toEqual(['p1', 'p2', 'p3', 'p4']);
  expect(await counted()).toEqual([1, 5]);
});

test('a poll whose day is over keeps its members', async () => {
  await bot.at('2018-07-25T00:00:00+09:00');
  await leaves('p1');
  expect(await counted()).toEqual([0, 4]);
});
