import { readButton } from '../../src/app/requests/button';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import { actionsOf } from '../fakes/teams/card-actions';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import type { SeenMessage } from '../fakes/teams/messages';
import type { Person, Team } from '../fakes/teams/world';
import { aCampaign, at } from '../support/sample-data';
import { openTeamsBot, type TeamsBot } from '../support/teams-bot';

/* A Telework Day of two organisations with 300 people, as Teams would live it. */

const DAY = '2018-07-24';
const PEOPLE = 150;
/** Who answers how, by their number in the team; the rest stay silent, some of them until it is late. */
const STYLES: [WorkStyle, number][] = [
  ['home', 60],
  ['satellite', 15],
  ['off-peak', 25],
  ['office', 30],
];
const ANSWERED = STYLES.reduce((sum, [, count]) => sum + count, 0);
const LATE = 4;
/** Of the silent, those for whom the bot is not installed: the last ones. */
const UNREACHABLE = 5;
const AT_ONCE = 25;

let teamsBot: TeamsBot;
let teams: Team[];

beforeAll(async () => {
  teamsBot = await openTeamsBot({
    start: '2018-07-23T08:00:00+09:00',
    tenants: ({ world }) => [world.home, world.tenant('branch')],
  });
  const { world } = teamsBot.fake;
  teams = [world.home, world.tenant('branch')].map((tenant, index) =>
    world.team(`Team ${index + 1}`, { tenant, members: membersOf(tenant, index) }),
  );
  for (const team of teams) {
    await teamsBot.client.install(first(team), team.general);
    await teamsBot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: orgOf(team) });
  }
  await teamsBot.client.say(first(teams[1]), teams[1]?.general ?? first(teams[1]).chat, 'setup lang=ja');
});

afterAll(() => teamsBot.close());

function membersOf(tenant: string, index: number): Person[] {
  const locale = index === 0 ? 'en-GB' : 'ja-JP';
  const prefix = `Team ${index + 1} member`;
  const usual = teamsBot.fake.world.people(PEOPLE - UNREACHABLE, { tenant, locale, prefix });
  const without = { tenant, locale, prefix: `${prefix} without the bot`, installed: false };
  return [...usual, ...teamsBot.fake.world.people(UNREACHABLE, without)];
}

function first(team: Team | undefined): Person {
  const [person] = team?.members ?? [];
  if (!person) throw new Error('nobody there');
  return person;
}

function orgOf({ tenant }: Team): string {
  return `teams:${tenant}`;
}

function styleOf(index: number): WorkStyle {
  let left = index;
  for (const [style, count] of STYLES) {
    if (left < count) return style;
    left -= count;
  }
  return 'home';
}

function postsOf(team: Team): SeenMessage[] {
  return teamsBot.fake.messages(team.general).filter(({ from, thread }) => from === 'bot' && thread === null);
}

const isAnswer = (style: WorkStyle) => (action: Json) => {
  const decoded = readButton(textOf(jsonOf(action.data).action));
  return decoded?.kind === 'answer' && decoded.style === style && decoded.day === DAY;
};
const isWho = (action: Json) => readButton(textOf(jsonOf(action.data).action))?.kind === 'who';

/** Of all posts only the poll asks for an answer and shows who is where. */
function pollOf(team: Team): SeenMessage {
  const polls = postsOf(team).filter(({ card }) => {
    const actions = actionsOf(card ?? {});
    return actions.some(isWho) && actions.some(isAnswer('home'));
  });
  if (polls.length !== 1 || !polls[0]) throw new Error(`${polls.length} polls`);
  return polls[0];
}

async function vote(team: Team, person: Person, style: WorkStyle): Promise<void> {
  const { answer } = await teamsBot.client.press(person, pollOf(team), isAnswer(style));
  expect(answer?.kind).toBe('card');
}

async function votes(wanted: (index: number) => boolean): Promise<void> {
  const casts = teams.flatMap((team) =>
    team.members
      .slice(0, ANSWERED)
      .map((person, index) => ({ index, cast: () => vote(team, person, styleOf(index)) }))
      .filter(({ index }) => wanted(index)),
  );
  for (let next = 0; next < casts.length; next += AT_ONCE) {
    await Promise.all(casts.slice(next, next + AT_ONCE).map(({ cast }) => cast()));
    await teamsBot.core.refresh.settle();
  }
}

async function counted(team: Team) {
  const known = await teamsBot.store.teams.at(orgOf(team), team.id);
  const { members, groups } = await teamsBot.store.polls.count(
    orgOf(team),
    known?.id ?? '',
    DAY,
    at(`${DAY}T10:30:00+09:00`),
  );
  return {
    members,
    groups: Object.fromEntries(groups.map(({ style, count, late }) => [style, [count, late]])),
  };
}

test('exact tallies, every post once, in spite of a storm of refusals and a restart', async () => {
  const { fake } = teamsBot;
  // Two organisations: each has its own second of the minute after the hour.
  await teamsBot.at('2018-07-23T09:01:00+09:00');
  for (const team of teams) expect(postsOf(team)).toHaveLength(2);

  for (const kind of ['429', '412', '429', '503', '429', '429'] as const) {
    fake.fault({ kind, match: { operation: 'send' }, retryAfter: 3 });
  }
  for (const time of ['07:00:00', '07:00:30', '07:01:00', '07:02:00', '07:05:00']) {
    await teamsBot.at(`${DAY}T${time}+09:00`);
  }
  for (const team of teams) expect(postsOf(team)).toHaveLength(3);

  fake.calls.clear();
  teamsBot.moveClock(`${DAY}T08:00:00+09:00`);
  await votes((index) => index % 2 === 0);
  await teamsBot.restart();
  fake.fault({ kind: '429', match: { operation: 'update' }, times: 6 });
  teamsBot.moveClock(`${DAY}T09:00:00+09:00`);
  await votes((index) => index % 2 === 1);
  expect(fake.calls.count('send', 'create-conversation', 'member').total).toBe(0);
  // The new process reads each roster once, to know who belongs to the organisation.
  expect(fake.calls.count('paged-members').total).toBeLessThanOrEqual(teams.length);
  expect(fake.calls.count('update').total).toBeLessThan(2 * ANSWERED * 0.1);

  await teamsBot.at(`${DAY}T09:49:00+09:00`);
  for (const team of teams) {
    // The first one added the bot, and was told then what comes next.
    expect(fake.direct(first(team))).toHaveLength(1);
    const reminded = team.members.slice(1).filter((person) => fake.direct(person).length > 0);
    expect(reminded).toEqual(team.members.slice(ANSWERED, PEOPLE - UNREACHABLE));
    for (const person of reminded) expect(fake.direct(person)).toHaveLength(1);
  }
  const [, japanese] = teams;
  expect(fake.direct(japanese?.members[ANSWERED] ?? first(japanese)).at(-1)?.summary).toMatch(/[ぁ-ん]/);

  fake.fault({ kind: '429', times: 6, retryAfter: 2 });
  for (const time of ['10:30:00', '10:30:30', '10:31:00', '10:33:00', '10:36:00']) {
    await teamsBot.at(`${DAY}T${time}+09:00`);
  }
  for (const team of teams) {
    for (const person of team.members.slice(ANSWERED, ANSWERED + LATE)) await vote(team, person, 'home');
  }
  await teamsBot.core.refresh.settle();

  for (const team of teams) {
    expect(await counted(team)).toEqual({
      members: PEOPLE,
      groups: {
        ...Object.fromEntries(STYLES.map(([style, count]) => [style, [count, 0]])),
        home: [60 + LATE, LATE],
      },
    });
    const [welcome, announcement, poll, closing, ...more] = postsOf(team);
    expect(more).toEqual([]);
    expect([welcome, announcement, poll, closing].map((post) => post?.deleted)).toEqual(Array(4).fill(false));
    expect(JSON.stringify(closing?.card)).toContain('Chart.');
    expect(JSON.stringify(closing?.card)).toContain(`(${Math.round((79 / PEOPLE) * 100)}%)`);
  }
  expect(fake.problems).toEqual([]);
});
