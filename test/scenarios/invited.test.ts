import { readButton } from '../../src/app/requests/button';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import { openSlackBot } from '../support/slack-bot';
import { openTeamsBot } from '../support/teams-bot';

/* From an invitation to the first poll by buttons alone, as Slack over HTTP and Teams would live it. */

const INVITED = '2018-07-24T09:00:00+09:00';
/** Slack takes a message a second. */
const TOLD = '2018-07-24T09:00:05+09:00';
const POLLED = '2018-07-24T09:02:00+09:00';

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
