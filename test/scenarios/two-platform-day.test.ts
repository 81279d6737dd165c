import { isDeepStrictEqual } from 'node:util';
import { readButton } from '../../src/app/requests/button';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import type { Person, Team } from '../fakes/teams/world';
import { type Mixed, openMixed } from '../support/joined-bot';
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

let mixed: Mixed;
let channel: string;
let boss: string;
let sales: Team;
/** On both platforms, on Slack alone, on Teams alone. */
let both: Human[];
let slackOnly: Human[];
let teamsOnly: Human[];

async function open(options: Partial<Parameters<typeof openMixed>[0]> = {}): Promise<void> {
  mixed = await openMixed({ start: '2018-07-23T08:00:00+09:00', ...options });
  const { slack, teams, workspace } = mixed;
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
  await mixed.until(() => slack.messages(channel).length === 1);
  await mixed.client.install(first(), sales.general);
  await mixed.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: mixed.org });
}

afterEach(() => mixed.close());

function first(): Person {
  const [person] = sales.members;
  if (!person) throw new Error('nobody there');
  return person;
}

/** What the administrator of the Slack channel hears. */
async function asks(text: string): Promise<string> {
  const before = mixed.slack.ephemerals(boss).length;
  await mixed.slack.command(boss, channel, text);
  await mixed.until(() => mixed.slack.ephemerals(boss).length > before);
  return mixed.slack.ephemerals(boss).at(-1)?.text ?? '';
}

/** What the administrator of the Teams channel hears. */
async function saysInTeams(text: string): Promise<string> {
  await mixed.client.say(first(), sales.general, text);
  return mixed.teams.last(sales.general).summary ?? '';
}

async function bind(): Promise<string> {
  const [code = ''] = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await asks('bind')) ?? [];
  return saysInTeams(`bind ${code.toLowerCase()}`);
}

function postsInTeams() {
  return mixed.teams.messages(sales.general).filter(({ from, thread }) => from === 'bot' && thread === null);
}

const isPoll = (text: string) => text.includes(`|${DAY}|home`) && text.includes('who|');

function pollInSlack(): { channel: string; ts: string } {
  const polls = mixed.slack.messages(channel).filter(({ blocks }) => isPoll(JSON.stringify(blocks)));
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
  const pressed = await mixed.slack.press(
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
  const { answer } = await mixed.client.press(teams ?? first(), pollInTeams(), chooses(style));
  expect(answer?.kind).toBe('card');
}

/** On a busy machine a press may be acknowledged before it is recorded: it is waited for, then judged. */
async function expectCounts(groups: Record<string, [count: number, late: number]>): Promise<void> {
  const wanted = { members: EVERYBODY, groups };
  await mixed.until(async () => isDeepStrictEqual(await counted(), wanted)).catch(() => undefined);
  expect(await counted()).toEqual(wanted);
}

async function counted() {
  const [team] = await mixed.store.teams.list(mixed.org);
  const closes = at(`${DAY}T10:30:00+09:00`);
  const { members, groups } = await mixed.store.polls.count(mixed.org, team?.id ?? '', DAY, closes);
  return {
    members,
    groups: Object.fromEntries(groups.map(({ style, count, late }) => [style, [count, late]])),
  };
}

test('a team on both platforms: one tally, each person once, the last answer wins', async () => {
  await open();
  const { slack, teams, store, org } = mixed;
  expect(await bind()).toContain('This channel belongs to #sales now');
  const [team, ...others] = await store.teams.list(org);
  expect(others).toEqual([]);
  expect(await store.people.roster(org, team?.id ?? '')).toHaveLength(EVERYBODY);

  await mixed.at('2018-07-23T09:00:00+09:00');
  await mixed.at(`${DAY}T07:00:00+09:00`);
  await expectCounts({});

  await mixed.at(`${DAY}T08:00:00+09:00`);
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

  await mixed.at(`${DAY}T09:00:00+09:00`);
  await Promise.all([
    ...both.slice(0, 10).map((one) => voteInTeams(one, 'home')),
    ...both.slice(10, 15).map((one) => voteInSlack(one, 'home')),
  ]);
  await mixed.client.say(both[19]?.teams ?? first(), both[19]?.teams?.chat ?? first().chat, 'days');
  await mixed.core.refresh.settle();
  const answered: Record<string, [number, number]> = { home: [30, 0], office: [15, 0], 'off-peak': [3, 0] };
  await expectCounts(answered);
  expect(slack.messages(channel).at(-1)?.text).toContain(`48 of ${EVERYBODY}`);
  expect(JSON.stringify(pollInTeams().card)).toContain(`48 of ${EVERYBODY}`);

  await mixed.at(`${DAY}T09:48:00+09:00`);
  const wrote = (one: Human) => [
    one.slack ? slack.messages(one.slack).length : 0,
    one.teams ? teams.direct(one.teams).length : 0,
  ];
  expect(both.slice(0, 18).map(wrote)).toEqual(Array(18).fill([0, 0]));
  expect(both.slice(18).map(wrote)).toEqual([
    [1, 0],
    [0, 2], // what was asked for, and the reminder
  ]);
  expect(slackOnly.map(wrote)).toEqual([...Array(15).fill([0, 0]), ...Array(5).fill([1, 0])]);
  expect(teamsOnly.map(wrote)).toEqual([...Array(15).fill([0, 0]), ...Array(5).fill([0, 1])]);

  await mixed.at(`${DAY}T10:30:00+09:00`);
  await mixed.at(`${DAY}T10:45:00+09:00`);
  const [late] = both.slice(18);
  await voteInTeams(late ?? { slack: null, teams: null }, 'leave');
  await voteInSlack(late ?? { slack: null, teams: null }, 'home');
  await mixed.core.refresh.settle();
  await expectCounts({ ...answered, home: [31, 1] });

  const inSlack = slack.messages(channel).map(({ text }) => text);
  const inTeams = postsInTeams().map(({ summary }) => summary ?? '');
  expect(inSlack).toHaveLength(4);
  expect(inTeams).toHaveLength(4);
  for (const text of inSlack.slice(2)) expect(text).toContain(`49 of ${EVERYBODY}`);
  for (const { card } of postsInTeams().slice(2))
    expect(JSON.stringify(card)).toContain(`49 of ${EVERYBODY}`);
  for (const index of [1, 2, 3]) expect(inSlack[index]).toContain((inTeams[index] ?? '').slice(0, 200));

  expect(mixed.bytes()).not.toMatch(/@example\.com/i);
  expect(JSON.stringify(mixed.complaints)).not.toMatch(/@example\.com/i);
  expect(mixed.complaints.filter(({ level }) => level === 'error')).toEqual([]);
  expect(teams.problems).toEqual([]);
  expect(slack.rates.refusals()).toEqual({});
});
