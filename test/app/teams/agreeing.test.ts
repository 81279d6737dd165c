import { encodeButton } from '../../../src/app/requests/button';
import type { Visibility } from '../../../src/domain/answers/visibility';
import { actionsOf } from '../../present/cards';
import { type ActorChange, aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const [ann] = people(1) as [ReturnType<typeof aPerson>];
const IN_PRIVATE: ActorChange = { place: null };

let bot: Bot;
let team = '';
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  team = (await bot.team(people(3))).id;
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
});
afterEach(() => bot.close());

const button = (asked?: Visibility) =>
  encodeButton({ kind: 'answer', team, day: DAY, style: 'home', arrival: null, ...(asked && { asked }) });

async function isAlsoIn(place: string): Promise<void> {
  bot.chat.people.set(place, [ann, aPerson('other')]);
  await bot.inbox.place(ORG, place, place);
}

const agreed = async () => (await bot.store.agreements.of(ORG, ann.id)).get(team) ?? null;

test.each<[string, boolean, () => Promise<unknown>, boolean, Visibility | null]>([
  ['a command in its channel', false, () => bot.says(ann, 'home'), true, 'counts'],
  ['a command where names are shown', true, () => bot.says(ann, 'home'), true, 'names'],
  ['a default week set in its channel', false, () => bot.says(ann, 'week tue=home'), true, 'counts'],
  ['a look', false, () => bot.says(ann, 'who'), true, null],
  ['taking an answer back', false, () => bot.says(ann, 'clear'), true, null],
  ['a command in private, of several teams', false, () => bot.says(ann, 'home', IN_PRIVATE), true, null],
  ['a command in private, of its only team', false, () => bot.says(ann, 'home', IN_PRIVATE), false, 'counts'],
  ['the same where names are shown', true, () => bot.says(ann, 'home', IN_PRIVATE), false, 'counts'],
  ['a button that names it', false, () => bot.presses(ann, button('counts'), IN_PRIVATE), true, 'counts'],
  ['one that says names', true, () => bot.presses(ann, button('names'), IN_PRIVATE), true, 'names'],
  ['one that said counts before', true, () => bot.presses(ann, button('counts'), IN_PRIVATE), true, 'counts'],
  ['one that said names before', false, () => bot.presses(ann, button('names'), IN_PRIVATE), true, 'counts'],
  ['a button that does not name it', false, () => bot.presses(ann, button(), IN_PRIVATE), true, null],
  [
    'its button in another channel',
    false,
    () => bot.presses(ann, button('names'), { place: 'x' }),
    true,
    null,
  ],
])('%s (names %j)', async (_name, names, act, hasOthers, expected) => {
  if (names) await bot.says(ann, 'setup names=on', { admin: true });
  if (hasOthers) await isAlsoIn('second');
  await act();
  expect(await agreed()).toBe(expected);
});

test('a tap agrees to what was said, and asks again where names are shown since', async () => {
  await isAlsoIn('second');
  const count = encodeButton({ kind: 'count-in', team, day: DAY, shows: 'counts' });
  await bot.says(ann, 'setup names=on', { admin: true });
  const again = await bot.presses(ann, count, IN_PRIVATE);
  expect(again.card.summary).toContain('since it began to show names');
  expect(await agreed()).toBe('counts');
  const action = actionsOf(again.card).find((one) => one.startsWith('count-in')) ?? '';
  expect((await bot.presses(ann, action, IN_PRIVATE)).card.summary).toContain('It shows your name');
  expect(await agreed()).toBe('names');
});
