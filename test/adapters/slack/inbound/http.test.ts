import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpReceiver } from '../../../../adapters/slack/inbound/http';
import {
  isReadable,
  readCommand,
  readEvent,
  readInteraction,
} from '../../../../adapters/slack/inbound/payloads';
import { isGenuine, signatureIn } from '../../../../adapters/slack/inbound/verify';
import { encodeButton } from '../../../../src/app/requests/button';
import type { Memory } from '../../../../src/ports/store/memory';
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
        fields: { refused: 'not signed by Slack', path: '/slack/events', status: 401 },
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
    expect(slackBot.complaints).toMatchObject([{ level: 'warn', fields: { refused: 'of another app' } }]);
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
  const genuine = (timestamp: number, nowS: number) => {
    const now = nowS * 1_000;
    const signature = sign('s', timestamp, 'payload=1');
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': String(timestamp) };
    const signed = signatureIn(headers, now);
    return signed !== null && isGenuine(signed, body, { secret: 's', now });
  };
  expect([genuine(1_000, 1_300), genuine(1_000, 1_301), genuine(1_000, 700), genuine(1_000, 699)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

describe('a replayed command', () => {
  const NOW = Date.parse('2018-07-24T07:00:00+09:00') / 1_000;
  const COMMAND = {
    command: '/telework',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: '1',
    response_url: '',
  };
  const body = Buffer.from(new URLSearchParams(COMMAND).toString());
  const postAt = (timestamp: number) => ({
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-signature': sign('s', timestamp, body.toString()),
      'x-slack-request-timestamp': String(timestamp),
    },
    body,
    verified: () => undefined,
  });
  function receiver(shared: Memory | null, at = NOW) {
    const clock = { now: () => at * 1_000 };
    return new HttpReceiver({ signingSecret: 's', clock, log: slackBot.core.log, shared });
  }
  // Without an app a request that is not refused is answered by 503.
  const SERVED = { status: 503 };
  const REPLAYED = { status: 401, refused: 'replayed' };

  test('is refused by each process that shares the database, and after a restart', async () => {
    const shared = slackBot.store.memory('slack');
    const [one, other] = [receiver(shared), receiver(shared)];
    expect(await one.receive(postAt(NOW - 10))).toEqual(SERVED);
    expect(await one.receive(postAt(NOW - 10))).toEqual(REPLAYED);
    expect(await other.receive(postAt(NOW - 10))).toEqual(REPLAYED);
    expect(await receiver(shared).receive(postAt(NOW - 10))).toEqual(REPLAYED);
    expect(await other.receive(postAt(NOW - 9))).toEqual(SERVED);
  });

  test('is refused after a restart of a bot that is alone', async () => {
    expect(await receiver(null, NOW).receive(postAt(NOW))).toEqual(SERVED);
    expect(await receiver(null, NOW + 1).receive(postAt(NOW))).toEqual(REPLAYED);
  });

  test('may pass while the database is away: nothing can be recorded then', async () => {
    const away = { ...slackBot.store.memory('slack'), claim: () => Promise.reject(new Error('away')) };
    expect(await receiver(away).receive(postAt(NOW))).toEqual(SERVED);
  });
});

describe('before the body is read', () => {
  const NOW = 1_000_000;
  const receiver = () =>
    new HttpReceiver({ signingSecret: 's', clock: { now: () => NOW * 1_000 }, log: slackBot.core.log });
  const SIGNATURE = `v0=${'a'.repeat(64)}`;
  const signed = (signature: string | undefined, timestamp: string | undefined) => ({
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': '50',
    'x-slack-signature': signature,
    'x-slack-request-timestamp': timestamp,
  });

  test('well-formed headers of now admit 256 KiB', () => {
    expect(receiver().admit(signed(SIGNATURE, String(NOW)))).toEqual({ maxBytes: 262_144 });
  });

  test.each([
    ['no signature', undefined, String(NOW)],
    ['no timestamp', SIGNATURE, undefined],
    ['a short signature', 'v0=aa', String(NOW)],
    ['another version', SIGNATURE.replace('v0', 'v1'), String(NOW)],
    ['an old timestamp', SIGNATURE, String(NOW - 301)],
    ['a timestamp of the future', SIGNATURE, String(NOW + 301)],
    ['a timestamp that is no number', SIGNATURE, 'now'],
  ])('%s is refused', (_what, signature, timestamp) => {
    expect(receiver().admit(signed(signature, timestamp))).toMatchObject({ status: 401 });
  });

  test('without any signature only what may be a test of the certificate is read', () => {
    const unsigned = signed(undefined, undefined);
    expect(receiver().admit(unsigned)).toEqual({ maxBytes: 1_024 });
    for (const other of [
      { 'content-length': '1025' },
      { 'content-length': undefined },
      { 'content-type': 'application/json' },
    ]) {
      expect(receiver().admit({ ...unsigned, ...other })).toMatchObject({ status: 401 });
    }
  });
});

describe('what Slack asks of the address itself', () => {
  const post = (body: string) =>
    fetch(`${slackBot.url}/slack/events`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  test('a challenge is answered', async () => {
    const ask = (challenge: unknown) =>
      slackBot.slack.sendRaw({
        kind: 'event',
        body: { type: 'url_verification', challenge },
        attempt: 0,
        reason: '',
      });
    expect(await ask('abc')).toMatchObject({ acked: true, body: { challenge: 'abc' } });
    expect(await ask({ no: 'text' })).toMatchObject({ acked: false, status: 400 });
  });

  test('a test of the certificate, which is not signed, is answered and does nothing', async () => {
    expect((await post('ssl_check=1&token=x')).status).toBe(200);
    expect((await post('command=%2Ftelework&text=home')).status).toBe(401);
  });

  test('a warning that events are held back is acknowledged', async () => {
    const body = { type: 'app_rate_limited', team_id: slackBot.teamId, minute_rate_limited: 1 };
    expect(await slackBot.slack.sendRaw({ kind: 'event', body, attempt: 0, reason: '' })).toMatchObject({
      acked: true,
    });
    expect(slackBot.complaints).toMatchObject([{ level: 'warn', text: expect.stringContaining('events') }]);
  });
});

describe('signed, but malformed', () => {
  const user = { id: 'U1', team_id: 'T1' };
  const action = { type: 'button', action_id: 'a', value: 'x' };

  test.each<[string, Record<string, unknown>]>([
    ['a submission without a view', { type: 'view_submission', user }],
    ['a submission of a view without an id', { type: 'view_submission', user, view: {} }],
    ['a closed view that is null', { type: 'view_closed', user, view: null }],
    ['a press without a user', { type: 'block_actions', actions: [action] }],
    ['a press of nothing', { type: 'block_actions', user, actions: [] }],
    ['a press whose actions are a text', { type: 'block_actions', user, actions: 'all' }],
    ['a press of null', { type: 'block_actions', user, actions: [null] }],
    ['a shortcut without a user', { type: 'shortcut', callback_id: 'panel' }],
    ['a kind that is not a text', { type: { a: 1 }, user: null, actions: 1 }],
    ['a kind named like a part of every object', { type: '__proto__', actions: null }],
    ['options without a user', { type: 'block_suggestion' }],
  ])('%s is answered with 400', async (_what, body) => {
    expect(await slackBot.slack.sendRaw({ kind: 'interactive', body })).toMatchObject({ status: 400 });
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'joined'],
    ['without a type', {}],
    ['with a user that is null', { type: 'member_joined_channel', user: null, channel: 'C1' }],
    ['with a channel that is null', { type: 'member_joined_channel', user: 'U1', channel: null }],
    ['about an item that is null', { type: 'reaction_added', item: null }],
  ])('an event %s is answered with 400', async (_what, event) => {
    const body = { type: 'event_callback', team_id: slackBot.teamId, event_id: 'Ev1', event };
    const sent = { kind: 'event' as const, body, attempt: 0, reason: '' };
    expect(await slackBot.slack.sendRaw(sent)).toMatchObject({ status: 400 });
  });

  afterEach(() => {
    expect(slackBot.complaints.filter(({ level }) => level === 'error')).toEqual([]);
  });
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
    expect.stringContaining('Thanks for adding me'),
    expect.stringContaining('The channel is gone, or I was removed from it'),
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

  test.each(named(''))('%s is readable', (_file, body) => {
    expect(isReadable(body)).toBe(true);
  });

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
