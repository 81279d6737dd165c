import { App, SocketModeReceiver } from '@slack/bolt';
import { WebSocket } from 'ws';
import { clientFor, refusalOf, SILENT, startWorkspace, type Workspace } from './fixture';

let place: Workspace;
let app: App | null = null;

afterEach(async () => {
  await app?.stop();
  app = null;
  await place.slack.stop();
});

/** `patienceMs`: how soon the SDK takes a connection for dead, and waits before it connects again. */
async function startBot(patienceMs = 5000): Promise<App> {
  const { slack, token } = place;
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken(),
    logger: SILENT,
    clientPingTimeout: patienceMs,
    installerOptions: { clientOptions },
  });
  app = new App({
    token,
    receiver,
    logger: SILENT,
    convoStore: false,
    tokenVerificationEnabled: false,
    clientOptions,
  });
  slack.useSocket();
  return app;
}

test('commands, events and presses go over the socket and are acknowledged there', async () => {
  place = await startWorkspace({ rates: 'off' });
  const { slack, user, channel } = place;
  const bot = await startBot();
  const seen: string[] = [];
  bot.command('/telework', async ({ ack, body }) => ack({ text: `you said ${body.text}` }));
  bot.event('member_joined_channel', async ({ event }) => {
    seen.push(event.user);
  });
  await bot.start();
  expect(slack.socket.connections(slack.app.id)).toBe(1);
  expect(await slack.command(user, channel, 'home')).toMatchObject({
    acked: true,
    status: null,
    body: { text: 'you said home' },
  });
  expect(slack.ephemerals(user).map(({ text }) => text)).toEqual(['you said home']);
  const guest = slack.user(place.team).id;
  expect(await slack.memberJoins(channel, guest)).toMatchObject({ acked: true, body: null });
  expect(seen).toEqual([guest]);
});

test('an event without a connection waits, and comes again when its time is there', async () => {
  place = await startWorkspace({ rates: 'off' });
  const { slack, channel, team } = place;
  slack.useSocket();
  expect(await slack.memberJoins(channel, slack.user(team).id)).toMatchObject({
    acked: false,
    error: 'not_connected',
  });
  const bot = await startBot();
  const retries: unknown[] = [];
  bot.use(async ({ context, next }) => {
    retries.push(context.retryNum);
    await next();
  });
  bot.event('member_joined_channel', async () => undefined);
  await bot.start();
  expect(await slack.redeliver()).toMatchObject([{ acked: true }]);
  expect(retries).toEqual([1]);
});

test.each([
  ['is told to', 'disconnect'],
  ['is cut off', 'drop'],
] as const)('the client reconnects when it %s', async (_, how) => {
  place = await startWorkspace({ rates: 'off' });
  const { slack, user, channel } = place;
  const bot = await startBot(700);
  bot.command('/telework', async ({ ack }) => ack('here'));
  await bot.start();
  slack.socket[how](slack.app.id);
  while (slack.socket.connections(slack.app.id) > 0) await new Promise((resolve) => setImmediate(resolve));
  await slack.socket.connected(slack.app.id);
  expect(await slack.command(user, channel, '')).toMatchObject({ acked: true });
  expect(slack.calls.counts()['apps.connections.open']).toBeGreaterThan(1);
});

test('what is never acknowledged is a time-out', async () => {
  place = await startWorkspace({ rates: 'off', settings: { ackTimeoutMs: 30 } });
  const { slack, user, channel } = place;
  const bot = await startBot();
  bot.command('/telework', async () => undefined);
  await bot.start();
  expect(await slack.command(user, channel, '')).toMatchObject({ acked: false, error: 'timeout' });
});

test('only an app token with its scope opens a connection; another app’s hears nothing of ours', async () => {
  place = await startWorkspace();
  const { slack, token } = place;
  expect(await refusalOf(clientFor(slack, token).apps.connections.open())).toBe('not_allowed_token_type');
  const scopeless = slack.appToken({ scopes: [] });
  expect(await refusalOf(clientFor(slack, scopeless).apps.connections.open())).toBe('missing_scope');
  const { url = '' } = await clientFor(slack, slack.appToken({ app: 'A0ANOTHERAP' })).apps.connections.open();
  const socket = new WebSocket(url);
  const hello = await new Promise<string>((resolve) => {
    socket.onmessage = ({ data }) => resolve(String(data));
  });
  expect(JSON.parse(hello)).toMatchObject({ type: 'hello', connection_info: { app_id: 'A0ANOTHERAP' } });
  slack.useSocket();
  expect(await slack.opensHome(place.user)).toMatchObject({ error: 'not_connected' });
  const again = new WebSocket(url);
  expect(
    await new Promise((resolve) =>
      again.on('error', () => resolve('refused')).on('open', () => resolve('open')),
    ),
  ).toBe('refused');
  socket.terminate();
});
