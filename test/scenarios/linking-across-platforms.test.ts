import { type JoinedBot, openJoinedBot } from '../support/joined-bot';

/* What tells that an account on Slack and one on Teams are one person: an address which both platforms have verified. */

let joinedBot: JoinedBot;
afterEach(() => joinedBot.close());

interface Pair {
  slack: string;
  teams: string;
}

type Change = Parameters<JoinedBot['slack']['user']>[1];

async function meet(changes: Record<string, { slack?: Change; role?: 'user' | 'guest'; email?: string }>) {
  const { slack, teams, workspace, client } = joinedBot;
  const pairs: Record<string, Pair> = {};
  const members = Object.entries(changes).map(([name, change]) => {
    const user = slack.user(workspace, { email: `${name}@example.com`, ...change.slack });
    const email = change.email ?? `${name}@example.com`;
    const person = teams.world.person(name, { email, role: change.role ?? 'user' });
    pairs[name] = { slack: user.id, teams: person.id };
    return { user, person };
  });
  const channel = slack.channel(workspace, { members: members.map(({ user }) => user.id) });
  await slack.memberJoins(channel.id, 'bot');
  await joinedBot.until(() => slack.messages(channel.id).length === 1);
  const team = teams.world.team('Sales', { members: members.map(({ person }) => person) });
  const [first] = team.members;
  if (first) await client.install(first, team.general);
  return pairs;
}

async function areOne({ slack, teams }: Pair): Promise<boolean> {
  const person = (id: string) => joinedBot.store.links.find(joinedBot.org, id);
  const [one, other] = await Promise.all([
    person(slack),
    person(`teams:${joinedBot.teams.world.home}|${teams}`),
  ]);
  return one !== null && one.person === other?.person;
}

test('only what both platforms have verified counts, in whatever way it is written', async () => {
  joinedBot = await openJoinedBot({ start: '2018-07-23T08:00:00+09:00' });
  const pairs = await meet({
    same: {},
    written: { slack: { email: ' Written@Example.COM' } },
    another: { email: 'somebody@example.com' },
    unconfirmed: { slack: { emailConfirmed: false } },
    slackGuest: { slack: { guest: true } },
    teamsGuest: { role: 'guest' },
    deactivated: { slack: { deleted: true } },
  });
  const linked: string[] = [];
  for (const [name, pair] of Object.entries(pairs)) if (await areOne(pair)) linked.push(name);
  expect(linked).toEqual(['same', 'written']);
  expect(joinedBot.bytes()).not.toMatch(/@example\.com/i);
  expect(joinedBot.complaints).toEqual([]);
});

test('without the scope nobody is linked; once it is granted, they are', async () => {
  joinedBot = await openJoinedBot({ start: '2018-07-23T08:00:00+09:00', scopes: [] });
  const pairs = await meet({ ann: {} });
  const ann = pairs.ann ?? { slack: '', teams: '' };
  expect(await areOne(ann)).toBe(false);
  for (const token of joinedBot.slack.world.tokens.values())
    token.scopes = [...token.scopes, 'users:read.email'];
  await joinedBot.at('2018-07-24T09:00:00+09:00');
  const [team] = await joinedBot.store.teams.list(joinedBot.org);
  for await (const _ of joinedBot.core.chat.roster(joinedBot.org, team?.place ?? ''));
  expect(await areOne(ann)).toBe(true);
});

test('where people are not linked, no address becomes anything', async () => {
  joinedBot = await openJoinedBot({ start: '2018-07-23T08:00:00+09:00', linking: false });
  const pairs = await meet({ ann: {} });
  expect(await areOne(pairs.ann ?? { slack: '', teams: '' })).toBe(false);
  expect(joinedBot.bytes()).not.toMatch(/@example\.com/i);
});
