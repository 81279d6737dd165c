import { type ActorChange, aPerson, type Bot, ORG, openBot, PLACE } from '../support/bot';
import { aCampaign as campaignOn } from '../support/sample-data';

/*
 * Commands at once: each was read before any other was saved, and nothing that was answered "saved" is lost.
 */

const ann = aPerson('ann');
const admin: ActorChange = { admin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-12T12:00:00+09:00');
});
afterEach(() => bot.close());

async function sayAtOnce(...lines: string[]): Promise<void> {
  const replies = await Promise.all(lines.map((line) => bot.says(ann, line, admin)));
  expect(replies.map(({ refused }) => refused)).toEqual(lines.map(() => false));
}

test('settings changed at once are all kept', async () => {
  const { id } = await bot.team([ann]);
  await sayAtOnce(
    'setup names=on',
    'setup commute=60',
    'setup closed=+2018-08-13',
    'setup closed=+2018-08-14',
  );
  const settings = (await bot.store.teams.get(ORG, id))?.settings;
  expect(settings).toMatchObject({ names: true, commuteMinutes: 60 });
  expect(settings?.closed).toEqual(['2018-08-13', '2018-08-14']);
});

test('settings survive trouble that is noticed at the same time', async () => {
  const { id } = await bot.team([ann]);
  await Promise.all([
    bot.says(ann, 'setup names=on', admin),
    bot.inbox.place(ORG, PLACE, 'Renamed'),
    bot.says(ann, 'setup commute=60', admin),
    bot.inbox.place(ORG, PLACE, null),
  ]);
  const team = await bot.store.teams.get(ORG, id);
  expect(team?.settings).toMatchObject({ names: true, commuteMinutes: 60 });
  expect(team?.name).toBe('Renamed');
});

test('preferences changed at once are all kept: who opted out stays out', async () => {
  await bot.team([ann]);
  await sayAtOnce('remind off', 'week mon=home', 'week wed=office', 'language ja');
  expect((await bot.store.people.get(ORG, 'ann'))?.preferences).toEqual({
    language: 'ja',
    remind: false,
    askPrivately: false,
    week: { mon: { style: 'home', arrival: null }, wed: { style: 'office', arrival: null } },
  });
});

test('days added to and taken from a campaign at once are all there, and all gone', async () => {
  await bot.team([ann]);
  await bot.store.campaigns.save(campaignOn(['2018-07-23', '2018-07-24', '2018-07-25'], ['2018-07-24']));
  await sayAtOnce(
    'campaign add-day 2018-08-01',
    'campaign add-day 2018-08-02',
    'campaign remove-day 2018-07-25',
  );
  const [campaign] = await bot.store.campaigns.list(ORG);
  expect(campaign?.days.map(({ day }) => day)).toEqual([
    '2018-07-23',
    '2018-07-24',
    '2018-08-01',
    '2018-08-02',
  ]);
});

test('of two ends of one campaign, one is told that there is none', async () => {
  await bot.team([ann]);
  await bot.store.campaigns.save(campaignOn(['2018-07-23']));
  const replies = await Promise.all(
    ['campaign end', 'campaign end'].map((line) => bot.says(ann, line, admin)),
  );
  expect(replies.map(({ refused }) => refused).sort()).toEqual([false, true]);
});
