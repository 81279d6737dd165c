import { ChatError } from '../../../src/ports/chat';
import { openSlackBot, type SlackBot } from '../../support/slack-bot';

const UNKNOWN = 'Slack isn’t answering';

let slackBot: SlackBot;
let maker: string;
let boss: string;
let guest: string;
let channel: string;

beforeEach(async () => {
  slackBot = await openSlackBot();
  const { slack, teamId } = slackBot;
  maker = slack.user(teamId, { realName: 'Mary Maker' }).id;
  boss = slack.user(teamId, { realName: 'Boss', admin: true }).id;
  guest = slack.user(teamId, { realName: 'Guest', guest: true }).id;
  channel = slack.channel(teamId, { members: [maker, boss, guest], creator: maker }).id;
  await slack.memberJoins(channel, 'bot');
  await slackBot.quiet();
});
afterEach(() => slackBot.close());

async function setup(person: string): Promise<string> {
  await slackBot.slack.command(person, channel, 'setup names=on');
  await slackBot.quiet();
  return slackBot.slack.ephemerals(person).at(-1)?.text ?? '';
}

const mayManage = (person: string) => slackBot.platform.chat.mayManage(slackBot.org, person, channel);
const isNamed = async () => (await slackBot.team(channel)).settings.names;

test('the maker of a channel administers it while in it; a refusal names them while they do', async () => {
  const member = slackBot.slack.user(slackBot.teamId).id;
  await slackBot.slack.memberJoins(channel, member);
  expect(await setup(member)).toContain('Only Mary Maker, who created this channel, or an admin');
  expect(await setup(maker)).toContain('Saved');
  await slackBot.slack.memberLeaves(channel, maker);
  await slackBot.quiet();
  expect(await mayManage(maker)).toBe(false);
  expect(await setup(maker)).toContain('Only admins of the workspace');
  expect(await setup(member)).toContain('Only admins of the workspace');
  expect(await mayManage(boss)).toBe(true);
});

test.each([
  ['a guest', { guest: true }],
  ['deactivated', { deleted: true }],
])('a maker who is %s administers nothing, and is not named', async (_what, patch) => {
  await slackBot.slack.userChanges(maker, patch);
  await slackBot.quiet();
  expect(await mayManage(maker)).toBe(false);
  expect(await setup(guest)).toContain('Only admins of the workspace');
});

test('an expired role is not believed: while Slack does not answer, nobody administers, and it is said why', async () => {
  const { slack, time } = slackBot;
  expect(await setup(boss)).toContain('Saved');
  await time.advance(16 * 60_000);
  slack.fault({ kind: '500', method: 'users.info', times: 50 });
  for (const person of [boss, maker, guest]) {
    expect(await setup(person)).toContain(UNKNOWN);
    await expect(mayManage(person)).rejects.toThrow(ChatError);
  }
});

test.each([
  ['conversations.info', '500'],
  ['conversations.members', '500'],
  ['conversations.info', '429'],
] as const)('while %s answers %s, the maker hears that Slack does not answer', async (method, kind) => {
  const { slack, time } = slackBot;
  await slackBot.restart();
  slack.fault({ kind, method, times: 50, retryAfter: 30 });
  const answered = slack.command(maker, channel, 'setup names=on');
  for (let waited = 0; waited < 60 && slack.ephemerals(maker).length === 0; waited += 1)
    await time.advance(1_000);
  await answered;
  expect(slack.ephemerals(maker).at(-1)?.text).toContain(UNKNOWN);
  expect(await isNamed()).toBe(false);
});

test('in a channel that the bot may not look into, no one is its maker, and administrators keep their role', async () => {
  const { slack, teamId } = slackBot;
  const elsewhere = slack.channel(teamId, { kind: 'private', members: [maker, boss], creator: maker }).id;
  const may = (person: string) => slackBot.platform.chat.mayManage(slackBot.org, person, elsewhere);
  expect([await may(maker), await may(boss)]).toEqual([false, true]);
});

describe('who acts outside the chat', () => {
  const standing = (person: string) => slackBot.platform.chat.standing(slackBot.org, person);

  test('administers the organisation as an administrator of the workspace alone', async () => {
    const roles = async (person: string) => (await standing(person)).roles;
    expect(await roles(boss)).toMatchObject({ place: 'yes', organisation: 'yes' });
    expect(await roles(maker)).toMatchObject({ place: 'no', organisation: 'no' });
    expect((await standing(guest)).kind).toBe('guest');
  });

  test('loses a role with Slack’s next news of them, or within 15 minutes', async () => {
    const { slack, time } = slackBot;
    await slack.userChanges(boss, { deleted: true });
    await slackBot.quiet();
    expect((await standing(boss)).kind).toBe('deactivated');
    expect((await standing(maker)).kind).toBe('person');
    await time.advance(16 * 60_000);
    slack.fault({ kind: '500', method: 'users.info', times: 50 });
    await expect(standing(maker)).rejects.toThrow(ChatError);
  });
});
