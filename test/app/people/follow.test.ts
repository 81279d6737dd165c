import { encodeButton } from '../../../src/app/requests/button';
import { colleaguesMeant } from '../../../src/domain/people/colleague';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const ME = aPerson('p1', { name: 'Emma' });
const KENTA = aPerson('k', { name: 'Mori Kenta', handle: '@kenta' });
const OTHER = aPerson('k2', { name: 'Sato Kenta' });
const SILENT = aPerson('s', { name: 'Never Here' });

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
});
afterEach(() => bot.close());

/** Kenta has a plan in the team; the others but one have agreed to it, too. */
async function opened(names = true, members = [ME, KENTA, SILENT]): Promise<void> {
  await bot.team(members, { names });
  await bot.says(KENTA, `office on ${DAY}`);
  await bot.says(ME, `home on ${DAY}`);
}

const says = async (text: string, person = ME) => (await bot.says(person, text)).card.summary;
const home = async () => (await bot.inbox.home(bot.actor(ME, { place: null, placeName: '' }))).summary;

test('a colleague’s days stand in the person’s own panel, as `who` tells them, and nobody hears of it', async () => {
  await opened();
  const before = bot.chat.messages.length;
  expect(await says('follow Kenta')).toContain('You’ll see Mori Kenta’s days');
  expect(await home()).toContain('Mori Kenta: T 🏢');
  expect(await says('me')).toContain('Mori Kenta: T 🏢');
  expect(await says(`who ${DAY}`)).toContain('In the office · 1 person: Mori Kenta');
  expect(bot.chat.messages).toHaveLength(before);
  expect(await says('following', KENTA)).toContain('You follow no one');
  expect(await says('stop following kenta')).toContain('You no longer follow Mori Kenta');
  expect(await home()).not.toContain('Kenta');
});

test.each([
  ['whom the team shows by counts alone', false, 'Kenta'],
  ['who never answered in it', true, 'Never Here'],
  ['oneself', true, 'Emma'],
])('nobody is followed %s', async (_name, names, who) => {
  await opened(names);
  expect(await says(`follow ${who}`)).toContain('I don’t know');
  expect(await bot.store.follows.of(ORG, ME.id)).toEqual([]);
});

test('nothing is told once the team hides names, or once they are in no team of the person', async () => {
  await opened();
  await says('follow kenta');
  const team = (await bot.store.teams.at(ORG, PLACE))?.id ?? '';
  await bot.store.teams.change(ORG, team, (now) => ({ ...now, settings: { ...now.settings, names: false } }));
  expect(await home()).not.toContain('Kenta');
  expect(await says('following')).toContain('You follow no one');
  expect(await bot.store.follows.of(ORG, ME.id)).toEqual([]);
  await bot.store.teams.change(ORG, team, (now) => ({ ...now, settings: { ...now.settings, names: true } }));
  await says('follow kenta');
  await bot.store.people.leave(ORG, team, KENTA.id);
  expect(await home()).not.toContain('Kenta');
});

test('it goes with the data of either', async () => {
  await opened();
  await says('follow kenta');
  await bot.store.follows.add(ORG, 'x', ME.id);
  await bot.store.people.forget(ORG, KENTA.id, 0);
  expect(await bot.store.follows.of(ORG, ME.id)).toEqual([]);
  await bot.store.people.forget(ORG, ME.id, 0);
  expect(await bot.store.follows.of(ORG, 'x')).toEqual([]);
});

test('several of one name are offered as buttons, and so are those whom a typing error may mean', async () => {
  await opened(true, [ME, KENTA, OTHER]);
  await bot.says(OTHER, `leave on ${DAY}`);
  expect(await says('follow kenta')).toContain('You’ll see Mori Kenta');
  await says('unfollow @kenta');
  expect(await says('follow Sato Knta')).toContain('Did you mean');
  expect(await bot.store.follows.of(ORG, ME.id)).toEqual([]);
  const press = encodeButton({ kind: 'follow', who: { person: OTHER.id } });
  expect((await bot.presses(ME, press)).card.summary).toContain('Sato Kenta: T ⚪');
});

test('twenty are followed at most', async () => {
  await opened(true, [ME, KENTA, ...people(21).slice(1)]);
  for (const { id, name } of people(21).slice(1)) {
    await bot.says(aPerson(id, { name }), `home on ${DAY}`);
    await bot.store.follows.add(ORG, ME.id, id);
  }
  expect(await says('follow kenta')).toContain('20 people at most');
  expect(await bot.store.follows.of(ORG, ME.id)).toHaveLength(20);
});

test.each([
  ['k', ['k'], []],
  ['@Kenta', ['k'], []],
  ['ケンタさん', [], []],
  ['Sato Kenta', ['k2'], []],
  ['sato', ['k2'], []],
  ['佐藤さん', ['j'], []],
  ['Ktena', [], []],
  ['Satp', [], ['k2']],
  ['Ketna', [], ['k', 'k2']],
  ['', [], []],
])('%j means %j, or may mean %j', (typed, found, near) => {
  const known = [KENTA, OTHER, aPerson('j', { name: '佐藤 花子' })].map((person) => ({
    ...person,
    preferences: { remind: true, week: {}, language: null, askPrivately: false },
  }));
  const meant = colleaguesMeant(typed, known as never);
  expect([meant.found.map(({ id }) => id), meant.near.map(({ id }) => id)]).toEqual([found, near]);
});
