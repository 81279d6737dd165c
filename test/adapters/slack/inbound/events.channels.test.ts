import { openSlackBot, type SlackBot } from '../../../support/slack-bot';

/* Channels that change their id, are archived, or to which the bot is added while it is down. */

const DAY = '2018-07-24';
let slackBot: SlackBot;
let emma: string;
let channel: string;
beforeEach(async () => {
  slackBot = await openSlackBot({ start: '2018-07-23T12:00:00+09:00' });
  const { slack, teamId } = slackBot;
  emma = slack.user(teamId, { realName: 'Emma', admin: true }).id;
  channel = slack.channel(teamId, { name: 'secret', members: [emma], creator: emma }).id;
  await slack.memberJoins(channel, 'bot', emma);
  await slackBot.quiet();
  await types('setup polls=workdays window=8:00-11:00');
});
afterEach(() => slackBot.close());

async function types(text: string, where = channel, who = emma): Promise<string> {
  await slackBot.slack.command(who, where, text);
  await slackBot.quiet();
  return JSON.stringify(slackBot.slack.ephemerals(who).at(-1));
}

const at = (time: string) => slackBot.at(`${DAY}T${time}:00+09:00`);
const texts = (where: string) => slackBot.slack.messages(where).map(({ text }) => text);
const window = async (where: string) => (await slackBot.team(where)).settings.window;
const teams = async () => (await slackBot.store.teams.list(slackBot.org)).map(({ place }) => place);

describe('the id of a channel changes', () => {
  test('in the night: the poll opens there with the old settings', async () => {
    const to = await slackBot.slack.channelIdChanged(channel);
    await slackBot.quiet();
    await at('08:00');
    expect(await window(to)).toEqual({ from: '08:00', until: '11:00' });
    expect(texts(to).at(-1)).toContain('08:00');
    expect(await teams()).toEqual([to]);
    expect(slackBot.complaints).toEqual([]);
  });

  test('during a poll: its message goes on being edited, once the event was told twice or late', async () => {
    await at('08:00');
    const { slack, teamId } = slackBot;
    const to = await slack.channelIdChanged(channel);
    await slackBot.quiet();
    await slack.sendEvent(teamId, {
      type: 'channel_id_changed',
      old_channel_id: channel,
      new_channel_id: to,
      event_ts: '2',
    });
    await slackBot.quiet();
    await types('home', to);
    await slackBot.core.refresh.settle();
    await slackBot.quiet();
    expect(texts(to).at(-1)).toContain('1 of 1');
    expect(await teams()).toEqual([to]);
  });

  test('the bot is invited under the new id first: one team is left, with the old settings', async () => {
    const { slack, teamId } = slackBot;
    const to = await slack.channelIdChanged(channel, { unheard: true });
    await slack.memberJoins(to, 'bot', emma);
    await slackBot.quiet();
    expect(await teams()).toHaveLength(2);
    const ids = { old_channel_id: channel, new_channel_id: to };
    await slack.sendEvent(teamId, { type: 'channel_id_changed', ...ids, event_ts: '1' });
    await slackBot.quiet();
    expect(await teams()).toEqual([to]);
    expect(await window(to)).toEqual({ from: '08:00', until: '11:00' });
  });

  test('while the bot is down: the next start finds the channel by its name', async () => {
    const to = await slackBot.slack.channelIdChanged(channel, { unheard: true });
    const posted = texts(to).length;
    await slackBot.restart();
    await slackBot.quiet();
    expect(await teams()).toEqual([to]);
    expect(await window(to)).toEqual({ from: '08:00', until: '11:00' });
    expect(texts(to)).toHaveLength(posted);
  });
});

test('while the bot is down a channel of the same name is made by others: it gets nothing of the one that is gone', async () => {
  const { slack, teamId } = slackBot;
  await slack.channelArchived(channel);
  const mallory = slack.user(teamId, { realName: 'Mallory' }).id;
  const people = [mallory, emma, slackBot.bot];
  const other = slack.channel(teamId, { name: 'secret', members: people, creator: mallory }).id;
  await slackBot.restart();
  await slackBot.quiet();
  expect((await teams()).sort()).toEqual([channel, other].sort());
  expect(await window(channel)).toEqual({ from: '08:00', until: '11:00' });
  expect(await window(other)).not.toEqual(await window(channel));
});

test('a channel that was archived and restored is polled again, without a word', async () => {
  const { slack } = slackBot;
  await slack.channelArchived(channel);
  await slackBot.quiet();
  await at('08:00');
  expect((await slackBot.team(channel)).trouble).toBe('gone');
  await slack.channelUnarchived(channel);
  await slackBot.quiet();
  await at('08:30');
  expect((await slackBot.team(channel)).trouble).toBeNull();
  expect(texts(channel).at(-1)).toContain('11:00');
});

test('a bot that is invited while it is down greets at the next start, and twice does not', async () => {
  const { slack, teamId } = slackBot;
  const other = slack.channel(teamId, { name: 'other', members: [emma, slackBot.bot], creator: emma }).id;
  const removed = slack.world.channels.get(channel);
  removed?.members.delete(slackBot.bot);
  for (let start = 0; start < 2; start++) {
    await slackBot.restart();
    await slackBot.quiet();
    expect(texts(other)).toHaveLength(1);
    expect((await slackBot.team(channel)).trouble).toBe('gone');
  }
});

test('a member types in a channel to which the bot was added unheard: it gets its team, and the answer counts', async () => {
  const { slack, teamId } = slackBot;
  const member = slack.user(teamId, { realName: 'Ken' }).id;
  const other = slack.channel(teamId, { members: [emma, member, slackBot.bot], creator: emma }).id;
  expect(await types('home', other, member)).toContain('✓ ');
  expect(texts(other)).toHaveLength(1);
  const foreign = slack.channel(teamId, { members: [emma, member], creator: emma }).id;
  expect(await types('home', foreign, member)).toContain('isn’t set up yet');
});
