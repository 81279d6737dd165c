import { openSlackBot, type SlackBot } from '../../support/slack-bot';

let slackBot: SlackBot;
afterEach(() => slackBot.close());

const CHANNELS = 8;
const MEMBERS = 5;

async function rosterOf(place: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of slackBot.platform.chat.roster(slackBot.org, place)) ids.push(id);
  return ids;
}

test('many people who are needed one after the other are taken from one list of the workspace', async () => {
  slackBot = await openSlackBot();
  const { slack, teamId } = slackBot;
  const channels = Array.from({ length: CHANNELS }, () => {
    const members = Array.from({ length: MEMBERS }, () => slack.user(teamId).id);
    const { id } = slack.channel(teamId, { members });
    slack.invite(id, 'bot');
    return { id, members };
  });
  for (const { id, members } of channels) expect(await rosterOf(id)).toEqual([...members, slackBot.bot]);
  for (const { id } of channels) await rosterOf(id);
  const { 'users.info': alone = 0, 'users.list': lists = 0 } = slack.calls.counts();
  expect({ alone, lists }).toEqual({ alone: 15, lists: 1 });
});

test('nothing is kept of a forgotten person: Slack is asked for them again', async () => {
  slackBot = await openSlackBot();
  const { slack, teamId } = slackBot;
  const members = [slack.user(teamId).id, slack.user(teamId).id];
  const { id } = slack.channel(teamId, { members });
  slack.invite(id, 'bot');
  await slackBot.quiet();
  await rosterOf(id);
  const { 'users.info': before = 0 } = slack.calls.counts();
  await slackBot.platform.chat.forget(slackBot.org, members[0] ?? '');
  await rosterOf(id);
  expect(slack.calls.counts()['users.info']).toBe(before + 1);
});

test('what another process was asked to forget is dropped within a minute, and not kept again', async () => {
  slackBot = await openSlackBot({ shared: true });
  const { slack, teamId, org, time } = slackBot;
  const members = [slack.user(teamId).id, slack.user(teamId).id];
  const { id } = slack.channel(teamId, { members });
  slack.invite(id, 'bot');
  await slackBot.quiet();
  await rosterOf(id);
  const asked = () => slack.calls.counts()['users.info'] ?? 0;
  const before = asked();
  await slackBot.store.people.forget(org, members[0] ?? '', time.now());
  await slackBot.store.memory('slack').put(`forgot:${org}`, '1', null, org);
  await rosterOf(id);
  expect(asked()).toBe(before);
  await time.advance(60_000);
  await slackBot.quiet();
  for (const more of [1, 2]) {
    await rosterOf(id);
    expect(asked()).toBe(before + more);
  }
});
