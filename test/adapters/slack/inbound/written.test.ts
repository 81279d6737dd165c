import { openSlackBot, type SlackBot } from '../../../support/slack-bot';

const DAY = '2018-07-24';

let slackBot: SlackBot;
let emma: string;
let channel: string;

beforeEach(async () => {
  slackBot = await openSlackBot({ start: `${DAY}T08:00:00+09:00` });
  const { slack, teamId } = slackBot;
  emma = slack.user(teamId, { realName: 'Emma', admin: true, locale: 'en-GB' }).id;
  channel = slack.channel(teamId, { members: [emma] }).id;
  await slack.memberJoins(channel, 'bot', emma);
  await slackBot.quiet();
  await slack.command(emma, channel, 'setup polls=workdays');
  await slackBot.at(`${DAY}T08:01:00+09:00`);
});
afterEach(() => slackBot.close());

const bot = () => `<@${slackBot.bot}>`;
const answer = async () => (await slackBot.store.answers.get(slackBot.org, emma, DAY))?.style ?? null;
const notes = () => slackBot.slack.ephemerals(emma, channel).map(({ text }) => text);
const told = () => slackBot.slack.messages(emma).map(({ text }) => text);

async function mentions(text: string, change = {}): Promise<void> {
  await slackBot.slack.mentions(emma, channel, text, change);
  await slackBot.quiet();
}

async function writes(text: string, change = {}): Promise<void> {
  await slackBot.slack.writes(emma, text, change);
  await slackBot.quiet();
}

test('a mention is a command: it is answered by a note that its writer alone sees', async () => {
  const before = [slackBot.slack.messages(channel).length, notes().length];
  await mentions(`${bot()} satellite`);
  expect(await answer()).toBe('satellite');
  expect(notes().at(-1)).toContain('Satellite');
  expect([slackBot.slack.messages(channel).length, notes().length - 1]).toEqual(before);
  await mentions(`hi ${bot()}`);
  expect(notes().at(-1)).toContain('Hi Emma');
  await mentions(bot());
  expect(notes().at(-1)).toContain('Hi Emma');
  // In a thread the note is in the thread.
  await mentions(`${bot()} home`, { thread_ts: slackBot.slack.messages(channel)[0]?.ts });
  expect(await answer()).toBe('home');
  expect(slackBot.complaints).toEqual([]);
});

test('what does not fit into a note, or cannot be shown there, comes in private', async () => {
  slackBot.slack.fault({ kind: 'refuse', method: 'chat.postEphemeral', error: 'user_not_in_channel' });
  await mentions(`${bot()} home`);
  expect(told().at(-1)).toContain('Working from home');
});

test('what a person writes in the Messages tab is a command, answered there', async () => {
  await writes('/telework satellite');
  expect(await answer()).toBe('satellite');
  expect(told().at(-1)).toContain('Satellite');
  await writes('me');
  expect(told().at(-1)).toContain('Hi Emma');
  expect(slackBot.complaints).toEqual([]);
});

test.each([
  ['the bot itself', () => ({ user: slackBot.bot })],
  ['another bot', () => ({ bot_id: 'B0OTHER' })],
  ['a person who edits', () => ({ edited: { user: emma, ts: '1.0' } })],
  ['nobody: an edit', () => ({ subtype: 'message_changed', user: undefined })],
  ['nobody: a deletion', () => ({ subtype: 'message_deleted', user: undefined })],
])('a message of %s is no command', async (_who, change) => {
  const before = told().length;
  await writes('home', change());
  await mentions(`${bot()} home`, change());
  expect([await answer(), told().length]).toEqual([null, before]);
});

test('an event that Slack delivers again is one request', async () => {
  const before = told().length;
  const { request } = await slackBot.slack.writes(emma, 'home');
  await slackBot.quiet();
  if (!request) throw new Error('not sent over HTTP');
  expect(await slackBot.slack.resend(request)).toMatchObject({ acked: true });
  await slackBot.quiet();
  expect(told()).toHaveLength(before + 1);
});
