import { type FakeTeams, startFakeTeams } from './fake-teams';
import { aCard, cardMessage } from './fixture';
import type { Json } from './json';
import { cardFor } from './messages';
import type { Conversation, Person, Team } from './world';

/* The connector as such, without the SDK in between. */

let fake: FakeTeams;
let ana: Person;
let team: Team;
let token = '';
let at = Date.UTC(2026, 6, 24);

beforeAll(async () => {
  fake = await startFakeTeams({ now: () => at });
  ana = fake.world.person('Ana Arai');
  team = fake.world.team('Sales', { members: [ana] });
  token = await tokenOf(fake);
});
afterAll(() => fake.close());
beforeEach(() => {
  at += 3_600_000;
});

async function tokenOf(side: FakeTeams): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: side.appId,
    client_secret: side.password,
    scope: 'https://api.botframework.com/.default',
  });
  const answer = await fetch(`${side.login}/${side.world.home}/oauth2/v2.0/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function ask(method: string, path: string, body?: object): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${fake.serviceUrl()}v3/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Json) };
}

const activities = (place: { id: string }, rest = '') =>
  `conversations/${encodeURIComponent(place.id)}/activities${rest}`;
const codeOf = (answer: { body: Json }) => (answer.body.error as Json).code;
const text = (words: string) => ({ type: 'message', text: words });

test('posts, edits and deletes the bot’s own messages', async () => {
  const sent = await ask('POST', activities(team.general), text('one'));
  expect(sent.status).toBe(201);
  const own = activities(team.general, `/${String(sent.body.id)}`);
  expect(await ask('PUT', own, text('two'))).toEqual({ status: 200, body: { id: sent.body.id } });
  expect(fake.last(team.general)).toMatchObject({ text: 'two', edits: 1 });
  expect((await ask('DELETE', own)).status).toBe(200);
  expect(codeOf(await ask('PUT', own, text('three')))).toBe('ActivityNotFoundInConversation');
});

test('refuses the tokens of other bots', async () => {
  const other = await startFakeTeams({ now: () => at });
  const mine = token;
  token = await tokenOf(other).finally(() => other.close());
  const { status } = await ask('POST', activities(team.general), text('x'));
  token = mine;
  expect(status).toBe(401);
});

test('refuses to change a person’s message', async () => {
  const client = fake.client('http://127.0.0.1:9/nobody');
  await expect(client.say(ana, ana.chat, 'home')).rejects.toThrow();
  const [message] = fake.messages(ana.chat);
  const answer = await ask('PUT', activities(ana.chat, `/${message?.id}`), text('office'));
  expect([answer.status, codeOf(answer), message?.text]).toEqual([403, 'NotEnoughPermissions', 'home']);
  client.close();
});

test('an edit for everyone replaces the views of single people', async () => {
  const sent = await ask('POST', activities(team.general), cardMessage(aCard('the poll')));
  const message = fake.last(team.general);
  message.views.set(ana.id, aCard('you: home'));
  await ask('PUT', activities(team.general, `/${String(sent.body.id)}`), cardMessage(aCard('closed')));
  expect(cardFor(message, ana)).toMatchObject({ body: [{ text: 'closed' }, {}] });
});

test('keeps an answer in its thread, and refuses a thread without a message', async () => {
  const first = await ask('POST', activities(team.general), text('one'));
  const reply = await ask('POST', activities(team.general, `/${String(first.body.id)}`), text('two'));
  await ask('POST', activities(team.general, `/${String(reply.body.id)}`), text('three'));
  expect(fake.last(team.general)).toMatchObject({ text: 'three', thread: first.body.id });
  const nowhere = await ask('POST', activities({ id: `${team.id};messageid=1` }), text('x'));
  expect([nowhere.status, codeOf(nowhere)]).toEqual([404, 'ConversationNotFound']);
});

test('opens a chat by directory id, and a thread in a channel', async () => {
  const parameters = { members: [{ id: ana.aad }], channelData: { tenant: { id: ana.tenant } } };
  expect(await ask('POST', 'conversations', parameters)).toEqual({ status: 201, body: { id: ana.chat.id } });
  const thread = await ask('POST', 'conversations', {
    isGroup: true,
    channelData: { channel: { id: team.id } },
    activity: text('hello'),
  });
  expect(thread.status).toBe(201);
  expect(thread.body.id).toBe(`${team.id};messageid=${String(thread.body.activityId)}`);
});

const noChats: [string, () => object][] = [
  ['without a tenant', () => ({ members: [{ id: ana.id }] })],
  ['without members', () => ({ members: [], tenantId: ana.tenant })],
  ['with two', () => ({ members: [{ id: ana.id }, { id: ana.id }], tenantId: ana.tenant })],
  ['with a stranger', () => ({ members: [{ id: '29:nobody' }], tenantId: ana.tenant })],
  ['by another bot', () => ({ bot: { id: '28:x' }, members: [{ id: ana.id }], tenantId: ana.tenant })],
];

test.each(noChats)('does not open a chat %s', async (_name, parameters) => {
  expect((await ask('POST', 'conversations', parameters())).status).toBe(400);
});

test('each new chat counts against its own limit', async () => {
  const parameters = { members: [{ id: ana.id }], tenantId: ana.tenant };
  const ben = fake.world.person('Ben Baba');
  const opened = await Promise.all(Array.from({ length: 8 }, () => ask('POST', 'conversations', parameters)));
  expect(opened.filter((answer) => answer.status === 429).length).toBe(1);
  expect(
    (await ask('POST', 'conversations', { members: [{ id: ben.id }], tenantId: ben.tenant })).status,
  ).toBe(201);
});

test('a tenant has 50 calls a second, of any kind', async () => {
  const chats: Conversation[] = fake.world.people(60).map((person) => person.chat);
  const answers = await Promise.all(chats.map((chat) => ask('POST', activities(chat), text('x'))));
  expect(answers.filter((answer) => answer.status === 201).length).toBe(50);
  at += 1000;
  expect((await ask('POST', activities(chats[59] as Conversation), text('x'))).status).toBe(201);
});

test('a typing indicator is not kept; a faulty card is refused as a whole', async () => {
  const before = fake.messages(ana.chat).length;
  expect((await ask('POST', activities(ana.chat), { type: 'typing' })).status).toBe(201);
  const faulty = await ask(
    'POST',
    activities(ana.chat),
    cardMessage({ type: 'AdaptiveCard', version: '2.0' }),
  );
  expect([faulty.status, codeOf(faulty)]).toEqual([400, 'BadSyntax']);
  expect(fake.messages(ana.chat).length).toBe(before);
});

test('a person who left is no longer found; a deleted team is gone', async () => {
  const away = fake.world.team('Away', { members: [ana] });
  const path = `conversations/${encodeURIComponent(away.id)}/members/${ana.aad}`;
  expect((await ask('GET', path)).body).toMatchObject({ id: ana.id, userRole: 'user' });
  away.members.length = 0;
  expect(codeOf(await ask('GET', path))).toBe('MemberNotFoundInConversation');
  away.deleted = true;
  expect((await ask('GET', `teams/${encodeURIComponent(away.id)}`)).status).toBe(404);
  expect((await ask('POST', activities(away.general), text('x'))).status).toBe(404);
});

test('lists a group chat, and refuses other operations', async () => {
  const chat = fake.world.groupChat('Offsite', { members: [ana] });
  const page = await ask('GET', `conversations/${encodeURIComponent(chat.id)}/pagedmembers`);
  expect(page.body).toMatchObject({ members: [{ name: 'Ana Arai', givenName: 'Ana', surname: 'Arai' }] });
  expect((await ask('GET', 'conversations')).status).toBe(404);
});
