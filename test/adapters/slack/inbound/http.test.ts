import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHttpReceiver } from '../../../../adapters/slack/inbound/http';
import { readCommand, readEvent, readInteraction } from '../../../../adapters/slack/inbound/payloads';
import { isGenuine } from '../../../../adapters/slack/inbound/verify';
import { encodeButton } from '../../../../src/app/requests/button';
import { type Forgery, sign } from '../../../fakes/slack';
import { aCampaign } from '../../../support/sample-data';
import { openSlackBot, type SlackBot } from '../../../support/slack-bot';

const DAY = '2018-07-24';

let slackBot: SlackBot;
let emma: string;
let channel: string;
beforeEach(async () => {
  slackBot = await openSlackBot({ start: '2018-07-23T12:00:00+09:00' });
  const { slack, teamId } = slackBot;
  emma = slack.user(teamId, { realName: 'Emma' }).id;
  channel = slack.channel(teamId, { members: [emma] }).id;
  await slack.memberJoins(channel, 'bot');
  await slackBot.quiet();
  await slackBot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: slackBot.org });
  await slackBot.at('2018-07-24T07:00:00+09:00');
});
afterEach(() => slackBot.close());

const answerOf = (style: string) => (element: Record<string, unknown>) =>
  String(element.value).split('|')[3] === style;
const spot = () => ({ channel, ts: slackBot.slack.messages(channel).at(-1)?.ts ?? '' });
const recorded = async () => (await slackBot.store.answers.history(slackBot.org, emma, DAY)).length;
const nowS = () => Math.floor(slackBot.time.now() / 1_000);

/** Waits until Slack has answered a call of the bot with 429. */
async function refused(method: string): Promise<void> {
  while (!slackBot.slack.calls.list(method).some(({ outcome }) => outcome === '429'))
    await new Promise((resolve) => setImmediate(resolve));
  await slackBot.quiet();
}

describe('refused, with nothing changed', () => {
  test.each<[string, () => Forgery]>([
    ['another secret', () => ({ signingSecret: 'wrong' })],
    [
      'a body changed by one byte',
      () => ({ tamper: (body) => body.replace('block_actions', 'block_actionz') }),
    ],
    ['a byte at the end', () => ({ tamper: (body) => `${body} ` })],
    ['a signature of the wrong form', () => ({ signature: 'v0=00' })],
    ['another version of signatures', () => ({ signature: 'v1=00' })],
    ['no signature', () => ({ without: ['x-slack-signature'] })],
    ['no timestamp', () => ({ without: ['x-slack-request-timestamp'] })],
    ['a timestamp older than five minutes', () => ({ timestamp: nowS() - 301 })],
    ['a timestamp from the future', () => ({ timestamp: nowS() + 301 })],
  ])('%s', async (_what, forgery) => {
    const delivery = await slackBot.slack.press(emma, spot(), answerOf('home'), { forgery: forgery() });
    expect(delivery).toMatchObject({ acked: false, status: 401 });
    await slackBot.quiet();
    expect(await recorded()).toBe(0);
    expect(slackBot.slack.ephemerals(emma)).toEqual([]);
    expect(slackBot.complaints).toEqual([
      {
        level: 'warn',
        text: expect.stringContaining('refused'),
        fields: { why: 'not signed by Slack', bytes: expect.any(Number) },
      },
    ]);
  });

  test('the same request again', async () => {
    const { request } = await slackBot.slack.press(emma, spot(), answerOf('home'));
    if (!request) throw new Error('nothing was sent over HTTP');
    expect(await slackBot.slack.resend(request)).toMatchObject({ acked: false, status: 401 });
    expect(await recorded()).toBe(1);
  });

  test('a workspace where the bot is not installed', async () => {
    const body = {
      type: 'block_actions',
      team: { id: 'T0ELSEWHERE' },
      user: { id: emma, team_id: 'T0ELSEWHERE' },
      channel: { id: channel },
      actions: [
        {
          type: 'button',
          action_id: 'a',
          value: encodeButton({
            kind: 'answer',
            team: (await slackBot.team(channel)).id,
            day: DAY,
            style: 'home',
            arrival: null,
          }),
        },
      ],
    };
    await slackBot.slack.sendRaw({ kind: 'interactive', body });
    await slackBot.quiet();
    expect(await recorded()).toBe(0);
    expect(slackBot.complaints.map(({ level }) => level)).toContain('error');
    expect(JSON.stringify(slackBot.complaints)).not.toContain('home');
  });

  test('a request that is meant for another app, as with that app’s app-level token', async () => {
    const { id } = await slackBot.team(channel);
    const action = encodeButton({ kind: 'answer', team: id, day: DAY, style: 'home', arrival: null });
    const body = (app: string) => ({
      ...{ type: 'block_actions', api_app_id: app, team: { id: slackBot.teamId }, user: { id: emma } },
      channel: { id: channel, name: 'x' },
      actions: [{ type: 'button', action_id: 'a', value: action }],
    });
    const foreign = await slackBot.slack.sendRaw({ kind: 'interactive', body: body('A0ANOTHER') });
    await slackBot.quiet();
    expect([foreign.acked, await recorded()]).toEqual([false, 0]);
    expect(slackBot.complaints).toMatchObject([{ level: 'warn', fields: { why: 'of another app' } }]);
    await slackBot.slack.sendRaw({ kind: 'interactive', body: body(slackBot.slack.app.id) });
    await slackBot.quiet();
    expect(await recorded()).toBe(1);
  });

  test('a body that is not JSON, without a button, or with an unknown button', async () => {
    const empty = await slackBot.slack.sendRaw({ kind: 'interactive', body: [] as never });
    expect(empty.acked).toBe(false);
    const odd = {
      type: 'block_actions',
      team: { id: slackBot.teamId },
      user: { id: emma },
      channel: { id: channel, name: 'x' },
      response_url: `${slackBot.slack.url}/actions/none`,
      actions: [{ type: 'button', action_id: 'a', value: 'answer|x|2018-99-99|home|' }],
    };
    expect(await slackBot.slack.sendRaw({ kind: 'interactive', body: odd })).toMatchObject({ acked: true });
    await slackBot.quiet();
    expect(await recorded()).toBe(0);
  });
});

test('a signature at the edges of its window', () => {
  const body = Buffer.from('payload=1');
  const genuine = (timestamp: number, now: number) =>
    isGenuine(
      { timestamp: String(timestamp), signature: sign('s', timestamp, 'payload=1'), body },
      's',
      now * 1_000,
    );
  expect([genuine(1_000, 1_300), genuine(1_000, 1_301), genuine(1_000, 700), genuine(1_000, 699)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('Slack’s own questions are answered before anything else is there', async () => {
  const receiver = createHttpReceiver({ signingSecret: 's', clock: slackBot.time, log: slackBot.core.log });
  expect(receiver.router).toBeDefined();
  const challenge = await slackBot.slack.sendRaw({
    kind: 'event',
    body: { type: 'url_verification', challenge: 'abc' },
    attempt: 0,
    reason: '',
  });
  expect(challenge).toMatchObject({ acked: true, body: { challenge: 'abc' } });
});

test('an event that comes again is followed once', async () => {
  const { slack, teamId } = slackBot;
  const late = slack.user(teamId).id;
  const first = await slack.memberJoins(channel, late);
  await slackBot.quiet();
  await slackBot.store.people.leave(slackBot.org, (await slackBot.team(channel)).id, late);
  if (!first.request) throw new Error('nothing was sent over HTTP');
  expect(await slack.resend(first.request)).toMatchObject({ acked: true });
  await slackBot.quiet();
  const roster = await slackBot.store.people.roster(slackBot.org, (await slackBot.team(channel)).id);
  expect(roster.map(({ id }) => id)).toEqual([emma]);
});

test('a vote is acknowledged once it is committed', async () => {
  expect(await slackBot.slack.press(emma, spot(), answerOf('home'))).toMatchObject({
    acked: true,
    status: 200,
  });
  expect(await recorded()).toBe(1);
});

test('a slow Slack never makes Slack show a time-out: acknowledged after 2.5 s, answered later', async () => {
  const stranger = slackBot.slack.user(slackBot.teamId, { realName: 'New here' }).id;
  slackBot.slack.invite(channel, stranger);
  slackBot.slack.fault({ kind: '429', method: 'users.info', retryAfter: 5 });
  const delivery = slackBot.slack.press(stranger, spot(), answerOf('home'));
  await refused('users.info');
  await slackBot.time.advance(2_500);
  expect(await delivery).toMatchObject({ acked: true });
  expect(slackBot.slack.ephemerals(stranger)).toEqual([]);
  await slackBot.time.advance(3_000);
  await slackBot.quiet();
  expect(slackBot.slack.ephemerals(stranger)).toHaveLength(1);
  expect((await slackBot.store.people.get(slackBot.org, stranger))?.name).toBe('New here');
});

test('an answer that cannot be shown as blocks is shown as text; a vote stays a vote', async () => {
  slackBot.slack.fault({ kind: '500', method: 'response_url' });
  await slackBot.slack.press(emma, spot(), answerOf('home'));
  await slackBot.quiet();
  expect(await recorded()).toBe(1);
  expect(slackBot.slack.ephemerals(emma).map(({ blocks }) => blocks)).toEqual([null]);
});

test('a channel without the bot that changes its name gets no message', async () => {
  const elsewhere = slackBot.slack.channel(slackBot.teamId, { members: [emma] }).id;
  await slackBot.slack.channelRenamed(elsewhere, 'elsewhere');
  await slackBot.slack.channelArchived(elsewhere);
  await slackBot.quiet();
  expect(await slackBot.store.teams.list(slackBot.org)).toHaveLength(1);
  expect(slackBot.slack.messages(elsewhere)).toEqual([]);
});

test('an archived channel is marked, and served again once it is back', async () => {
  await slackBot.slack.channelArchived(channel);
  await slackBot.quiet();
  expect((await slackBot.team(channel)).trouble).toBe('gone');
  Object.assign(slackBot.slack.world.channels.get(channel) ?? {}, { archived: false });
  await slackBot.slack.sendEvent(slackBot.teamId, { type: 'channel_unarchive', channel, user: emma });
  await slackBot.quiet();
  expect((await slackBot.team(channel)).trouble).toBeNull();
});

test('a form that takes long says so, then shows what came of it', async () => {
  const boss = slackBot.slack.user(slackBot.teamId, { locale: 'ja-JP', admin: true }).id;
  slackBot.slack.invite(channel, boss);
  await slackBot.slack.command(boss, channel, 'setup');
  await slackBot.quiet();
  await slackBot.slack.userChanges(boss, {});
  await slackBot.quiet();
  slackBot.slack.fault({ kind: '429', method: 'users.info', retryAfter: 5 });
  const submitting = slackBot.slack.submit(boss, { until: '11:00' });
  await refused('users.info');
  await slackBot.time.advance(2_500);
  expect(JSON.stringify((await submitting).open)).toContain('少々お待ちください');
  await slackBot.time.advance(5_000);
  expect(JSON.stringify(slackBot.slack.modals(boss).map(({ body }) => body))).toContain('11:00');
  expect((await slackBot.team(channel)).settings.window.until).toBe('11:00');
});

test('a bot that was removed, its tokens revoked, calls nothing that posts; its teams are marked', async () => {
  await slackBot.slack.press(emma, spot(), answerOf('home'));
  const before = slackBot.slack.calls.list('chat.postMessage').length;
  await slackBot.slack.uninstalls(slackBot.teamId);
  await slackBot.quiet();
  const edits = slackBot.slack.calls.list('chat.update').length;
  await slackBot.at('2018-07-24T10:30:00+09:00');
  await slackBot.at('2018-07-25T07:00:00+09:00');
  expect((await slackBot.team(channel)).trouble).toBe('gone');
  expect(slackBot.slack.calls.list('chat.postMessage')).toHaveLength(before);
  expect(slackBot.slack.calls.list('chat.update')).toHaveLength(edits);
  expect(await recorded()).toBe(1);
});

test('the person who added the bot hears once that the channel was archived; other channels go on', async () => {
  const { slack, teamId } = slackBot;
  const bringer = slack.user(teamId, { realName: 'Bringer' }).id;
  const other = slack.channel(teamId, { members: [bringer, emma] }).id;
  const event = { user: slackBot.bot, channel: other, channel_type: 'C', team: teamId, inviter: bringer };
  slack.invite(other, slackBot.bot);
  await slack.sendEvent(teamId, { type: 'member_joined_channel', ...event });
  await slackBot.quiet();
  await slack.command(bringer, other, 'me');
  await slack.channelArchived(other);
  await slackBot.quiet();
  await slackBot.at('2018-07-24T08:00:00+09:00');
  await slackBot.restart();
  await slackBot.at('2018-07-24T08:05:00+09:00');
  expect(slack.messages(bringer).map(({ text }) => text)).toEqual([
    expect.stringContaining('The channel no longer exists, or I was removed from it'),
  ]);
  expect((await slackBot.team(channel)).trouble).toBeNull();
});

describe('recorded payloads', () => {
  const folder = join(__dirname, '../../../fakes/slack/payloads');
  const named = (start: string) =>
    readdirSync(folder)
      .filter((file) => file.startsWith(start) && file.endsWith('.json'))
      .map((file): [string, Record<string, unknown>] => [
        file,
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      ]);

  test.each(named('block-actions'))('%s', (_file, body) => {
    expect(readInteraction(body)).toMatchObject({
      teamId: expect.stringMatching(/^T/),
      userId: expect.stringMatching(/^U/),
      value: expect.any(String),
    });
  });
  test.each([...named('view-submission'), ...named('view-closed'), ...named('shortcut')])(
    '%s',
    (_file, body) => {
      expect(readInteraction(body)).toMatchObject({
        teamId: expect.stringMatching(/^T/),
        userId: expect.stringMatching(/^U/),
      });
    },
  );
  test.each(named('slash-command'))('%s', (file, body) => {
    expect(readCommand(body)).toMatchObject({
      teamId: expect.stringMatching(/^T/),
      via: { isEnterpriseInstall: file.includes('org-wide') },
    });
  });
  test.each(named('event-'))('%s', (_file, body) => {
    expect(readEvent(body)).toMatchObject({ teamId: expect.stringMatching(/^[TE]/) });
  });
});
