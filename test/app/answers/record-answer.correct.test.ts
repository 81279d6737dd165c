import { encodeButton } from '../../../src/app/requests/button';
import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* What an administrator corrects once the day is over. */

const DAY = '2018-07-24';
const ann = aPerson('p1');
const bob = aPerson('p2');

let bot: Bot;
let team: string;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  team = (await bot.team(people(3))).id;
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  await bot.at(`${DAY}T07:00:00+09:00`);
  for (const person of [ann, bob]) await bot.says(person, 'office');
  await bot.at('2018-07-25T09:00:00+09:00');
});
afterEach(() => bot.close());

const corrects = () =>
  bot.presses(ann, encodeButton({ kind: 'answer', team, day: DAY, style: 'home', arrival: null }), {
    admin: true,
  });
const trail = () => bot.store.audit.list(ORG, null, 10);

async function counts(): Promise<Record<string, number>> {
  const poll = await bot.store.polls.get(ORG, team, DAY);
  const { groups } = await bot.store.polls.count(ORG, team, DAY, poll?.closesAt ?? 0);
  return Object.fromEntries(groups.map(({ style, count }) => [style, count]));
}

test('a correction is counted, and recorded with its day but without the answer', async () => {
  expect((await corrects()).refused).toBe(false);
  expect(await counts()).toEqual({ home: 1, office: 1 });
  expect(await trail()).toMatchObject([
    { person: 'p1', team, intent: 'correction', before: {}, after: { day: DAY } },
  ]);
  expect(JSON.stringify(await trail())).not.toMatch(/home|office/);
  const { card } = await bot.says(ann, 'audit', { admin: true });
  expect(card.summary).toContain('Answer of a past day corrected');
});

test('a day whose counts are in a book is not corrected, and its tally stays', async () => {
  await bot.presses(bob, encodeButton({ kind: 'forget', person: bob.id }), { place: null });
  const { refused, card } = await corrects();
  expect([refused, card.summary]).toEqual([true, expect.stringContaining('The counts of')]);
  expect(await counts()).toEqual({ office: 2 });
  expect((await bot.store.answers.get(ORG, ann.id, DAY))?.style).toBe('office');
  expect(await trail()).toEqual([]);
});

test('a member who may not correct hears that the day is over, whether it has a book or not', async () => {
  await bot.presses(bob, encodeButton({ kind: 'forget', person: bob.id }), { place: null });
  const action = encodeButton({ kind: 'answer', team, day: DAY, style: 'home', arrival: null });
  expect((await bot.presses(ann, action)).card.summary).toContain('so you can’t answer any more');
});
