import { showStatuses } from '../../src/app/people/status';
import { openSlackBot, type SlackBot } from '../support/slack-bot';
import { openTeamsBot, type TeamsBot } from '../support/teams-bot';

/* A person has their day shown in their status, from the first word to the last. */

describe('on Slack', () => {
  let bot: SlackBot;
  afterEach(() => bot.close());

  /** What the person is told, last of all. */
  async function told(user: string): Promise<string> {
    await bot.quiet();
    return bot.slack.ephemerals(user).at(-1)?.text ?? '';
  }

  test('asked for, allowed in the browser, followed by a restart, taken back in Slack', async () => {
    bot = await openSlackBot({ statuses: true, start: '2018-07-24T08:00:00+09:00' });
    const { slack, teamId } = bot;
    const ann = slack.user(teamId, { realName: 'Ann Alpha', tz: 'Asia/Tokyo' }).id;
    const { id: channel } = slack.channel(teamId, { members: [ann] });
    await slack.memberJoins(channel, 'bot');
    await bot.quiet();
    const says = (text: string) => slack.command(ann, channel, text);
    const status = () => slack.world.users.get(ann)?.status;

    await says('status on');
    const link = /https?:\/\/\S+oauth\/v2\/authorize[^\s|>]+/.exec(
      JSON.stringify(slack.ephemerals(ann).at(-1)),
    );
    await says('home');
    await bot.at('2018-07-24T08:01:00+09:00');
    expect(status()?.text).toBe('');

    const consent = new URL((link?.[0] ?? '').replaceAll('&amp;', '&').replace(/["\\].*$/, ''));
    consent.searchParams.set('fake_user', ann);
    const page = await fetch(consent);
    expect(page.status).toBe(200);
    await bot.at('2018-07-24T08:02:00+09:00');
    const midnight = Date.parse('2018-07-25T00:00:00+09:00') / 1_000;
    expect(status()).toEqual({ text: 'Working from home', emoji: ':house:', expiration: midnight });

    await says('leave');
    await bot.restart();
    await bot.at('2018-07-24T08:03:00+09:00');
    expect(status()).toMatchObject({ text: 'Away', emoji: ':white_circle:' });

    await slack.revokes(ann);
    await bot.quiet();
    await says('office');
    await bot.at('2018-07-24T08:04:00+09:00');
    await bot.at('2018-07-24T08:05:00+09:00');
    const direct = slack.messages(ann).map(({ text }) => text);
    expect(direct).toEqual([expect.stringContaining('taken back')]);
    await says('status off');
    expect(await told(ann)).toContain('It’s off');
    await bot.at('2018-07-24T08:06:00+09:00');
    expect(await bot.store.statuses.get(bot.org, ann)).toBeNull();
    expect(JSON.stringify(bot.complaints)).not.toMatch(/xoxp|Ann|Working/);
  });
});

describe('a process on Slack that is killed', () => {
  let bot: SlackBot;
  let ann: string;
  let channel: string;
  const status = () => bot.slack.world.users.get(ann)?.status.text;

  beforeEach(async () => {
    bot = await openSlackBot({ statuses: true, start: '2018-07-24T08:00:00+09:00' });
    ann = bot.slack.user(bot.teamId, { realName: 'Ann Alpha', tz: 'Asia/Tokyo' }).id;
    channel = bot.slack.channel(bot.teamId, { members: [ann] }).id;
    await bot.slack.memberJoins(channel, 'bot');
    await bot.quiet();
    await bot.store.statuses.switchOn(bot.org, ann, 'connect');
    const consent = new URL((await bot.platform.chat.statusLink(bot.org, ann)) ?? '');
    consent.searchParams.set('fake_user', ann);
    await fetch(consent);
    await bot.slack.command(ann, channel, 'home');
    await bot.quiet();
  });
  afterEach(() => bot.close());

  /** The bot dies before it learns what became of its call; `done`: Slack did what it asked. */
  async function killInCall(done: boolean): Promise<void> {
    bot.slack.fault({ kind: done ? 'reset-after' : 'reset-before', method: 'users.profile.set' });
    const dead = () => new Promise<never>(() => undefined);
    const statuses = { ...bot.core.statuses, finish: dead, putOff: dead };
    void showStatuses({ ...bot.core, statuses }, () => true);
    for (let turn = 0; bot.slack.calls.list('users.profile.set').length === 0 && turn < 100; turn += 1)
      await bot.quiet();
    await bot.quiet();
    await bot.restart();
  }

  test('between the look and the writing overwrites nothing that the person set meanwhile', async () => {
    await killInCall(false);
    const own = { text: 'At lunch', emoji: ':ramen:', expiration: 0 };
    Object.assign(bot.slack.world.users.get(ann) ?? {}, { status: own });
    await bot.at('2018-07-24T08:02:00+09:00');
    expect(status()).toBe('At lunch');
    expect((await bot.store.statuses.get(bot.org, ann))?.state).toBe('own');
  });

  test('after the writing knows its words, also when the answer is another one by then', async () => {
    await killInCall(true);
    expect(status()).toBe('Working from home');
    await bot.slack.command(ann, channel, 'office');
    await bot.at('2018-07-24T08:02:00+09:00');
    expect(status()).toBe('In the office');
  });
});

describe('on Teams', () => {
  let bot: TeamsBot;
  afterEach(() => bot.close());

  test('asked for, shown by the tenant’s permission, left alone once the person sets one, taken back', async () => {
    bot = await openTeamsBot({ statuses: true, start: '2018-07-24T08:00:00+09:00' });
    const { graph, world } = bot.fake;
    const ana = world.person('Ana Arai', { locale: 'ja-JP', zone: 'Asia/Tokyo' });
    const sales = world.team('Sales', { members: [ana, ...world.people(3)] });
    await bot.client.install(ana, sales.general);
    const says = (text: string) => bot.client.say(ana, ana.chat, text);
    const follow = (minute: number) => bot.at(`2018-07-24T08:0${minute}:00+09:00`);

    await says('在宅');
    await follow(1);
    expect(graph.shown(ana.aad)).toBeNull();
    await says('ステータス オン');
    expect(bot.fake.direct(ana).at(-1)?.summary).toContain('オンになっています');
    await follow(2);
    expect(graph.shown(ana.aad)).toBe('🏠 在宅勤務(終日)');

    await says('休暇');
    await bot.restart();
    await follow(3);
    expect(graph.shown(ana.aad)).toBe('⚪ 不在');
    graph.sets(ana.aad, '昼休み');
    await says('出社');
    await follow(4);
    expect(graph.shown(ana.aad)).toBe('昼休み');
    await says('ステータス オフ');
    await follow(5);
    expect(graph.shown(ana.aad)).toBe('昼休み');
    expect(await bot.store.statuses.get(`teams:${world.home}`, ana.id)).toBeNull();
    expect(bot.fake.problems).toEqual([]);
  });
});
