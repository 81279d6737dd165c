import { buttonsOf } from '../../present/cards';
import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const [ANN, BEN, EVA] = people(3) as [
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
];

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-16T12:00:00+09:00');
  await bot.team([ANN, BEN, EVA]);
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: ORG });
  await bot.at('2018-07-16T12:00:00+09:00');
});
afterEach(() => bot.close());

const sent = (kind: string) => bot.chat.messages.filter(({ key }) => key.includes(`/${kind}/`));
const asked = () => sent('private-poll').map(({ to }) => to);
const askedFor = (person: string) => {
  const found = sent('private-poll').find(({ to }) => to === person);
  if (!found) throw new Error('not asked');
  return found;
};
const inPrivate = { place: null, placeName: '' };

test('as the poll opens, those who want it are asked in private, once, and reminded while they are silent', async () => {
  await bot.says(ANN, 'ask me in private');
  await bot.at(`${DAY}T07:00:00+09:00`);
  expect(asked()).toEqual(['p1']);
  await bot.at(`${DAY}T07:30:00+09:00`);
  await bot.at(`${DAY}T09:48:00+09:00`);
  expect(asked()).toEqual(['p1']);
  expect(sent('reminder').map(({ to }) => to)).toEqual(['p1', 'p2', 'p3']);
});

test('a press in it shows the answer in its place; undone, the question stands again', async () => {
  await bot.says(ANN, 'ask me in private');
  await bot.at(`${DAY}T07:00:00+09:00`);
  const home = buttonsOf(askedFor('p1').card).find(({ label }) => label.includes('Home'));
  const reply = await bot.presses(ANN, home?.action ?? '', inPrivate);
  expect(reply).toMatchObject({ refused: false, inPlace: true });
  expect(reply.card.summary).toContain('Working from home');
  expect(buttonsOf(reply.card).filter(({ chosen }) => chosen)).toHaveLength(1);
  const undo = buttonsOf(reply.card).find(({ label }) => label === 'Undo');
  const undone = await bot.presses(ANN, undo?.action ?? '', inPrivate);
  expect(undone).toMatchObject({ refused: false, inPlace: true });
  expect(buttonsOf(undone.card).filter(({ chosen }) => chosen)).toHaveLength(0);
  await bot.presses(ANN, home?.action ?? '', inPrivate);
  await bot.at(`${DAY}T09:48:00+09:00`);
  expect(sent('reminder').map(({ to }) => to)).toEqual(['p2', 'p3']);
});

test('at the end of the window it loses its buttons, and shows what was answered by any door', async () => {
  for (const person of [ANN, BEN]) await bot.says(person, 'ask me in private');
  await bot.at(`${DAY}T07:00:00+09:00`);
  await bot.says(ANN, 'satellite');
  await bot.at(`${DAY}T10:30:00+09:00`);
  expect(askedFor('p1').card.summary).toContain('Satellite');
  expect(buttonsOf(askedFor('p1').card).map(({ label }) => label)).toEqual(['Change']);
  expect(buttonsOf(askedFor('p2').card).map(({ label }) => label)).toEqual(['Answer late']);
  const edits = bot.chat.calls.filter(({ method }) => method === 'edit').length;
  await bot.at(`${DAY}T10:31:00+09:00`);
  expect(bot.chat.calls.filter(({ method }) => method === 'edit')).toHaveLength(edits);
});

test.each([
  ['have planned', (who: typeof ANN) => bot.says(who, `home on ${DAY}`)],
  ['are on leave', (who: typeof ANN) => bot.says(who, `leave on ${DAY}`)],
  ['are not scheduled', (who: typeof ANN) => bot.says(who, `off on ${DAY}`)],
  ['have a default week', (who: typeof ANN) => bot.says(who, 'week tue=home')],
  ['went back to the channel', (who: typeof ANN) => bot.says(who, 'ask me in the channel')],
])('people who %s are not asked', async (_who, does) => {
  await bot.says(ANN, 'ask me in private');
  await does(ANN);
  await bot.at(`${DAY}T07:00:00+09:00`);
  expect(asked()).toEqual([]);
});

test('in the night of a person the question waits for their morning, or is left to the reminder', async () => {
  const near = aPerson('p1', { timeZone: 'Asia/Kolkata' });
  const far = aPerson('p2', { timeZone: 'Europe/London' });
  bot.chat.people.set('place', [near, far, EVA]);
  for (const person of [near, far]) await bot.says(person, 'ask me in private');
  await bot.at(`${DAY}T07:00:00+09:00`);
  expect(asked()).toEqual([]);
  // 7:00 in Kolkata is 10:30 in Tokyo, and too late.
  await bot.at(`${DAY}T10:29:00+09:00`);
  expect(asked()).toEqual([]);
});

test('a person of two teams is asked once, also where the platform took nothing at first', async () => {
  bot.chat.people.set('other', [ANN, BEN]);
  await bot.says(ANN, 'setup', { place: 'other', placeName: 'Sales', admin: true });
  await bot.says(ANN, 'ask me in private');
  bot.chat.fail('direct', 'unreachable', { times: 1 });
  await bot.at(`${DAY}T07:00:00+09:00`);
  await bot.at(`${DAY}T07:01:00+09:00`);
  await bot.at(`${DAY}T07:02:00+09:00`);
  expect(asked()).toEqual(['p1']);
});

test('the choice is a preference: the panel shows it, and it is forgotten with the person', async () => {
  await bot.says(ANN, 'ask me in private');
  const panel = await bot.says(ANN, 'me');
  expect(buttonsOf(panel.card).map(({ label }) => label)).toContain('Only in the channel');
  await bot.at(`${DAY}T07:00:00+09:00`);
  await bot.core.people.forget(ORG, 'p1', Date.parse(`${DAY}T08:00:00+09:00`));
  expect(await bot.store.people.get(ORG, 'p1')).toBeNull();
  expect(await bot.store.ledger.list(ORG, '', DAY, 'private-poll')).toEqual([]);
});
