import type { Card } from '../../../src/domain/card';
import { buttonsOf, partsOf } from '../../present/cards';
import { type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const [TUE, WED, THU] = ['2018-07-24', '2018-07-25', '2018-07-26'] as const;
const MEMBERS = people(2);
const [ANN] = MEMBERS as [(typeof MEMBERS)[number]];
const inPrivate = { place: null, placeName: '' };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(MEMBERS);
  await bot.store.campaigns.save({ ...aCampaign([TUE, WED, THU], [TUE]), org: ORG });
  await bot.core.people.join(ORG, 'id1', 'p1');
  await bot.says(ANN, `satellite on ${TUE}`);
  await bot.says(ANN, 'week wed=office');
});
afterEach(() => bot.close());

async function opened() {
  const panel = await bot.says(ANN, 'me', inPrivate);
  const button = buttonsOf(panel.card).find(({ label }) => label === 'Plan several days');
  const { card } = await bot.presses(ANN, button?.action ?? '', inPrivate);
  const [form] = partsOf(card, 'form');
  if (!form) throw new Error('no form');
  const fields = form.fields.flatMap((field) => (field.kind === 'select' ? [field] : []));
  const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const submit = (change: Record<string, string>) =>
    bot.inbox.submit(bot.actor(ANN, inPrivate), form.form, { ...values, ...change });
  return { fields, form, submit };
}

const styles = async () =>
  (await bot.store.answers.list(ORG, 'p1', TUE, THU)).map(({ day, style }) => [day, style]);
const undo = (card: Card) => buttonsOf(card).find(({ label }) => label === 'Undo')?.action ?? '';

test('each coming day is one select, filled with what is known', async () => {
  const { fields, form } = await opened();
  expect(fields.map(({ name, value }) => [name, value])).toEqual([
    [TUE, 'satellite'],
    [WED, ''],
    [THU, ''],
  ]);
  expect(fields[1]?.options[0]?.label).toContain('usually');
  expect(form.form.length).toBeLessThan(256);
});

test('what was changed is recorded, and all of it taken back by one button', async () => {
  const { submit } = await opened();
  const saved = await submit({ [TUE]: 'home', [THU]: 'off-peak@10:30' });
  expect(saved.refused).toBe(false);
  expect(await styles()).toEqual([
    [TUE, 'home'],
    [THU, 'off-peak'],
  ]);
  const undone = await bot.presses(ANN, undo(saved.card), inPrivate);
  expect(undone.card.summary).toContain('Satellite');
  expect(await styles()).toEqual([[TUE, 'satellite']]);
  expect((await bot.presses(ANN, undo(saved.card), inPrivate)).refused).toBe(true);
});

test('a day that was answered again since is not taken back', async () => {
  const { submit } = await opened();
  const saved = await submit({ [TUE]: 'home', [THU]: 'off' });
  await bot.says(ANN, `office on ${TUE}`);
  const undone = await bot.presses(ANN, undo(saved.card), inPrivate);
  expect(undone.card.summary).toContain('stay as they are');
  expect(await styles()).toEqual([[TUE, 'office']]);
});

test('every day with a fault is named at its input, and nothing is recorded', async () => {
  const { submit } = await opened();
  const refused = await submit({ [WED]: 'flying', [THU]: 'home@25:00' });
  expect(refused.faults?.map(({ field }) => field)).toEqual([WED, THU]);
  bot.moveClock(`${WED}T00:30:00+09:00`);
  const late = await submit({ [TUE]: 'home', [THU]: 'home' });
  expect(late.faults?.map(({ field }) => field)).toEqual([TUE]);
  expect(await styles()).toEqual([[TUE, 'satellite']]);
});

test('a form that was changed nowhere records nothing', async () => {
  const { submit } = await opened();
  expect((await submit({})).card.summary).toContain('Nothing');
  expect(await styles()).toEqual([[TUE, 'satellite']]);
});
