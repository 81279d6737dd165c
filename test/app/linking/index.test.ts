import { createJoined, type Joined } from '../../../src/app/linking';
import { routeChats } from '../../../src/app/linking/route-chats';
import { encodeButton } from '../../../src/app/requests/button';
import { createInbox } from '../../../src/app/requests/inbox';
import { runDueTasks } from '../../../src/app/schedule/run-due-tasks';
import type { Person } from '../../../src/domain/people/person';
import type { Team } from '../../../src/domain/teams/team';
import { parseIntent } from '../../../src/grammar/parse';
import { createCore } from '../../../src/main/create-core';
import type { Actor, Inbox } from '../../../src/ports/inbox';
import { ANY_TEAM } from '../../../src/ports/store/ledger';
import { createFakeChat, type FakeChat } from '../../fakes/chat';
import { type ActorChange, aPerson, type Bot, openBot } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* One organisation on two platforms, each a chat of its own: what the core does with a team that is in both. */

const SLACK = 'slack:T1';
const TEAMS = 'teams:tenant';
const CHANNEL = 'C1';
const CONVERSATION = '19:a';
/** The Teams channel as the core knows it. */
const SECOND = `${TEAMS}|${CONVERSATION}`;
const DAY = '2018-07-24';

let bot: Bot;
let slack: FakeChat;
let teams: FakeChat;
let joined: Joined;
let inbox: Inbox;
let core: Bot['core'];

function join(linking = true): void {
  const pairs = [{ into: SLACK, org: TEAMS }];
  joined = createJoined({ pairs, linking, store: bot.store, log: bot.core.log });
  const chat = joined.chat(routeChats({ slack, teams }));
  core = createCore({ ...bot.core, store: bot.store, chat });
  inbox = joined.inbox(createInbox(core, parseIntent));
}

beforeEach(async () => {
  bot = await openBot('2018-07-23T07:30:00+09:00');
  slack = createFakeChat(bot.nameOf);
  teams = createFakeChat(bot.nameOf);
  join();
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: SLACK });
});
afterEach(() => bot.close());

/** Ann and Bob are on both; Cid on Slack alone, Dan on Teams alone. */
const ann = aPerson('U1', { identity: 'ann' });
const annInTeams = aPerson('29:1', { name: 'Ann in Teams', identity: 'ann' });
const bob = aPerson('U2', { identity: 'bob' });
const bobInTeams = aPerson('29:2', { identity: 'bob' });
const cid = aPerson('U3', { identity: 'cid' });
const dan = aPerson('29:4', { identity: 'dan' });

const inSlack = (person: Person, change: ActorChange = {}): Actor =>
  bot.actor(person, { org: SLACK, place: CHANNEL, placeName: '#sales', ...change });
const inTeams = ({ identity: _, ...person }: Person, change: ActorChange = {}): Actor =>
  bot.actor(person, { org: TEAMS, place: CONVERSATION, placeName: 'Sales', ...change });
const admin = { admin: true };

async function says(actor: Actor, text: string): Promise<string> {
  return (await inbox.command(actor, text)).card.summary;
}

async function offer(actor = inSlack(ann, admin)): Promise<string> {
  return /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await says(actor, 'bind'))?.[0] ?? '';
}

async function bind(): Promise<Team> {
  slack.people.set(CHANNEL, [ann, bob, cid]);
  teams.people.set(CONVERSATION, [annInTeams, bobInTeams, dan]);
  await says(inTeams(annInTeams, admin), `bind ${await offer()}`);
  return theTeam();
}

async function theTeam(): Promise<Team> {
  const [team, ...more] = await bot.store.teams.list(SLACK);
  if (!team || more.length > 0) throw new Error('not exactly one team');
  return team;
}

async function at(iso: string): Promise<void> {
  bot.moveClock(iso);
  await runDueTasks(core);
  await core.refresh.settle();
}

const answer = (team: Team, style: 'home' | 'office') =>
  encodeButton({ kind: 'answer', team: team.id, day: DAY, style, arrival: null });

test('where nothing is joined and nobody linked, nothing stands between platforms and core', () => {
  const apart = createJoined({ pairs: [], linking: false, store: bot.store, log: bot.core.log });
  expect(apart.chat(slack)).toBe(slack);
  expect(apart.inbox(inbox)).toBe(inbox);
});

describe('binding', () => {
  test('makes one team of two channels, with the people of both, each once', async () => {
    await says(inTeams(dan, admin), 'setup window=08:00-09:00');
    const team = await bind();
    expect(team).toMatchObject({
      place: CHANNEL,
      name: '#sales',
      secondChannel: { place: SECOND, trouble: null },
    });
    expect(team.settings.window.from).toBe('07:00');
    const roster = await bot.store.people.roster(SLACK, team.id);
    expect(roster.map(({ id }) => id).sort()).toEqual(['U1', 'U2', 'U3', `${TEAMS}|29:4`]);
    expect(roster.find(({ id }) => id === 'U1')?.name).toBe('Person U1');
  });

  test('says whether the channel had settings, which are dropped', async () => {
    expect(await says(inTeams(dan, admin), `bind ${await offer()}`)).not.toContain(
      'own settings are deleted',
    );
    await says(inSlack(ann, admin), 'unbind');
    await says(inTeams(dan, admin), 'setup');
    expect(await says(inTeams(dan, admin), `bind ${await offer()}`)).toContain('own settings are deleted');
  });

  test('takes a code as it was read out', async () => {
    const code = await offer();
    const heard = code.toLowerCase().replace('-', ' ');
    expect(await says(inTeams(dan, admin), `BIND ${heard}.`)).toContain('#sales');
  });

  test.each([
    ['nobody but an administrator asks for a code', () => inSlack(ann), 'bind', 'admin'],
    ['not in private', () => inSlack(ann, { ...admin, place: null }), 'bind', 'channel'],
    ['nobody but an administrator uses one', () => inTeams(dan), 'bind CODE', 'admin'],
    ['nor in private', () => inTeams(dan, { ...admin, place: null }), 'bind CODE', 'channel'],
    ['a wrong code', () => inTeams(dan, admin), 'bind ZZZZ-ZZZZ', 'That code doesn’t work'],
    ['nonsense', () => inTeams(dan, admin), `bind ${'x'.repeat(200)}`, 'That code doesn’t work'],
    [
      'a code of the same platform',
      () => inSlack(bob, { ...admin, place: 'C2' }),
      'bind CODE',
      'the same platform',
    ],
    [
      'an organisation of its own',
      () => inTeams(dan, { ...admin, org: 'teams:x' }),
      'bind CODE',
      'JOINED_ORG',
    ],
    ['what is isn’t linked', () => inSlack(ann, admin), 'unbind', 'isn’t linked'],
    ['parting, by a member', () => inSlack(ann), 'unbind', 'admin'],
  ])('%s is refused', async (_, actor, text, reason) => {
    const code = await offer();
    const before = JSON.stringify(await bot.store.teams.list(SLACK));
    const reply = await inbox.command(actor(), text.replace('CODE', code));
    expect(reply.refused).toBe(true);
    expect(reply.card.summary).toContain(reason);
    expect(JSON.stringify(await bot.store.teams.list(SLACK))).toBe(before);
  });

  test('a code serves once, for an hour', async () => {
    const code = await offer();
    await says(inTeams(dan, admin), `bind ${code}`);
    await says(inTeams(dan, admin), 'unbind');
    expect((await theTeam()).secondChannel).toBeNull();
    expect(await says(inTeams(dan, admin), `bind ${code}`)).toContain('That code doesn’t work');
    const later = await offer();
    bot.moveClock('2018-07-23T08:31:00+09:00');
    expect(await says(inTeams(dan, admin), `bind ${later}`)).toContain('That code doesn’t work');
  });

  test('a team that is in two places takes no third, and a place belongs to one team', async () => {
    const code = await offer();
    await bind();
    expect(await says(inSlack(ann, admin), 'bind')).toContain('already linked');
    const third = inTeams(dan, { ...admin, place: '19:b' });
    expect(await says(third, `bind ${code}`)).toContain('already linked');
    const other = await offer(inSlack(ann, { ...admin, place: 'C2' }));
    expect(await says(inTeams(dan, admin), `bind ${other}`)).toContain('already linked');
  });

  test('a channel whose own poll takes answers waits for the next day', async () => {
    await says(inTeams(dan, admin), 'poll now');
    expect(await says(inTeams(dan, admin), `bind ${await offer()}`)).toContain('tomorrow');
  });
});

describe('a team in two places', () => {
  test('is posted to in both, and edited in both', async () => {
    const team = await bind();
    await at('2018-07-23T09:00:00+09:00');
    await says(inSlack(ann, admin), 'setup window=07:00-10:00');
    for (const chat of [slack, teams]) {
      const [announced] = chat.messages;
      expect(announced?.card.summary).toContain('10:00');
      expect(announced?.edits).toBe(1);
    }
    await at(`${DAY}T07:00:00+09:00`);
    await inbox.press(inSlack(ann), answer(team, 'office'));
    await inbox.press(inTeams(annInTeams), answer(team, 'home'));
    await core.refresh.settle();
    await at(`${DAY}T10:00:00+09:00`);
    const texts = [slack, teams].map((chat) => chat.messages.map(({ card }) => card.summary));
    expect(texts[0]).toEqual(texts[1]);
    expect(slack.in(CHANNEL).at(-2)?.card.summary).toContain('1 of 4');
    expect(teams.in(CONVERSATION).at(-1)?.card.summary).toContain('1 of 4');
    expect(await bot.store.answers.get(SLACK, 'U1', DAY)).toMatchObject({ style: 'home' });
  });

  test('hears of a drill in both, in spite of one that is out of reach', async () => {
    await bind();
    await says(inSlack(ann, admin), 'poll now');
    slack.fail('post', 'unreachable');
    await says(inTeams(annInTeams, admin), 'drill typhoon');
    expect(slack.messages).toHaveLength(1);
    expect(teams.messages.map(({ card }) => card.summary).join()).toContain('typhoon');
  });

  test('one place that is lost does not stop the other, and is served again', async () => {
    await bind();
    teams.fail('post', 'gone');
    await at('2018-07-23T09:00:00+09:00');
    expect(slack.messages).toHaveLength(1);
    expect(await theTeam()).toMatchObject({ trouble: null, secondChannel: { trouble: 'gone' } });
    await at(`${DAY}T07:00:00+09:00`);
    expect(slack.messages).toHaveLength(2);
    expect(teams.messages).toHaveLength(0);
    await inbox.place(TEAMS, CONVERSATION, 'Sales');
    expect(await theTeam()).toMatchObject({ name: '#sales', secondChannel: { trouble: null } });
    await at(`${DAY}T07:10:00+09:00`);
    expect(teams.messages).toHaveLength(1);
  });

  test('the first place may be the one that is lost', async () => {
    const team = await bind();
    await inbox.place(SLACK, CHANNEL, null);
    await at(`${DAY}T07:00:00+09:00`);
    await inbox.press(inTeams(dan), answer(team, 'home'));
    await core.refresh.settle();
    await at(`${DAY}T09:48:00+09:00`);
    await at(`${DAY}T10:30:00+09:00`);
    expect(slack.messages.filter(({ to }) => to === CHANNEL)).toEqual([]);
    expect(slack.messages.map(({ to }) => to).sort()).toEqual(['U1', 'U2', 'U3']);
    expect(teams.in(CONVERSATION).map(({ card }) => card.summary)).toEqual([
      expect.stringContaining('1 of 4'),
      expect.stringContaining('1 of 4'),
    ]);
    expect(await says(inTeams(annInTeams, admin), 'setup')).toContain('#sales');
    expect((await theTeam()).trouble).toBe('gone');
  });

  test('who leaves one place is still in the other', async () => {
    const team = await bind();
    slack.people.set(CHANNEL, [bob, cid]);
    await inbox.member(SLACK, CHANNEL, ann, 'left');
    const ids = async () => (await bot.store.people.roster(SLACK, team.id)).map(({ id }) => id);
    expect(await ids()).toContain('U1');
    teams.people.set(CONVERSATION, [bobInTeams, dan]);
    await inbox.member(TEAMS, CONVERSATION, annInTeams, 'left');
    expect(await ids()).not.toContain('U1');
    await inbox.member(SLACK, CHANNEL, cid, 'left');
    expect(await ids()).not.toContain('U3');
  });

  test('where one roster cannot be had, the last known one stands beside the other', async () => {
    const team = await bind();
    teams.fail('roster', 'unreachable');
    slack.people.set(CHANNEL, [ann]);
    await at(`${DAY}T07:00:00+09:00`);
    expect((await bot.store.polls.members(SLACK, team.id, DAY)).map(({ member }) => member.id)).toEqual(
      expect.arrayContaining(['U1', 'U2', 'U3', `${TEAMS}|29:4`]),
    );
  });

  test('parted again, it is in its first place alone', async () => {
    const team = await bind();
    await says(inTeams(annInTeams, admin), 'unbind');
    await at(`${DAY}T07:00:00+09:00`);
    expect(slack.messages).toHaveLength(1);
    expect(teams.messages).toEqual([]);
    const members = await bot.store.polls.members(SLACK, team.id, DAY);
    expect(members.map(({ member }) => member.id).sort()).toEqual(['U1', 'U2', 'U3']);
  });
});

describe('a person with two ids', () => {
  test('is reminded once, where they last did something', async () => {
    await bind();
    await at(`${DAY}T07:00:00+09:00`);
    await inbox.home(inTeams(annInTeams, { place: null }));
    await at(`${DAY}T09:48:00+09:00`);
    const remindedBy = ({ messages }: FakeChat, channel: string) =>
      messages
        .filter(({ to }) => to !== channel)
        .map(({ to }) => to)
        .sort();
    expect(remindedBy(slack, CHANNEL)).toEqual(['U2', 'U3']);
    expect(remindedBy(teams, CONVERSATION)).toEqual(['29:1', '29:4']);
  });

  test.each(['gone', 'forbidden', 'unreachable'] as const)('is reached elsewhere: %s', async (kind) => {
    await bind();
    await at(`${DAY}T07:00:00+09:00`);
    await inbox.home(inTeams(annInTeams, { place: null }));
    await inbox.home(inTeams(dan, { place: null }));
    for (const style of ['office', 'home'] as const) {
      const team = await theTeam();
      for (const one of [inSlack(bob), inSlack(cid), inTeams(dan)])
        await inbox.press(one, answer(team, style));
    }
    teams.fail('direct', kind);
    await at(`${DAY}T09:48:00+09:00`);
    expect(slack.in('U1')).toHaveLength(1);
    expect(teams.in('29:1')).toHaveLength(0);
  });

  test('is tried again where the last of their addresses is out of reach for now', async () => {
    await bind();
    await at(`${DAY}T07:00:00+09:00`);
    await inbox.home(inTeams(annInTeams, { place: null }));
    teams.fail('direct', 'gone', { times: 9 });
    slack.fail('direct', 'unreachable', { times: 9 });
    await at(`${DAY}T09:48:00+09:00`);
    expect(slack.in('U1')).toEqual([]);
    const reminders = await bot.store.ledger.list(SLACK, ANY_TEAM, DAY, 'reminder');
    expect(reminders.find((one) => one.kind === 'reminder' && one.person === 'U1')?.state).toBe('waiting');
  });

  test('is not written to twice where the first message may have arrived', async () => {
    await bind();
    await at(`${DAY}T07:00:00+09:00`);
    slack.fail('direct', 'uncertain', { times: 9, after: true });
    await at(`${DAY}T09:48:00+09:00`);
    expect(teams.in('29:2')).toEqual([]);
  });

  test('counts for each of them where people are not linked, and links are forgotten', async () => {
    const team = await bind();
    join(false);
    await joined.prepare();
    expect(await bot.store.links.find(SLACK, 'U1')).toBeNull();
    await at(`${DAY}T07:00:00+09:00`);
    expect((await bot.store.polls.members(SLACK, team.id, DAY)).length).toBe(6);
    await inbox.press(inSlack(ann), answer(team, 'office'));
    await inbox.press(inTeams(annInTeams), answer(team, 'home'));
    expect(await bot.store.answers.get(SLACK, 'U1', DAY)).toMatchObject({ style: 'office' });
  });

  test('is known to their platform by what it calls them', async () => {
    await bind();
    expect(await joined.known(TEAMS, '29:1')).toMatchObject({ id: 'U1', name: 'Person U1' });
    expect(await joined.known(SLACK, 'U3')).toMatchObject({ id: 'U3' });
    expect(await joined.known(TEAMS, '29:9')).toBeNull();
  });

  test('may set up a place by the id they have there', async () => {
    const chat = joined.chat(routeChats({ slack, teams }));
    await bind();
    teams.managers.add(`29:1 ${CONVERSATION}`);
    expect(await chat.mayManage(SLACK, 'U1', SECOND)).toBe(true);
    expect(await chat.mayManage(SLACK, 'U3', SECOND)).toBe(false);
    expect(await chat.mayManage(SLACK, 'U1', CHANNEL)).toBe(false);
  });

  test('stands by the id that administers most; an id that is gone takes nothing from the other', async () => {
    const chat = joined.chat(routeChats({ slack, teams }));
    await bind();
    const roles = (organisation: 'yes' | 'no') => ({ place: organisation, organisation, platform: 'x' });
    slack.standings.set('U1', { kind: 'person', roles: roles('no') });
    teams.standings.set('29:1', { kind: 'person', roles: roles('yes') });
    expect((await chat.standing(SLACK, 'U1')).roles.organisation).toBe('yes');
    teams.standings.delete('29:1');
    expect((await chat.standing(SLACK, 'U1')).roles.organisation).toBe('no');
    slack.standings.delete('U1');
    await expect(chat.standing(SLACK, 'U1')).rejects.toMatchObject({ kind: 'gone' });
  });
});

test('what was recorded before the organisations were joined goes on, under the new name', async () => {
  const alone = createInbox({ ...core, chat: routeChats({ slack, teams }) }, parseIntent);
  teams.people.set(CONVERSATION, [dan]);
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: TEAMS });
  await alone.place(TEAMS, CONVERSATION, 'Sales');
  const before = await bot.store.teams.at(TEAMS, CONVERSATION);
  bot.moveClock(`${DAY}T07:00:00+09:00`);
  await runDueTasks({ ...core, chat: routeChats({ slack, teams }) });
  expect(teams.messages).toHaveLength(2);

  await joined.prepare();
  await joined.prepare();
  const team = await theTeam();
  expect(team).toEqual({ ...before, org: SLACK, place: SECOND });
  expect((await inbox.press(inTeams(dan), answer(team, 'home'))).refused).toBe(false);
  await core.refresh.settle();
  await at(`${DAY}T10:30:00+09:00`);
  expect(teams.messages).toHaveLength(3);
  expect(teams.messages[1]?.card.summary).toContain('1 of 1');
});
