import { clientFor, refusalOf, startWorkspace, type Workspace } from './fixture';
import { newTrigger } from './world';

let place: Workspace;
afterEach(() => place.slack.stop());

const section = { type: 'section', text: { type: 'mrkdwn', text: 'hello' } };

describe('messages through the real WebClient', () => {
  test('a post is seen in the channel, with its blocks and metadata', async () => {
    place = await startWorkspace();
    const metadata = { event_type: 'telework', event_payload: { key: 'k1' } };
    const client = clientFor(place.slack, place.token);
    const posted = await client.chat.postMessage({
      channel: place.channel,
      text: 'hi',
      blocks: [section],
      metadata,
    });
    const [message] = place.slack.messages(place.channel);
    expect(message).toMatchObject({ ts: posted.ts, text: 'hi', user: place.bot, metadata });
    expect(message?.blocks).toEqual([{ ...section, block_id: expect.any(String) }]);
  });

  test('an update with text and without blocks deletes the blocks, and keeps the metadata', async () => {
    place = await startWorkspace();
    const metadata = { event_type: 'telework', event_payload: { key: 'k1' } };
    const client = clientFor(place.slack, place.token);
    const { ts = '' } = await client.chat.postMessage({
      channel: place.channel,
      text: 'a',
      blocks: [section],
      metadata,
    });
    await client.chat.update({ channel: place.channel, ts, text: 'b' });
    expect(place.slack.messages(place.channel)).toMatchObject([{ text: 'b', blocks: null, metadata }]);
    expect(place.slack.messages(place.channel)[0]?.editedTs).not.toBeNull();
  });

  test('an ephemeral reaches members only, and is nobody else’s', async () => {
    place = await startWorkspace();
    const { slack, team, channel, user } = place;
    const stranger = slack.user(team).id;
    const client = clientFor(slack, place.token);
    await client.chat.postEphemeral({ channel, user, text: 'psst' });
    expect(await refusalOf(client.chat.postEphemeral({ channel, user: stranger, text: 'psst' }))).toBe(
      'user_not_in_channel',
    );
    expect(slack.ephemerals(user).map(({ text }) => text)).toEqual(['psst']);
    expect(slack.messages(channel)).toEqual([]);
  });

  test('a message to a person lands in the conversation with them', async () => {
    place = await startWorkspace();
    const client = clientFor(place.slack, place.token);
    const opened = await client.conversations.open({ users: place.user });
    await client.chat.postMessage({ channel: opened.channel?.id ?? '', text: 'good morning' });
    expect(place.slack.messages(place.user).map(({ text }) => text)).toEqual(['good morning']);
  });
});

describe('what Slack refuses', () => {
  test.each([
    ['no token', (w: Workspace) => clientFor(w.slack, '').auth.test(), 'not_authed'],
    ['an unknown token', (w: Workspace) => clientFor(w.slack, 'xoxb-no').auth.test(), 'invalid_auth'],
    [
      'an app token for a bot',
      (w: Workspace) => say(w, w.channel, w.slack.appToken()),
      'not_allowed_token_type',
    ],
    ['an unknown channel', (w: Workspace) => say(w, 'C0NOWHERE00'), 'channel_not_found'],
    [
      'a public channel without the bot',
      (w: Workspace) => say(w, w.slack.channel(w.team).id),
      'not_in_channel',
    ],
    [
      'a private channel without the bot',
      (w: Workspace) => say(w, w.slack.channel(w.team, { kind: 'private' }).id),
      'channel_not_found',
    ],
    [
      'a channel of another workspace',
      (w: Workspace) => say(w, w.slack.channel(w.slack.team().id).id),
      'channel_not_found',
    ],
    [
      'an unknown method',
      (w: Workspace) => clientFor(w.slack, w.token).apiCall('chat.shout'),
      'unknown_method',
    ],
    [
      'history without its scope',
      (w: Workspace) => clientFor(w.slack, w.token).conversations.history({ channel: w.channel }),
      'missing_scope',
    ],
    [
      'an unknown person',
      (w: Workspace) => clientFor(w.slack, w.token).users.info({ user: 'U0NOBODY' }),
      'user_not_found',
    ],
    [
      'somebody else’s cursor',
      (w: Workspace) => clientFor(w.slack, w.token).users.list({ cursor: 'bm8=', limit: 9 }),
      'invalid_cursor',
    ],
  ])('%s', async (_, call, error) => {
    place = await startWorkspace();
    expect(await refusalOf(call(place))).toBe(error);
  });

  test('an archived channel, a message that is gone, and another’s message', async () => {
    place = await startWorkspace();
    const { slack, channel, token, user } = place;
    const client = clientFor(slack, token);
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'x' });
    expect(await refusalOf(client.chat.update({ channel, ts: '1.000001', text: 'y' }))).toBe(
      'message_not_found',
    );
    slack.messages(channel).push({ ...slack.messages(channel)[0], user, ts: '2.000002' } as never);
    expect(await refusalOf(client.chat.update({ channel, ts: '2.000002', text: 'y' }))).toBe(
      'cant_update_message',
    );
    Object.assign(slack.world.channels.get(channel) ?? {}, { archived: true });
    expect(await refusalOf(client.chat.postMessage({ channel, text: 'x' }))).toBe('is_archived');
    expect(await refusalOf(client.chat.update({ channel, ts, text: 'y' }))).toBe('is_inactive');
  });

  test('missing_scope names what is needed and what there is', async () => {
    place = await startWorkspace({ scopes: ['commands'] });
    const call = clientFor(place.slack, place.token).chat.postMessage({ channel: place.channel, text: 'x' });
    await expect(call).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write', provided: 'commands' },
    });
  });

  test('texts that are too long, and messages that say nothing', async () => {
    place = await startWorkspace();
    const { channel } = place;
    const client = clientFor(place.slack, place.token);
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'x'.repeat(40_000) });
    expect(await refusalOf(client.chat.postMessage({ channel, text: 'x'.repeat(40_001) }))).toBe(
      'msg_too_long',
    );
    await client.chat.update({ channel, ts, text: 'x'.repeat(4000) });
    expect(await refusalOf(client.chat.update({ channel, ts, text: 'x'.repeat(4001) }))).toBe('msg_too_long');
    expect(await refusalOf(client.apiCall('chat.postMessage', { channel }))).toBe('no_text');
  });

  test('blocks are refused with the place of the fault', async () => {
    place = await startWorkspace();
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }];
    const call = clientFor(place.slack, place.token).chat.postMessage({
      channel: place.channel,
      text: 'x',
      blocks,
    });
    await expect(call).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    });
    expect(place.slack.messages(place.channel)).toEqual([]);
  });

  test('a token that was revoked, or whose app is gone, or that ran out', async () => {
    place = await startWorkspace();
    const { slack, token, team } = place;
    slack.useSocket();
    const rotating = slack.install({ team: slack.team().id });
    slack.refreshToken(rotating);
    place.advance(12 * 3_600_000);
    expect(await refusalOf(clientFor(slack, rotating.value).auth.test())).toBe('token_expired');
    await slack.uninstalls(team);
    expect(await refusalOf(clientFor(slack, token).auth.test())).toBe('account_inactive');
    const other = slack.install({ team: slack.team().id }).value;
    await clientFor(slack, other).auth.revoke();
    expect(await refusalOf(clientFor(slack, other).auth.test())).toBe('token_revoked');
  });
});

function say(w: Workspace, channel: string, token = w.token): Promise<unknown> {
  return clientFor(w.slack, token).chat.postMessage({ channel, text: 'x' });
}

describe('listings', () => {
  test('members come in pages that must be followed', async () => {
    place = await startWorkspace({ settings: { pageSize: 100 } });
    const { slack, team, channel, token } = place;
    for (let index = 0; index < 248; index++) slack.invite(channel, slack.user(team).id);
    const found = new Set<string>();
    const pages = clientFor(slack, token).paginate('conversations.members', { channel, limit: 1000 });
    for await (const page of pages)
      for (const id of (page as { members?: string[] }).members ?? []) found.add(id);
    expect(found.size).toBe(250);
    expect(slack.calls.counts()['conversations.members']).toBe(3);
  });

  test('locale only when asked for, zones always, guests and the deactivated marked', async () => {
    place = await startWorkspace();
    const { slack, team, token, user } = place;
    const guest = slack.user(team, { guest: true }).id;
    const gone = slack.user(team, { deleted: true }).id;
    const client = clientFor(slack, token);
    expect((await client.users.info({ user })).user?.locale).toBeUndefined();
    const { user: full } = await client.users.info({ user, include_locale: true });
    expect(full).toMatchObject({ locale: 'ja-JP', tz: 'Asia/Tokyo', tz_offset: 32_400 });
    const { members = [] } = await client.users.list({ limit: 200 });
    expect(members.find(({ id }) => id === guest)?.is_restricted).toBe(true);
    expect(members.find(({ id }) => id === gone)?.deleted).toBe(true);
    expect(members.find(({ id }) => id === place.bot)?.is_bot).toBe(true);
  });

  test('history gives metadata only when asked for, and needs its scope', async () => {
    place = await startWorkspace({ scopes: ['chat:write', 'channels:history'] });
    const { channel } = place;
    const client = clientFor(place.slack, place.token);
    const metadata = { event_type: 'telework', event_payload: { key: 'k1' } };
    await client.chat.postMessage({ channel, text: 'x', metadata });
    expect((await client.conversations.history({ channel })).messages?.[0]?.metadata).toBeUndefined();
    const { messages } = await client.conversations.history({ channel, include_all_metadata: true });
    expect(messages?.[0]?.metadata).toEqual(metadata);
  });

  test('user groups', async () => {
    place = await startWorkspace();
    const { slack, team, user } = place;
    const group = slack.usergroup(team, { users: [user], handle: 'sales' });
    const client = clientFor(slack, place.token);
    expect((await client.usergroups.list()).usergroups).toMatchObject([{ id: group.id, handle: 'sales' }]);
    expect((await client.usergroups.users.list({ usergroup: group.id })).users).toEqual([user]);
  });

  test('an org-wide token must name the workspace, and reaches its own only', async () => {
    place = await startWorkspace();
    const { slack } = place;
    const enterprise = slack.enterprise().id;
    const inside = slack.team({ enterprise }).id;
    const channel = slack.channel(inside).id;
    const client = clientFor(slack, slack.install({ enterprise }).value);
    slack.invite(channel, 'bot');
    expect(await refusalOf(client.conversations.list())).toBe('missing_argument');
    expect(await refusalOf(client.conversations.list({ team_id: place.team }))).toBe(
      'team_access_not_granted',
    );
    expect((await client.conversations.list({ team_id: inside })).channels).toMatchObject([
      { id: channel, is_member: true },
    ]);
    expect((await client.users.conversations({ team_id: inside })).channels).toMatchObject([{ id: channel }]);
    expect((await client.auth.teams.list()).teams).toMatchObject([{ id: inside }]);
    expect((await client.auth.test()).is_enterprise_install).toBe(true);
  });
});

describe('views', () => {
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  const modal = (text: string) => ({ type: 'modal' as const, title: plain(text), blocks: [] });

  test('an update against a hash that is no more is a conflict; Home and modal are not exchanged', async () => {
    place = await startWorkspace();
    const { slack, user } = place;
    const client = clientFor(slack, place.token);
    const home = { type: 'home' as const, blocks: [] };
    const { view } = await client.views.publish({ user_id: user, view: home });
    const hash = view?.hash ?? '';
    await client.views.publish({ user_id: user, view: home, hash });
    expect(await refusalOf(client.views.publish({ user_id: user, view: home, hash }))).toBe('hash_conflict');
    expect(await refusalOf(client.views.publish({ user_id: user, view: modal('x') as never }))).toBe(
      'invalid_arguments',
    );
    expect(await refusalOf(client.views.update({ view_id: 'V0NOWHERE00', view: modal('x') }))).toBe(
      'not_found',
    );
    expect(await refusalOf(client.views.open({ trigger_id: 'made up', view: modal('x') }))).toBe(
      'invalid_trigger_id',
    );
  });

  test('three modals are stacked, no more; an update changes the one below', async () => {
    place = await startWorkspace();
    const { slack, user, team } = place;
    const client = clientFor(slack, place.token);
    const trigger = (view: string | null) => newTrigger(slack.world, user, team, view, 3000);
    const { view } = await client.views.open({ trigger_id: trigger(null), view: modal('one') });
    const from = view?.id ?? '';
    expect(await refusalOf(client.views.push({ trigger_id: trigger(null), view: modal('two') }))).toBe(
      'invalid_trigger_id',
    );
    await client.views.push({ trigger_id: trigger(from), view: modal('two') });
    await client.views.push({ trigger_id: trigger(from), view: modal('three') });
    expect(await refusalOf(client.views.push({ trigger_id: trigger(from), view: modal('four') }))).toBe(
      'push_limit_reached',
    );
    await client.views.update({ view_id: from, view: modal('first') });
    expect(slack.modals(user).map(({ body }) => body.title)).toMatchObject([
      { text: 'first' },
      { text: 'two' },
      { text: 'three' },
    ]);
  });
});

describe('rates', () => {
  test('edits: fifty, then 429 with Retry-After, for the whole workspace and no other', async () => {
    place = await startWorkspace();
    const { slack, channel, token } = place;
    const client = clientFor(slack, token);
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'x' });
    for (let index = 0; index < 50; index++) await client.chat.update({ channel, ts, text: `${index}` });
    const refused = client.chat.update({ channel, ts, text: 'one too many' });
    await expect(refused).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 2 });
    expect(slack.messages(channel)[0]?.text).toBe('49');
    expect(slack.rates.refusals()).toEqual({ 'chat.update': 1 });
    place.advance(1200);
    await client.chat.update({ channel, ts, text: 'after waiting' });
    expect(slack.messages(channel)[0]?.text).toBe('after waiting');
    expect(slack.calls.list('chat.update').filter(({ outcome }) => outcome === 'ratelimited')).toHaveLength(
      1,
    );
  });

  test('posts: about one a second in a channel, other channels undisturbed', async () => {
    place = await startWorkspace();
    const { slack, channel, bot, team } = place;
    const client = clientFor(slack, place.token);
    const other = slack.channel(team, { members: [bot] }).id;
    for (let index = 0; index < 4; index++) await client.chat.postMessage({ channel, text: 'x' });
    expect(await refusalOf(client.chat.postMessage({ channel, text: 'x' }))).toBe(
      'slack_webapi_rate_limited_error',
    );
    await client.chat.postMessage({ channel: other, text: 'x' });
    place.advance(1000);
    await client.chat.postMessage({ channel, text: 'x' });
    expect(slack.messages(channel)).toHaveLength(5);
  });
});

describe('faults on demand', () => {
  test.each([
    ['429', 'slack_webapi_rate_limited_error', 0],
    ['500', 'slack_webapi_http_error', 0],
    ['500-after', 'slack_webapi_http_error', 1],
    ['reset-before', 'slack_webapi_request_error', 0],
    ['reset-after', 'slack_webapi_request_error', 1],
    ['timeout', 'slack_webapi_request_error', 0],
    ['timeout-after', 'slack_webapi_request_error', 1],
  ] as const)('%s', async (kind, code, posted) => {
    place = await startWorkspace();
    const { slack, channel } = place;
    slack.fault({ kind, method: 'chat.postMessage', match: ({ args }) => args.channel === channel });
    const client = clientFor(slack, place.token);
    const impatient = clientFor(slack, place.token, kind.startsWith('timeout') ? { timeout: 200 } : {});
    await client.auth.test();
    expect(await refusalOf(impatient.chat.postMessage({ channel, text: 'x' }))).toBe(code);
    expect(slack.messages(channel)).toHaveLength(posted);
    await client.chat.postMessage({ channel, text: 'again' });
    expect(slack.messages(channel).at(-1)?.text).toBe('again');
  });
});
