import type { Day } from '../../../../src/domain/time/calendar';
import type { Message } from '../../../fakes/slack';
import { elementsOf } from '../../../fakes/slack/blocks';
import { aCampaign } from '../../../support/sample-data';
import { openStage, type Stage, type Way } from '../../../support/slack-bot';

const CORE_DAY: Day = '2018-07-24';

let stage: Stage;
afterEach(() => stage.close());

async function open(way: Way): Promise<{ channel: string; emma: string; misaki: string }> {
  stage = await openStage({ way, start: '2018-07-23T12:00:00+09:00' });
  const { slack, teamId } = stage;
  const emma = slack.user(teamId, { realName: 'Emma', admin: true }).id;
  const misaki = slack.user(teamId, { realName: '美咲', locale: 'ja-JP' }).id;
  const channel = slack.channel(teamId, { name: 'general-affairs', members: [emma, misaki] }).id;
  await slack.memberJoins(channel, 'bot');
  await stage.quiet();
  await stage.store.campaigns.save({ ...aCampaign([CORE_DAY], [CORE_DAY]), org: stage.org });
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
    expect(stage.slack.messages(channel)).toHaveLength(1);
    expect((await stage.team(channel)).name).toBe('#general-affairs');
    await stage.at('2018-07-24T07:00:00+09:00');
    const poll = stage.slack.messages(channel).at(-1);
    expect(poll?.text).toContain('24 July');
    const spot = { channel, ts: poll?.ts ?? '' };
    const pressed = await stage.slack.press(emma, spot, answers('home'));
    expect(pressed).toMatchObject({ acked: true });
    await stage.slack.press(misaki, spot, answers('office'));
    await stage.quiet();
    expect(stage.slack.ephemerals(emma)[0]?.text).toContain('Working from home');
    expect(stage.slack.ephemerals(misaki)[0]?.text).toContain('通常出社');
    await stage.time.advance(5_000);
    expect(stage.slack.messages(channel).at(-1)?.text).toContain('2 of 2');
    await stage.at('2018-07-24T10:30:00+09:00');
    expect(
      stage.slack
        .messages(channel)
        .at(-1)
        ?.blocks?.map(({ type }) => type),
    ).toContain('data_visualization');
    expect(stage.complaints).toEqual([]);
  });

  test('an answer is changed and undone in the person’s own note; a refusal leaves it and the poll alone', async () => {
    const { channel, misaki } = await open(way);
    await stage.at('2018-07-24T07:00:00+09:00');
    const poll = structuredClone(stage.slack.messages(channel).at(-1));
    await stage.slack.press(misaki, { channel, ts: poll?.ts ?? '' }, answers('office'));
    await stage.quiet();
    await stage.slack.pressEphemeral(misaki, '変更する');
    await stage.quiet();
    expect(stage.slack.ephemerals(misaki)).toHaveLength(1);
    await stage.slack.pressEphemeral(misaki, answers('home'));
    await stage.quiet();
    const [note] = stage.slack.ephemerals(misaki);
    expect(note?.text).toContain('在宅勤務');
    await stage.at('2018-07-25T00:00:00+09:00');
    const stale = poll as Message;
    await stage.slack.press(misaki, { stale }, answers('satellite'));
    await stage.quiet();
    expect(stage.slack.ephemerals(misaki)).toHaveLength(2);
    expect(
      stage.slack.messages(channel).some(({ text }) => text === stage.slack.ephemerals(misaki)[1]?.text),
    ).toBe(false);
  });

  test('commands answer in the person’s language, and `setup` opens the form with everything', async () => {
    const { channel, emma, misaki } = await open(way);
    await stage.slack.command(misaki, channel, '');
    await stage.quiet();
    expect(stage.slack.ephemerals(misaki).at(-1)?.text).toContain('美咲');
    expect((await stage.slack.command(misaki, channel, 'setup')).acked).toBe(true);
    expect(stage.slack.modals(misaki)).toEqual([]);
    await stage.slack.command(emma, channel, 'setup');
    await stage.quiet();
    expect(stage.slack.modals(emma)).toHaveLength(1);
    const refused = await stage.slack.submit(emma, { zone: 'Mars/Olympus' });
    expect(refused).toMatchObject({ refused: null });
    expect(refused.open).toHaveLength(2);
    await stage.slack.close(emma);
    const saved = await stage.slack.submit(emma, { until: '11:00', names: ['=on'], language: '=ja' });
    expect(saved).toMatchObject({ refused: null, errors: {} });
    expect(saved.open).toHaveLength(1);
    const { settings } = await stage.team(channel);
    expect(settings).toMatchObject({
      window: { from: '07:00', until: '11:00' },
      names: true,
      language: 'ja',
    });
  });

  test('the Home tab shows the person’s own days, and what was pressed there', async () => {
    const { emma } = await open(way);
    await stage.slack.opensHome(emma);
    await stage.quiet();
    expect(allText(stage.slack.home(emma)?.body)).toContain('Emma');
    await stage.slack.pressInView(emma, '日本語');
    await stage.quiet();
    await stage.slack.pressInView(emma, '基本の週予定を編集');
    await stage.quiet();
    expect(stage.slack.modals(emma)).toHaveLength(1);
    const { open: windows } = await stage.slack.submit(emma, { mon: '=home', wed: '=office' });
    await stage.quiet();
    expect(windows).toHaveLength(1);
    const member = await stage.store.people.get(stage.org, emma);
    expect(member?.preferences).toMatchObject({
      language: 'ja',
      week: { mon: { style: 'home' }, wed: { style: 'office' } },
    });
  });

  test('the shortcut opens the panel, whose buttons work in the window; `who?` has a window too', async () => {
    const { channel, emma } = await open(way);
    await stage.at('2018-07-24T07:00:00+09:00');
    await stage.slack.shortcut(emma, 'panel');
    await stage.quiet();
    expect(stage.slack.modals(emma)).toHaveLength(1);
    await stage.slack.pressInView(emma, answers('mobile'));
    await stage.quiet();
    expect(allText(stage.slack.modals(emma)[0]?.body)).toContain('Mobile work');
    const poll = stage.slack.messages(channel).at(-1);
    await stage.slack.press(emma, { channel, ts: poll?.ts ?? '' }, (element) =>
      String(element.value).startsWith('who|'),
    );
    await stage.quiet();
    expect(stage.slack.modals(emma)).toHaveLength(1);
    expect(stage.slack.ephemerals(emma)).toEqual([]);
  });

  test('any message leads to the own days: by its menu, and an announcement or a poll by a button', async () => {
    const { channel, emma } = await open(way);
    await stage.at('2018-07-24T07:00:00+09:00');
    const spot = { channel, ts: stage.slack.messages(channel).at(-1)?.ts ?? '' };
    await stage.slack.messageShortcut(emma, channel, spot.ts, 'panel-on-message');
    await stage.quiet();
    expect(allText(stage.slack.modals(emma)[0]?.body)).toContain('Hello, Emma');
    await stage.slack.close(emma);
    await stage.slack.press(emma, spot, 'My days');
    await stage.quiet();
    expect(stage.slack.modals(emma)).toHaveLength(1);
    expect(allText(stage.slack.modals(emma)[0]?.body)).toContain('Hello, Emma');
    expect(stage.slack.ephemerals(emma)).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });

  test('the roster follows who joins, leaves and changes; bots and deactivated people do not count', async () => {
    const { channel, emma, misaki } = await open(way);
    const { slack, teamId, org } = stage;
    const robot = slack.user(teamId, { bot: true }).id;
    const late = slack.user(teamId, { realName: 'Late' }).id;
    for (const id of [robot, late]) await slack.memberJoins(channel, id);
    await stage.quiet();
    const ids = async () =>
      (await stage.store.people.roster(org, (await stage.team(channel)).id)).map(({ id }) => id).sort();
    expect(await ids()).toEqual([emma, misaki, late].sort());
    await slack.memberLeaves(channel, misaki);
    await slack.userChanges(late, { deleted: true });
    await stage.quiet();
    expect(await ids()).toEqual([emma]);
    await slack.channelRenamed(channel, 'soumu');
    await stage.quiet();
    expect((await stage.team(channel)).name).toBe('#soumu');
    await slack.botRemoved(channel);
    await stage.quiet();
    expect((await stage.team(channel)).trouble).toBe('gone');
  });
});

test('a person who changes their language in Slack is answered in it from then on', async () => {
  const { channel, misaki } = await open('http');
  const { slack } = stage;
  await slack.command(misaki, channel, 'me');
  await stage.quiet();
  expect(slack.ephemerals(misaki).at(-1)?.text).toMatch(/[ぁ-ん]/u);
  await slack.userChanges(misaki, { locale: 'zh-TW' });
  await stage.quiet();
  await slack.command(misaki, channel, 'help');
  await stage.quiet();
  expect(slack.ephemerals(misaki).at(-1)?.text).toContain('遠距辦公');
  expect(stage.complaints).toEqual([]);
});

test('labels of a poll are the styles in the language of the channel', async () => {
  const { channel } = await open('http');
  await stage.at('2018-07-24T07:00:00+09:00');
  expect(labels(stage.slack.messages(channel).at(-1))).toContain('Working from home');
});

test('names are turned page by page in one window, and only where the team shows them', async () => {
  const { channel, emma } = await open('http');
  const { slack, teamId, org } = stage;
  const persons = Array.from(
    { length: 250 },
    (_, index) => slack.user(teamId, { realName: `Name ${index}` }).id,
  );
  for (const person of persons) slack.invite(channel, person);
  await stage.platform.chat.roster(org, channel);
  await slack.memberJoins(channel, slack.user(teamId, { realName: 'Name 250' }).id);
  await stage.quiet();
  await stage.restart();
  await slack.command(emma, channel, 'setup names=on');
  await stage.at('2018-07-24T07:00:00+09:00');
  const spot = { channel, ts: slack.messages(channel).at(-1)?.ts ?? '' };
  await slack.press(emma, spot, (element) => String(element.value).startsWith('who|'));
  await stage.quiet();
  const shown = () => allText(slack.modals(emma).at(-1)?.body);
  expect(shown()).toContain('Names 1–100 of 253');
  for (const part of ['Names 101–200', 'Names 201–253']) {
    await slack.pressInView(emma, 'More names');
    await stage.quiet();
    expect(shown()).toContain(part);
  }
  await slack.pressInView(emma, 'Previous names');
  await stage.quiet();
  expect(shown()).toContain('Names 101–200');
  expect(slack.modals(emma)).toHaveLength(1);
  expect(slack.calls.list('views.update').length).toBe(3);
  expect(stage.complaints).toEqual([]);
});

test('the Home tab shows the tallies of the own teams, and sets up those one administers', async () => {
  const { channel, emma, misaki } = await open('http');
  const { slack } = stage;
  await stage.at('2018-07-24T07:00:00+09:00');
  for (const person of [emma, misaki]) await slack.opensHome(person);
  await stage.quiet();
  expect(allText(slack.home(misaki)?.body)).toContain('#general-affairs');
  expect(allText(slack.home(misaki)?.body)).not.toContain('settings-form');
  await slack.pressInView(emma, '#general-affairs');
  await stage.quiet();
  expect(slack.modals(emma)).toHaveLength(1);
  await slack.submit(emma, { until: '11:00' });
  await stage.quiet();
  expect((await stage.team(channel)).settings.window.until).toBe('11:00');
  await slack.pressInView(emma, 'Edit settings');
  await stage.quiet();
  await slack.submit(emma, { until: '11:30' });
  await stage.quiet();
  expect((await stage.team(channel)).settings.window.until).toBe('11:30');
  expect(stage.complaints).toEqual([]);
});
