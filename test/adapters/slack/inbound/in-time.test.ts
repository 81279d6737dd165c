import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createSlack, type Installations } from '../../../../adapters/slack';
import type { Card } from '../../../../src/domain/card';
import { translate } from '../../../../src/i18n/translate';
import type { Inbox, Reply } from '../../../../src/ports/inbox';
import type { Log } from '../../../../src/ports/log';
import { openStore } from '../../../../src/store';
import { type FakeSlack, startFakeSlack } from '../../../fakes/slack';
import { createFakeTime, type FakeTime } from '../../../fakes/time';
import { makeFolder } from '../../../support/folder';
import { localLimiter } from '../../../support/limiter';
import { postListener } from '../../../support/post-listener';
import { at } from '../../../support/sample-data';

/* Slack shows a time-out after three seconds, whatever is slow: the look-up of the install, or the database. */

const REPLY: Reply = {
  card: {
    locale: 'en',
    tone: 'news',
    summary: 'Hello.',
    parts: [{ kind: 'text', text: 'Hello.', look: 'body' }],
  },
  refused: false,
};

const REFUSAL: Reply = {
  card: {
    ...REPLY.card,
    tone: 'refusal',
    summary: 'No.',
    parts: [{ kind: 'text', text: 'No.', look: 'body' }],
  },
  refused: true,
};
const FORM: Reply = {
  card: {
    ...REPLY.card,
    parts: [
      {
        kind: 'form',
        form: 'week',
        fields: [{ kind: 'toggle', name: 'mon', label: 'Monday', value: false }],
        submit: 'Save',
      },
    ],
  },
  refused: false,
};
/** The Home tab and the panel: with one button. */
const PANEL: Card = {
  ...REPLY.card,
  summary: 'Panel.',
  parts: [
    { kind: 'text', text: 'Panel.', look: 'body' },
    {
      kind: 'choices',
      label: '',
      choices: [{ label: 'Do it', action: 'form|week', look: 'plain', chosen: false }],
    },
  ],
};

/** What is waited for: each is ended by the test. */
interface Waiting {
  resolve(): void;
  reject(): void;
}

let time: FakeTime;
let slack: FakeSlack;
let server: Server;
let waiting: Waiting[];
let slow: 'install' | 'store' | 'nothing';
let reply: Reply;
let emma: string;
let misaki: string;
let channel: string;
let close: () => Promise<void>;

/** Waits in the test's hand where `what` is slow. */
function wait<T>(what: typeof slow, value: T): Promise<T> {
  if (what !== slow) return Promise.resolve(value);
  return new Promise((resolve, reject) => {
    waiting.push({ resolve: () => resolve(value), reject: () => reject(new Error('the database is away')) });
  });
}

const inbox: Inbox = {
  press: () => wait('store', reply),
  command: () => wait('store', reply),
  submit: () => wait('store', reply),
  home: async () => PANEL,
  shown: async () => null,
  member: async () => undefined,
  profile: async () => undefined,
  place: async () => undefined,
  sharingChanged: async () => undefined,
  moved: async () => undefined,
  places: async () => undefined,
  statusAccessChanged: async () => true,
  installed: async () => undefined,
  removed: async () => undefined,
};

beforeEach(async () => {
  time = createFakeTime(at('2018-07-24T07:00:00+09:00'));
  slack = await startFakeSlack({ now: time.now });
  const team = slack.team().id;
  const {
    value: botToken,
    botUser,
    botId,
  } = slack.install({ team }, ['chat:write', 'users:read', 'channels:read']);
  emma = slack.user(team, { realName: 'Emma' }).id;
  misaki = slack.user(team, { realName: 'Misaki', locale: 'ja-JP' }).id;
  channel = slack.channel(team, { members: [emma, misaki] }).id;
  const bot = { botToken, botUserId: botUser, botId, teamId: team, enterpriseId: null };
  const installations: Installations = { botFor: () => wait('install', bot), forget: async () => undefined };
  const folder = makeFolder();
  const store = await openStore({ file: join(folder, 'telework.db'), now: time.now });
  const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
  const platform = createSlack({
    translate,
    config: {
      auth: { kind: 'oauth' },
      connection: { kind: 'http', signingSecret: slack.app.signingSecret },
      apiUrl: slack.apiUrl,
    },
    installations,
    memory: store.memory('slack'),
    clock: time,
    after: time.after,
    limiter: localLimiter({ clock: time, after: time.after }),
    log,
    fetch: (input, init) => time.track(fetch(input, init)),
  });
  server = createServer(postListener(platform.posts(inbox), log));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  slack.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  waiting = [];
  slow = 'nothing';
  reply = REPLY;
  close = async () => {
    await platform.stop();
    await store.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await slack.stop();
    rmSync(folder, { recursive: true, force: true });
  };
});
afterEach(() => close());

/** Until something waits. */
async function begun(): Promise<Waiting> {
  await until(() => waiting.length > 0);
  const [first] = waiting.splice(0, 1);
  if (!first) throw new Error('nothing waits');
  return first;
}

describe.each(['install', 'store'] as const)('while the %s is slow', (what) => {
  test('a command is acknowledged before Slack gives up, and answered later', async () => {
    slow = what;
    const typed = slack.command(emma, channel, 'me');
    const work = await begun();
    await time.advance(2_500);
    expect(await typed).toMatchObject({ acked: true, body: null });
    expect(slack.ephemerals(emma)).toEqual([]);
    slow = 'nothing';
    work.resolve();
    await until(() => slack.ephemerals(emma).length > 0);
    expect(slack.ephemerals(emma).map(({ text }) => text)).toEqual(['Hello.']);
  });

  test('a failure after the acknowledgement is reported', async () => {
    slow = what;
    const typed = slack.command(emma, channel, 'me');
    const work = await begun();
    await time.advance(2_500);
    expect(await typed).toMatchObject({ acked: true });
    work.reject();
    // Her language cannot be asked for either: after a while it is not waited for.
    await time.advance(2_000);
    await until(() => slack.ephemerals(emma).length > 0);
    expect(slack.ephemerals(emma).map(({ text }) => text)).toEqual([
      'Something went wrong. Please try again.',
    ]);
  });

  test('a request that fails at once is not acknowledged: Slack shows its own error', async () => {
    slow = what;
    const typed = slack.command(emma, channel, 'me');
    (await begun()).reject();
    expect(await typed).toMatchObject({ acked: false });
    expect(slack.ephemerals(emma)).toEqual([]);
  });
});

describe('without a response_url, the outcome is still shown', () => {
  const shown = (value: unknown) => JSON.stringify(value);
  const direct = (person: string) => slack.messages(person).map(({ text }) => text);
  const modal = () => shown(slack.modals(emma).map(({ body }) => body));

  /** Does it while the database is slow, for `ms`; it ends well, or not. */
  async function late(
    doIt: () => Promise<unknown>,
    ms: number,
    ends: 'well' | 'badly' = 'well',
  ): Promise<void> {
    slow = 'store';
    const doing = doIt();
    const work = await begun();
    await time.advance(ms);
    await doing;
    slow = 'nothing';
    if (ends === 'well') work.resolve();
    else work.reject();
    await time.quiet();
  }

  async function atHome(): Promise<void> {
    await slack.opensHome(emma);
    await until(() => slack.home(emma) !== null);
  }

  /** The panel's window, which the shortcut opens at once. */
  async function inWindow(): Promise<void> {
    reply = { card: PANEL, refused: false };
    await slack.shortcut(emma, 'panel');
    await until(() => slack.modals(emma).length > 0);
    reply = REPLY;
  }

  test('a shortcut opens a window that says to wait, and then the answer', async () => {
    slow = 'store';
    const pressed = slack.shortcut(emma, 'panel');
    const work = await begun();
    await time.advance(1_500);
    expect(await pressed).toMatchObject({ acked: true });
    await until(() => slack.modals(emma).length > 0);
    expect(modal()).toContain('Just a moment');
    await time.advance(20_000);
    work.resolve();
    await time.quiet();
    expect(modal()).toContain('Hello.');
    expect(slack.modals(emma)).toHaveLength(1);
    expect(direct(emma)).toEqual([]);
  });

  test('a shortcut that fails late says so in its window', async () => {
    await late(() => slack.shortcut(emma, 'panel'), 5_000, 'badly');
    expect(modal()).toContain('Something went wrong');
  });

  test('a shortcut whose window could not be opened, or was closed, is answered directly', async () => {
    slack.fault({ kind: 'refuse', error: 'expired_trigger_id', method: 'views.open' });
    await late(() => slack.shortcut(emma, 'panel'), 5_000);
    expect(direct(emma)).toEqual(['Hello.']);
    slack.fault({ kind: 'refuse', error: 'not_found', method: 'views.update' });
    await late(() => slack.shortcut(emma, 'panel'), 5_000);
    expect(direct(emma)).toEqual(['Hello.', 'Hello.']);
  });

  test('a failure is reported in the person’s language', async () => {
    slack.fault({ kind: 'refuse', error: 'expired_trigger_id', method: 'views.open' });
    await late(() => slack.shortcut(misaki, 'panel'), 5_000, 'badly');
    expect(direct(misaki)).toEqual(['処理できませんでした。もう一度お試しください。']);
    await late(() => slack.command(misaki, channel, 'me'), 2_500, 'badly');
    expect(slack.ephemerals(misaki).map(({ text }) => text)).toEqual(direct(misaki));
  });

  test('the language of the last answer is kept to', async () => {
    reply = { ...REPLY, card: { ...REPLY.card, locale: 'zh-TW' } };
    await slack.command(misaki, channel, 'me');
    await late(() => slack.command(misaki, channel, 'me'), 2_500, 'badly');
    expect(slack.ephemerals(misaki).at(-1)?.text).toBe('操作未成功，請再試一次。');
  });

  test.each([
    ['an answer', () => REPLY, 'Hello.'],
    ['a refusal', () => REFUSAL, 'No.'],
    ['a form, which a window would hold', () => FORM, 'form|week'],
  ])('at Home: %s stands there', async (_what, make, text) => {
    await atHome();
    reply = make();
    await late(() => slack.pressInView(emma, 'Do it'), 5_000);
    expect(shown(slack.home(emma)?.body)).toContain(text);
    expect(shown(slack.home(emma)?.body)).toContain('Panel.');
    expect(slack.modals(emma)).toEqual([]);
    expect(direct(emma)).toEqual([]);
  });

  test('at Home: what fails, or cannot be shown there, is said directly', async () => {
    await atHome();
    await late(() => slack.pressInView(emma, 'Do it'), 5_000, 'badly');
    expect(direct(emma)).toEqual(['Something went wrong. Please try again.']);
    slack.fault({ kind: 'refuse', error: 'internal_error', method: 'views.publish' });
    reply = REFUSAL;
    await late(() => slack.pressInView(emma, 'Do it'), 5_000);
    expect(direct(emma).at(-1)).toBe('No.');
  });

  test('in a window: a late refusal, and what fails, take its place', async () => {
    await inWindow();
    reply = REFUSAL;
    await late(() => slack.pressInView(emma, 'Do it'), 5_000);
    expect(modal()).toContain('No.');
    await slack.close(emma);
    await inWindow();
    await late(() => slack.pressInView(emma, 'Do it'), 5_000, 'badly');
    expect(modal()).toContain('Something went wrong');
    expect(direct(emma)).toEqual([]);
  });

  test('a form whose window is closed meanwhile is answered directly', async () => {
    reply = FORM;
    await slack.shortcut(emma, 'panel');
    await until(() => slack.modals(emma).length > 0);
    reply = REPLY;
    slack.fault({ kind: 'refuse', error: 'not_found', method: 'views.update' });
    await late(() => slack.submit(emma, {}), 5_000);
    expect(direct(emma)).toEqual(['Hello.']);
  });
});

/** Rather an error than a test that never ends. */
const MOST_TURNS = 100_000;

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; !done(); turn++) {
    if (turn > MOST_TURNS) throw new Error('it did not come');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
