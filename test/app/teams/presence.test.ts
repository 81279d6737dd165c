import { heardOfSharing } from '../../../src/app/teams/shared-channel';
import type { Person } from '../../../src/domain/people/person';
import type { Team } from '../../../src/domain/teams/team';
import { buttonsOf } from '../../present/cards';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* What the bot makes of people and of itself coming and going. */

const DAY = '2018-07-24';
const SECOND = 'teams:place';
const TEAM = 'id1';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(2));
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
});
afterEach(() => bot.close());

const team = () => bot.store.teams.get(ORG, TEAM);
const roster = async () => (await bot.store.people.roster(ORG, TEAM)).map(({ id }) => id);
/** Whether the team is due now. */
const isDue = async () => (await bot.store.wakeQueue.countDue(bot.core.clock.now(), 9)) > 0;

async function inSecondPlace(trouble: 'gone' | null = null): Promise<void> {
  await bot.store.teams.change(ORG, TEAM, (now) => ({ ...now, secondChannel: { place: SECOND, trouble } }));
}

/** The team sleeps until its next task. */
async function asleep(): Promise<void> {
  await bot.at('2018-07-23T12:00:01+09:00');
  expect(await isDue()).toBe(false);
}

describe('a person', () => {
  const newcomer = aPerson('new');
  const became = (kind: Person['kind']) => aPerson('p1', { kind });

  test.each<[string, Person, 'joined' | 'left' | 'changed', string[]]>([
    ['joins', newcomer, 'joined', ['p1', 'p2', 'new']],
    ['leaves', aPerson('p1'), 'left', ['p2']],
    ['has another name', aPerson('p1', { name: 'Else' }), 'changed', ['p1', 'p2']],
    ['becomes a guest, whom the team does not count', became('guest'), 'changed', ['p2']],
    ['is deactivated', became('deactivated'), 'changed', ['p2']],
    ['is a guest who joins', aPerson('new', { kind: 'guest' }), 'joined', ['p1', 'p2']],
    ['is a bot that joins', aPerson('new', { kind: 'bot' }), 'joined', ['p1', 'p2']],
  ])('who %s is on the roster or not', async (_what, person, change, expected) => {
    if (change === 'changed') await bot.inbox.profile(ORG, person);
    else await bot.inbox.member(ORG, PLACE, person, change);
    expect((await roster()).toSorted()).toEqual(expected.toSorted());
    expect((await bot.store.people.get(ORG, person.id))?.name).toBe(person.name);
  });

  test('who leaves the second place of a team, and is not known in the first, leaves the team', async () => {
    await inSecondPlace();
    await bot.inbox.member(ORG, SECOND, aPerson('p1'), 'left');
    expect(await roster()).toEqual(['p2']);
  });

  test('of whom no team knows is not kept because their profile changed', async () => {
    await bot.inbox.profile(ORG, newcomer);
    expect(await bot.store.people.get(ORG, 'new')).toBeNull();
  });

  test('in a place without a team is known, and makes none', async () => {
    await bot.inbox.member(ORG, 'elsewhere', newcomer, 'joined');
    expect(await bot.store.people.get(ORG, 'new')).toMatchObject({ name: newcomer.name });
    expect(await bot.store.teams.at(ORG, 'elsewhere')).toBeNull();
  });
});

describe('a place', () => {
  test.each<[string, string, string | null, { name: string; first: string | null; second: string | null }]>([
    ['called as before', PLACE, 'General affairs', { name: 'General affairs', first: null, second: null }],
    ['that has another name', PLACE, 'Sales', { name: 'Sales', first: null, second: null }],
    ['that removed the bot', PLACE, null, { name: 'General affairs', first: 'gone', second: null }],
    ['that is the second one', SECOND, 'Else', { name: 'General affairs', first: null, second: null }],
    [
      'that is the second one and removed the bot',
      SECOND,
      null,
      { name: 'General affairs', first: null, second: 'gone' },
    ],
  ])('%s changes its own state alone, and the first one’s name is the team’s', async (_, place, name, is) => {
    await inSecondPlace();
    await bot.inbox.place(ORG, place, name);
    const now = await team();
    expect({ name: now?.name, first: now?.trouble, second: now?.secondChannel?.trouble }).toEqual(is);
  });

  test.each<[string, string | null, boolean]>([
    [PLACE, 'General affairs', false],
    [PLACE, 'Sales', true],
    [PLACE, null, true],
    [SECOND, 'Anything', false],
    [SECOND, null, true],
  ])('%s, reported as %j, makes the team due where that is news: %j', async (place, name, due) => {
    await inSecondPlace();
    await asleep();
    await bot.inbox.place(ORG, place, name);
    expect(await isDue()).toBe(due);
  });

  test('that was lost and serves again has its roster read, and its polls edited', async () => {
    await bot.at(`${DAY}T07:00:00+09:00`);
    await bot.inbox.place(ORG, PLACE, null);
    await bot.says(aPerson('p1'), 'home');
    bot.chat.people.set(PLACE, people(3));
    await bot.inbox.place(ORG, PLACE, 'General affairs');
    await bot.core.refresh.settle();
    expect(await roster()).toEqual(['p1', 'p2', 'p3']);
    expect(bot.chat.in(PLACE)[0]?.card.summary).toContain('1 of 2');
  });

  test('that reports nothing new has no roster read and no poll edited', async () => {
    await bot.at(`${DAY}T07:00:00+09:00`);
    bot.chat.people.set(PLACE, people(3));
    await bot.inbox.place(ORG, PLACE, 'General affairs');
    await bot.inbox.place(ORG, PLACE, 'Sales');
    await bot.core.refresh.settle();
    expect(await roster()).toEqual(['p1', 'p2']);
    expect(bot.chat.in(PLACE).map(({ edits }) => edits)).toEqual([0]);
  });

  test('that is new is welcomed once; one that is not known and lost is nothing', async () => {
    bot.chat.people.set('new', people(1));
    await bot.inbox.place(ORG, 'lost', null);
    for (const _ of [1, 2]) await bot.inbox.place(ORG, 'new', '  New\u202E ');
    expect(bot.chat.in('new')).toHaveLength(1);
    expect(await bot.store.teams.at(ORG, 'new')).toMatchObject({ name: 'New', trouble: null });
    expect(await bot.store.teams.at(ORG, 'lost')).toBeNull();
  });

  test.each([
    ['may set it up', true, ['Poll now', 'Choose days', 'Edit settings']],
    ['may not', false, []],
  ])('is shown once to the person who added it and %s: what comes next', async (_, manages, buttons) => {
    bot.chat.people.set('new', people(1));
    if (manages) bot.chat.managers.add('p1 new');
    for (const _again of [1, 2]) await bot.inbox.place(ORG, 'new', 'New', { by: 'p1' });
    const told = bot.chat.in('p1');
    expect(told.map(({ card }) => buttonsOf(card).map(({ label }) => label))).toEqual([buttons]);
  });

  test('is a team, though the person who added it cannot be told', async () => {
    bot.chat.fail('direct', 'gone');
    await bot.inbox.place(ORG, 'new', 'New', { by: 'p1' });
    expect(bot.chat.in('new')).toHaveLength(1);
    expect(bot.complaints).toEqual([]);
  });

  test('is a team, though the platform refuses its welcome', async () => {
    bot.chat.fail('post', 'forbidden');
    await bot.inbox.place(ORG, 'new', 'New');
    expect(await bot.store.teams.at(ORG, 'new')).not.toBeNull();
    expect(bot.complaints.map(({ text }) => text)).toContain('welcome not posted');
  });
});

describe('a place that other organisations see', () => {
  const shared = { shared: true, by: 'p1' };
  const toldTo = (person: string) => bot.chat.in(person).map(({ card }) => card.summary);

  test('gets no post: its polls are off, and the person who added the bot is told in private', async () => {
    bot.chat.people.set('new', people(2));
    await bot.inbox.place(ORG, 'new', 'New', shared);
    await bot.at(`${DAY}T07:00:00+09:00`);
    await bot.at(`${DAY}T10:30:00+09:00`);
    expect(bot.chat.in('new')).toEqual([]);
    expect(toldTo('p1')).toEqual([expect.stringContaining('New is shared with other organisations')]);
    const team = await bot.store.teams.at(ORG, 'new');
    expect(team?.settings.polls).toBe('off');
    expect(await bot.store.contacts.get(ORG, team?.id ?? '')).toBe('p1');
  });

  test('has its polls switched off where it was served alone, and on again by an administrator', async () => {
    await bot.store.contacts.set(ORG, (await team())?.id ?? '', 'p2', 0);
    await bot.inbox.place(ORG, PLACE, 'General affairs', { shared: true });
    expect((await team())?.settings.polls).toBe('off');
    expect(toldTo('p2')).toEqual([expect.stringContaining('shared with other organisations')]);
    await bot.inbox.place(ORG, PLACE, 'General affairs', { shared: true });
    expect(toldTo('p2')).toHaveLength(1);
    const actor = { admin: true, shared: true };
    const { card } = await bot.says(aPerson('p1'), 'setup polls=telework-days', actor);
    expect(JSON.stringify(card)).toContain('Their people see everything posted in it');
    expect((await team())?.settings.polls).toBe('telework-days');
    await bot.inbox.place(ORG, PLACE, 'Renamed', {});
    expect((await team())?.settings.polls).toBe('telework-days');
  });

  test('is made without polls by a command of an administrator', async () => {
    bot.chat.people.set('new', people(2));
    await bot.says(aPerson('p1'), 'setup names=on', { admin: true, place: 'new', shared: true });
    expect((await bot.store.teams.at(ORG, 'new'))?.settings).toMatchObject({ polls: 'off', names: true });
  });

  test('without anyone to tell is kept silent; a fault of the platform is logged', async () => {
    bot.chat.people.set('new', people(2));
    await bot.inbox.place(ORG, 'new', 'New', { shared: true });
    bot.chat.fail('direct', 'forbidden');
    await bot.inbox.place(ORG, 'newer', 'Newer', shared);
    expect([...bot.chat.in('new'), ...bot.chat.in('newer')]).toEqual([]);
    expect(bot.complaints.map(({ text }) => text)).toEqual([
      'the team has no contact to tell',
      'task failed',
    ]);
  });

  test('is told of once, also by a process that takes over from one that died before it told', async () => {
    await heardOfSharing(bot.core, (await team()) as Team, true);
    await bot.store.contacts.set(ORG, (await team())?.id ?? '', 'p2', 0);
    for (const time of ['05:00', '05:01', '08:00']) await bot.at(`${DAY}T${time}:00+09:00`);
    expect(toldTo('p2')).toHaveLength(1);
    expect(bot.chat.in(PLACE)).toEqual([]);
  });

  test('is told of later where the platform takes no message now, and not twice where one may have arrived', async () => {
    await bot.store.contacts.set(ORG, (await team())?.id ?? '', 'p2', 0);
    bot.chat.fail('direct', 'unreachable');
    await bot.inbox.place(ORG, PLACE, 'General affairs', shared);
    expect(toldTo('p2')).toEqual([]);
    bot.chat.fail('direct', 'uncertain', { after: true });
    for (const hour of ['08', '09', '10']) await bot.at(`${DAY}T${hour}:00:00+09:00`);
    expect(toldTo('p2')).toHaveLength(1);
  });

  test.each([true, false])('gets no post while it is not known who sees it; shared: %j', async (isShared) => {
    bot.chat.fail('isShared', 'unreachable', { times: 4 });
    await bot.inbox.sharingChanged(ORG, PLACE);
    await bot.at(`${DAY}T07:00:00+09:00`);
    expect((await bot.says(aPerson('p1'), 'poll now', { admin: true })).refused).toBe(true);
    expect((await bot.says(aPerson('p1'), 'setup names=on', { admin: true })).refused).toBe(true);
    expect(bot.chat.in(PLACE)).toEqual([]);
    if (isShared) bot.chat.shared.add(PLACE);
    await bot.at(`${DAY}T07:10:00+09:00`);
    expect(bot.chat.in(PLACE)).toHaveLength(isShared ? 0 : 1);
    expect((await team())?.settings.polls).toBe(isShared ? 'off' : 'telework-days');
  });

  test('gets no post by any command before its polls are switched on; then names are announced first', async () => {
    await bot.inbox.place(ORG, PLACE, 'General affairs', shared);
    const actor = { admin: true, shared: true };
    for (const text of ['poll now', 'drill storm', 'setup names=on', 'resend failed'])
      await bot.says(aPerson('p1'), text, actor);
    // From elsewhere, the request does not tell that the channel is shared.
    bot.chat.managers.add(`p1 ${PLACE}`);
    const { card } = await bot.says(aPerson('p1'), 'poll now', { place: null });
    expect(card.summary).toContain('is shared with other organisations');
    expect(bot.chat.in(PLACE)).toEqual([]);
    await bot.says(aPerson('p1'), 'setup polls=telework-days', actor);
    expect(bot.chat.in(PLACE).map(({ key }) => key)).toEqual([expect.stringContaining('/names/')]);
    await bot.says(aPerson('p1'), 'setup polls=off', actor);
    await bot.says(aPerson('p1'), 'poll now', actor);
    expect(bot.chat.in(PLACE)).toHaveLength(2);
  });

  test('is closed by the first request from it, where the platform’s news was lost', async () => {
    await bot.says(aPerson('p1'), 'help', { shared: true });
    expect(await team()).toMatchObject({ settings: { polls: 'off' }, sharing: { state: 'silent' } });
  });
});
