import { officeTasks } from '../../../src/domain/office-bounds';
import type { OfficeBounds, TeamSettings } from '../../../src/domain/teams/settings';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign, aTeam, at } from '../../support/sample-data';

const LEAD = aPerson('p1');
const MONDAY = '2018-07-30';
const EVENING = '2018-07-27T17:00:00+09:00';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-26T12:00:00+09:00');
});
afterEach(() => bot.close());

async function planned(inOffice: OfficeBounds | null, office: number): Promise<void> {
  await bot.store.campaigns.save(aCampaign([MONDAY]));
  const team = await bot.team(people(6), { inOffice });
  await bot.store.contacts.set(ORG, team.id, LEAD.id, 0);
  const styles = Array.from({ length: 5 }, (_, index) => (index < office ? 'office' : 'home'));
  for (const [index, style] of styles.entries())
    await bot.says(aPerson(`p${index + 1}`), `${style} on ${MONDAY}`);
}

const heard = () =>
  bot.chat
    .in(LEAD.id)
    .map(({ card }) => card.summary)
    .filter((text) => text.includes('to the office'));

test.each<[string, OfficeBounds | null, number, string | null]>([
  ['fewer than wanted', { least: 2, most: 12 }, 1, 'Only 1 person plans to come to the office: Mon 30 July'],
  ['nobody', { least: 1, most: null }, 0, 'Nobody plans to come to the office: Mon 30 July'],
  ['as few as wanted', { least: 2, most: 3 }, 2, null],
  ['as many as wanted', { least: null, most: 3 }, 3, null],
  ['more than wanted', { least: null, most: 3 }, 4, '4 people plan to come to the office: Mon 30 July'],
  ['without bounds', null, 5, null],
])('%s: the contact hears of it once, in the evening before', async (_name, bounds, office, sentence) => {
  await planned(bounds, office);
  await bot.at('2018-07-27T16:59:00+09:00');
  expect(heard()).toEqual([]);
  await bot.at(EVENING);
  await bot.at('2018-07-27T17:01:00+09:00');
  await bot.at('2018-07-28T12:00:00+09:00');
  expect(heard()).toHaveLength(sentence === null ? 0 : 1);
  if (sentence !== null) {
    expect(heard()[0]).toContain(sentence);
    expect(heard()[0]).toContain('Not planned yet: 1 person');
  }
  expect(bot.chat.in(PLACE).filter(({ card }) => card.summary.includes('to the office'))).toEqual([]);
});

test('a day of which nobody has said anything is not too few', async () => {
  const team = await bot.team(people(6), { inOffice: { least: 2, most: null } });
  await bot.store.contacts.set(ORG, team.id, LEAD.id, 0);
  await bot.at(EVENING);
  expect(heard()).toEqual([]);
});

test('a message that may have been sent is not sent again', async () => {
  await planned({ least: 2, most: null }, 0);
  bot.chat.fail('direct', 'uncertain', { after: true });
  await bot.at(EVENING);
  await bot.at('2018-07-27T17:20:00+09:00');
  expect(heard()).toHaveLength(1);
});

test.each<[string, Partial<TeamSettings>, string, string]>([
  ['before a weekend', {}, '2018-07-30', '2018-07-27T17:00+09:00'],
  ['before a holiday on Friday', {}, '2018-11-26', '2018-11-22T17:00+09:00'],
  ['on the day before', {}, '2018-07-26', '2018-07-25T17:00+09:00'],
])('is due %s', (_name, settings, day, due) => {
  const tasks = officeTasks(aTeam({ inOffice: { least: 1, most: null }, ...settings }), at(due));
  expect(tasks.find((task) => task.day === day)?.dueAt).toBe(at(due));
  // No day of rest is looked at.
  expect(tasks.map((task) => task.day)).not.toContain('2018-07-28');
});
