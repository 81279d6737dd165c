import { readButton } from '../../src/app/requests/button';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import type { Person, Team } from '../fakes/teams/world';
import { type JoinedBot, openJoinedBot } from '../support/joined-bot';
import { aCampaign } from '../support/sample-data';

/*
 * A survey of an organisation on Slack and on Teams, over fakes that refuse what the platforms refuse: each person is
 * asked once, with an account on both too, a second press counts nothing, and after the end nothing is taken.
 */

const DAY = '2018-07-24';
const time = (clock: string, day = DAY) => `${day}T${clock}:00+09:00`;

let bot: JoinedBot;
let channel: string;
let sales: Team;
let boss: string;
let annOnSlack: string;
let annOnTeams: Person;
let onSlack: string[];
let onTeams: Person[];

beforeEach(async () => {
  bot = await openJoinedBot({ start: '2018-07-23T08:00:00+09:00' });
  const { slack, teams, workspace } = bot;
  boss = slack.user(workspace, { realName: 'Boss', admin: true }).id;
  annOnSlack = slack.user(workspace, { realName: 'Ann', email: 'ann@example.com' }).id;
  annOnTeams = teams.world.person('Ann', { email: 'ann@example.com' });
  onSlack = [1, 2].map((n) => slack.user(workspace, { realName: `Slack ${n}` }).id);
  onTeams = teams.world.people(3, { prefix: 'Teams' });
  channel = slack.channel(workspace, { name: 'sales', members: [boss, annOnSlack, ...onSlack] }).id;
  sales = teams.world.team('Sales', { members: [annOnTeams, ...onTeams] });
  await slack.memberJoins(channel, 'bot', boss);
  await bot.until(() => slack.messages(channel).length === 1);
  await bot.client.install(annOnTeams, sales.general);
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: bot.org });
  const [code = ''] = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await commands(boss, 'bind')) ?? [];
  await bot.client.say(annOnTeams, sales.general, `bind ${code}`);
});
afterEach(() => bot.close());

async function commands(person: string, text: string): Promise<string> {
  const before = bot.slack.ephemerals(person).length;
  await bot.slack.command(person, channel, text);
  await bot.until(() => bot.slack.ephemerals(person).length > before);
  return bot.slack.ephemerals(person).at(-1)?.text ?? '';
}

const QUESTION = 'Question 1';
const askedInSlack = (person: string) =>
  bot.slack.messages(person).filter(({ text }) => text.includes(QUESTION));
const askedInTeams = (person: Person) =>
  bot.teams.direct(person).filter(({ summary }) => summary?.includes(QUESTION));

async function answersInSlack(person: string): Promise<void> {
  const [question] = askedInSlack(person);
  const place = { channel: question?.channel ?? '', ts: question?.ts ?? '' };
  const pressed = await bot.slack.press(person, place, ({ value }) =>
    /^survey-answer.*\|more$/.test(String(value)),
  );
  expect(pressed).toMatchObject({ acked: true });
}

const saysMore = (action: Json) => {
  const button = readButton(textOf(jsonOf(action.data).action));
  return button?.kind === 'survey-answer' && button.option === 'more';
};

async function answersInTeams(person: Person): Promise<unknown> {
  const [question] = askedInTeams(person);
  if (!question) throw new Error('nothing was asked');
  return (await bot.client.press(person, question, saysMore)).answer;
}

async function counted(): Promise<number> {
  const { productivity = {} } = await bot.store.surveys.counts(bot.org, DAY);
  return Object.values(productivity).reduce((sum, people) => sum + people, 0);
}

test('each person is asked and counted once on both platforms, and nobody after the end', async () => {
  expect(await commands(boss, 'survey use o2')).toContain('after the last day of each campaign');
  await bot.at(time('07:00'));
  for (const person of [annOnSlack, ...onSlack]) await commands(person, 'home');
  for (const person of onTeams) await bot.client.say(person, person.chat, 'home');
  await bot.at(time('10:30'));
  await bot.at(time('16:00'));
  await bot.at(time('16:05'));
  expect(onSlack.map((person) => askedInSlack(person).length)).toEqual([1, 1]);
  expect(onTeams.map((person) => askedInTeams(person).length)).toEqual([1, 1, 1]);
  expect(askedInSlack(annOnSlack).length + askedInTeams(annOnTeams).length).toBe(1);
  expect(askedInSlack(boss)).toEqual([]);

  const [one = '', two = ''] = onSlack;
  const [first, second, third] = onTeams as [Person, Person, Person];
  await Promise.all([answersInSlack(one), answersInSlack(one)]);
  await bot.until(async () => (await counted()) === 1);
  await Promise.all([answersInTeams(first), answersInTeams(first)].map((each) => each.catch(() => null)));
  await answersInTeams(second);
  await (askedInSlack(annOnSlack).length > 0 ? answersInSlack(annOnSlack) : answersInTeams(annOnTeams));
  await bot.until(async () => (await counted()) === 4);
  await bot.core.refresh.settle();
  expect(await counted()).toBe(4);
  expect(await commands(boss, 'survey results')).toContain('takes answers through Fri 27 July');

  await bot.at(time('08:00', '2018-07-28'));
  expect(JSON.stringify(await answersInTeams(third))).toContain('This survey is closed');
  await answersInSlack(two);
  const results = await commands(boss, 'survey results');
  expect(results).toContain('Fewer than five people answered');
  expect(await counted()).toBe(4);
  expect(bot.teams.problems).toEqual([]);
  expect(bot.complaints.filter(({ level }) => level === 'error')).toEqual([]);
});
