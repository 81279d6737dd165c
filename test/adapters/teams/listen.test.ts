import { actionsOf } from '../../fakes/teams/card-actions';
import type { DialogAnswer } from '../../fakes/teams/dialogs';
import { type Json, jsonOf, listOf, textOf } from '../../fakes/teams/json';
import { cardFor, type SeenMessage } from '../../fakes/teams/messages';
import type { Conversation, Person, Team } from '../../fakes/teams/world';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

const DAY = '2018-07-24';

const isSave = (action: Json) => jsonOf(action.data).verb === 'submit';

/** What a dialog says at its inputs. */
function faultsIn(dialog: DialogAnswer | null): unknown[] {
  const body = dialog?.kind === 'card' ? listOf(dialog.card.body) : [];
  return body.filter(({ color }) => color === 'attention').map(({ text }) => text);
}

describe('the bot in Teams', () => {
  let teamsBot: TeamsBot;
  let ana: Person;
  let others: Person[];
  let sales: Team;

  beforeAll(async () => {
    teamsBot = await openTeamsBot({ start: `${DAY}T07:30:00+09:00` });
    const { world } = teamsBot.fake;
    ana = world.person('Ana Arai', { locale: 'ja-JP' });
    others = world.people(5);
    sales = world.team('Sales', { members: [ana, ...others] });
  });

  afterEach(() => {
    expect(teamsBot.fake.problems).toEqual([]);
    expect(teamsBot.complaints).toEqual([]);
  });

  afterAll(() => teamsBot.close());

  const textsIn = (place: Conversation) => teamsBot.fake.messages(place).map(({ summary }) => summary);
  const lastIn = (place: Conversation) => teamsBot.fake.last(place);

  function other(index: number): Person {
    const person = others[index];
    if (!person) throw new Error('the team has too few members');
    return person;
  }

  function poll(): SeenMessage {
    const found = teamsBot.fake
      .messages(sales.general)
      .find(({ card }) => actionsOf(card ?? {}).some(({ title }) => title === '🏠 Working from home'));
    if (!found) throw new Error('there is no poll');
    return found;
  }

  async function tally() {
    const team = await teamsBot.store.teams.at(`teams:${sales.tenant}`, sales.id);
    return teamsBot.store.polls.count(`teams:${sales.tenant}`, team?.id ?? '', DAY, Number.MAX_SAFE_INTEGER);
  }

  test('an installation arrives twice, and is welcomed once', async () => {
    const deliveries = await teamsBot.client.install(ana, sales.general);
    expect(deliveries.map(({ status }) => status)).toEqual([200, 200]);
    expect(textsIn(sales.general)).toEqual([expect.stringContaining('Hi, I’m Telework Days for Sales')]);
    expect(await teamsBot.store.teams.at(`teams:${sales.tenant}`, sales.id)).toMatchObject({ name: 'Sales' });
  });

  test('a mention is a command, answered in its thread', async () => {
    const asked = await teamsBot.client.say(ana, sales.general, 'poll now');
    expect(asked).toMatchObject({ status: 200, body: null });
    await teamsBot.core.refresh.settle();
    const answer = lastIn(sales.general);
    expect(answer.thread).toBe(textOf(asked.activity.id));
    expect(poll().thread).toBeNull();
  });

  test('a member who did not add the bot cannot set it up', async () => {
    await teamsBot.client.say(other(0), sales.general, 'setup names=on');
    expect(lastIn(sales.general).summary).toMatch(/an admin of/i);
  });

  test('a confidential reply goes to the administrator alone, and the channel says only that', async () => {
    const before = teamsBot.fake.direct(ana).length;
    await teamsBot.client.say(ana, sales.general, 'deliveries');
    expect(teamsBot.fake.direct(ana)).toHaveLength(before + 1);
    expect(teamsBot.fake.direct(ana).at(-1)?.summary).toContain('配信状況');
    const said = lastIn(sales.general);
    expect(said.card).toBeNull();
    expect(JSON.stringify(said)).toContain('個人チャットに回答をお送りしました。');
  });

  test('a message without a mention is not answered', async () => {
    const before = textsIn(sales.general).length;
    await teamsBot.client.say(other(0), sales.general, 'home', { mention: false });
    expect(textsIn(sales.general)).toHaveLength(before + 1);
    expect((await tally()).groups).toEqual([]);
  });

  test('a press is recorded, and shown to its presser, then to everyone', async () => {
    const message = poll();
    const [bea, cal, edits] = [other(0), other(1), message.edits];
    const pressed = await teamsBot.client.press(bea, message, '🏠 Working from home');
    expect(pressed.answer).toMatchObject({ kind: 'card' });
    const own = JSON.stringify(cardFor(message, bea));
    expect(own).toContain('✓ ');
    expect(JSON.stringify(cardFor(message, cal))).not.toContain('✓ ');
    await teamsBot.client.press(cal, message, '🏢 In the office');
    expect(message.edits).toBe(edits);
    await teamsBot.core.refresh.settle();
    expect(message.edits).toBe(edits + 1);
    expect(JSON.stringify(message.card)).toContain('2');
    expect((await tally()).groups.map(({ style }) => style).sort()).toEqual(['home', 'office']);
  });

  test('in a small team everyone keeps seeing their own answer', async () => {
    const bea = other(0);
    const refreshed = await teamsBot.client.refresh(bea, poll());
    expect(refreshed?.answer).toMatchObject({ kind: 'card' });
    expect(actionsOf(cardFor(poll(), bea) ?? {}).map(({ title }) => title)).toContain(
      '✓ 🏠 Working from home',
    );
  });

  test('a press from an old client is answered to the person alone', async () => {
    const dan = other(2);
    const before = textsIn(sales.general).length;
    await teamsBot.client.submit(dan, poll(), '🏠 Working from home');
    expect(textsIn(sales.general)).toHaveLength(before);
    expect(teamsBot.fake.direct(dan).map(({ summary }) => summary)).toEqual([
      expect.stringContaining('Working from home'),
    ]);
    expect((await tally()).groups.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  test('a redelivered invoke gets the same answer, and is not done again', async () => {
    const eve = other(3);
    const first = await teamsBot.client.press(eve, poll(), '🏠 Working from home');
    await teamsBot.client.press(
      eve,
      poll(),
      (action) => jsonOf(action.data).action !== undefined && action.title === 'Undo',
    );
    const again = await teamsBot.client.redeliver(first);
    expect(again.body).toEqual(first.body);
    expect((await tally()).groups.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  test('a redelivered message is done once, also across a restart', async () => {
    const first = await teamsBot.client.say(ana, ana.chat, 'home on 2018-07-25');
    const before = teamsBot.fake.direct(ana).length;
    await teamsBot.client.redeliver(first);
    await teamsBot.restart();
    await teamsBot.client.redeliver(first);
    expect(teamsBot.fake.direct(ana)).toHaveLength(before);
  });

  test('the personal chat speaks the person’s language, entities and all', async () => {
    await teamsBot.client.say(ana, ana.chat, '在宅 明日');
    expect(lastIn(ana.chat).summary).toContain('在宅');
    await teamsBot.client.say(ana, ana.chat, 'a & b <c>');
    expect(lastIn(ana.chat).summary).toContain('a & b <c>');
  });

  test('replies can come back in the answer', async () => {
    const { body } = await teamsBot.client.say(ana, ana.chat, 'help', { expectReplies: true });
    expect(jsonOf(body).activities).toMatchObject([{ type: 'message', attachments: [{}] }]);
  });

  test('a form is filled in in a dialog', async () => {
    await teamsBot.client.say(ana, ana.chat, 'week');
    const shown = lastIn(ana.chat);
    const opened = await teamsBot.client.openDialog(
      ana,
      shown,
      (action) => jsonOf(action.data).action === 'week-form',
    );
    const saved = await teamsBot.client.sendDialog(ana, shown, opened, isSave, { 'field:mon': 'home' });
    expect(saved).toMatchObject({ kind: 'card' });
    const member = await teamsBot.store.people.get(`teams:${ana.tenant}`, ana.id);
    expect(member?.preferences.week).toMatchObject({ mon: { style: 'home' } });
  });

  test('settings are filled in in a dialog, which says at each input what is wrong and keeps the rest', async () => {
    await teamsBot.client.say(ana, sales.general, 'setup');
    const shown = lastIn(sales.general);
    const isForm = (action: Json) => textOf(jsonOf(action.data).action).startsWith('settings-form');
    const opened = await teamsBot.client.openDialog(ana, shown, isForm);
    expect(opened).toMatchObject({ kind: 'card', title: expect.stringContaining('Sales') });
    const wrong = { 'field:zone-other': 'Nowhere', 'field:commute': '9999', 'field:remind': '90%' };
    const refused = await teamsBot.client.sendDialog(ana, shown, opened, isSave, wrong);
    expect(faultsIn(refused)).toEqual([expect.stringContaining('Nowhere'), expect.stringContaining('9999')]);
    const right = { 'field:zone-other': '', 'field:commute': '50' };
    const saved = await teamsBot.client.sendDialog(ana, shown, refused, isSave, right);
    const team = await teamsBot.store.teams.at(`teams:${sales.tenant}`, sales.id);
    expect(team?.settings).toMatchObject({ remind: { share: 0.9 }, commuteMinutes: 50, zone: 'Asia/Tokyo' });
    const again = await teamsBot.client.sendDialog(ana, shown, saved, isForm);
    const unchanged = await teamsBot.client.sendDialog(ana, shown, again, isSave);
    expect(JSON.stringify(unchanged)).toMatch(/Nothing changed|変更はありません/);
  });

  test('a press on a tampered card is refused with a message, and the card stays', async () => {
    const message = poll();
    const change = (activity: Json) => {
      const data = jsonOf(jsonOf(jsonOf(activity.value).action).data);
      data.action = textOf(data.action).replace(/\|[^|]+\|/, '|another-team|');
    };
    const { status, body } = await teamsBot.client.press(
      other(4),
      message,
      '🏠 Working from home',
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
    const { body } = await teamsBot.client.press(
      ana,
      poll(),
      '🏠 Working from home',
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
    expect(await teamsBot.client.invoke(ana, ana.chat, 'task/other', {})).toMatchObject({ status: 501 });
    expect(await teamsBot.client.invoke(ana, ana.chat, 'task/fetch', {})).toMatchObject({ status: 400 });
  });

  test('reactions are ignored', async () => {
    const before = teamsBot.fake.calls.all.length;
    expect(await teamsBot.client.react(ana, poll(), 'like')).toMatchObject({ status: 200 });
    expect(teamsBot.fake.calls.all).toHaveLength(before);
  });

  test('a very long text is refused with a message', async () => {
    await teamsBot.client.say(ana, ana.chat, `home ${'x'.repeat(60_000)}`);
    expect(teamsBot.fake.direct(ana).at(-1)?.summary).toMatch(/\S/);
  });
});
