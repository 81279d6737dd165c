import { isRefusal } from '../../../src/domain/refusal';
import { applySettings } from '../../../src/domain/teams/change-settings';
import type { Team } from '../../../src/domain/teams/team';
import { aCampaign } from '../../support/sample-data';
import { openSlackBot, type SlackBot, type SlackBotOptions } from '../../support/slack-bot';

const DAY = '2018-07-24';

let slackBot: SlackBot;
let people: string[];
let channel: string;
let sales: string;
afterEach(() => slackBot.close());

async function open(options: SlackBotOptions = {}, names: 'names' | 'counts' = 'names'): Promise<void> {
  slackBot = await openSlackBot({ start: '2018-07-24T06:00:00+09:00', ...options });
  const { slack, teamId, org } = slackBot;
  people = Array.from({ length: 12 }, (_, index) => slack.user(teamId, { realName: `P${index}` }).id);
  channel = slack.channel(teamId, { members: people }).id;
  const elsewhere = slack.user(teamId, { realName: 'Elsewhere' }).id;
  sales = slack.usergroup(teamId, { handle: 'sales', users: [...people.slice(0, 6), elsewhere] }).id;
  slack.usergroup(teamId, { handle: 'few', users: people.slice(0, 2) });
  slack.usergroup(teamId, { handle: 'all-but-one', users: people.slice(1) });
  slack.usergroup(teamId, { handle: 'closed', disabled: true });
  await slack.memberJoins(channel, 'bot');
  await slackBot.quiet();
  await slackBot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org });
  if (names === 'names') await showNames();
  await slackBot.at('2018-07-24T07:00:00+09:00');
  const team = await slackBot.team(channel);
  for (const person of people.slice(0, 4))
    await slackBot.store.answers.record({
      ...{ org, person, day: DAY, at: slackBot.time.now(), source: 'command', team: team.id, agrees: names },
      choice: { style: 'home', arrival: null },
    });
}

async function asks(text: string, person = people[0] ?? ''): Promise<string> {
  await slackBot.slack.command(person, channel, text);
  await slackBot.quiet();
  return slackBot.slack.ephemerals(person).at(-1)?.text ?? '';
}

async function showNames(): Promise<void> {
  const { id, org } = await slackBot.team(channel);
  await slackBot.store.teams.change(org, id, (team: Team) => {
    const named = applySettings(team.settings, { names: 'on' }, '2018-07-24');
    return isRefusal(named) ? null : { ...team, settings: named.settings };
  });
}

const asked = (method: string) => slackBot.slack.calls.list(method).length;

test.each([
  ['an id, as Slack escapes it', true],
  ['the handle as typed, in an app without escaping', false],
])('a group is known by %s', async (_how, escapesCommands) => {
  await open({ slack: { app: { escapesCommands } } });
  const said = await asks('who @sales today');
  expect(said).toContain('Only @sales');
  expect(said).toContain('Working from home · 4 people: P0 · P1 · P2 · P3');
  expect(slackBot.slack.calls.list('usergroups.users.list')[0]?.args).toMatchObject({ usergroup: sales });
  expect(slackBot.complaints).toEqual([]);
});

test('Slack is asked once in some minutes; a group that is new is found soon', async () => {
  await open();
  for (let times = 0; times < 5; times++) await asks('who @sales');
  expect([asked('usergroups.list'), asked('usergroups.users.list')]).toEqual([1, 1]);
  slackBot.slack.usergroup(slackBot.teamId, { handle: 'board', users: people.slice(0, 5) });
  await slackBot.time.advance(61_000);
  expect(await asks('who @board')).toContain('Only @board');
  await slackBot.time.advance(5 * 60_000);
  await asks('who @sales');
  expect([asked('usergroups.list'), asked('usergroups.users.list')]).toEqual([3, 3]);
});

test('names are those of the group, where the team shows names', async () => {
  await open();
  const said = await asks('who @few');
  expect(said).toContain('Working from home · 2 people: P0 · P1\n');
  expect(said).not.toContain('P3');
});

test('with counts only, no group is counted on its own', async () => {
  await open({}, 'counts');
  for (const group of ['few', 'all-but-one']) {
    const said = await asks(`who @${group}`);
    expect(said).toContain('shows counts only');
    expect(said).not.toContain('Working from home:');
  }
});

test.each([
  ['an unknown group', 'who @nobody', 'can’t find a user group “@nobody”'],
  ['a disabled one', 'who @closed', 'can’t find a user group “@closed”'],
])('%s is refused, with what to type', async (_what, text, refusal) => {
  await open();
  const said = await asks(text);
  expect(said).toContain(refusal);
  expect(said).toContain('/telework who @sales on friday');
});

test('an install without the scope says so, and goes on without groups', async () => {
  await open({ scopes: ['commands', 'chat:write', 'channels:read', 'groups:read', 'users:read'] });
  expect(await asks('who @sales')).toContain('I can’t look up user groups here');
  expect(await asks('who')).toContain('Working from home · 4 people');
});

test('while Slack takes no more calls, the person is asked to try again', async () => {
  await open();
  slackBot.slack.fault({ kind: '429', method: 'usergroups.list', retryAfter: 30 });
  const [person = ''] = people;
  await slackBot.slack.command(person, channel, 'who @sales');
  await slackBot.quiet();
  expect(slackBot.slack.ephemerals(person).at(-1)?.text).toContain('I can’t look up');
  await slackBot.time.advance(31_000);
  expect(await asks('who @sales')).toContain('Only @sales');
});

test('the rest of the grammar survives what Slack escapes', async () => {
  await open();
  const boss = slackBot.slack.user(slackBot.teamId, { name: 'boss', admin: true }).id;
  slackBot.slack.invite(channel, boss);
  await asks('campaign new "R&D <2> @boss https://example.com/?a=1&b=2" 2018-07-30..2018-07-31', boss);
  const names = (await slackBot.store.campaigns.list(slackBot.org)).map(({ name }) => name);
  expect(names).toContain('R&D <2> @boss https://example.com/?a=1&b=2');
});
