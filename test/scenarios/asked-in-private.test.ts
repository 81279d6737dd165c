import { readButton } from '../../src/app/requests/button';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import { aCampaign } from '../support/sample-data';
import { openSlackBot } from '../support/slack-bot';
import { openTeamsBot } from '../support/teams-bot';

/* Members who are asked in private, press there, and put a reminder off, as Slack over HTTP and Teams would live it. */

const START = '2018-07-24T06:30:00+09:00';
const OPENING = '2018-07-24T07:00:00+09:00';
const REMINDING = '2018-07-24T09:48:00+09:00';
const AGAIN = '2018-07-24T10:18:00+09:00';
const CLOSING = '2018-07-24T10:30:00+09:00';

function isHome(text: string): boolean {
  const button = readButton(text);
  return button?.kind === 'answer' && button.style === 'home';
}

const isSnooze = (text: string) => readButton(text)?.kind === 'snooze';

test('on Slack the private question shows its answer, and a reminder comes again in half an hour', async () => {
  const bot = await openSlackBot({ start: START });
  const { slack, teamId } = bot;
  const [ann, ben] = [0, 1].map(
    (n) =>
      slack.user(teamId, { realName: `Member ${n}`, locale: 'en-GB', admin: n === 0, tz: 'Asia/Tokyo' }).id,
  ) as [string, string];
  const channel = slack.channel(teamId, { name: 'sales', members: [ann, ben] }).id;
  await slack.memberJoins(channel, 'bot');
  await bot.quiet();
  const says = async (person: string, text: string) => {
    await slack.command(person, channel, text);
    await bot.quiet();
  };
  await says(ann, 'setup polls=workdays');
  await says(ann, 'ask me in private');
  await bot.at(OPENING);
  const [question, ...more] = slack.messages(ann);
  expect([more.length, slack.messages(ben).length]).toEqual([0, 0]);
  const notes = slack.ephemerals(ann).length;
  const at = (person: string, ts = '') => ({ channel: slack.messages(person).at(0)?.channel ?? '', ts });
  await slack.press(ann, at(ann, question?.ts), ({ value }) => isHome(String(value)));
  await bot.quiet();
  expect(slack.messages(ann)).toHaveLength(1);
  expect(slack.messages(ann)[0]?.text).toContain('✓ Tue 24 July: Working from home');
  expect(slack.ephemerals(ann)).toHaveLength(notes);
  await bot.at(REMINDING);
  const [reminder] = slack.messages(ben);
  await slack.press(ben, at(ben, reminder?.ts), ({ value }) => isSnooze(String(value)));
  await bot.quiet();
  await bot.at('2018-07-24T10:17:00+09:00');
  expect(slack.messages(ben)).toHaveLength(1);
  await bot.at(AGAIN);
  expect(slack.messages(ben)).toHaveLength(2);
  await bot.at(CLOSING);
  expect(JSON.stringify(slack.messages(ann)[0]?.blocks)).not.toContain('|home|');
  expect(bot.complaints).toEqual([]);
  await bot.close();
});

test('so it is on Teams', async () => {
  const bot = await openTeamsBot({ start: START });
  const { world } = bot.fake;
  const people = world.people(2, { locale: 'en-GB', prefix: 'Member' });
  const team = world.team('Sales', { members: people });
  const [ann, ben] = people;
  if (!ann || !ben) throw new Error('nobody there');
  await bot.client.install(ann, team.general);
  const actionOf = (action: Json) => textOf(jsonOf(action.data).action);
  await bot.client.say(ann, team.general, 'setup polls=workdays zone=Asia/Tokyo');
  await bot.client.say(ann, ann.chat, 'ask me in private');
  const before = bot.fake.direct(ann).length;
  await bot.at(OPENING);
  const questions = () => bot.fake.direct(ann).slice(before);
  const [question, ...more] = questions();
  expect([more.length, bot.fake.direct(ben).length]).toEqual([0, 0]);
  if (!question) throw new Error('not asked');
  const pressed = await bot.client.press(ann, question, (action) => isHome(actionOf(action)));
  expect(JSON.stringify(pressed.body)).toContain('✓ Tue 24 July: Working from home');
  await bot.at('2018-07-24T07:01:00+09:00');
  expect(questions()).toHaveLength(1);
  expect(questions()[0]?.summary).toContain('✓ Tue 24 July: Working from home');
  await bot.at(REMINDING);
  const [reminder] = bot.fake.direct(ben);
  if (!reminder) throw new Error('not reminded');
  await bot.client.press(ben, reminder, (action) => isSnooze(actionOf(action)));
  await bot.at('2018-07-24T10:17:00+09:00');
  expect(bot.fake.direct(ben)).toHaveLength(1);
  await bot.at(AGAIN);
  expect(bot.fake.direct(ben)).toHaveLength(2);
  await bot.at(CLOSING);
  expect(JSON.stringify(questions()[0]?.card)).not.toContain('|home|');
  expect([...bot.complaints, ...bot.fake.problems]).toEqual([]);
  await bot.close();
});

const isDays = (text: string) => readButton(text)?.kind === 'days-form';

test('several days are answered in one window of Slack, opened from Home, and taken back together', async () => {
  const bot = await openSlackBot({ start: '2018-07-23T12:00:00+09:00' });
  const { slack, teamId } = bot;
  const ann = slack.user(teamId, { realName: 'Ann', locale: 'en-GB', admin: true }).id;
  const channel = slack.channel(teamId, { name: 'sales', members: [ann] }).id;
  await slack.memberJoins(channel, 'bot');
  await bot.quiet();
  await bot.store.campaigns.save({
    ...aCampaign(['2018-07-24', '2018-07-25'], ['2018-07-24']),
    org: bot.org,
  });
  await slack.opensHome(ann);
  await bot.quiet();
  await slack.pressInView(ann, ({ value }) => isDays(String(value)));
  await bot.quiet();
  await slack.submit(ann, { '2018-07-24': '=home', '2018-07-25': '=office' });
  await bot.quiet();
  const answers = async () =>
    (await bot.store.answers.list(bot.org, ann, '2018-07-24', '2018-07-25')).map(({ style }) => style);
  expect(await answers()).toEqual(['home', 'office']);
  await slack.pressInView(ann, ({ value }) => readButton(String(value))?.kind === 'undo-days');
  await bot.quiet();
  expect(await answers()).toEqual([]);
  expect(bot.complaints).toEqual([]);
  await bot.close();
});

test('so it is on Teams, in a dialog', async () => {
  const bot = await openTeamsBot({ start: '2018-07-23T12:00:00+09:00' });
  const { world } = bot.fake;
  const people = world.people(1, { locale: 'en-GB', prefix: 'Member' });
  const team = world.team('Sales', { members: people });
  const [ann] = people;
  if (!ann) throw new Error('nobody there');
  const org = `teams:${ann.tenant}`;
  await bot.client.install(ann, team.general);
  await bot.store.campaigns.save({ ...aCampaign(['2018-07-24', '2018-07-25'], ['2018-07-24']), org });
  const actionOf = (action: Json) => textOf(jsonOf(action.data).action);
  await bot.client.say(ann, ann.chat, 'me');
  const panel = bot.fake.direct(ann).at(-1);
  if (!panel) throw new Error('no panel');
  const opened = await bot.client.openDialog(ann, panel, (action) => isDays(actionOf(action)));
  expect(JSON.stringify(opened)).toContain('No answer yet');
  const isSave = (action: Json) => jsonOf(action.data).verb === 'submit';
  await bot.client.sendDialog(ann, panel, opened, isSave, { 'field:2018-07-24': 'home' });
  const answers = await bot.store.answers.list(org, ann.id, '2018-07-24', '2018-07-25');
  expect(answers).toMatchObject([{ style: 'home' }]);
  expect([...bot.complaints, ...bot.fake.problems]).toEqual([]);
  await bot.close();
});
