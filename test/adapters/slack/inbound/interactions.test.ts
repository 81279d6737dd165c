import type { Day } from '../../../../src/domain/time/calendar';
import type { Message } from '../../../fakes/slack';
import { elementsOf } from '../../../fakes/slack/blocks';
import { aCampaign } from '../../../support/sample-data';
import { openSlackBot, type SlackBot, type Way } from '../../../support/slack-bot';

const CORE_DAY: Day = '2018-07-24';

let slackBot: SlackBot;
afterEach(() => slackBot.close());

async function open(way: Way): Promise<{ channel: string; emma: string; misaki: string }> {
  slackBot = await openSlackBot({ way, start: '2018-07-23T12:00:00+09:00' });
  const { slack, teamId } = slackBot;
  const emma = slack.user(teamId, { realName: 'Emma', admin: true }).id;
  const misaki = slack.user(teamId, { realName: '美咲', locale: 'ja-JP' }).id;
  const channel = slack.channel(teamId, { name: 'general-affairs', members: [emma, misaki] }).id;
  await slack.memberJoins(channel, 'bot');
  await slackBot.quiet();
  await slackBot.store.campaigns.save({ ...aCampaign([CORE_DAY], [CORE_DAY]), org: slackBot.org });
  return { channel, emma, misaki };
}

const labels = (message: { blocks: Message['blocks'] } | undefined) =>
  elementsOf(message?.blocks ?? []).map(({ text }) => (text as { text: string }).text);
const answers = (style: string) => (element: Record<string, unknown>) =>
  String(element.value).split('|')[3] === style;
const allText = (value: unknown) => JSON.stringify(value);

describe.each(['http', 'socket'] as const)('over %s', (way) => {
  test('a team is greeted, asked at seven, counted, and told at the end', async () => {
    const { channel, emma, misaki } = await open(way);
    expect(slackBot.slack.messages(channel)).toHaveLength(1);
    expect((await slackBot.team(channel)).name).toBe('#general-affairs');
    await slackBot.at('2018-07-24T07:00:00+09:00');
    const poll = slackBot.slack.messages(channel).at(-1);
    expect(poll?.text).toContain('24 July');
    const spot = { channel, ts: poll?.ts ?? '' };
    const pressed = await slackBot.slack.press(emma, spot, answers('home'));
    expect(pressed).toMatchObject({ acked: true });
    await slackBot.slack.press(misaki, spot, answers('office'));
    await slackBot.quiet();
    expect(slackBot.slack.ephemerals(emma)[0]?.text).toContain('Working from home');
    expect(slackBot.slack.ephemerals(misaki)[0]?.text).toContain('通常出社');
    await slackBot.time.advance(5_000);
    expect(slackBot.slack.messages(channel).at(-1)?.text).toContain('2 of 2');
    await slackBot.at('2018-07-24T10:30:00+09:00');
    expect(
      slackBot.slack
        .messages(channel)
        .at(-1)
        ?.blocks?.map(({ type }) => type),
    ).toContain('data_visualization');
    expect(slackBot.complaints).toEqual([]);
  });

  test('an answer is changed and undone in the person’s own note; a refusal leaves it and the poll alone', async () => {
    const { channel, misaki } = await open(way);
    await slackBot.at('2018-07-24T07:00:00+09:00');
    const poll = structuredClone(slackBot.slack.messages(channel).at(-1));
    await slackBot.slack.press(misaki, { channel, ts: poll?.ts ?? '' }, answers('office'));
    await slackBot.quiet();
    await slackBot.slack.pressEphemeral(misaki, '変更する');
    await slackBot.quiet();
    expect(slackBot.slack.ephemerals(misaki)).toHaveLength(1);
    await slackBot.slack.pressEphemeral(misaki, answers('home'));
    await slackBot.quiet();
    const [note] = slackBot.slack.ephemerals(misaki);
    expect(note?.text).toContain('在宅勤務');
    await slackBot.at('2018-07-25T00:00:00+09:00');
    const stale = poll as Message;
    await slackBot.slack.press(misaki, { stale }, answers('satellite'));
    await slackBot.quiet();
    expect(slackBot.slack.ephemerals(misaki)).toHaveLength(2);
    expect(
      slackBot.slack
        .messages(channel)
        .some(({ text }) => text === slackBot.slack.ephemerals(misaki)[1]?.text),
    ).toBe(false);
  });

  test('commands answer in the person’s language, and `setup` opens the form with everything', async () => {
    const { channel, emma, misaki } = await open(way);
    await slackBot.slack.command(misaki, channel, '');
    await slackBot.quiet();
    expect(slackBot.slack.ephemerals(misaki).at(-1)?.text).toContain('美咲');
    expect((await slackBot.slack.command(misaki, channel, 'setup')).acked).toBe(true);
    expect(slackBot.slack.modals(misaki)).toEqual([]);
    await slackBot.slack.command(emma, channel, 'setup');
    await slackBot.quiet();
    expect(slackBot.slack.modals(emma)).toHaveLength(1);
    const refused = await slackBot.slack.submit(emma, { 'zone-other': 'Mars/Olympus', until: '06:00' });
    expect(refused).toMatchObject({
      refused: null,
      errors: {
        'zone-other': expect.stringContaining('Mars/Olympus'),
        until: expect.stringContaining('06:00'),
      },
    });
    expect(refused.open).toHaveLength(1);
    const saved = await slackBot.slack.submit(emma, { until: '11:00', names: ['=on'], language: '=ja' });
    expect(saved).toMatchObject({ refused: null, errors: {} });
    expect(saved.open).toHaveLength(1);
    const { settings } = await slackBot.team(channel);
    expect(settings).toMatchObject({
      window: { from: '07:00', until: '11:00' },
      names: true,
      language: 'ja',
    });
  });

  test('the Home tab shows the person’s own days, and what was pressed there', async () => {
    const { emma } = await open(way);
    await slackBot.slack.opensHome(emma);
    await slackBot.quiet();
    expect(allText(slackBot.slack.home(emma)?.body)).toContain('Emma');
    await slackBot.slack.pressInView(emma, '日本語');
    await slackBot.quiet();
    await slackBot.slack.pressInView(emma, '基本設定を変更');
    await slackBot.quiet();
    expect(slackBot.slack.modals(emma)).toHaveLength(1);
    const { open: windows } = await slackBot.slack.submit(emma, { mon: '=home', wed: '=office' });
    await slackBot.quiet();
    expect(windows).toHaveLength(1);
    const member = await slackBot.store.people.get(slackBot.org, emma);
    expect(member?.preferences).toMatchObject({
      language: 'ja',
      week: { mon: { style: 'home' }, wed: { style: 'office' } },
    });
  });

  test('the shortcut opens the panel, whose buttons work in the window; `who?` has a window too', async () => {
    const { channel, emma } = await open(way);
    await slackBot.at('2018-07-24T07:00:00+09:00');
    await slackBot.slack.shortcut(emma, 'panel');
    await slackBot.quiet();
    expect(slackBot.slack.modals(emma)).toHaveLength(1);
    await slackBot.slack.pressInView(emma, answers('mobile'));
    await slackBot.quiet();
    expect(allText(slackBot.slack.modals(emma)[0]?.body)).toContain('Mobile work');
    const poll = slackBot.slack.messages(channel).at(-1);
    await slackBot.slack.press(emma, { channel, ts: poll?.ts ?? '' }, (element) =>
      String(element.value).startsWith('who|'),
    );
    await slackBot.quiet();
    expect(slackBot.slack.modals(emma)).toHaveLength(1);
    expect(slackBot.slack.ephemerals(emma)).toEqual([]);
  });

  test('any message leads to the own days: by its menu, and an announcement or a poll by a button', async () => {
    const { channel, emma } = await open(way);
    await slackBot.at('2018-07-24T07:00:00+09:00');
    const spot = { channel, ts: slackBot.slack.messages(channel).at(-1)?.ts ?? '' };
    await slackBot.slack.messageShortcut(emma, channel, spot.ts, 'panel-on-message');
    await slackBot.quiet();
    expect(allText(slackBot.slack.modals(emma)[0]?.body)).toContain('Hi Emma');
    await slackBot.slack.close(emma);
    await slackBot.slack.press(emma, spot, 'My days');
    await slackBot.quiet();
    expect(slackBot.slack.modals(emma)).toHaveLength(1);
    expect(allText(slackBot.slack.modals(emma)[0]?.body)).toContain('Hi Emma');
    expect(slackBot.slack.ephemerals(emma)).toEqual([]);
    expect(slackBot.complaints).toEqual([]);
  });

  test('the roster follows who joins, leaves and changes; bots and deactivated people do not count', async () => {
    const { channel, emma, misaki } = await open(way);
    const { slack, teamId, org } = slackBot;
    const robot = slack.user(teamId, { bot: true }).id;
    const late = slack.user(teamId, { realName: 'Late' }).id;
    for (const id of [robot, late]) await slack.memberJoins(channel, id);
    await slackBot.quiet();
    const ids = async () =>
      (await slackBot.store.people.roster(org, (await slackBot.team(channel)).id)).map(({ id }) => id).sort();
    expect(await ids()).toEqual([emma, misaki, late].sort());
    await slack.memberLeaves(channel, misaki);
    await slack.userChanges(late, { deleted: true });
    await slackBot.quiet();
    expect(await ids()).toEqual([emma]);
    await slack.channelRenamed(channel, 'soumu');
    await slackBot.quiet();
    expect((await slackBot.team(channel)).name).toBe('#soumu');
    await slack.botRemoved(channel);
    await slackBot.quiet();
    expect((await slackBot.team(channel)).trouble).toBe('gone');
  });
});

test('a person who changes their language in Slack is answered in it from then on', async () => {
  const { channel, misaki } = await open('http');
  const { slack } = slackBot;
  await slack.command(misaki, channel, 'me');
  await slackBot.quiet();
  expect(slack.ephemerals(misaki).at(-1)?.text).toMatch(/[ぁ-ん]/u);
  await slack.userChanges(misaki, { locale: 'zh-TW' });
  await slackBot.quiet();
  await slack.command(misaki, channel, 'help');
  await slackBot.quiet();
  expect(slack.ephemerals(misaki).at(-1)?.text).toContain('遠距辦公');
  expect(slackBot.complaints).toEqual([]);
});

test('labels of a poll are the styles in the language of the channel', async () => {
  const { channel } = await open('http');
  await slackBot.at('2018-07-24T07:00:00+09:00');
  expect(labels(slackBot.slack.messages(channel).at(-1))).toContain('🏠 Working from home');
});

/** Only people who have answered in the channel are named. */
async function everybodyAnswers(channel: string): Promise<void> {
  const { store, org, time } = slackBot;
  const team = await slackBot.team(channel);
  const roster = await store.people.roster(org, team.id);
  await Promise.all(
    roster.map(({ id: person }) =>
      store.answers.record({
        ...{
          org,
          person,
          day: '2018-07-24',
          at: time.now(),
          source: 'button',
          team: team.id,
          agrees: 'names',
        },
        choice: { style: 'home', arrival: null },
      }),
    ),
  );
}

test('names are turned page by page in one window, and only where the team shows them', async () => {
  const { channel, emma } = await open('http');
  const { slack, teamId, org } = slackBot;
  const persons = Array.from(
    { length: 250 },
    (_, index) => slack.user(teamId, { realName: `Name ${index}` }).id,
  );
  for (const person of persons) slack.invite(channel, person);
  await slackBot.platform.chat.roster(org, channel);
  await slack.memberJoins(channel, slack.user(teamId, { realName: 'Name 250' }).id);
  await slackBot.quiet();
  await slackBot.restart();
  await slack.command(emma, channel, 'setup names=on');
  await slackBot.at('2018-07-24T07:00:00+09:00');
  await everybodyAnswers(channel);
  const spot = { channel, ts: slack.messages(channel).at(-1)?.ts ?? '' };
  await slack.press(emma, spot, (element) => String(element.value).startsWith('who|'));
  await slackBot.quiet();
  const shown = () => allText(slack.modals(emma).at(-1)?.body);
  expect(shown()).toContain('1–100 of 253');
  for (const part of ['101–200', '201–253']) {
    await slack.pressInView(emma, 'More');
    await slackBot.quiet();
    expect(shown()).toContain(part);
  }
  await slack.pressInView(emma, 'Back');
  await slackBot.quiet();
  expect(shown()).toContain('101–200');
  expect(slack.modals(emma)).toHaveLength(1);
  expect(slack.calls.list('views.update').length).toBe(3);
  expect(slackBot.complaints).toEqual([]);
});

test('the Home tab shows the tallies of the own teams, and sets up those one administers', async () => {
  const { channel, emma, misaki } = await open('http');
  const { slack } = slackBot;
  await slackBot.at('2018-07-24T07:00:00+09:00');
  for (const person of [emma, misaki]) await slack.opensHome(person);
  await slackBot.quiet();
  expect(allText(slack.home(misaki)?.body)).toContain('#general-affairs');
  expect(allText(slack.home(misaki)?.body)).not.toContain('settings-form');
  await slack.pressInView(emma, '#general-affairs');
  await slackBot.quiet();
  expect(slack.modals(emma)).toHaveLength(1);
  await slack.submit(emma, { until: '11:00' });
  await slackBot.quiet();
  expect((await slackBot.team(channel)).settings.window.until).toBe('11:00');
  await slack.pressInView(emma, 'Edit settings');
  await slackBot.quiet();
  await slack.submit(emma, { until: '11:30' });
  await slackBot.quiet();
  expect((await slackBot.team(channel)).settings.window.until).toBe('11:30');
  expect(slackBot.complaints).toEqual([]);
});

test('a slash command of another name is not served', async () => {
  const { channel, misaki } = await open('http');
  const refused = await slackBot.slack.command(misaki, channel, 'help', { command: '/other' });
  expect(refused.acked).toBe(false);
  expect((await slackBot.slack.command(misaki, channel, 'help')).acked).toBe(true);
});
