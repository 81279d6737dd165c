import { belongingIn, handleOf } from '../../../adapters/teams/belonging';
import type { Conversation, Person, Team } from '../../fakes/teams/world';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

const DAY = '2018-07-24';

describe('who belongs to a tenant', () => {
  test.each([
    ['a member of it', { tenantId: 'HOME', userRole: 'user' }, { kind: 'person', certain: true }],
    ['a guest of it', { tenantId: 'home', userRole: 'guest' }, { kind: 'guest', certain: true }],
    ['a member of another', { tenantId: 'away', userRole: 'user' }, { kind: 'outsider', certain: true }],
    ['a guest of another', { tenantId: 'away', userRole: 'guest' }, { kind: 'outsider', certain: true }],
    ['an anonymous one', { userRole: 'anonymous' }, { kind: 'outsider', certain: true }],
    ['one whose tenant is not told', { userRole: 'user' }, { kind: 'person', certain: false }],
    ['one of whom nothing is told', {}, { kind: 'person', certain: false }],
  ])('%s', (_who, row, belonging) => expect(belongingIn('home', row, true)).toEqual(belonging));

  test('without verified requests tenants are made up, and everybody belongs', () => {
    expect(belongingIn('local', { tenantId: 'any' }, false)).toEqual({ kind: 'person', certain: true });
    expect(belongingIn('local', {}, false)).toEqual({ kind: 'person', certain: true });
  });
});

test.each([
  [{ userPrincipalName: 'sato.k@example.com', email: 'kenji@example.com' }, 'sato.k'],
  [{ userPrincipalName: null, email: 'kenji@example.com' }, 'kenji'],
  [{ userPrincipalName: 'gus_away.example#EXT#@host.example', email: 'gus@away.example' }, 'gus'],
  [{ userPrincipalName: 'gus_away.example#EXT#@host.example' }, null],
  [{}, null],
])('a member with the addresses %j has the handle %j', (row, handle) => {
  expect(handleOf(row)).toBe(handle);
});

describe('people of another tenant in a shared channel', () => {
  let teamsBot: TeamsBot;
  let ana: Person;
  let bea: Person;
  let rita: Person;
  let guest: Person;
  let sales: Team;
  let shared: Conversation;
  let org: string;

  beforeEach(async () => {
    teamsBot = await openTeamsBot({ start: `${DAY}T07:30:00+09:00` });
    const { world } = teamsBot.fake;
    ana = world.person('Ana Arai');
    bea = world.person('Bea Baba');
    guest = world.person('Gus Guest', { role: 'guest' });
    rita = world.person('Rita Rival', { tenant: world.tenant('rival') });
    sales = world.team('Sales', { members: [ana, bea] });
    shared = world.sharedChannel(sales, 'Project', [ana, bea, guest, rita]);
    org = `teams:${world.home}`;
  });

  afterEach(async () => {
    expect(teamsBot.fake.problems).toEqual([]);
    expect(teamsBot.complaints).toEqual([]);
    await teamsBot.close();
  });

  async function openPoll() {
    await teamsBot.client.install(ana, shared);
    await teamsBot.client.say(ana, shared, 'poll now');
    expect(said().summary).toContain('is shared with other organisations');
    await teamsBot.client.say(ana, shared, 'setup names=on polls=telework-days');
    await teamsBot.client.say(ana, shared, 'poll now');
    await teamsBot.core.refresh.settle();
    const poll = teamsBot.fake.messages(shared).find(({ card }) => JSON.stringify(card).includes('"answer|'));
    if (!poll) throw new Error('there is no poll');
    return poll;
  }

  const said = () => teamsBot.fake.last(shared);
  const team = () => teamsBot.store.teams.at(org, shared.id);
  const stored = async () =>
    JSON.stringify(await teamsBot.store.memory('teams').list('')).replaceAll('\\', '');

  test('are on no roster and counted nowhere; guests of the tenant stay guests', async () => {
    await openPoll();
    const roster = await teamsBot.store.people.roster(org, (await team())?.id ?? '');
    expect(roster.map(({ name }) => name).sort()).toEqual(['Ana Arai', 'Bea Baba']);
    expect(await teamsBot.store.people.get(org, rita.id)).toBeNull();
  });

  test('members have the local part of their address as a handle, guests that of their address at home', async () => {
    await openPoll();
    const handles = new Map<string, string | undefined>();
    for await (const { id, handle } of teamsBot.teams.chat.roster(org, shared.id)) handles.set(id, handle);
    const localPart = ({ email }: Person) => email.split('@')[0];
    expect([ana, bea, guest].map(({ id }) => handles.get(id))).toEqual([ana, bea, guest].map(localPart));
  });

  test('are refused by every door, and nothing of them is kept', async () => {
    const poll = await openPoll();
    const pressed = await teamsBot.client.press(rita, poll, '🏠 Working from home');
    expect(JSON.stringify(pressed.body)).toContain('so you don’t need to do anything');
    const who = await teamsBot.client.press(rita, poll, (action) => /^who/i.test(String(action.title)));
    expect(JSON.stringify(who.body)).not.toContain('Bea');
    for (const text of ['who', 'me', 'home', 'setup names=off', 'campaign end']) {
      await teamsBot.client.say(rita, shared, text);
      expect(said().summary).toContain('so you don’t need to do anything');
    }
    await teamsBot.client.submit(rita, poll, '🏠 Working from home').catch(() => undefined);
    expect(await teamsBot.store.people.get(org, rita.id)).toBeNull();
    expect(await teamsBot.store.answers.history(org, rita.id, DAY)).toEqual([]);
    expect((await team())?.settings.names).toBe(true);
    expect(await stored()).toContain('"kind":"outsider"');
    expect(await stored()).not.toContain('Rita');
  });

  test('are refused by a process that has read no roster yet', async () => {
    const poll = await openPoll();
    await teamsBot.store.memory('teams').remove(`person:${rita.tenant}/${rita.id}`);
    await teamsBot.restart();
    const pressed = await teamsBot.client.press(rita, poll, '🏠 Working from home');
    expect(JSON.stringify(pressed.body)).toContain('so you don’t need to do anything');
  });

  test('who join are not asked, and who leave are nobody’s loss', async () => {
    await openPoll();
    const ruth = teamsBot.fake.world.person('Ruth Rival', { tenant: rita.tenant });
    await teamsBot.client.join(ana, shared, [ruth]);
    expect(await teamsBot.store.people.get(org, ruth.id)).toBeNull();
    await teamsBot.client.leave(ana, shared, [ruth]);
    expect(await teamsBot.store.people.get(org, ruth.id)).toBeNull();
  });

  test('who add the bot are not its administrators, nor its contact', async () => {
    await teamsBot.client.install(rita, shared);
    expect(await stored()).not.toContain(`"installers":["${rita.id}"]`);
    expect(await teamsBot.store.contacts.get(org, (await team())?.id ?? '')).toBeNull();
    await teamsBot.client.say(bea, shared, 'setup names=on');
    expect((await team())?.settings.names).toBe(false);
    expect(teamsBot.complaints.map(({ text }) => text)).toEqual(['the team has no contact to tell']);
    teamsBot.complaints.length = 0;
  });

  test('a person of whom Teams tells nothing is asked to try again, and is not counted', async () => {
    const poll = await openPoll();
    const ruth = teamsBot.fake.world.person('Ruth Rival', { tenant: rita.tenant });
    shared.members.push(ruth);
    await teamsBot.restart();
    const fault = teamsBot.fake.fault({
      kind: '403',
      match: { operation: ['paged-members', 'member'] },
      times: 100,
    });
    const pressed = await teamsBot.client.press(ruth, poll, '🏠 Working from home');
    expect(JSON.stringify(pressed.body)).toContain('Try again in a moment');
    await teamsBot.client.say(ruth, shared, 'home');
    expect(said().text).toContain('Try again in a moment');
    expect(await teamsBot.store.people.get(org, ruth.id)).toBeNull();
    fault.stop();
    // Such a press is a fault that the operator sees.
    expect(teamsBot.complaints.map(({ text }) => text)).toEqual(['press not served']);
    teamsBot.complaints.length = 0;
  });
});
