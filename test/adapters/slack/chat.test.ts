import { createSlack } from '../../../adapters/slack';
import type { Card } from '../../../src/domain/card';
import { translate } from '../../../src/i18n/translate';
import type { Chat, ChatError } from '../../../src/ports/chat';
import type { Log } from '../../../src/ports/log';
import type { Metrics } from '../../../src/ports/metrics';
import type { Memory } from '../../../src/ports/store/memory';
import { aCard, describeChat, expectFault } from '../../contracts/chat';
import { BOT_SCOPES, type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../../fakes/slack';
import { createFakeTime, type FakeTime } from '../../fakes/time';
import { endedSpans } from '../../support/ended-spans';
import { localLimiter } from '../../support/limiter';

const START = Date.UTC(2018, 6, 23, 22);
const HISTORY = [...BOT_SCOPES, 'channels:history'];

interface Place {
  slack: FakeSlack;
  time: FakeTime;
  chat: Chat;
  org: string;
  teamId: string;
  channel: string;
  members: string[];
}

async function place(
  options: { scopes?: readonly string[]; slack?: Partial<FakeSlackOptions>; metrics?: Metrics } = {},
): Promise<Place> {
  const time = createFakeTime(START);
  const slack = await startFakeSlack({ now: time.now, ...options.slack });
  const teamId = slack.team().id;
  const { value: botToken, botUser } = slack.install({ team: teamId }, options.scopes);
  const members = [
    slack.user(teamId).id,
    slack.user(teamId, { guest: true }).id,
    slack.user(teamId, { bot: true }).id,
    botUser,
  ];
  const channel = slack.channel(teamId, { members }).id;
  const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
  const { chat } = createSlack({
    translate,
    config: {
      auth: { kind: 'token', botToken },
      connection: { kind: 'http', signingSecret: 'secret' },
      apiUrl: slack.apiUrl,
    },
    memory: memory(),
    clock: time,
    after: time.after,
    limiter: localLimiter({ clock: time, after: time.after }),
    log,
    ...(options.metrics ? { metrics: options.metrics } : {}),
    fetch: (input, init) => time.track(fetch(input, init)),
  });
  return { slack, time, chat, org: `slack:${teamId}`, teamId, channel, members };
}

function memory(): Memory {
  const entries = new Map<string, string>();
  return {
    get: async (key) => entries.get(key) ?? null,
    put: async (key, value) => void entries.set(key, value),
    claim: async (key, value) => !entries.has(key) && Boolean(entries.set(key, value)),
    remove: async (key) => void entries.delete(key),
    list: async () => [],
  };
}

describeChat('Slack', async () => {
  const { slack, chat, org, channel, members } = await place({ scopes: HISTORY });
  return {
    chat,
    org,
    place: channel,
    gonePlace: 'C0NOWHERE00',
    members,
    person: members[0] ?? '',
    stranger: 'U0NOBODY000',
    findsAgain: true,
    seen: async (at) => slack.messages(at).map(({ text }) => text),
    seenBy: async (person) => slack.messages(person).map(({ text }) => text),
    close: () => slack.stop(),
  };
});

describe('posts', () => {
  let at: Place;
  afterEach(() => at.slack.stop().catch(() => undefined));
  const KEY = { id: '0123456789abcdef0123456789abcdef', mayHaveBeenSent: false, repeatable: true };
  const ANNOUNCEMENT = { id: 'fedcba9876543210fedcba9876543210', mayHaveBeenSent: false, repeatable: false };
  const post = (text = 'hello', key = KEY) => at.chat.post(at.org, at.channel, aCard(text), key);
  const texts = () => at.slack.messages(at.channel).map(({ text }) => text);

  test('carry their key', async () => {
    at = await place();
    await post();
    const { metadata } = at.slack.messages(at.channel)[0] ?? {};
    expect(metadata).toEqual({
      event_type: 'telework_post',
      event_payload: { key: KEY.id },
    });
  });

  test('are looked for after a time-out that may have posted them, so that none is there twice', async () => {
    at = await place({ scopes: HISTORY });
    at.slack.fault({ kind: 'reset-after', method: 'chat.postMessage' });
    await expectFault(post(), 'uncertain');
    await at.chat.post(at.org, at.channel, aCard('other'), ANNOUNCEMENT);
    await post('hello', { ...KEY, mayHaveBeenSent: true });
    expect(texts()).toEqual(['hello', 'other']);
  });

  test('without the history scope: a poll is posted again, anything else stays unknown', async () => {
    at = await place();
    await post('poll', { ...KEY, mayHaveBeenSent: true });
    await expectFault(post('announcement', { ...ANNOUNCEMENT, mayHaveBeenSent: true }), 'uncertain');
    await expectFault(
      at.chat.direct(at.org, at.members[0] ?? '', aCard('reminder'), {
        id: 'reminder',
        mayHaveBeenSent: true,
        repeatable: false,
      }),
      'uncertain',
    );
    expect(texts()).toEqual(['poll']);
  });

  test.each<[string, (place: Place) => void, ChatError['kind']]>([
    [
      'an archived channel',
      ({ slack, channel }) => Object.assign(slack.world.channels.get(channel) ?? {}, { archived: true }),
      'gone',
    ],
    [
      'a channel without the bot',
      ({ slack, channel, teamId }) =>
        slack.world.channels.get(channel)?.members.delete(slack.botUser(teamId)),
      'forbidden',
    ],
    [
      'a revoked token',
      ({ slack }) =>
        slack.world.tokens.forEach((token) => {
          token.state = 'revoked';
        }),
      'unreachable',
    ],
    [
      'a missing scope',
      ({ slack }) =>
        slack.world.tokens.forEach((token) => {
          token.scopes = [];
        }),
      'forbidden',
    ],
    ['a fault before', ({ slack }) => slack.fault({ kind: '500', method: 'chat.postMessage' }), 'uncertain'],
    [
      'a reset',
      ({ slack }) => slack.fault({ kind: 'reset-before', method: 'chat.postMessage' }),
      'uncertain',
    ],
    [
      'an error of Slack’s own',
      ({ slack }) => slack.fault({ kind: 'refuse', error: 'internal_error', method: 'chat.postMessage' }),
      'uncertain',
    ],
    [
      'a card it does not take',
      ({ slack }) =>
        slack.fault({ kind: 'refuse', error: 'msg_blocks_too_long', method: 'chat.postMessage' }),
      'invalid',
    ],
  ])('into %s', async (_what, make, kind) => {
    at = await place();
    await post('before');
    make(at);
    await expectFault(post('after'), kind);
    expect(texts()).toEqual(['before']);
  });

  test('a Slack that is not there is unreachable: surely nothing was posted', async () => {
    at = await place();
    await at.slack.stop();
    await expectFault(post(), 'unreachable');
  });

  test('a 429 pauses the lane; the post goes once, after Retry-After', async () => {
    at = await place();
    at.slack.fault({ kind: '429', method: 'chat.postMessage', retryAfter: 7 });
    const posted = post();
    await at.time.advance(6_999);
    expect(texts()).toEqual([]);
    // The first calls after a pause are kept for those who wait in front of a screen.
    await at.time.advance(3_001);
    await posted;
    expect(texts()).toEqual(['hello']);
  });

  test('calls and their waits are reported, those that were refused as well', async () => {
    const { ended, metrics } = endedSpans();
    at = await place({ metrics });
    await post();
    at.slack.fault({ kind: '429', method: 'chat.postMessage', retryAfter: 300 });
    await expect(post()).rejects.toMatchObject({ kind: 'rate-limited' });
    const posts = ended.filter((span) => 'method' in span.at && span.at.method === 'chat.postMessage');
    expect(posts[0]?.at).toEqual({ platform: 'slack', method: 'chat.postMessage' });
    expect(posts.map(({ name, end }) => `${name} ${end}`)).toEqual([
      'lane passed',
      'call done',
      'lane passed',
      'call rate-limited',
      'lane refused',
    ]);
  });

  test('a long Retry-After is the core’s to wait for', async () => {
    at = await place();
    at.slack.fault({ kind: '429', method: 'chat.postMessage', retryAfter: 300 });
    await expect(post()).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 300_000 });
  });

  test('in another workspace: the bot is not installed there', async () => {
    at = await place();
    await expectFault(at.chat.post('slack:T0ELSEWHERE', at.channel, aCard('hello'), KEY), 'gone');
  });

  test('a native chart becomes text where the workspace refuses it, and stays so', async () => {
    at = await place({ slack: { settings: { charts: false } } });
    const chart: Card = {
      ...aCard('chart'),
      parts: [{ kind: 'bars', label: 'T', of: 1, bars: [{ label: 'a', count: 1, value: '1 (100%)' }] }],
    };
    await at.chat.post(at.org, at.channel, chart, KEY);
    await at.chat.post(at.org, at.channel, chart, ANNOUNCEMENT);
    expect(at.slack.messages(at.channel).map(({ blocks }) => blocks?.map(({ type }) => type))).toEqual([
      ['context', 'section'],
      ['context', 'section'],
    ]);
    expect(at.slack.calls.list('chat.postMessage').map(({ outcome }) => outcome)).toEqual([
      'invalid_blocks',
      'ok',
      'ok',
    ]);
  });
});

describe('edits', () => {
  /** As the core does: what is refused for the limits is tried again when Slack's lanes have room. */
  async function editUntilDone(
    { time, chat, org }: Awaited<ReturnType<typeof place>>,
    post: string,
    text: () => string,
  ): Promise<void> {
    for (;;) {
      const fault = await chat.edit(org, post, aCard(text())).catch((error: ChatError) => error);
      if (!fault) return;
      await new Promise<void>((resolve) => {
        time.after(fault.retryAfterMs ?? 0, resolve);
      });
    }
  }

  test('a rush of them costs few calls, and the last state stands there', async () => {
    const stage = await place();
    const { slack, time, chat, org, channel } = stage;
    const post = await chat.post(org, channel, aCard('0'), {
      id: 'k',
      mayHaveBeenSent: false,
      repeatable: false,
    });
    let votes = 0;
    let edited: Promise<void> = Promise.resolve();
    let idle = true;
    for (votes = 1; votes < 600; votes++) {
      if (idle) edited = editUntilDone(stage, post, () => String(votes)).finally(() => (idle = true));
      idle = false;
      await time.advance(1_000);
    }
    await time.advance(90_000);
    await edited;
    const last = editUntilDone(stage, post, () => String(votes));
    await time.advance(90_000);
    await last;
    expect(slack.messages(channel).map(({ text }) => text)).toEqual(['600']);
    expect(slack.calls.list('chat.update').length).toBeLessThanOrEqual(85);
    expect(slack.rates.refusals()).toEqual({});
    await slack.stop();
  });

  test('of many polls in one workspace stay within its budget, each in its turn', async () => {
    const stage = await place();
    const { slack, time, chat, org, channel } = stage;
    const posts: string[] = [];
    for (let n = 0; n < 40; n++) {
      const posted = chat.post(org, channel, aCard(`poll ${n}`), {
        id: `k${n}`,
        mayHaveBeenSent: false,
        repeatable: false,
      });
      await time.advance(1_100);
      posts.push(await posted);
    }
    const sent = posts.flatMap((post, n) => [
      editUntilDone(stage, post, () => `old ${n}`),
      editUntilDone(stage, post, () => `new ${n}`),
    ]);
    await time.advance(180_000);
    await Promise.all(sent);
    expect(slack.messages(channel).map(({ text }) => text)).toEqual(posts.map((_, n) => `new ${n}`));
    expect(slack.rates.refusals()).toEqual({});
    await slack.stop();
  });
});

test('a thousand people are listed, not asked for one by one', async () => {
  const { slack, time, chat, org, teamId, channel } = await place();
  const ids = Array.from(
    { length: 1_200 },
    (_, n) => slack.user(teamId, { realName: `Person ${n}`, locale: 'ja-JP' }).id,
  );
  slack.invite(channel, ...ids);
  const roster: string[] = [];
  const read = (async () => {
    for await (const person of chat.roster(org, channel)) roster.push(`${person.id} ${person.locale}`);
  })();
  await time.advance(60_000);
  await read;
  expect(roster).toHaveLength(1_204);
  expect(roster).toContain(`${ids[1_199]} ja`);
  expect(slack.calls.counts()['users.info']).toBeUndefined();
  expect(slack.calls.counts()['users.list']).toBe(3);
  expect(slack.rates.refusals()).toEqual({});
  await slack.stop();
});
