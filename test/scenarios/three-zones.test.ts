import { lateFrom } from '../../src/domain/answers/poll';
import { aPerson, rolesOf } from '../support/bot';
import { aCampaign } from '../support/sample-data';
import { openSlackBot, type SlackBot } from '../support/slack-bot';

/*
 * One Telework Day of a workspace with channels in Tokyo, London and Los Angeles, and of people who are in all three. The
 * windows in UTC: 22:00-01:30, 06:00-09:30 and 14:00-17:30; the days end at 15:00, 23:00 and 07:00.
 */

const DAY = '2018-07-24';
const ZONES = { tokyo: 'Asia/Tokyo', london: 'Europe/London', angeles: 'America/Los_Angeles' };
type Name = keyof typeof ZONES;

let bot: SlackBot;
let traveller: string;
let silent: string;
const channels = {} as Record<Name, string>;
beforeEach(async () => {
  bot = await openSlackBot({ start: '2018-07-22T09:00:00Z' });
  const { slack, teamId, org } = bot;
  [traveller = '', silent = ''] = ['Traveller', 'Silent'].map(
    (realName) => slack.user(teamId, { realName, locale: 'en-GB', tz: ZONES.london }).id,
  );
  for (const [name, zone] of Object.entries(ZONES) as [Name, string][]) {
    const own = slack.user(teamId, { realName: name, tz: zone, locale: 'en-GB' }).id;
    channels[name] = slack.channel(teamId, { name, members: [traveller, silent, own] }).id;
    await slack.memberJoins(channels[name], 'bot');
    await bot.quiet();
    const { id } = await bot.team(channels[name]);
    await bot.store.teams.change(org, id, (team) => ({ ...team, settings: { ...team.settings, zone } }));
    for (const person of [traveller, silent])
      await bot.store.agreements.add({ org, team: id, person, agrees: 'counts', day: null });
  }
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org });
});
afterEach(() => bot.close());

const at = (time: string, day = DAY) => bot.at(`${day}T${time}:00Z`);

/** What the traveller hears in a private chat with the bot. */
async function says(text: string): Promise<string> {
  const person = aPerson(traveller, { timeZone: ZONES.london });
  const actor = { org: bot.org, person, place: null, placeName: '', prefix: '/telework' };
  const { card } = await bot.inbox.command({ ...actor, roles: async () => rolesOf({}) }, text);
  return card.summary;
}

const directTo = (person: string) => bot.slack.messages(person);

/** How many answered of how many, and how many of those late. */
async function tally(name: Name): Promise<[string, number, number, number]> {
  const { id } = await bot.team(channels[name]);
  const poll = await bot.store.polls.get(bot.org, id, DAY);
  if (!poll) throw new Error(`no poll in ${name}`);
  const { members, groups } = await bot.store.polls.count(bot.org, id, DAY, lateFrom(poll));
  const sum = (of: 'count' | 'late') => groups.reduce((total, group) => total + group[of], 0);
  return [groups.map(({ style }) => style).join(), sum('count'), members, sum('late')];
}

test('an answer is taken while one of the polls takes it; a poll whose day is over keeps what it had', async () => {
  await at('22:30', '2018-07-23');
  expect(await says('home')).toContain('Tue 24 July');
  expect(await tally('tokyo')).toEqual(['home', 1, 3, 0]);
  await at('06:30');
  expect(await says('office')).toContain('Tue 24 July');
  expect(await tally('tokyo')).toEqual(['office', 1, 3, 1]);
  expect(await tally('london')).toEqual(['office', 1, 3, 0]);
  await at('14:30');
  await at('15:00');
  const closed = JSON.stringify(bot.slack.messages(channels.tokyo));
  await at('15:30');
  expect(await says('mobile')).toContain('Tue 24 July');
  expect(await tally('tokyo')).toEqual(['office', 1, 3, 1]);
  expect(await tally('london')).toEqual(['mobile', 1, 3, 1]);
  expect(await tally('angeles')).toEqual(['mobile', 1, 3, 0]);
  await at('15:35');
  expect(JSON.stringify(bot.slack.messages(channels.tokyo))).toBe(closed);
  expect(await says('clear')).not.toContain('over');
  expect(await tally('angeles')).toEqual(['', 0, 3, 0]);
  expect(await tally('tokyo')).toEqual(['office', 1, 3, 1]);
  await at('07:00', '2018-07-25');
  expect(await says('home on 2018-07-24')).toContain('over');
});

test('the silent are reminded once, in their daytime, in a window that they can still use', async () => {
  for (const [time, day] of [
    ['22:00', '2018-07-23'],
    ['00:48', DAY],
    ['06:00', DAY],
    ['08:48', DAY],
    ['14:00', DAY],
    ['16:48', DAY],
  ] as const) {
    await at(time, day);
    const reminded = directTo(silent).filter(({ text }) => text?.includes('haven’t answered'));
    expect([time, reminded.length]).toEqual([time, time < '08:48' || time === '22:00' ? 0 : 1]);
  }
});
