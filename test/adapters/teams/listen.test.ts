import { actionsOf } from '../../fakes/teams/card-actions';
import { type Json, jsonOf, textOf } from '../../fakes/teams/json';
import { cardFor, type SeenMessage } from '../../fakes/teams/messages';
import type { Conversation, Person, Team } from '../../fakes/teams/world';
import { type Office, openOffice } from '../../support/teams-bot';

const DAY = '2018-07-24';

describe('the bot in Teams', () => {
  let office: Office;
  let ana: Person;
  let others: Person[];
  let sales: Team;

  beforeAll(async () => {
    office = await openOffice({ start: `${DAY}T07:30:00+09:00` });
    const { world } = office.fake;
    ana = world.person('Ana Arai', { locale: 'ja-JP' });
    others = world.people(5);
    sales = world.team('Sales', { members: [ana, ...others] });
  });

  afterEach(() => {
    expect(office.fake.problems).toEqual([]);
    expect(office.complaints).toEqual([]);
  });

  afterAll(() => office.close());

  const textsIn = (place: Conversation) => office.fake.messages(place).map(({ summary }) => summary);
  const lastIn = (place: Conversation) => office.fake.last(place);

  function other(index: number): Person {
    const person = others[index];
    if (!person) throw new Error('the team has too few members');
    return person;
  }

  function poll(): SeenMessage {
    const found = office.fake
      .messages(sales.general)
      .find(({ card }) => actionsOf(card ?? {}).some(({ title }) => title === 'Working from home'));
    if (!found) throw new Error('there is no poll');
    return found;
  }

  async function tally() {
    const team = await office.store.teams.at(`teams:${sales.tenant}`, sales.id);
    return office.store.polls.count(`teams:${sales.tenant}`, team?.id ?? '', DAY, Number.MAX_SAFE_INTEGER);
  }

  test('an installation arrives twice, and is welcomed once', async () => {
    const deliveries = await office.client.install(ana, sales.general);
    expect(deliveries.map(({ status }) => status)).toEqual([200, 200]);
    expect(textsIn(sales.general)).toEqual([expect.stringContaining('Telework Days for Sales')]);
    expect(await office.store.teams.at(`teams:${sales.tenant}`, sales.id)).toMatchObject({ name: 'Sales' });
  });

  test('a mention is a command, answered in its thread', async () => {
    const asked = await office.client.say(ana, sales.general, 'poll now');
    expect(asked).toMatchObject({ status: 200, body: null });
    await office.core.refresh.settle();
    const answer = lastIn(sales.general);
    expect(answer.thread).toBe(textOf(asked.activity.id));
    expect(poll().thread).toBeNull();
  });

  test('a member who did not add the bot cannot set it up', async () => {
    await office.client.say(other(0), sales.general, 'setup names=on');
    expect(lastIn(sales.general).summary).toMatch(/administrator/i);
  });

  test('a confidential reply goes to the administrator alone, and the channel says only that', async () => {
    const before = office.fake.direct(ana).length;
    await office.client.say(ana, sales.general, 'deliveries');
    expect(office.fake.direct(ana)).toHaveLength(before + 1);
    expect(office.fake.direct(ana).at(-1)?.summary).toContain('配信状況');
    const said = lastIn(sales.general);
    expect(said.card).toBeNull();
    expect(JSON.stringify(said)).toContain('個人チャットに回答をお送りしました。');
  });

  test('a message without a mention is not answered', async () => {
    const before = textsIn(sales.general).length;
    await office.client.say(other(0), sales.general, 'home', { mention: false });
    expect(textsIn(sales.general)).toHaveLength(before + 1);
    expect((await tally()).groups).toEqual([]);
  });

  test('a press is recorded, and shown to its presser, then to everyone', async () => {
    const message = poll();
    const [bea, cal, edits] = [other(0), other(1), message.edits];
    const pressed = await office.client.press(bea, message, 'Working from home');
    expect(pressed.answer).toMatchObject({ kind: 'card' });
    const own = JSON.stringify(cardFor(message, bea));
    expect(own).toContain('Recorded');
    expect(JSON.stringify(cardFor(message, cal))).not.toContain('Recorded');
    await office.client.press(cal, message, 'In the office');
    expect(message.edits).toBe(edits);
    await office.core.refresh.settle();
    expect(message.edits).toBe(edits + 1);
    expect(JSON.stringify(message.card)).toContain('2');
    expect((await tally()).groups.map(({ style }) => style).sort()).toEqual(['home', 'office']);
  });

  test('in a small team everyone keeps seeing their own answer', async () => {
    const bea = other(0);
    const refreshed = await office.client.refresh(bea, poll());
    expect(refreshed?.answer).toMatchObject({ kind: 'card' });
    expect(actionsOf(cardFor(poll(), bea) ?? {}).map(({ title }) => title)).toContain('✓ Working from home');
  });

  test('a press from an old client is answered to the person alone', async () => {
    const dan = other(2);
    const before = textsIn(sales.general).length;
    await office.client.submit(dan, poll(), 'Working from home');
    expect(textsIn(sales.general)).toHaveLength(before);
    expect(office.fake.direct(dan).map(({ summary }) => summary)).toEqual([
      expect.stringContaining('Working from home'),
    ]);
    expect((await tally()).groups.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  test('a redelivered invoke gets the same answer, and is not done again', async () => {
    const eve = other(3);
    const first = await office.client.press(eve, poll(), 'Working from home');
    await office.client.press(
      eve,
      poll(),
      (action) => jsonOf(action.data).action !== undefined && action.title === 'Undo',
    );
    const again = await office.client.redeliver(first);
    expect(again.body).toEqual(first.body);
    expect((await tally()).groups.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  test('a redelivered message is done once, also across a restart', async () => {
    const first = await office.client.say(ana, ana.chat, 'home on 2018-07-25');
    const before = office.fake.direct(ana).length;
    await office.client.redeliver(first);
    await office.restart();
    await office.client.redeliver(first);
    expect(office.fake.direct(ana)).toHaveLength(before);
  });

  test('the personal chat speaks the person’s language, entities and all', async () => {
    await office.client.say(ana, ana.chat, '在宅 明日');
    expect(lastIn(ana.chat).summary).toContain('在宅');
    await office.client.say(ana, ana.chat, 'a & b <c>');
    expect(lastIn(ana.chat).summary).toContain('a & b <c>');
  });

  test('replies can come back in the answer', async () => {
    const { body } = await office.client.say(ana, ana.chat, 'help', { expectReplies: true });
    expect(jsonOf(body).activities).toMatchObject([{ type: 'message', attachments: [{}] }]);
  });

  test('a form is filled in on the card', async () => {
    await office.client.say(ana, ana.chat, 'week');
    const shown = lastIn(ana.chat);
    const opened = await office.client.press(
      ana,
      shown,
      (action) => jsonOf(action.data).action === 'week-form',
    );
    expect(opened.answer).toMatchObject({ kind: 'card' });
    const saved = await office.client.press(ana, shown, (action) => action.verb === 'submit', {
      'field:mon': 'home',
    });
    expect(saved.answer).toMatchObject({ kind: 'card' });
    const member = await office.store.people.get(`teams:${ana.tenant}`, ana.id);
    expect(member?.preferences.week).toMatchObject({ mon: { style: 'home' } });
  });

  test('a press on a tampered card is refused with a message, and the card stays', async () => {
    const message = poll();
    const change = (activity: Json) => {
      const data = jsonOf(jsonOf(jsonOf(activity.value).action).data);
      data.action = textOf(data.action).replace(/\|[^|]+\|/, '|another-team|');
    };
    const { status, body } = await office.client.press(
      other(4),
      message,
      'Working from home',
      {},
      { change },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
  });

  test.each([
    ['an unknown verb', { action: { type: 'Action.Execute', verb: 'drop', data: {} } }],
    ['no verb', { action: { type: 'Action.Execute' } }],
    ['no value', 'press'],
    ['an action that is not a string', { action: { verb: 'press', data: { action: { team: 1 } } } }],
  ])('a malformed press is an error: %s', async (_name, value) => {
    const { body } = await office.client.press(
      ana,
      poll(),
      'Working from home',
      {},
      {
        change: (activity) => {
          activity.value = value;
        },
      },
    );
    expect(body).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  });

  test('an unknown invoke is not implemented', async () => {
    expect(await office.client.invoke(ana, ana.chat, 'task/fetch', {})).toMatchObject({ status: 501 });
  });

  test('reactions are ignored', async () => {
    const before = office.fake.calls.all.length;
    expect(await office.client.react(ana, poll(), 'like')).toMatchObject({ status: 200 });
    expect(office.fake.calls.all).toHaveLength(before);
  });

  test('a very long text is refused with a message', async () => {
    await office.client.say(ana, ana.chat, `home ${'x'.repeat(60_000)}`);
    expect(office.fake.direct(ana).at(-1)?.summary).toMatch(/\S/);
  });
});
