import type { TurnContext } from 'botbuilder';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import type { FaultKind } from './faults';
import { type Stage, setStage } from './fixture';
import { removeRetries } from './retries';
import type { Team } from './world';

let stage: Stage;
let stubborn: Stage;
let team: Team;
/** Stages of single tests. */
const others: Stage[] = [];

beforeAll(async () => {
  stage = await setStage();
  stubborn = await setStage({}, { retries: true });
  team = stage.fake.world.team('Sales', { members: [stage.fake.world.person('Ana Arai')] });
  stubborn.fake.world.team('Sales');
});
afterAll(async () => {
  for (const each of [stage, stubborn, ...others]) await each.close();
});
beforeEach(() => {
  for (const { fake, clock } of [stage, stubborn]) {
    fake.calls.clear();
    clock.at += 3_600_000;
  }
});

async function send(to: Stage, conversation = team.general.id): Promise<void> {
  const reference = {
    channelId: 'msteams',
    serviceUrl: to.fake.serviceUrl(),
    conversation: { id: conversation, isGroup: true, conversationType: 'channel', name: '' },
    bot: { id: `28:${to.fake.appId}`, name: '' },
  };
  await to.bot.adapter.continueConversationAsync(to.fake.appId, reference, async (context: TurnContext) => {
    await context.sendActivity('hello');
  });
}

test.each(['403', '404', '412', '429', '500', '502', '503', '504'] as FaultKind[])(
  'a %s by order has no effect and is not tried again',
  async (kind) => {
    const before = stage.fake.messages(team.general).length;
    const fault = stage.fake.fault({ kind });
    await expect(send(stage)).rejects.toMatchObject({ statusCode: Number(kind) });
    expect([fault.hits(), stage.fake.calls.count('send', 'reply').total]).toEqual([1, 1]);
    expect(stage.fake.messages(team.general).length).toBe(before);
    await send(stage);
    expect(stage.fake.messages(team.general).length).toBe(before + 1);
  },
);

test('a connection breaks before or after the message is stored', async () => {
  const before = stage.fake.messages(team.general).length;
  stage.fake.fault({ kind: 'reset-before' });
  await expect(send(stage)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(stage.fake.messages(team.general).length).toBe(before);
  stage.fake.fault({ kind: 'reset-after' });
  await expect(send(stage)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(stage.fake.messages(team.general).length).toBe(before + 1);
  expect(stage.fake.calls.all.map((call) => [call.outcome, call.done])).toEqual([
    ['reset', false],
    ['reset', true],
  ]);
});

test('a call without an answer ends when the fake closes', async () => {
  const silent = await setStage();
  others.push(silent);
  const place = silent.fake.world.team('Silent');
  silent.fake.fault({ kind: 'timeout' });
  const sending = send(silent, place.general.id);
  const ended = expect(sending).rejects.toThrow();
  while (silent.fake.calls.count('send', 'reply').total === 0) await new Promise(setImmediate);
  expect(silent.fake.calls.all.at(-1)).toMatchObject({ outcome: 'timeout', done: false });
  await silent.close();
  await ended;
});

test('faults hit the calls they match, as often as ordered', async () => {
  const other = stage.fake.world.team('Other');
  const fault = stage.fake.fault({
    match: { operation: ['send', 'reply'], conversation: other.general.id },
    kind: '502',
    times: 2,
  });
  await send(stage);
  for (let time = 0; time < 2; time += 1) {
    await expect(send(stage, other.general.id)).rejects.toMatchObject({ statusCode: 502 });
  }
  await send(stage, other.general.id);
  expect(fault.hits()).toBe(2);
});

test('the token endpoint can fail, too', async () => {
  const fresh = await setStage();
  others.push(fresh);
  const place = fresh.fake.world.team('Fresh');
  fresh.fake.fault({ match: { operation: 'token' }, kind: '503' });
  await expect(send(fresh, place.general.id)).rejects.toThrow('temporarily_unavailable');
  // MSAL then sends no requests for a minute.
  await expect(send(fresh, place.general.id)).rejects.toThrow();
  expect(fresh.fake.calls.byOperation()).toEqual({ token: { total: 1, done: 0, throttled: 0 } });
});

test('a call beyond the limits gets 429 with the time to wait, and is counted', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => send(stage)));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.length).toBe(3);
  expect(refused[0]?.reason.response.headers.get('retry-after')).toBe('1');
  expect(stage.fake.calls.count('send', 'reply')).toEqual({ total: 10, done: 7, throttled: 3 });
});

test('unless its retries are removed, the SDK repeats a throttled call by itself', async () => {
  const place = stubborn.fake.world.team('Stubborn');
  stubborn.fake.fault({ kind: '429', retryAfter: 0, times: 2 });
  await send(stubborn, place.general.id);
  expect(stubborn.fake.calls.count('send', 'reply')).toEqual({ total: 3, done: 1, throttled: 2 });
});

test('the removed policies of a connector client are named', () => {
  const client = new ConnectorClient(new MicrosoftAppCredentials('', ''), { noRetryPolicy: true });
  expect(removeRetries(client)).toEqual(['defaultRetryPolicy']);
  expect(removeRetries(client)).toEqual([]);
  expect(() => removeRetries({})).toThrow('keeps its pipeline elsewhere');
});
