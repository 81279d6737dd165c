import type { Card } from '../../../src/domain/card';
import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* What a person's own panel shows, and what its buttons agree to. */

const DAYS = ['2018-07-24', '2018-07-25'];
const ann = aPerson('p1');
const HOME = { place: null };
const DESIGN = { place: 'design', placeName: 'Design', admin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(3));
  await bot.store.campaigns.save(aCampaign(DAYS, []));
});
afterEach(() => bot.close());

const actions = ({ parts }: Card) =>
  parts.flatMap((part) => (part.kind === 'choices' ? part.choices.map(({ action }) => action) : []));
const panel = async (change?: object) => (await bot.says(ann, 'me', change)).card;
const agreed = async () => (await bot.store.agreements.of(ORG, ann.id)).size;

test('pressing a day’s button agrees with the team that is named, and with no other', async () => {
  bot.chat.people.set('design', people(3));
  await bot.says(ann, 'setup lang=en', DESIGN);
  const shown = await panel(HOME);
  expect(shown.summary).toContain('Tue 24 July: No answer yet (Design and General affairs)');
  expect(shown.summary).toContain('Design shows counts only, no names');
  expect(await agreed()).toBe(0);
  const answered = await bot.presses(ann, actions(shown)[0] ?? '', HOME);
  expect(await agreed()).toBe(1);
  // The other one is named, with the way to be counted there.
  expect(answered.card.summary).toContain('You’re not counted in General affairs yet');
  const later = await panel(HOME);
  expect(later.summary).toContain('Tue 24 July: Working from home (Design and General affairs)');
  expect(later.summary).toContain('You’re not counted in General affairs yet');
  const there = actions(later).find((action) => action.startsWith('count-in|'));
  await bot.presses(ann, there ?? '', HOME);
  expect((await panel(HOME)).summary).not.toContain('You’re not counted');
});

test('every coming day has a button', async () => {
  const shown = actions(await panel(HOME));
  for (const day of DAYS) expect(shown.filter((action) => action.includes(`|${day}`))).not.toEqual([]);
});

test('in the channel it lists the days of that team also to a person who asked to be forgotten', async () => {
  await bot.says(ann, 'home on 2018-07-24');
  const ask = await bot.says(ann, 'forget-me', HOME);
  const sure = await bot.presses(
    ann,
    actions(ask.card).find((action) => action.startsWith('forget|')) ?? '',
    HOME,
  );
  const last = actions(sure.card).find((action) => action.startsWith('forget|'));
  if (last) await bot.presses(ann, last, HOME);
  expect((await panel(HOME)).summary).toContain('I don’t know your team yet');
  expect((await panel()).summary).toContain('Tue 24 July: No answer yet');
  expect((await bot.says(ann, 'days')).card.summary).toContain('Tue 24 July');
});
