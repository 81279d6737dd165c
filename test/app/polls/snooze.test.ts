import { buttonsOf } from '../../present/cards';
import { type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const MEMBERS = people(2);
const [ANN] = MEMBERS as [(typeof MEMBERS)[number]];
const at = (time: string) => `${DAY}T${time}:00+09:00`;

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-16T12:00:00+09:00');
  await bot.team(MEMBERS);
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: ORG });
  await bot.at(at('07:00'));
  await bot.at(at('09:48'));
});
afterEach(() => bot.close());

const toAnn = () => bot.chat.in('p1');
const snooze = () => buttonsOf(toAnn()[0]?.card ?? never()).find(({ label }) => label === 'In 30 minutes');
const puts = () => bot.presses(ANN, snooze()?.action ?? '', { place: null });

function never(): never {
  throw new Error('no reminder');
}

test('a reminder that was put off comes once more, and only once', async () => {
  expect((await puts()).card.summary).toContain('10:18');
  expect((await puts()).card.summary).toContain('once');
  await bot.at(at('10:17'));
  expect(toAnn()).toHaveLength(1);
  await bot.at(at('10:18'));
  expect(toAnn()).toHaveLength(2);
  expect(buttonsOf(toAnn()[1]?.card ?? never()).map(({ label }) => label)).not.toContain('In 30 minutes');
  expect(await puts()).toMatchObject({ refused: false });
  await bot.at(at('10:29'));
  expect(toAnn()).toHaveLength(2);
});

test('so it can be typed, on a day with a poll', async () => {
  expect((await bot.says(ANN, 'snooze')).card.summary).toContain('10:18');
  expect((await bot.says(ANN, 'あとで')).card.summary).toContain('once');
  bot.moveClock('2018-07-26T09:00:00+09:00');
  expect((await bot.says(ANN, 'later')).refused).toBe(true);
});

test.each([
  ['answered', () => bot.says(ANN, 'home')],
  ['turned reminders off', () => bot.says(ANN, 'remind off')],
])('nothing comes to a person who has %s meanwhile', async (_what, does) => {
  await puts();
  await does();
  await bot.at(at('10:18'));
  expect(toAnn()).toHaveLength(1);
});

test('one is not put off beyond the end of the window, nor where the answer is known', async () => {
  await bot.at(at('09:56'));
  expect((await puts()).card.summary).toContain('too close');
  await bot.says(ANN, 'home');
  expect((await puts()).card.summary).toContain('already answered');
  await bot.at(at('10:29'));
  expect(toAnn()).toHaveLength(1);
});

test('a restart keeps it: it is a task of the ledger, which is sent once', async () => {
  await puts();
  expect(await bot.store.ledger.list(ORG, 'id1', DAY, 'snoozed')).toMatchObject([
    { state: 'waiting', attempt: 0, person: 'p1' },
  ]);
  await bot.store.ledger.recover();
  await bot.store.wakeQueue.wake(null);
  await bot.at(at('09:55'));
  expect(toAnn()).toHaveLength(1);
  bot.chat.fail('direct', 'uncertain', { times: 1 });
  await bot.at(at('10:18'));
  await bot.at(at('10:20'));
  expect(await bot.store.ledger.list(ORG, 'id1', DAY, 'snoozed')).toMatchObject([{ state: 'unknown' }]);
  expect(toAnn()).toHaveLength(1);
});
