import { openSlackBot, type SlackBot, type Way } from '../../../support/slack-bot';

/* A window works where it was opened for as long as the person is there, and for a day at most. */

const OUTDATED = 'This window is out of date';

let slackBot: SlackBot;
let maker: string;
let channel: string;
afterEach(() => slackBot.close());

async function open(way: Way): Promise<void> {
  slackBot = await openSlackBot({ way });
  const { slack, teamId } = slackBot;
  maker = slack.user(teamId, { realName: 'Mary', admin: true }).id;
  channel = slack.channel(teamId, { members: [maker], creator: maker }).id;
  await slack.memberJoins(channel, 'bot');
  await slackBot.quiet();
  await slack.command(maker, channel, 'setup');
  await slackBot.quiet();
  expect(slack.modals(maker)).toHaveLength(1);
}

async function submitted(): Promise<string> {
  const { open: windows } = await slackBot.slack.submit(maker, { until: '11:00' });
  await slackBot.quiet();
  return JSON.stringify(windows.map(({ body }) => body));
}

const until = async () => (await slackBot.team(channel)).settings.window.until;

describe.each(['http', 'socket'] as const)('over %s', (way) => {
  test('a window that was opened before its person left the channel changes nothing there', async () => {
    await open(way);
    await slackBot.slack.memberLeaves(channel, maker);
    await slackBot.quiet();
    expect(await submitted()).toContain(OUTDATED);
    expect(await until()).toBe('10:30');
  });
});

test('a window is out of date after a day', async () => {
  await open('http');
  await slackBot.time.advance(24 * 3_600_000);
  expect(await submitted()).toContain(OUTDATED);
  expect(await until()).toBe('10:30');
});

test('buttons of a window of an earlier version say that it is out of date', async () => {
  await open('http');
  const { slack } = slackBot;
  await slack.close(maker);
  await slack.command(maker, channel, 'week');
  await slackBot.quiet();
  await slack.shortcut(maker, 'panel');
  await slackBot.quiet();
  const view = slack.modals(maker).at(-1);
  Object.assign(view?.body ?? {}, { private_metadata: '{"org":"slack:T1","place":null}' });
  await slack.pressInView(maker, '日本語');
  await slackBot.quiet();
  expect(JSON.stringify(slack.modals(maker).map(({ body }) => body))).toContain(OUTDATED);
  expect((await slackBot.store.people.get(slackBot.org, maker))?.preferences.language).toBeNull();
});

test('a place that was written by anyone else is not believed', async () => {
  await open('http');
  const { slack, teamId } = slackBot;
  const secret = slack.channel(teamId, { members: [maker] }).id;
  await slack.memberJoins(secret, 'bot');
  await slackBot.quiet();
  const view = slack.modals(maker).at(-1);
  const written = String(view?.body.private_metadata);
  Object.assign(view?.body ?? {}, { private_metadata: written.replace(channel, secret) });
  expect(await submitted()).toContain(OUTDATED);
  expect((await slackBot.team(secret)).settings.window.until).toBe('10:30');
});

test('a form of the person alone still works where the bot cannot see who is in the channel', async () => {
  await open('http');
  const { slack, teamId } = slackBot;
  await slack.close(maker);
  const elsewhere = slack.channel(teamId, { kind: 'private', members: [maker] }).id;
  await slack.command(maker, elsewhere, 'week');
  await slackBot.quiet();
  await slack.pressEphemeral(maker, 'Edit usual week');
  await slackBot.quiet();
  await slack.submit(maker, { mon: '=home' });
  await slackBot.quiet();
  const member = await slackBot.store.people.get(slackBot.org, maker);
  expect(member?.preferences.week).toMatchObject({ mon: { style: 'home' } });
});
