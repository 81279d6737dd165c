import { buttonsOf } from '../present/cards';
import { aPerson, type Bot, ORG, openBot, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

/* A survey after a campaign's last day: who is asked, one tap a question, and what is shown of it. */

const DAY = '2018-07-24';
const ann = aPerson('p1');
const admin = { admin: true };
const at = (time: string, day = DAY) => `${day}T${time}+09:00`;

let bot: Bot;
beforeEach(async () => {
  bot = await openBot(at('06:00:00'));
  await bot.team(people(9));
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
});
afterEach(() => bot.close());

const questions = (id: string) => bot.chat.in(id).filter(({ card }) => card.summary.startsWith('Question 1'));

async function teleworkDay(): Promise<void> {
  await bot.at(at('07:00:00'));
  for (const person of people(7)) await bot.says(person, 'home');
  await bot.says(aPerson('p8'), 'office');
  await bot.says(aPerson('p7'), 'remind off');
  await bot.at(at('10:30:00'));
}

test('nobody is asked unless a survey was chosen by an administrator of the organisation', async () => {
  expect((await bot.says(ann, 'survey use o2', { admin: true, orgAdmin: false })).refused).toBe(true);
  await teleworkDay();
  await bot.at(at('16:00:00'));
  expect(people(9).flatMap(({ id }) => questions(id))).toEqual([]);
});

test('those who teleworked are asked once, by day, and answer each question with one tap', async () => {
  expect((await bot.says(ann, 'survey use o2', admin)).refused).toBe(false);
  await teleworkDay();
  await bot.at(at('15:59:00'));
  expect(questions('p1')).toEqual([]);
  await bot.at(at('16:00:00'));
  await bot.at(at('16:05:00'));
  expect(people(9).map(({ id }) => questions(id).length)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0]);
  for (const person of people(6)) {
    const [question] = questions(person.id);
    const [more] = buttonsOf(question?.card ?? never());
    const second = await bot.presses(person, more?.action ?? '', { place: null });
    expect(second.card.summary).toContain('Question 2 of 2');
    const [work] = buttonsOf(second.card);
    expect((await bot.presses(person, work?.action ?? '', { place: null })).card.summary).toContain(
      'last question',
    );
    await bot.presses(person, more?.action ?? '', { place: null });
  }
  const early = await bot.says(ann, 'survey results', admin);
  expect(early.refused).toBe(true);
  expect(early.card.summary).toContain('The survey after Tue 24 July takes answers through Fri 27 July');
  await bot.at(at('08:00:00', '2018-07-28'));
  const { card } = await bot.says(ann, 'survey results', admin);
  expect(card.summary).toContain('6 of 6 (100%)');
  expect(bot.chat.in('p1').at(-1)?.card.summary).toBe(card.summary);
  expect(await bot.store.surveys.answered(ORG, DAY, 'p1')).toEqual([]);
});

test('a person who was not asked is not counted, and nobody after the end', async () => {
  await bot.says(ann, 'survey use o2', admin);
  await teleworkDay();
  const tap = `survey-answer|${DAY}|productivity|more`;
  expect((await bot.presses(ann, tap)).refused).toBe(true);
  await bot.at(at('16:00:00'));
  bot.chat.people.set('place', [...people(9), aPerson('newcomer')]);
  for (const id of ['stranger', 'newcomer', 'p7', 'p8', 'p9'])
    expect([id, (await bot.presses(aPerson(id), tap)).refused]).toEqual([id, true]);
  expect((await bot.presses(ann, `survey-answer|${DAY}|productivity|most`)).refused).toBe(true);
  bot.moveClock(at('08:00:00', '2018-07-29'));
  expect((await bot.presses(ann, tap)).refused).toBe(true);
  expect(await bot.store.surveys.counts(ORG, DAY)).toEqual({});
});

function never(): never {
  throw new Error('no question was sent');
}
