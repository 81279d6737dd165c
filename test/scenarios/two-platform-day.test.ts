import { isDeepStrictEqual } from 'node:util';
import { readButton } from '../../src/app/requests/button';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import type { Person, Team } from '../fakes/teams/world';
import { type JoinedBot, openJoinedBot } from '../support/joined-bot';
import { aCampaign, at } from '../support/sample-data';

/*
 * A Telework Day of one organisation that is on Slack and on Teams: a team in a channel of each, sixty people, of whom
 * twenty have an account on both.
 */

const DAY = '2018-07-24';
const EACH = 20;
const EVERYBODY = 3 * EACH;

/** Somebody with the ids they have. */
interface Human {
  slack: string | null;
  teams: Person | null;
}

let joinedBot: JoinedBot;
let channel: string;
let boss: string;
let sales: Team;
/** On both platforms, on Slack alone, on Teams alone. */
let both: Human[];
let slackOnly: Human[];
let teamsOnly: Human[];

async function open(options: Partial<Parameters<typeof openJoinedBot>[0]> = {}): Promise<void> {
  joinedBot = await openJoinedBot({ start: '2018-07-23T08:00:00+09:00', ...options });
  const { slack, teams, workspace } = joinedBot;
  const onSlack = (n: number) => slack.user(workspace, { email: `Member.${n}@Example.com` }).id;
  const onTeams = (n: number) => teams.world.person(`Member ${n}`, { email: `member.${n}@example.com` });
  const many = (from: number, make: (n: number) => Human) =>
    Array.from({ length: EACH }, (_, index) => make(from + index));
  both = many(0, (n) => ({ slack: onSlack(n), teams: onTeams(n) }));
  slackOnly = many(100, (n) => ({ slack: onSlack(n), teams: null }));
  teamsOnly = many(200, (n) => ({ slack: null, teams: onTeams(n) }));
  const all = [...both, ...slackOnly, ...teamsOnly];
  channel = slack.channel(workspace, { name: 'sales', members: all.flatMap((one) => one.slack ?? []) }).id;
  sales = teams.world.team('Sales', { members: all.flatMap((one) => one.teams ?? []) });
  boss = slack.user(workspace, { realName: 'Boss', admin: true, email: 'boss@example.com' }).id;
  await slack.memberJoins(channel, 'bot');
  await joinedBot.until(() => slack.messages(channel).length === 1);
  await joinedBot.client.install(first(), sales.general);
  await joinedBot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: joinedBot.org });
}

afterEach(() => joinedBot.close());

function first(): Person {
  const [person] = sales.members;
  if (!person) throw new Error('nobody there');
  return person;
}

/** What the administrator of the Slack channel hears. */
async function asks(text: string): Promise<string> {
  const before = joinedBot.slack.ephemerals(boss).length;
  await joinedBot.slack.command(boss, channel, text);
  await joinedBot.until(() => joinedBot.slack.ephemerals(boss).length > before);
  return joinedBot.slack.ephemerals(boss).at(-1)?.text ?? '';
}

/** What the administrator of the Teams channel hears. */
async function saysInTeams(text: string): Promise<string> {
  await joinedBot.client.say(first(), sales.general, text);
  return joinedBot.teams.last(sales.general).summary ?? '';
}

async function bind(): Promise<string> {
  const [code = ''] = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await asks('bind')) ?? [];
  return saysInTeams(`bind ${code.toLowerCase()}`);
}

function postsInTeams() {
  return joinedBot.teams
    .messages(sales.general)
    .filter(({ from, thread }) => from === 'bot' && thread === null);
}

const isPoll = (text: string) => text.includes(`|${DAY}|home`) && text.includes('who|');

function pollInSlack(): { channel: string; ts: string } {
  const polls = joinedBot.slack.messages(channel).filter(({ blocks }) => isPoll(JSON.stringify(blocks)));
  expect(polls).toHaveLength(1);
  return { channel, ts: polls[0]?.ts ?? '' };
}

function pollInTeams() {
  const polls = postsInTeams().filter(({ card }) => isPoll(JSON.stringify(card)));
  expect(polls).toHaveLength(1);
  if (!polls[0]) throw new Error('no poll');
  return polls[0];
}

async function voteInSlack({ slack }: Human, style: WorkStyle): Promise<void> {
  const pressed = await joinedBot.slack.press(
    slack ?? '',
    pollInSlack(),
    ({ value }) => String(value).split('|')[3] === style,
  );
  expect(pressed).toMatchObject({ acked: true });
}

const chooses = (style: WorkStyle) => (action: Json) => {
  const decoded = readButton(textOf(jsonOf(action.data).action));
  return decoded?.kind === 'answer' && decoded.style === style;
};

async function voteInTeams({ teams }: Human, style: WorkStyle): Promise<void> {
  const { answer } = await joinedBot.client.press(teams ?? first(), pollInTeams(), chooses(style));
  expect(answer?.kind).toBe('card');
}

/** On a busy machine a press may be acknowledged before it is recorded: it is waited for, then judged. */
async function expectCounts(groups: Record<string, [count: number, late: number]>): Promise<void> {
  const wanted = { members: EVERYBODY, groups };
  await joinedBot.until(async () => isDeepStrictEqual(await counted(), wanted)).catch(() => undefined);
  expect(await counted()).toEqual(wanted);
}

async function counted() {
  const [team] = await joinedBot.store.teams.list(joinedBot.org);
  const closes = at(`${DAY}T10:30:00+09:00`);
  const { members, groups } = await joinedBot.store.polls.count(joinedBot.org, team?.id ?? '', DAY, closes);
  return {
    members,
    groups: Object.fromEntries(groups.map(({ style, count, late }) => [style, [count, late]])),
  };
}

test('a team on both platforms: one tally, each person once, the last answer wins', async () => {
  await open();
  const { slack, teams, store, org } = joinedBot;
  expect(await bind()).toContain('This channel is now linked to #sales');
  const [team, ...others] = await store.teams.list(org);
  expect(others).toEqual([]);
  expect(await store.people.roster(org, team?.id ?? '')).toHaveLength(EVERYBODY);

  await joinedBot.at('2018-07-23T09:00:00+09:00');
  await joinedBot.at(`${DAY}T07:00:00+09:00`);
  await expectCounts({});

  await joinedBot.at(`${DAY}T08:00:00+09:00`);
  await Promise.all([
    ...both.slice(0, 10).map((one) => voteInSlack(one, 'office')),
    ...both.slice(10, 15).map((one) => voteInTeams(one, 'satellite')),
    ...both.slice(15, 18).map((one) => voteInTeams(one, 'off-peak')),
    ...slackOnly.slice(0, 15).map((one) => voteInSlack(one, 'office')),
    ...teamsOnly.slice(0, 15).map((one) => voteInTeams(one, 'home')),
  ]);
  await expectCounts({
    home: [15, 0],
    office: [25, 0],
    satellite: [5, 0],
    'off-peak': [3, 0],
  });

  await joinedBot.at(`${DAY}T09:00:00+09:00`);
  await Promise.all([
    ...both.slice(0, 10).map((one) => voteInTeams(one, 'home')),
    ...both.slice(10, 15).map((one) => voteInSlack(one, 'home')),
  ]);
  await joinedBot.client.say(both[19]?.teams ?? first(), both[19]?.teams?.chat ?? first().chat, 'days');
  await joinedBot.core.refresh.settle();
  const answered: Record<string, [number, number]> = { home: [30, 0], office: [15, 0], 'off-peak': [3, 0] };
  await expectCounts(answered);
  expect(slack.messages(channel).at(-1)?.text).toContain(`48 of ${EVERYBODY}`);
  expect(JSON.stringify(pollInTeams().card)).toContain(`48 of ${EVERYBODY}`);

  await joinedBot.at(`${DAY}T09:48:00+09:00`);
  const wrote = (one: Human) => [
    one.slack ? slack.messages(one.slack).length : 0,
    one.teams ? teams.direct(one.teams).length : 0,
  ];
  // The first one added the bot, and was told what comes next.
  expect(both.slice(0, 18).map(wrote)).toEqual([[0, 1], ...Array(17).fill([0, 0])]);
  expect(both.slice(18).map(wrote)).toEqual([
    [1, 0],
    [0, 2], // what was asked for, and the reminder
  ]);
  expect(slackOnly.map(wrote)).toEqual([...Array(15).fill([0, 0]), ...Array(5).fill([1, 0])]);
  expect(teamsOnly.map(wrote)).toEqual([...Array(15).fill([0, 0]), ...Array(5).fill([0, 1])]);

  await joinedBot.at(`${DAY}T10:30:00+09:00`);
  await joinedBot.at(`${DAY}T10:45:00+09:00`);
  const [late] = both.slice(18);
  await voteInTeams(late ?? { slack: null, teams: null }, 'leave');
  await voteInSlack(late ?? { slack: null, teams: null }, 'home');
  await joinedBot.core.refresh.settle();
  await expectCounts({ ...answered, home: [31, 1] });

  const inSlack = slack.messages(channel).map(({ text }) => text);
  const inTeams = postsInTeams().map(({ summary }) => summary ?? '');
  expect(inSlack).toHaveLength(4);
  expect(inTeams).toHaveLength(4);
  for (const text of inSlack.slice(2)) expect(text).toContain(`49 of ${EVERYBODY}`);
  for (const { card } of postsInTeams().slice(2))
    expect(JSON.stringify(card)).toContain(`49 of ${EVERYBODY}`);
  for (const index of [1, 2, 3]) expect(inSlack[index]).toContain((inTeams[index] ?? '').slice(0, 200));

  expect(joinedBot.bytes()).not.toMatch(/@example\.com/i);
  expect(JSON.stringify(joinedBot.complaints)).not.toMatch(/@example\.com/i);
  expect(joinedBot.complaints.filter(({ level }) => level === 'error')).toEqual([]);
  expect(teams.problems).toEqual([]);
  expect(slack.rates.refusals()).toEqual({});
});
