import { isRefusal } from '../../../src/domain/refusal';
import type { Reply } from '../../../src/ports/inbox';
import { type ActorChange, aPerson, type Bot, ORG, openBot, PLACE } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* The calendar of the organisation: who may change it, and what becomes of announced days. */

const ann = aPerson('ann');
const orgAdmin: ActorChange = { admin: true, orgAdmin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-20T08:00:00+09:00');
  await bot.team([ann]);
});
afterEach(() => bot.close());

function say(line: string, change: ActorChange = orgAdmin): Promise<Reply> {
  return bot.says(ann, line, change);
}

test('lists the coming year, in the language of the reader', async () => {
  const { card, refused } = await say('holidays', {});
  expect(refused).toBe(false);
  expect(card.summary).toContain('Holidays: Japan (JP)');
  expect(card.summary).toContain('Mountain Day');
  expect(card.summary).not.toContain('weekend');
});

test('is changed by administrators of the organisation only', async () => {
  const { refused, card } = await say('holidays add 13-17 Aug Summer', { admin: true, orgAdmin: false });
  expect(refused).toBe(true);
  expect(card.summary).toMatch(/Only admins of the organisation can change .* days off for all teams/);
  expect((await bot.store.calendars.get(ORG)).days).toEqual([]);
});

test('takes an announced day back, gives it back again, and is recorded', async () => {
  await bot.store.campaigns.save(aCampaign(['2018-07-24', '2018-07-25']));
  await bot.at('2018-07-23T09:30:00+09:00');
  const announced = () =>
    bot.chat
      .in(PLACE)
      .map(({ card }) => card.summary)
      .join('\n');
  expect(announced()).toContain('Tue 24 July');
  const added = await say('holidays add 24 July Founding day');
  expect(added.card.summary).toContain('Days off for all teams: Tue 24 July');
  expect(added.card.summary).toContain('No longer Telework Days: Tue 24 July');
  expect(announced()).toContain('is a company holiday (Founding day)');
  expect((await say('home on 24 July')).card.summary).toContain('Founding day');
  const removed = await say('holidays remove 24 July');
  expect(removed.card.summary).toContain('Telework Days again: Tue 24 July');
  expect(announced()).not.toContain('Founding day');
  const trail = await say('audit');
  expect(trail.card.summary).toContain('Holidays added');
});

test('is never polled, and the next working day is', async () => {
  const [team] = await bot.store.teams.list(ORG);
  await bot.store.campaigns.save(aCampaign(['2018-07-24', '2018-07-25']));
  await say('holidays add 24 July Founding day');
  await bot.at('2018-07-24T12:00:00+09:00');
  await bot.at('2018-07-25T08:00:00+09:00');
  const polls = await bot.store.polls.list(ORG, team?.id ?? '', '2018-07-20', '2018-07-30');
  expect(polls.map(({ day }) => day)).toEqual(['2018-07-25']);
  const today = await say('holidays add 25 July Late');
  expect(today.card.summary).toContain('Today’s poll is already open, so it stays.');
});

test('says that a team works, and on which days it does not', async () => {
  await say('holidays work 21 July moving');
  expect(isRefusal(await say('home on 21 July'))).toBe(false);
  expect((await say('holidays remove 1-5 August')).refused).toBe(true);
  const removed = await say('holidays remove 21 July');
  expect(removed.card.summary).toContain('Removed from the calendar: Sat 21 July');
  expect((await bot.store.calendars.get(ORG)).days).toEqual([]);
});

test('refuses what is past, and more than it can hold', async () => {
  expect((await say('holidays add 2018-07-01..2018-07-05 Past')).refused).toBe(true);
  for (const year of [2019, 2020]) {
    expect((await say(`holidays add ${year}-01-01..${year}-12-31 All`)).refused).toBe(false);
  }
  const full = await say('holidays add 2021-01-01..2021-12-31 All');
  expect(full.refused).toBe(true);
  expect(full.card.summary).toContain('1,000');
});
