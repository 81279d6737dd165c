import type { TurnContext } from 'botbuilder';
import { aCard, cardMessage, type Stage, setStage } from './fixture';
import type { Json } from './json';
import { cardFor } from './messages';
import type { Person, Team } from './world';

/* What people do, as a bot on the SDK's real adapter receives it. */

let stage: Stage;
let ana: Person;
let ben: Person;
let team: Team;
let received: Json[];

beforeAll(async () => {
  stage = await setStage();
  ana = stage.fake.world.person('Ana Arai', { locale: 'ja-JP' });
  ben = stage.fake.world.person('Ben Baba');
  team = stage.fake.world.team('Sales', { members: [ana, ben], channels: ['Tokyo'] });
});
afterAll(() => stage.close());
beforeEach(() => {
  received = [];
  stage.clock.at += 3_600_000;
  stage.fake.problems.length = 0;
  listen(async () => {});
});

function listen(logic: (context: TurnContext) => Promise<void>): void {
  stage.onTurn(async (context) => {
    received.push({ ...context.activity });
    await logic(context);
  });
}

function answering(body: object, status = 200): (context: TurnContext) => Promise<void> {
  return async (context) => {
    await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
  };
}

const shown = (card: object) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});

/** The bot answers `poll` with a card which Ana's client refreshes. */
async function postedPoll() {
  listen(async (context) => {
    const refresh = { action: { type: 'Action.Execute', verb: 'show' }, userIds: [ana.id] };
    await context.sendActivity(cardMessage(aCard('the poll', { refresh })));
  });
  await stage.client.say(ana, team.general, 'poll');
  received = [];
  return stage.fake.last(team.general);
}

test('a mention reaches the bot with markup around it', async () => {
  await stage.client.say(ana, team.general, 'off-peak <10:30> & on');
  expect(received[0]).toMatchObject({
    text: '<at>Telework Days</at>&nbsp;off-peak &lt;10:30&gt; &amp; on\n',
    locale: 'ja-JP',
    from: { id: ana.id, aadObjectId: ana.aad, name: 'Ana Arai' },
    conversation: { conversationType: 'channel', tenantId: ana.tenant },
    channelData: { team: { id: team.id }, channel: { id: team.general.id }, tenant: { id: ana.tenant } },
  });
  await stage.client.say(ana, ana.chat, 'home');
  expect(received[1]).toMatchObject({ text: 'home', conversation: { id: ana.chat.id } });
});

test('replies come in the response if the client expects them there', async () => {
  listen(async (context) => {
    await context.sendActivity('noted');
  });
  const delivery = await stage.client.say(ana, ana.chat, 'home', { expectReplies: true });
  expect(delivery.status).toBe(200);
  expect(delivery.body).toMatchObject({ activities: [{ type: 'message', text: 'noted' }] });
  expect(stage.fake.direct(ana)).toEqual([]);
});

test('a press carries verb, data and inputs; only the presser sees its answer', async () => {
  const poll = await postedPoll();
  listen(answering(shown(aCard('you: home'))));
  const delivery = await stage.client.press(ben, poll, 'Home', { arrival: '11:00' });
  expect(received[0]).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: poll.id,
    value: {
      action: { type: 'Action.Execute', verb: 'answer', data: { style: 'home', arrival: '11:00' } },
      trigger: 'manual',
    },
  });
  expect(delivery.answer).toMatchObject({ kind: 'card' });
  expect(cardFor(poll, ben)).toMatchObject({ body: [{ text: 'you: home' }, {}] });
  expect(cardFor(poll, ana)).toMatchObject({ body: [{ text: 'the poll' }, {}] });
  expect(stage.fake.problems).toEqual([]);
});

test('an older client submits the fallback as a message', async () => {
  const poll = await postedPoll();
  await stage.client.submit(ben, poll, 'Home');
  expect(received[0]).toMatchObject({
    type: 'message',
    replyToId: poll.id,
    value: { style: 'home', verb: 'answer', arrival: '10:30' },
  });
  expect(received[0]?.text).toBeUndefined();
});

test('the clients of people named in the card refresh it; others do not', async () => {
  const poll = await postedPoll();
  listen(answering(shown(aCard('when you haven’t answered'))));
  expect(await stage.client.refresh(ben, poll)).toBeNull();
  await stage.client.refresh(ana, poll);
  expect(received).toMatchObject([{ value: { trigger: 'automatic', action: { verb: 'show' } } }]);
  expect(cardFor(poll, ana)).toMatchObject({ body: [{ text: 'when you haven’t answered' }, {}] });
});

test('an answer that Teams cannot show is noted', async () => {
  const poll = await postedPoll();
  await stage.client.press(ben, poll, 'Home');
  listen(answering(shown({ type: 'AdaptiveCard' })));
  await stage.client.press(ben, poll, 'Home');
  listen(answering({ statusCode: 200, type: 'application/json', value: {} }));
  await stage.client.press(ben, poll, 'Home');
  expect(stage.fake.problems).toEqual([
    'an invoke was answered with 501',
    expect.stringContaining('version'),
    'card: nothing in it',
    'an invoke was answered with application/json',
  ]);
});

test('a message and an error are read as such', async () => {
  const poll = await postedPoll();
  listen(answering({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Over.' }));
  expect((await stage.client.press(ben, poll, 'Home')).answer).toEqual({ kind: 'message', text: 'Over.' });
  const value = { code: 'BadRequest', message: 'Unknown.' };
  listen(answering({ statusCode: 400, type: 'application/vnd.microsoft.error', value }));
  expect((await stage.client.press(ben, poll, 'Home')).answer).toEqual({
    kind: 'error',
    status: 400,
    code: 'BadRequest',
    text: 'Unknown.',
  });
  expect(stage.fake.problems).toEqual([]);
});

test('an unknown invoke is answered with 501 by the SDK', async () => {
  const delivery = await stage.client.invoke(ana, ana.chat, 'task/fetch', { data: {} });
  expect(delivery.status).toBe(501);
});

test('a redelivery is the same activity', async () => {
  const first = await stage.client.say(ana, ana.chat, 'home');
  await stage.client.redeliver(first);
  expect(received.map((activity) => activity.id)).toEqual([first.activity.id, first.activity.id]);
});

test('joining and leaving change the world and are sent to the bot', async () => {
  const [cleo] = stage.fake.world.people(1, { prefix: 'Cleo' }) as [Person];
  const { client } = stage;
  await client.uninstall(ana, team.general);
  await expect(client.say(ana, team.general, 'home')).rejects.toThrow('not in this conversation');
  await client.install(ana, team.channels[1] ?? team.general);
  await client.join(ana, team.general, [cleo]);
  await client.leave(ana, team.general, [ben]);
  expect(team.members.map((person) => person.name)).toEqual(['Ana Arai', 'Cleo 1']);
  expect(received.map((each) => [each.type, each.action ?? (each.channelData as Json).eventType])).toEqual([
    ['conversationUpdate', 'teamMemberRemoved'],
    ['installationUpdate', 'remove'],
    ['conversationUpdate', 'teamMemberAdded'],
    ['installationUpdate', 'add'],
    ['conversationUpdate', 'teamMemberAdded'],
    ['conversationUpdate', 'teamMemberRemoved'],
  ]);
  expect(received[2]).toMatchObject({
    membersAdded: [{ id: `28:${stage.fake.appId}` }],
    conversation: { id: team.channels[1]?.id },
  });
  expect(received[4]).toMatchObject({ membersAdded: [{ id: cleo.id }], conversation: { id: team.id } });
  await client.join(ana, team.general, [ben]);
});

test('renames, new channels and deletions are sent to the bot', async () => {
  const { client } = stage;
  await client.renameTeam(ana, team, 'Sales East');
  const { channel } = await client.createChannel(ana, team, 'Osaka');
  await client.renameChannel(ana, channel, 'Kyoto');
  await client.deleteChannel(ana, channel);
  expect(received.map((each) => each.channelData)).toMatchObject([
    { eventType: 'teamRenamed', team: { name: 'Sales East' } },
    { eventType: 'channelCreated', channel: { name: 'Osaka' } },
    { eventType: 'channelRenamed', channel: { name: 'Kyoto', id: channel.id } },
    { eventType: 'channelDeleted' },
  ]);
  await expect(client.say(ana, channel, 'home')).rejects.toThrow('not in this conversation');
});

test('a card that is too large for Teams is refused, and noted', async () => {
  listen(async (context) => {
    await context.sendActivity(cardMessage(aCard('x'.repeat(52_000))));
  });
  jest.spyOn(console, 'error').mockImplementation(() => {});
  expect((await stage.client.say(ana, ana.chat, 'big')).status).toBe(500);
  expect(stage.fake.problems).toEqual([expect.stringContaining('MessageSizeTooBig')]);
  expect(stage.fake.calls.largest()).toBeGreaterThan(100 * 1024);
});
