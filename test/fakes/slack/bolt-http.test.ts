import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { type FakeSlack, startFakeSlack } from '../slack';
import { SILENT } from './fixture';

/* Real Bolt checks signatures against the real clock, so this suite runs on it. */

const button = (text: string, value: string) => ({
  type: 'button',
  text: { type: 'plain_text', text },
  action_id: `do-${value}`,
  value,
});
const modal = (title: string) => ({
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: title },
  submit: { type: 'plain_text' as const, text: 'OK' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'reason',
      label: { type: 'plain_text' as const, text: 'Why' },
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
});

let slack: FakeSlack;
let receiver: HTTPReceiver;
let app: App;
let team: string;
let user: string;
let channel: string;
let advance: (ms: number) => void;

beforeEach(async () => {
  let skew = 0;
  slack = await startFakeSlack({ now: () => Date.now() + skew });
  advance = (ms) => {
    skew += ms;
  };
  team = slack.team().id;
  const token = slack.install({ team }).value;
  user = slack.user(team).id;
  channel = slack.channel(team, { members: [user, slack.botUser(team)] }).id;
  receiver = new HTTPReceiver({
    signingSecret: slack.app.signingSecret,
    logger: SILENT,
    unhandledRequestTimeoutMillis: 500,
  });
  app = new App({
    token,
    receiver,
    logger: SILENT,
    convoStore: false,
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  const server = await receiver.start(0);
  slack.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
});

afterEach(async () => {
  await receiver.stop();
  await slack.stop();
});

async function post(blocks: object[]): Promise<string> {
  const { ts = '' } = await app.client.chat.postMessage({ channel, text: 'x', blocks: blocks as never });
  return ts;
}

test('a button press reaches Bolt signed, and answers through its response_url', async () => {
  const presses: unknown[] = [];
  app.action('do-home', async ({ ack, body, action, respond }) => {
    await ack();
    presses.push({ user: body.user.id, team: body.team?.id, value: 'value' in action ? action.value : '' });
    await respond({ text: 'noted', replace_original: false });
  });
  const ts = await post([{ type: 'actions', elements: [button('Home', 'home')] }]);
  const delivery = await slack.press(user, { channel, ts }, 'Home');
  expect(delivery).toMatchObject({ acked: true, status: 200 });
  expect(delivery.ackMs).toBeGreaterThan(0);
  expect(presses).toEqual([{ user, team, value: 'home' }]);
  await settled(() => slack.ephemerals(user).length > 0);
  expect(slack.ephemerals(user).map(({ text }) => text)).toEqual(['noted']);
  expect(slack.messages(channel)).toHaveLength(1);
});

test('nobody presses what is not there, or what they cannot see', async () => {
  const ts = await post([{ type: 'actions', elements: [button('Home', 'home')] }]);
  expect(() => slack.press(user, { channel, ts }, 'Office')).toThrow('there is: Home');
  const hidden = slack.channel(team, { kind: 'private' }).id;
  const stale = { ...slack.messages(channel)[0], channel: hidden } as never;
  expect(() => slack.press(user, { stale }, 'Home')).toThrow('cannot see');
});

test.each([
  ['another secret', { signingSecret: 'wrong' }],
  ['a body changed by one byte', { tamper: (body: string) => body.replace('telework', 'teleworq') }],
  ['a signature of the wrong form', { signature: 'v0=00' }],
  ['an old timestamp', { timestamp: Math.floor(Date.now() / 1000) - 301 }],
])('Bolt refuses %s', async (_, forgery) => {
  app.command('/telework', async ({ ack }) => ack('should not'));
  const delivery = await slack.command(user, channel, 'me', { forgery });
  expect(delivery).toMatchObject({ acked: false, status: 401 });
  expect(slack.ephemerals(user)).toEqual([]);
});

test('a request can be sent again, byte for byte, or by hand', async () => {
  const texts: string[] = [];
  app.command('/telework', async ({ ack, body }) => {
    texts.push(body.text);
    await ack();
  });
  const { request } = await slack.command(user, channel, 'home');
  expect(request).not.toBeNull();
  if (request) await slack.resend(request);
  expect(texts).toEqual(['home', 'home']);
  const ts = await post([{ type: 'actions', elements: [button('Home', 'home')] }]);
  expect(slack.signed(slack.pressOf(user, { channel, ts }, 'Home')).body).toContain('payload=');
});

test('a command’s answer is seen by its sender only, and opens a modal in time only', async () => {
  const errors: string[] = [];
  app.command('/telework', async ({ ack, body, client }) => {
    await ack({ text: 'hello' });
    advance(body.text === 'late' ? 3001 : 0);
    await client.views
      .open({ trigger_id: body.trigger_id, view: modal('Reason') })
      .catch((error) => errors.push(error.data.error));
    await client.views
      .open({ trigger_id: body.trigger_id, view: modal('Twice') })
      .catch((error) => errors.push(error.data.error));
  });
  await slack.command(user, channel, 'late');
  await settled(() => errors.length === 2);
  expect(errors).toEqual(['expired_trigger_id', 'expired_trigger_id']);
  expect(slack.modals(user)).toEqual([]);
  await slack.command(user, channel, 'now');
  await settled(() => errors.length === 3);
  expect(errors[2]).toBe('exchanged_trigger_id');
  expect(slack.modals(user).map(({ body }) => body.title)).toMatchObject([{ text: 'Reason' }]);
  expect(slack.ephemerals(user, channel).map(({ text }) => text)).toEqual(['hello', 'hello']);
});

test('a modal shows errors, then closes; what is required must be filled in', async () => {
  app.shortcut('today', async ({ ack, body, client }) => {
    await client.views.open({
      trigger_id: body.trigger_id,
      view: { ...modal('Reason'), callback_id: 'why' },
    });
    await ack();
  });
  app.view('why', async ({ ack, view }) => {
    const text = view.state.values.reason?.text?.value;
    if (text === 'no') return ack({ response_action: 'errors', errors: { reason: 'Say more' } });
    return ack();
  });
  await slack.shortcut(user, 'today');
  await expect(slack.submit(user)).rejects.toThrow('Why is empty');
  const refused = await slack.submit(user, { reason: 'no' });
  expect(refused).toMatchObject({ errors: { reason: 'Say more' }, refused: null });
  expect(refused.open).toHaveLength(1);
  expect((await slack.submit(user, { reason: 'trains stand' })).open).toEqual([]);
});

test('the Home tab is published per person, and is pressed there', async () => {
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = [{ type: 'actions', elements: [button('Week', 'week')] }];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: blocks as never } });
  });
  const pressed: string[] = [];
  app.action('do-week', async ({ ack, body }) => {
    pressed.push('view' in body ? (body.view?.type ?? '') : '');
    await ack();
  });
  await slack.opensHome(user);
  await settled(() => slack.home(user) !== null);
  await slack.pressInView(user, 'Week');
  expect(pressed).toEqual(['home']);
});

test('an event that is not acknowledged comes again, at once, after one and after five minutes', async () => {
  const retries: unknown[] = [];
  app.event('member_joined_channel', async () => undefined);
  app.use(async ({ context, next }) => {
    retries.push(context.retryNum ?? 0);
    await next();
  });
  const other = slack.user(team).id;
  slack.useHttp('http://127.0.0.1:9/nowhere');
  expect((await slack.memberJoins(channel, other)).acked).toBe(false);
  expect(await slack.redeliver()).toMatchObject([{ acked: false }]);
  expect(await slack.redeliver()).toEqual([]);
  const server = await receiverAddress();
  slack.useHttp(server);
  advance(60_000);
  expect(await slack.redeliver()).toMatchObject([{ acked: true }]);
  expect(retries).toEqual([2]);
  expect(slack.redeliveriesWaiting()).toBe(0);
});

test('events without subscription or scope are not sent', () => {
  slack.app.events = ['app_home_opened'];
  expect(() => slack.teamJoin(user)).toThrow('not subscribed');
  slack.app.events = null;
  expect(() => slack.mentions(user, channel, 'hi')).toThrow('app_mentions:read');
});

test('a response_url: five uses, half an hour', async () => {
  let url = '';
  app.command('/telework', async ({ ack, body }) => {
    url = body.response_url;
    await ack();
  });
  await slack.command(user, channel, '');
  const respond = async () => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'x' }) });
    return `${response.status} ${((await response.json()) as { error?: string }).error ?? 'ok'}`;
  };
  const answers = [];
  for (let index = 0; index < 6; index++) answers.push(await respond());
  expect(answers).toEqual([...Array(5).fill('200 ok'), '404 used_url']);
  await slack.command(user, channel, '');
  advance(30 * 60_000 + 1);
  expect(await respond()).toBe('404 expired_url');
});

async function receiverAddress(): Promise<string> {
  const next = new HTTPReceiver({ signingSecret: slack.app.signingSecret, logger: SILENT });
  next.init(app);
  await receiver.stop();
  receiver = next;
  const server = await next.start(0);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
}

/** Lets other callbacks run until the condition holds. */
async function settled(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
