import { readButton } from '../../src/app/requests/button';
import { createIdentify } from '../../src/main/identify';
import { actionsOf } from '../fakes/teams/card-actions';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import type { Person, Team } from '../fakes/teams/world';
import { columnsWith, dumpDatabase } from '../support/dump';
import { type JoinedBot, openJoinedBot } from '../support/joined-bot';
import { aCampaign } from '../support/sample-data';

/*
 * Two Telework Days of an organisation on Slack and on Teams, lived by a person who has an account on both, answers on
 * both, sets everything that can be set, and then asks to be forgotten, or whose organisation is erased.
 */

const DAYS = ['2018-07-24', '2018-07-25', '2018-07-26'];
const EMAIL = 'ann.unlikely@example.com';
const NAME = 'Ann Unlikely';
const OTHERS = 6;

let bot: JoinedBot;
let channel: string;
let sales: Team;
let boss: string;
let annOnSlack: string;
let annOnTeams: Person;
let others: Person[];

beforeEach(async () => {
  bot = await openJoinedBot({ start: '2018-07-20T08:00:00+09:00' });
  const { slack, teams, workspace } = bot;
  annOnSlack = slack.user(workspace, { realName: NAME, email: EMAIL }).id;
  boss = slack.user(workspace, { realName: 'Boss', admin: true }).id;
  annOnTeams = teams.world.person(NAME, { email: EMAIL });
  others = teams.world.people(OTHERS, { prefix: 'Other' });
  channel = slack.channel(workspace, { name: 'sales', members: [annOnSlack, boss] }).id;
  sales = teams.world.team('Sales', { members: [annOnTeams, ...others] });
  await slack.memberJoins(channel, 'bot', annOnSlack);
  await bot.until(() => slack.messages(channel).length === 1);
  await bot.client.install(annOnTeams, sales.general);
  await bot.store.campaigns.save({ ...aCampaign(DAYS, [DAYS[0] ?? '']), org: bot.org });
});
afterEach(() => bot.close());

async function commands(person: string, text: string): Promise<string> {
  const before = bot.slack.ephemerals(person).length;
  await bot.slack.command(person, channel, text);
  await bot.until(() => bot.slack.ephemerals(person).length > before);
  return bot.slack.ephemerals(person).at(-1)?.text ?? '';
}

async function says(person: Person, text: string): Promise<string> {
  await bot.client.say(person, person.chat, text);
  return bot.teams.direct(person).at(-1)?.summary ?? '';
}

const presses = (kind: string) => (action: Json) =>
  readButton(textOf(jsonOf(action.data).action))?.kind === kind;

const home = (action: Json) => {
  const button = readButton(textOf(jsonOf(action.data).action));
  return button?.kind === 'answer' && button.style === 'home';
};

/** Votes in the newest poll in Teams. */
async function votes(person: Person): Promise<void> {
  const poll = bot.teams
    .messages(sales.general)
    .findLast(({ card }) => actionsOf(card ?? {}).some(presses('who')));
  if (!poll) throw new Error('there is no poll');
  await bot.client.press(person, poll, home);
  await bot.client.refresh(person, poll);
}

/** Lives through two days: of the first Ann is silent until she is reminded. */
async function live(): Promise<void> {
  const [code = ''] = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await commands(boss, 'bind')) ?? [];
  await bot.client.say(annOnTeams, sales.general, `bind ${code}`);
  await bot.client.say(annOnTeams, sales.general, 'setup names=on');
  for (const text of ['language ja', 'week mon home fri office', `home ${DAYS[1]}`, 'days', 'who'])
    expect(await says(annOnTeams, text)).not.toBe('');
  await commands(boss, 'setup report=on');
  await bot.at('2018-07-23T09:00:00+09:00');
  await bot.at(`${DAYS[0]}T07:00:00+09:00`);
  for (const person of others.slice(1)) await votes(person);
  await bot.at(`${DAYS[0]}T09:50:00+09:00`);
  await commands(annOnSlack, 'office');
  await votes(annOnTeams);
  await bot.at(`${DAYS[0]}T10:30:00+09:00`);
  await bot.at(`${DAYS[1]}T07:00:00+09:00`);
  for (const person of others) await votes(person);
  await bot.at(`${DAYS[1]}T10:30:00+09:00`);
  await commands(boss, 'audit');
  await commands(boss, 'campaign figures');
}

/** What names Ann, or leads to her. */
function traces(): string[] {
  const hash = createIdentify('ab'.repeat(32))(EMAIL) ?? '';
  const { id, aad, chat } = annOnTeams;
  const direct = bot.slack.messages(annOnSlack).map(({ channel: own }) => own);
  return [annOnSlack, NAME, EMAIL, hash, id, aad, chat.id, ...direct];
}

const found = (texts: readonly string[]) => columnsWith(dumpDatabase(bot.file), texts);

test('a person who is forgotten is nowhere but in the trail, also after the next roster and poll', async () => {
  await live();
  expect(found(traces())).toEqual(
    expect.arrayContaining(['people.name', 'answers.person', 'links.alias', 'memories.key', 'audit.person']),
  );
  await bot.client.say(annOnTeams, annOnTeams.chat, 'forget-me');
  const ask = bot.teams.direct(annOnTeams).at(-1);
  if (!ask) throw new Error('nothing was asked');
  await bot.client.press(annOnTeams, ask, presses('forget'));
  await bot.core.refresh.settle();
  expect(found(traces())).toEqual(['audit.person']);

  await bot.at(`${DAYS[2]}T07:00:00+09:00`);
  const poll = bot.teams.last(sales.general);
  await bot.client.refresh(annOnTeams, poll);
  await bot.at(`${DAYS[2]}T10:30:00+09:00`);
  expect(found(traces())).toEqual(['audit.person']);
  expect(bot.complaints.filter(({ level }) => level === 'error')).toEqual([]);
});

test('an organisation that is erased is nowhere, and neither are its people', async () => {
  await live();
  const tenant = bot.teams.world.home;
  const people = [...traces(), ...others.flatMap(({ id, name, chat }) => [id, name, chat.id]), boss];
  const names = [bot.workspace, tenant, sales.id, channel, ...people];
  expect(found(names).length).toBeGreaterThan(20);
  await bot.store.eraseOrg(bot.org, { parts: [`teams:${tenant}`], lanes: [] }, 'erase');
  expect(found(names)).toEqual([]);
});
