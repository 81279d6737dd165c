import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';

const ann = aPerson('p1');

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(2), { window: { from: '08:00', until: '11:15' } });
});
afterEach(() => bot.close());

const preferences = async () => (await bot.store.people.get(ORG, ann.id))?.preferences;
const home = { style: 'home', arrival: null };

test.each<[string[], Record<string, unknown>]>([
  [['week mon=home', 'week tue=off'], { mon: home, tue: 'off' }],
  [['week mon=home', 'week mon=off'], { mon: 'off' }],
  [['week mon=home', 'week clear'], {}],
  [['week mon=home', 'week'], { mon: home }],
])('after %j the default week is %j', async (commands, week) => {
  for (const command of commands) await bot.says(ann, command);
  expect((await preferences())?.week).toEqual(week);
});

test('one choice leaves the others as they are', async () => {
  await bot.says(ann, 'week mon=home');
  await bot.says(ann, 'remind off');
  await bot.says(ann, 'language ja');
  expect(await preferences()).toMatchObject({ week: { mon: home }, remind: false, language: 'ja' });
  await bot.says(ann, 'remind on');
  expect(await preferences()).toMatchObject({ remind: true, language: 'ja' });
});

test('only a change is said to be saved', async () => {
  const shown = (await bot.says(ann, 'week')).card.summary;
  const saved = (await bot.says(ann, 'week mon=home')).card.summary;
  expect(saved).not.toContain(shown);
  expect(saved.split('\n')[0]).not.toBe(shown.split('\n')[0]);
});

test.each([
  ['place', '11:15'],
  [null, '11:15'],
  ['elsewhere', '10:30'],
])('in the form for %j off-peak arrivals begin at %s, as the window ends', async (place, until) => {
  const { card } = await bot.presses(ann, 'week-form', { place });
  const form = card.parts.find((part) => part.kind === 'form');
  const offered = form?.fields.flatMap((field) => ('options' in field ? field.options : [])) ?? [];
  const arrivals = offered.flatMap(({ value }) => /off-peak\D*(\d\d:\d\d)/u.exec(value)?.[1] ?? []);
  expect(arrivals.toSorted()[0]).toBe(until);
});

test('who is forgotten is taken out of today’s polls, and their messages say so', async () => {
  await bot.says(ann, 'poll now', { admin: true });
  await bot.says(ann, 'home');
  await bot.core.refresh.settle();
  await bot.presses(ann, `forget|${ann.id}|sure`);
  const before = bot.chat.in('place')[0]?.edits ?? 0;
  await bot.core.refresh.settle();
  expect(bot.chat.in('place')[0]?.edits).toBe(before + 1);
  expect(await bot.store.people.get(ORG, ann.id)).toBeNull();
});
