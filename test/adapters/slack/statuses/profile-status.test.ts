import { createSealer } from '../../../../adapters/slack/install';
import type { Status } from '../../../../src/domain/people/status';
import { describeStatuses, type StatusSubject } from '../../../contracts/statuses';
import { openSlackBot, type SlackBot, type SlackBotOptions } from '../../../support/slack-bot';

interface Stage {
  bot: SlackBot;
  user: string;
  /** The person allows it in their browser; resolves with the last page. */
  allows(change?: Record<string, string>): Promise<{ status: number; text: string }>;
}

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.bot.close();
  stage = null;
});

async function open(options: SlackBotOptions = {}): Promise<Stage> {
  const bot = await openSlackBot({ statuses: true, ...options });
  const user = bot.slack.user(bot.teamId, { realName: 'Ann Alpha' }).id;
  const { id } = bot.slack.channel(bot.teamId, { members: [user] });
  await bot.slack.memberJoins(id, 'bot');
  await bot.quiet();
  await bot.store.statuses.switchOn(bot.org, user, 'connect');
  const allows: Stage['allows'] = async (change = {}) =>
    follow(await link(bot, user), { fake_user: user, ...change });
  return { bot, user, allows };
}

const link = async (bot: SlackBot, user: string) => (await bot.platform.chat.statusLink(bot.org, user)) ?? '';

/** From the link to the page that the browser ends on. */
async function follow(href: string, change: Record<string, string>) {
  const target = new URL(href);
  for (const [name, value] of Object.entries(change)) target.searchParams.set(name, value);
  const consent = await fetch(target, { redirect: 'manual' });
  const page = await fetch(consent.headers.get('location') ?? '', { headers: { 'accept-language': 'en' } });
  return { status: page.status, text: await page.text() };
}

const statusOf = ({ bot, user }: Stage) => bot.slack.world.users.get(user)?.status;
const keysOf = ({ bot }: Stage) => bot.store.memory('slack').list('user:');

async function subject(): Promise<StatusSubject> {
  const here = await open();
  await here.allows();
  const { bot, user } = here;
  const { slack } = bot;
  return {
    chat: bot.platform.chat,
    org: bot.org,
    person: user,
    now: bot.time.now,
    shown: () => statusOf(here)?.text || null,
    sets(text) {
      Object.assign(slack.world.users.get(user) ?? {}, { status: { text, emoji: ':ramen:', expiration: 0 } });
    },
    // Longer than a call waits by itself.
    limits: (retryAfter) => slack.fault({ kind: '429', method: 'users.profile.set', retryAfter }),
    forbids: () => slack.fault({ kind: 'refuse', method: 'users.profile.set', error: 'not_allowed' }),
    withdraws: () => void slack.revokes(user, { unheard: true }),
    withdrawn: 'connect',
    close: () => bot.close(),
  };
}

describeStatuses('Slack', subject);

describe('the permission', () => {
  test('is the person’s own, for their status alone, and is kept encrypted', async () => {
    stage = await open();
    const target = new URL(await link(stage.bot, stage.user));
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      user_scope: 'users.profile:read,users.profile:write',
      team: stage.bot.teamId,
    });
    expect(target.searchParams.has('scope')).toBe(false);
    expect(await stage.bot.platform.chat.statusAccess(stage.bot.org, stage.user)).toBe('connect');
    expect(await stage.allows()).toMatchObject({ status: 200, text: expect.stringContaining('all set') });
    expect(await stage.bot.platform.chat.statusAccess(stage.bot.org, stage.user)).toBe('ready');
    const [kept, ...others] = await keysOf(stage);
    expect(others).toEqual([]);
    expect(kept?.value).toMatch(/^v1\./);
    expect(kept?.value).not.toContain('xoxp');
  });

  test('is not taken from another person, and their token is given back', async () => {
    stage = await open();
    const other = stage.bot.slack.user(stage.bot.teamId).id;
    expect(await stage.allows({ fake_user: other })).toMatchObject({
      status: 403,
      text: expect.stringContaining('somebody else'),
    });
    expect(await keysOf(stage)).toEqual([]);
    const tokens = [...stage.bot.slack.world.tokens.values()].filter(({ kind }) => kind === 'user');
    expect(tokens.map(({ state }) => state)).toEqual(['revoked']);
  });

  test('is not taken from another workspace, nor with fewer scopes', async () => {
    stage = await open();
    const { slack } = stage.bot;
    const foreign = slack.user(slack.team().id).id;
    expect((await stage.allows({ fake_user: foreign })).status).toBe(403);
    expect((await stage.allows({ user_scope: 'users.profile:read' })).status).toBe(403);
    expect(await keysOf(stage)).toEqual([]);
  });

  test.each<[string, (stage: Stage) => Promise<{ status: number }>]>([
    [
      'used before',
      async ({ bot, user }) => {
        const href = await link(bot, user);
        await follow(href, { fake_user: user });
        return follow(href, { fake_user: user });
      },
    ],
    [
      'older than ten minutes',
      async ({ bot, user }) => {
        const href = await link(bot, user);
        bot.time.set(bot.time.now() + 10 * 60_000);
        return follow(href, { fake_user: user });
      },
    ],
    ['guessed', ({ allows }) => allows({ state: 'AAAAAAAAAAAAAAAAAAAAAA' })],
    [
      'given after it was switched off',
      async ({ bot, user, allows }) => {
        await bot.store.statuses.switchOff(bot.org, user);
        return allows();
      },
    ],
  ])('is refused with a link that is %s', async (_what, attempt) => {
    stage = await open();
    expect((await attempt(stage)).status).toBe(400);
    expect((await keysOf(stage)).length).toBe(_what === 'used before' ? 1 : 0);
  });

  test('of a person who cancels changes nothing', async () => {
    stage = await open();
    expect(await stage.allows({ fake_cancel: '1' })).toMatchObject({
      status: 200,
      text: expect.stringContaining('cancelled'),
    });
    expect(await keysOf(stage)).toEqual([]);
  });

  test('that is taken back in Slack is heard of, and an earlier one’s end is not mistaken for it', async () => {
    stage = await open();
    const { bot, user } = stage;
    await stage.allows();
    const old = [...bot.slack.world.tokens.values()].find((token) => token.user === user);
    await bot.slack.sendEvent(bot.teamId, { type: 'tokens_revoked', tokens: { oauth: [user], bot: [] } });
    await bot.quiet();
    expect(await bot.platform.chat.statusAccess(bot.org, user)).toBe('ready');
    expect(old?.state).toBe('live');
    await bot.slack.revokes(user);
    await bot.quiet();
    expect(await bot.platform.chat.statusAccess(bot.org, user)).toBe('connect');
  });

  test('goes with the person who is forgotten, with the app, and where it is given back', async () => {
    stage = await open();
    const { bot, user } = stage;
    const token = () => [...bot.slack.world.tokens.values()].filter((one) => one.user === user).at(-1)?.state;
    await stage.allows();
    await bot.platform.chat.forget(bot.org, user);
    expect([await keysOf(stage), token()]).toEqual([[], 'revoked']);
    await stage.allows();
    await bot.platform.chat.dropStatusAccess(bot.org, user);
    expect([await keysOf(stage), token()]).toEqual([[], 'revoked']);
  });

  test('is asked for again where its key is gone, and works for its own person alone', async () => {
    stage = await open();
    const { bot, user } = stage;
    await stage.allows();
    const memory = bot.store.memory('slack');
    const [kept] = await keysOf(stage);
    const { key = '', value = '' } = kept ?? {};
    const grant = createSealer('ab'.repeat(32)).open(value, key);
    const set = () => bot.platform.chat.setStatus(bot.org, user, null, []);
    await memory.put(key, createSealer('cd'.repeat(32)).seal(grant, key), null, bot.org);
    expect(await set()).toBe('connect');
    await memory.put(key, value, null, bot.org);
    expect(await set()).toBe('shown');
    // A token of another person does not open in this one's place.
    const other = key.replace(user, 'U0OTHER');
    await memory.put(other, value, null, bot.org);
    expect(await bot.platform.chat.setStatus(bot.org, 'U0OTHER', null, [])).toBe('connect');
  });

  test('is renewed before its token expires, once', async () => {
    stage = await open({ slack: { app: { tokenRotation: true } } });
    const { bot, user } = stage;
    await stage.allows();
    bot.time.set(bot.time.now() + 11.9 * 3_600_000);
    const home: Status = { text: 'Home', icon: '🏠', until: bot.time.now() + 60_000 };
    const set = () => bot.platform.chat.setStatus(bot.org, user, home, [home]);
    // One of them waits for the other's lease.
    const both = Promise.all([set(), set()]);
    await bot.time.advance(500);
    expect(await both).toEqual(['shown', 'shown']);
    const renewals = bot.slack.calls.list('oauth.v2.access');
    expect(renewals.filter(({ args }) => args.grant_type === 'refresh_token')).toHaveLength(1);
    for (const refresh of bot.slack.world.refreshTokens.values()) refresh.used = true;
    bot.time.set(bot.time.now() + 12 * 3_600_000);
    expect(await set()).toBe('connect');
  });
});

test('without the operator’s switch nothing can be allowed', async () => {
  stage = await open({ statuses: false });
  const { bot, user } = stage;
  const { chat } = bot.platform;
  expect(await chat.statusAccess(bot.org, user)).toBe('off');
  expect(await chat.statusLink(bot.org, user)).toBeNull();
  expect(await chat.setStatus(bot.org, user, null, [])).toBe('off');
});

test('what the fake refuses: an emoji that is none, a long text, a past end, another person, a bot’s token', async () => {
  stage = await open();
  const { bot, user } = stage;
  await stage.allows();
  const token = [...bot.slack.world.tokens.values()].find((one) => one.user === user)?.value ?? '';
  const call = async (profile: object, change: object = {}, bearer = token) => {
    const response = await fetch(`${bot.slack.apiUrl}users.profile.set`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ profile, ...change }),
    });
    return ((await response.json()) as { error?: string }).error;
  };
  const soon = Math.floor(bot.time.now() / 1_000) + 60;
  expect([
    await call({ status_text: 'Home', status_emoji: '🏠' }),
    await call({ status_text: 'Home', status_emoji: ':no_such:' }),
    await call({ status_text: 'x'.repeat(101), status_emoji: ':house:' }),
    await call({ status_text: 'Home', status_emoji: ':house:', status_expiration: soon - 120 }),
    await call({ status_text: 'Home', status_emoji: ':house:' }, { user: 'U0OTHER' }),
    await call({ status_text: 'Home', status_emoji: ':house:' }, {}, bot.botToken),
    await call({ status_text: 'Home', status_emoji: ':house:', status_expiration: soon }),
  ]).toEqual([
    'profile_status_set_failed_not_emoji_syntax',
    'profile_status_set_failed_not_valid_emoji',
    'profile_set_failed',
    'profile_set_failed',
    'not_allowed',
    'not_allowed_token_type',
    undefined,
  ]);
});
