import type { Card } from '../../../src/domain/card';
import type { Person } from '../../../src/domain/people/person';
import { ChatError } from '../../../src/ports/chat';
import type { FaultKind } from '../../fakes/teams/faults';
import type { Conversation, Person as FakePerson, Team } from '../../fakes/teams/world';
import { endedSpans } from '../../support/ended-spans';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

const CARD: Card = {
  locale: 'en',
  tone: 'news',
  summary: 'Hello.',
  parts: [{ kind: 'text', text: 'Hello.', look: 'body' }],
};

describe('posts, edits and rosters of Teams', () => {
  const { ended, metrics } = endedSpans();
  let teamsBot: TeamsBot;
  let ana: FakePerson;
  let guest: FakePerson;
  let sales: Team;
  let org: string;
  let keys = 0;

  const key = (kind = 'close', again = false) => ({
    id: `${kind} ${++keys}`,
    mayHaveBeenSent: again,
    repeatable: kind === 'open',
  });

  beforeAll(async () => {
    teamsBot = await openTeamsBot({ timeoutMs: 300, metrics });
    const { world } = teamsBot.fake;
    ana = world.person('Ana Arai', { locale: 'zh-TW', zone: 'Asia/Taipei' });
    guest = world.person('Gus Guest', { role: 'guest' });
    sales = world.team('Sales', { members: [ana, guest, ...world.people(1_100)], channels: ['Osaka'] });
    org = `teams:${sales.tenant}`;
    await teamsBot.client.say(ana, ana.chat, 'help');
  });

  beforeEach(() => teamsBot.fake.calls.clear());
  afterEach(() => expect(teamsBot.fake.problems).toEqual([]));
  afterAll(() => teamsBot.close());

  async function faultOf(call: Promise<unknown>): Promise<ChatError> {
    const error = await call.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof ChatError)) throw new Error('no ChatError was thrown');
    return error;
  }

  const osaka = (): Conversation => sales.channels[1] ?? sales.general;

  async function rosterOf(place: string): Promise<Person[]> {
    const all: Person[] = [];
    for await (const person of teamsBot.teams.chat.roster(org, place)) all.push(person);
    return all;
  }

  test('a post begins a thread, and an edit replaces it', async () => {
    const post = await teamsBot.teams.chat.post(org, osaka().id, CARD, key());
    expect(teamsBot.fake.last(osaka())).toMatchObject({ thread: null, summary: 'Hello.', edits: 0 });
    await teamsBot.teams.chat.edit(org, post, { ...CARD, summary: 'Changed.' });
    expect(teamsBot.fake.last(osaka())).toMatchObject({ summary: 'Changed.', edits: 1 });
  });

  test('a chat with a person is opened once, also across a restart', async () => {
    const [, , bea] = sales.members;
    if (!bea) throw new Error('the team has too few members');
    await teamsBot.teams.chat.direct(org, bea.id, CARD, key('reminder'));
    await teamsBot.restart();
    await teamsBot.teams.chat.direct(org, bea.id, CARD, key('reminder'));
    expect(teamsBot.fake.direct(bea)).toHaveLength(2);
    expect(teamsBot.fake.calls.count('create-conversation').total).toBe(1);
  });

  test('nothing of a forgotten person is kept, also across a restart', async () => {
    const [, , bea] = sales.members;
    if (!bea) throw new Error('the team has too few members');
    const kept = () => teamsBot.store.memory('teams').list(`person:${bea.tenant}/${bea.id}`);
    await teamsBot.teams.chat.direct(org, bea.id, CARD, key('reminder'));
    expect(await kept()).toHaveLength(1);
    await teamsBot.teams.chat.forget(org, bea.id);
    expect(await kept()).toEqual([]);
    await teamsBot.restart();
    expect(await kept()).toEqual([]);
    await teamsBot.teams.chat.direct(org, bea.id, CARD, key('reminder'));
    expect(teamsBot.fake.direct(bea)).toHaveLength(4);
  });

  test('a chat that is gone is opened again for the next message', async () => {
    const [, , , cal] = sales.members;
    if (!cal) throw new Error('the team has too few members');
    await teamsBot.teams.chat.direct(org, cal.id, CARD, key('reminder'));
    teamsBot.fake.fault({ kind: '404', match: { operation: 'send' } });
    expect((await faultOf(teamsBot.teams.chat.direct(org, cal.id, CARD, key()))).kind).toBe('gone');
    await teamsBot.teams.chat.direct(org, cal.id, CARD, key('reminder'));
    expect(teamsBot.fake.direct(cal)).toHaveLength(2);
    expect(teamsBot.fake.calls.count('create-conversation').total).toBe(2);
  });

  test('a message to a person who has not installed the bot is forbidden', async () => {
    const far = teamsBot.fake.world.person('Far Away', { installed: false });
    expect(await faultOf(teamsBot.teams.chat.direct(org, far.id, CARD, key()))).toMatchObject({
      kind: 'forbidden',
    });
  });

  test('a roster comes in pages, with guests marked and languages known', async () => {
    const roster = await rosterOf(sales.id);
    expect(roster).toHaveLength(1_102);
    expect(teamsBot.fake.calls.count('paged-members').total).toBe(3);
    expect(roster.find(({ id }) => id === guest.id)?.kind).toBe('guest');
    expect(roster.find(({ id }) => id === ana.id)).toEqual({
      id: ana.id,
      name: 'Ana Arai',
      locale: 'zh-TW',
      timeZone: 'Asia/Taipei',
      kind: 'person',
      handle: expect.stringMatching(/^[\w-]+$/),
    });
  });

  test('a post that may have arrived is sent again only where that does no harm', async () => {
    const twice = await faultOf(teamsBot.teams.chat.post(org, sales.id, CARD, key('announce', true)));
    expect(twice.kind).toBe('uncertain');
    expect(teamsBot.fake.calls.all).toEqual([]);
    await teamsBot.teams.chat.post(org, sales.id, CARD, key('open', true));
    expect(teamsBot.fake.calls.count('send').done).toBe(1);
  });

  test.each<[FaultKind, ChatError['kind']]>([
    ['403', 'forbidden'],
    ['404', 'gone'],
    ['412', 'rate-limited'],
    ['429', 'rate-limited'],
    ['502', 'rate-limited'],
    ['503', 'rate-limited'],
    ['504', 'rate-limited'],
    ['500', 'uncertain'],
    ['timeout', 'uncertain'],
    ['page', 'uncertain'],
    ['reset-before', 'uncertain'],
    ['reset-after', 'uncertain'],
  ])('the fault %s is %s, and the call is made once', async (kind, expected) => {
    teamsBot.fake.fault({ kind, match: { operation: 'send' } });
    const error = await faultOf(teamsBot.teams.chat.post(org, sales.id, CARD, key()));
    expect(error.kind).toBe(expected);
    expect(error.message).not.toContain('Hello');
    expect(teamsBot.fake.calls.count('send').total).toBe(1);
    const of = { at: { platform: 'teams', method: 'post' } };
    const reported = [
      { name: 'lane', ...of, end: 'passed' },
      { name: 'call', ...of, end: expected },
    ];
    expect(ended.slice(-2)).toEqual(reported);
  });

  test('the wait that Teams asks for is passed on, with some jitter', async () => {
    teamsBot.fake.fault({ kind: '429', retryAfter: 7 });
    const error = await faultOf(teamsBot.teams.chat.post(org, sales.id, CARD, key()));
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(7_000);
    expect(error.retryAfterMs).toBeLessThanOrEqual(8_000);
  });

  test('an unknown place and an unknown message are gone', async () => {
    expect((await faultOf(teamsBot.teams.chat.post(org, '19:no@thread.v2', CARD, key()))).kind).toBe('gone');
    expect((await faultOf(teamsBot.teams.chat.edit(org, 'nonsense', CARD))).kind).toBe('gone');
    expect((await faultOf(teamsBot.teams.chat.post('teams:none', sales.id, CARD, key()))).kind).toBe('gone');
    expect((await faultOf(rosterOf('19:no@thread.v2'))).kind).toBe('gone');
  });

  test('with a wrong client secret posting is unreachable: nothing was sent', async () => {
    teamsBot.fake.fault({ kind: '500', match: { operation: 'token' }, times: 5 });
    const other = await openTeamsBot();
    other.fake.fault({ kind: '500', match: { operation: 'token' }, times: 5 });
    const place = other.fake.world.team('Sales');
    await other.store
      .memory('teams')
      .put(`tenant:${place.tenant}`, JSON.stringify({ serviceUrl: other.fake.serviceUrl() }), null, null);
    const posted = other.teams.chat.post(`teams:${place.tenant}`, place.id, CARD, key());
    expect((await faultOf(posted)).kind).toBe('unreachable');
    await other.close();
  });
});
