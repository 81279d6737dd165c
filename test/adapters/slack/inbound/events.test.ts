import { openSlackBot, type SlackBot, type Way } from '../../../support/slack-bot';

const SEEN = 'is shared with other organisations';

let slackBot: SlackBot;
let emma: string;
let rival: string;
afterEach(() => slackBot.close());

async function open(way: Way): Promise<void> {
  slackBot = await openSlackBot({ way, start: '2018-07-24T06:00:00+09:00' });
  const { slack, teamId } = slackBot;
  rival = slack.team({ name: 'Rival' }).id;
  emma = slack.user(teamId, { realName: 'Emma', admin: true }).id;
}

/** What the person was told in private after they had added the bot. */
const told = (person: string) =>
  slackBot.slack
    .messages(person)
    .map(({ text }) => text)
    .filter((text) => !text.startsWith('Thanks for adding me'));
const polls = async (channel: string) => (await slackBot.team(channel)).settings.polls;

describe.each(['http', 'socket'] as const)('over %s, a channel', (way) => {
  test('that is shared with another company gets nothing when the bot comes; the person who added it is told', async () => {
    await open(way);
    const { slack, teamId } = slackBot;
    const channels = [{ sharedWith: new Set([rival]) }, { invited: new Set([rival]) }].map(
      (patch) => slack.channel(teamId, { members: [emma], creator: emma, ...patch }).id,
    );
    for (const channel of channels) {
      await slack.memberJoins(channel, 'bot', emma);
      await slackBot.quiet();
      expect(await polls(channel)).toBe('off');
    }
    await slackBot.at('2018-07-24T07:01:00+09:00');
    expect(channels.flatMap((channel) => slack.messages(channel))).toEqual([]);
    expect(told(emma)).toEqual([expect.stringContaining(SEEN), expect.stringContaining(SEEN)]);
    const [channel = ''] = channels;
    await slack.command(emma, channel, 'setup remind=off');
    await slackBot.quiet();
    expect(JSON.stringify(slack.ephemerals(emma))).toContain('Their people see everything');
    await slack.command(emma, channel, 'setup');
    await slackBot.quiet();
    expect(JSON.stringify(slack.modals(emma)[0]?.body)).toContain('Their people see everything');
  });

  test('that becomes shared has its polls switched off, and the contact of its team is told', async () => {
    await open(way);
    const { slack, teamId } = slackBot;
    const channel = slack.channel(teamId, { members: [emma], creator: emma }).id;
    await slack.memberJoins(channel, 'bot', emma);
    await slackBot.quiet();
    await slack.command(emma, channel, 'setup polls=workdays');
    await slackBot.quiet();
    const posted = slack.messages(channel).length;
    await slack.channelShared(channel, rival);
    await slackBot.quiet();
    expect(await polls(channel)).toBe('off');
    // Her night ends at seven.
    expect(told(emma)).toEqual([]);
    await slackBot.at('2018-07-24T07:01:00+09:00');
    expect(told(emma)).toEqual([expect.stringContaining(SEEN)]);
    await slack.command(emma, channel, 'setup polls=workdays');
    await slack.channelUnshared(channel, rival);
    await slackBot.quiet();
    expect(await polls(channel)).toBe('workdays');
    expect(told(emma)).toHaveLength(1);
    expect(slack.messages(channel)).toHaveLength(posted);
    expect(slackBot.complaints).toEqual([]);
  });
});

test('a channel gets nothing while Slack does not say who sees it, also by a bot that was killed meanwhile', async () => {
  await open('http');
  const { slack, teamId } = slackBot;
  const channel = slack.channel(teamId, { members: [emma], creator: emma }).id;
  await slack.memberJoins(channel, 'bot', emma);
  await slackBot.quiet();
  await slack.command(emma, channel, 'setup polls=workdays');
  await slackBot.quiet();
  const posted = slack.messages(channel).length;
  for (const method of ['conversations.info', 'users.conversations'])
    slack.fault({ kind: '500', method, times: 1_000 });
  await slack.channelShared(channel, rival);
  await slackBot.quiet();
  await slackBot.restart();
  await slackBot.at('2018-07-24T07:01:00+09:00');
  expect(slack.messages(channel)).toHaveLength(posted);
  expect(told(emma)).toEqual([]);
  slack.clearFaults();
  await slackBot.at('2018-07-24T07:03:00+09:00');
  await slackBot.at('2018-07-24T07:04:00+09:00');
  expect(await polls(channel)).toBe('off');
  expect(told(emma)).toEqual([expect.stringContaining(SEEN)]);
  expect(slack.messages(channel)).toHaveLength(posted);
});

test('a channel that workspaces of the same Enterprise organisation share is not shared with others', async () => {
  slackBot = await openSlackBot({ orgWide: true });
  const { slack, teamId } = slackBot;
  const enterprise = slack.world.teams.get(teamId)?.enterprise ?? null;
  const sister = slack.team({ enterprise }).id;
  const colleague = slack.user(sister, { realName: 'Colleague' }).id;
  const channel = slack.channel(teamId, { members: [colleague], sharedWith: new Set([sister]) }).id;
  await slack.memberJoins(channel, 'bot', colleague);
  await slackBot.quiet();
  expect(slack.messages(channel)).toHaveLength(1);
  const { id } = await slackBot.team(channel);
  expect(await slackBot.store.people.roster(slackBot.org, id)).toMatchObject([
    { id: colleague, kind: 'person' },
  ]);
});

test('what concerns one person is shown to them alone, whatever the door', async () => {
  await open('http');
  const { slack, teamId } = slackBot;
  const channel = slack.channel(teamId, { members: [emma], creator: emma }).id;
  await slack.memberJoins(channel, 'bot', emma);
  await slackBot.quiet();
  const posted = slack.messages(channel).length;
  for (const [index, command] of ['me', 'days', 'week', 'who', 'forget-me'].entries()) {
    await slack.command(emma, channel, command);
    await slackBot.quiet();
    expect(slack.ephemerals(emma).length + slack.modals(emma).length).toBeGreaterThan(index);
  }
  await slack.pressEphemeral(emma, 'Delete my data');
  await slackBot.quiet();
  expect(slack.messages(channel)).toHaveLength(posted);
});
