import { aCampaign } from '../../../support/sample-data';
import { openSlackBot, type SlackBot, type Way } from '../../../support/slack-bot';

const DAY = '2018-07-24';

let slackBot: SlackBot;
afterEach(() => slackBot.close());

/** A channel that Rita of another company made, shared with it; Emma has switched its polls on, with names. */
async function open(way: Way, orgWide = false) {
  slackBot = await openSlackBot({ way, orgWide, start: '2018-07-23T12:00:00+09:00' });
  const { slack, teamId } = slackBot;
  const rival = slack.team({ name: 'Rival', enterprise: orgWide ? slack.enterprise().id : null }).id;
  const emma = slack.user(teamId, { realName: 'Emma', admin: true }).id;
  const rita = slack.user(rival, { realName: 'Rita Rival', admin: true, owner: true }).id;
  const channel = slack.channel(teamId, {
    members: [emma, rita],
    creator: rita,
    sharedWith: new Set([rival]),
  }).id;
  await slack.memberJoins(channel, 'bot', rita);
  await slackBot.quiet();
  await slack.command(emma, channel, 'setup polls=telework-days names=on');
  await slackBot.quiet();
  await slackBot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: slackBot.org });
  await slackBot.at(`${DAY}T07:01:00+09:00`);
  const spot = { channel, ts: slack.messages(channel).at(-1)?.ts ?? '' };
  return { channel, emma, rita, spot };
}

const valued = (start: string) => (element: Record<string, unknown>) =>
  String(element.value).startsWith(start);
const everything = (user: string) =>
  JSON.stringify([
    slackBot.slack.ephemerals(user),
    slackBot.slack.modals(user).map(({ body }) => body),
    slackBot.slack.home(user)?.body,
    slackBot.slack.messages(user),
  ]);

describe.each<[Way, boolean]>([
  ['http', false],
  ['socket', false],
  ['http', true],
])('over %s, org-wide install: %j', (way, orgWide) => {
  test('people of another company in a shared channel are refused at every door, and kept nowhere', async () => {
    const { channel, emma, rita, spot } = await open(way, orgWide);
    const { slack, org } = slackBot;
    const doors: [string, () => Promise<unknown>][] = [
      ['an answer', () => slack.press(rita, spot, (element) => String(element.value).includes('|home|'))],
      ['who', () => slack.press(rita, spot, valued('who|'))],
      ['my days', () => slack.press(rita, spot, 'My days')],
      ['the shortcut', () => slack.messageShortcut(rita, channel, spot.ts, 'panel-on-message')],
      ['setup', () => slack.command(rita, channel, 'setup names=off')],
      ['home', () => slack.command(rita, channel, 'home')],
      ['campaign end', () => slack.command(rita, channel, 'campaign end')],
    ];
    for (const [door, go] of doors) {
      const before = everything(rita).length;
      await go();
      await slackBot.quiet();
      const shown = everything(rita);
      expect([door, shown.length > before, shown.includes('so you don’t need to do anything')]).toEqual([
        door,
        true,
        true,
      ]);
      expect(shown).not.toContain('Emma');
    }
    expect(await slackBot.store.people.get(org, rita)).toBeNull();
    const team = await slackBot.team(channel);
    expect((await slackBot.store.people.roster(org, team.id)).map(({ id }) => id)).toEqual([emma]);
    expect(team.settings.names).toBe(true);
    // The person who added the bot was one of them.
    expect(await slackBot.store.contacts.get(org, team.id)).toBe(emma);
    expect(await slackBot.platform.chat.mayManage(org, rita, channel)).toBe(false);
    await slack.sendEvent(slackBot.teamId, {
      type: 'app_home_opened',
      user: rita,
      channel: 'D1',
      tab: 'home',
    });
    await slackBot.quiet();
    expect(everything(rita)).not.toContain('Emma');
  });
});

test('a form that was opened as a colleague is not taken from an outsider', async () => {
  const { channel, rita } = await open('http');
  const { slack, teamId } = slackBot;
  const user = slack.world.users.get(rita);
  const rival = user?.team ?? '';
  Object.assign(user ?? {}, { team: teamId });
  await slackBot.at(`${DAY}T08:00:00+09:00`);
  await slack.userChanges(rita, {});
  await slack.command(rita, channel, 'setup');
  await slackBot.quiet();
  expect(slack.modals(rita)).toHaveLength(1);
  Object.assign(user ?? {}, { team: rival });
  await slackBot.restart();
  await slack.submit(rita, { names: [] });
  await slackBot.quiet();
  expect(everything(rita)).toContain('so you don’t need to do anything');
  expect((await slackBot.team(channel)).settings.names).toBe(true);
});

test.each(['remembered', 'remembered, and Slack does not answer'])(
  'a person who has moved to another company is an outsider by their own request: %s',
  async (which) => {
    const { emma, channel, spot } = await open('http');
    const { slack, teamId } = slackBot;
    const moved = slack.user(teamId, { realName: 'Mo Ved' }).id;
    const rival = slack.team({ name: 'New employer' }).id;
    slack.invite(channel, moved);
    await slack.press(emma, spot, (element) => String(element.value).includes('|office|'));
    await slack.press(moved, spot, valued('who|'));
    await slackBot.quiet();
    expect(everything(moved)).toContain('Emma');
    const named = () => everything(moved).split('Emma').length;
    const before = named();
    // No event tells of it.
    Object.assign(slack.world.users.get(moved) ?? {}, { team: rival });
    if (which !== 'remembered') slack.fault({ kind: '500', method: 'users.info', times: 20 });
    await slack.press(moved, spot, valued('who|'));
    await slack.press(moved, spot, (element) => String(element.value).includes('|home|'));
    await slackBot.quiet();
    expect(named()).toBe(before);
    expect(everything(moved)).toContain('so you don’t need to do anything');
    expect(await slackBot.store.answers.get(slackBot.org, moved, DAY)).toBeNull();
  },
);

test('while Slack does not answer, a vote counts by the workspace in its payload; one from elsewhere does not', async () => {
  const { channel, rita, spot } = await open('http');
  const { slack, teamId, org } = slackBot;
  const late = slack.user(teamId, { name: 'late' }).id;
  slack.invite(channel, late);
  slack.fault({ kind: '500', method: 'users.info', times: 20 });
  for (const person of [late, rita]) {
    await slack.press(person, spot, (element) => String(element.value).includes('|home|'));
    await slackBot.quiet();
  }
  expect(await slackBot.store.people.get(org, late)).toMatchObject({ name: 'late', kind: 'person' });
  expect(await slackBot.store.people.get(org, rita)).toBeNull();
});

test('a command of a person of whom nothing is known is not followed while Slack does not answer', async () => {
  const { channel } = await open('http');
  const { slack, teamId, org } = slackBot;
  const late = slack.user(teamId).id;
  slack.invite(channel, late);
  slack.fault({ kind: '500', method: 'users.info', times: 20 });
  await slack.command(late, channel, 'home');
  await slackBot.quiet();
  expect(everything(late)).toContain('Something went wrong');
  expect(await slackBot.store.people.get(org, late)).toBeNull();
});
