import { buttonsOf } from '../../present/cards';
import { type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const [TUE, WED, THU] = ['2018-07-24', '2018-07-25', '2018-07-26'] as const;
const MEMBERS = people(2);
const [ANN] = MEMBERS as [(typeof MEMBERS)[number]];

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(MEMBERS);
  await bot.store.campaigns.save({ ...aCampaign([TUE, WED, THU], [TUE]), org: ORG });
  await bot.at(`${TUE}T07:00:00+09:00`);
});
afterEach(() => bot.close());

const offeredBy = (reply: Awaited<ReturnType<Bot['says']>>) =>
  buttonsOf(reply.card).filter(({ action }) => action.startsWith('answer|') || action.startsWith('change|'));
const daysOf = (reply: Awaited<ReturnType<Bot['says']>>) =>
  [...new Set(offeredBy(reply).map(({ action }) => action.split('|')[2]))].filter((day) => day !== TUE);

test('after an answer the next Telework Day is offered, one after the other, until all are answered', async () => {
  const first = await bot.says(ANN, 'satellite');
  expect(daysOf(first)).toEqual([WED]);
  const labels = buttonsOf(first.card).filter(({ action }) => action.includes(WED));
  expect(labels.map(({ label }) => label)).toEqual([
    expect.stringContaining('Satellite'),
    expect.stringContaining('home'),
    expect.stringContaining('office'),
    'Something else',
  ]);
  const second = await bot.presses(ANN, labels[0]?.action ?? '');
  expect(second.card.summary).toContain('Wed 25 July: Satellite');
  expect(daysOf(second)).toContain(THU);
  const third = await bot.says(ANN, `home on ${THU}`);
  expect(daysOf(third).filter((day) => day !== THU)).toEqual([]);
});

test.each([
  ['is in the usual week', () => bot.says(ANN, 'week wed=home thu=office')],
  ['was planned', () => bot.says(ANN, `leave on ${WED}..${THU}`)],
  ['is no Telework Day any more', () => bot.store.campaigns.save({ ...aCampaign([TUE], [TUE]), org: ORG })],
])('nothing is offered where the next day %s', async (_what, does) => {
  await does();
  expect(daysOf(await bot.says(ANN, 'home'))).toEqual([]);
});

test('an arrival is asked for first', async () => {
  expect(daysOf(await bot.says(ANN, 'off-peak'))).toEqual([]);
  expect(daysOf(await bot.says(ANN, 'off-peak 10:30'))).toEqual([WED]);
});
