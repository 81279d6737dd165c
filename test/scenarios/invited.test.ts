import { readButton } from '../../src/app/requests/button';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import { openSlackBot } from '../support/slack-bot';
import { openTeamsBot } from '../support/teams-bot';

/* From an invitation to the first poll by buttons alone, as Slack over HTTP and Teams would live it. */

const INVITED = '2018-07-24T09:00:00+09:00';
/** Slack takes a message a second. */
const TOLD = '2018-07-24T09:00:05+09:00';
const POLLED = '2018-07-24T09:02:00+09:00';

const isCampaignList = (text: string) => readButton(text)?.kind === 'campaign-list';
const isPollNow = (text: string) => readButton(text)?.kind === 'poll-now';

test('on Slack the person who invites the bot opens the first poll within two minutes, by one button', async () => {
  const bot = await openSlackBot({ start: INVITED });
  const { slack, teamId } = bot;
  const [ann, ben] = [true, false].map(
    (admin, n) => slack.user(teamId, { realName: `Member ${n}`, locale: 'en-GB', admin }).id,
  ) as [string, string];
  const channel = slack.channel(teamId, { name: 'sales', members: [ann, ben] }).id;
  for (const _ of [1, 2]) {
    await slack.memberJoins(channel, 'bot', ann);
    await bot.quiet();
  }
  await bot.at(TOLD);
  expect([slack.messages(channel).length, slack.messages(ann).length]).toEqual([1, 1]);
  const [told] = slack.messages(ann);
  expect(told?.text).toContain('Thanks for adding me to #sales');
  await slack.press(ann, { channel: told?.channel ?? '', ts: told?.ts ?? '' }, ({ value }) =>
    isPollNow(String(value)),
  );
  await bot.quiet();
  await bot.at(POLLED);
  expect(slack.messages(channel).map(({ text }) => text)).toEqual([
    expect.stringContaining('Hi, I’m Telework Days'),
    expect.stringContaining('Where are you working'),
  ]);
  expect(bot.complaints).toEqual([]);
  await bot.close();
});

test('the person who made a channel chooses days from its message, and reads who starts a campaign', async () => {
  const bot = await openSlackBot({ start: INVITED });
  const { slack, teamId } = bot;
  const [ann, ben] = ['Ann', 'Ben'].map(
    (realName) => slack.user(teamId, { realName, locale: 'en-GB' }).id,
  ) as [string, string];
  const channels = ['sales', 'support'].map(
    (name) => slack.channel(teamId, { name, members: [ann, ben], creator: ann }).id,
  );
  for (const channel of channels) {
    await slack.memberJoins(channel, 'bot', ann);
    await bot.quiet();
  }
  await bot.at(TOLD);
  const told = slack.messages(ann);
  expect(told).toHaveLength(2);
  for (const { channel = '', ts = '' } of told) {
    await slack.press(ann, { channel, ts }, ({ value }) => isCampaignList(String(value)));
    await bot.quiet();
  }
  const shown = slack.ephemerals(ann).slice(-2);
  expect(shown).toHaveLength(2);
  for (const { text, blocks } of shown) {
    expect(text).toContain('Only admins of the organisation');
    expect(text).toContain('doesn’t need a campaign');
    expect(JSON.stringify(blocks)).toContain('settings-form|');
  }
  await bot.close();
});

test('so it is on Teams', async () => {
  const bot = await openTeamsBot({ start: INVITED });
  const { world } = bot.fake;
  const people = world.people(2, { locale: 'en-GB', prefix: 'Member' });
  const team = world.team('Sales', { members: people });
  const [ann] = people;
  if (!ann) throw new Error('nobody there');
  const before = bot.fake.direct(ann).length;
  for (const _ of [1, 2]) await bot.client.install(ann, team.general);
  const [told, ...more] = bot.fake.direct(ann).slice(before);
  expect(more).toEqual([]);
  expect(told?.summary).toContain('Thanks for adding me to Sales');
  if (!told) throw new Error('not told');
  await bot.client.press(ann, told, (action: Json) => isPollNow(textOf(jsonOf(action.data).action)));
  await bot.at(POLLED);
  expect(bot.fake.last(team.general).summary).toContain('Where are you working');
  expect([...bot.complaints, ...bot.fake.problems]).toEqual([]);
  await bot.close();
});
