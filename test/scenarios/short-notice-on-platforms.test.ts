import { readButton } from '../../src/app/requests/button';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import { openSlackBot } from '../support/slack-bot';
import { openTeamsBot } from '../support/teams-bot';

/* A second emergency and a call for help, as Slack over HTTP and Teams would live them. */

const START = '2018-07-24T09:00:00+09:00';
const LATER = '2018-07-24T09:05:00+09:00';
const CALLS = ['setup safety=on', 'emergency typhoon'];

function isHelp(text: string): boolean {
  const button = readButton(text);
  return button?.kind === 'safety-answer' && button.state === 'need-help';
}

test('on Slack each emergency is a post of its own, and its button reaches the contact alone', async () => {
  const bot = await openSlackBot({ start: START });
  const { slack, teamId } = bot;
  const [lead, member] = [0, 1].map(
    (n) => slack.user(teamId, { realName: `Member ${n}`, locale: 'en-GB', admin: n === 0 }).id,
  ) as [string, string];
  const channel = slack.channel(teamId, { name: 'sales', members: [lead, member] }).id;
  await slack.memberJoins(channel, 'bot');
  await bot.quiet();
  const says = async (text: string) => {
    await slack.command(lead, channel, text);
    await bot.quiet();
    await bot.time.advance(10_000);
  };
  const polls = () =>
    slack.messages(channel).filter(({ blocks }) => JSON.stringify(blocks).includes('need-help'));
  for (const text of CALLS) await says(text);
  expect(polls()).toHaveLength(1);
  await bot.at(LATER);
  await says('emergency earthquake');
  const [poll, ...more] = polls();
  expect(more).toEqual([]);
  expect(poll?.text).toContain('earthquake');
  expect(slack.messages(channel).some(({ text }) => text?.startsWith('Replaced by a newer poll'))).toBe(true);
  await slack.press(member, { channel, ts: poll?.ts ?? '' }, ({ value }) => isHelp(String(value)));
  await bot.quiet();
  const told = (id: string) => slack.messages(id).filter(({ text }) => text?.includes('needs help'));
  expect([told(lead).length, told(member).length, told(channel).length]).toEqual([1, 0, 0]);
  expect(bot.complaints).toEqual([]);
  await bot.close();
});

test('so it is on Teams', async () => {
  const bot = await openTeamsBot({ start: START });
  const { world } = bot.fake;
  const people = world.people(2, { locale: 'en-GB', prefix: 'Member' });
  const team = world.team('Sales', { members: people });
  const [lead, member] = people;
  if (!lead || !member) throw new Error('nobody there');
  await bot.client.install(lead, team.general);
  const actionOf = (action: Json) => textOf(jsonOf(action.data).action);
  const says = async (text: string) => {
    await bot.client.say(lead, team.general, text);
    await bot.core.refresh.settle();
  };
  const polls = () =>
    bot.fake
      .messages(team.general)
      .filter(
        ({ from, thread, card }) =>
          from === 'bot' && thread === null && JSON.stringify(card).includes('need-help'),
      );
  for (const text of CALLS) await says(text);
  expect(polls()).toHaveLength(1);
  await bot.at(LATER);
  await says('emergency earthquake');
  const [poll, ...more] = polls();
  expect(more).toEqual([]);
  expect(poll?.summary).toContain('earthquake');
  if (poll) await bot.client.press(member, poll, (action) => isHelp(actionOf(action)));
  const told = (id: typeof lead) =>
    bot.fake.direct(id).filter(({ summary }) => summary.includes('needs help'));
  expect([told(lead).length, told(member).length]).toEqual([1, 0]);
  expect([...bot.complaints, ...bot.fake.problems]).toEqual([]);
  await bot.close();
});
