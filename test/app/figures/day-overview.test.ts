import { aPerson, type Bot, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const NONE = 'No poll that day.';
const ann = aPerson('p1');

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(8), { names: true });
  await bot.store.campaigns.save(aCampaign(['2018-07-20', '2018-07-24', '2018-07-25'], ['2018-07-24']));
  await bot.says(ann, 'week mon=home tue=home wed=home thu=home fri=home sat=home');
});
afterEach(() => bot.close());

async function hears(command: string): Promise<string> {
  return (await bot.says(ann, command)).card.summary;
}

test('a day to be polled shows plans and what default weeks will say', async () => {
  await bot.says(aPerson('p2'), 'office on 2018-07-24');
  const tally = await hears('tally 2018-07-24');
  expect(tally).toContain('Opens at 07:00.');
  // Ann, who keeps a default week, and p2 have acted here.
  expect(tally).toContain('Response rate: 2 of 8');
  const who = await hears('who 2018-07-24');
  expect(who).toContain('In the office · 1 person: Person p2');
  expect(who).toContain('Working from home · 1 person: Person p1');
});

test.each([
  ['a Telework Day gone by without a poll', '2018-07-20'],
  ['any other day gone by', '2017-07-17'],
  ['a day at the weekend', '2018-07-28'],
  ['a coming working day that is not polled', '2018-07-27'],
  ['today, which is not polled', '2018-07-23'],
])('%s has no poll: no figures and no names from default weeks', async (_, day) => {
  for (const command of [`tally ${day}`, `who ${day}`]) {
    const said = await hears(command);
    expect(said).toContain(NONE);
    expect(said).not.toMatch(/Person p|opens at|already answer|No answer|Response rate/u);
  }
});

test('plans for a coming day without a poll are shown, and only those', async () => {
  await bot.says(aPerson('p2'), 'mobile on 2018-07-27');
  const who = await hears('who 2018-07-27');
  expect(who).toContain(NONE);
  expect(who).toContain('Mobile work · 1 person: Person p2');
  expect(who).not.toContain('Person p1');
  const tally = await hears('tally 2018-07-27');
  expect(tally).toContain(NONE);
  expect(tally).toContain('Response rate: 1 of 8');
});

test('a plan for a day that went by without a poll is not shown as if the day had been polled', async () => {
  await bot.says(aPerson('p2'), 'mobile on 2018-07-27');
  bot.moveClock('2018-07-30T12:00:00+09:00');
  const who = await hears('who 2018-07-27');
  expect(who).toContain(NONE);
  expect(who).not.toContain('Person p2');
});

test('a Telework Day whose window passed without a poll is polled no more', async () => {
  bot.moveClock('2018-07-24T10:29:00+09:00');
  expect(await hears('tally today')).not.toContain(NONE);
  bot.moveClock('2018-07-24T10:30:00+09:00');
  expect(await hears('tally today')).toContain(NONE);
  expect(await hears('who today')).not.toContain('Person p1');
});
