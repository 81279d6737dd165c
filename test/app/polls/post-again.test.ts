import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* A message that a person deleted: it is noticed by the next edit, told by deliveries, and posted again. */

const DAY = '2018-07-24';
const ann = aPerson('p1');
const ben = aPerson('p2');
const admin = { admin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(3));
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  await at('07:00');
});
afterEach(() => bot.close());

const at = (time: string) => bot.at(`${DAY}T${time}:00+09:00`);
const posted = (kind: string) => bot.chat.in(PLACE).filter(({ key }) => key.includes(`/${kind}/`));
const deliveries = async () => (await bot.says(ann, 'deliveries', admin)).card.summary;
const entry = async (kind: 'open' | 'close') =>
  (await bot.store.ledger.list(ORG, 'id1', DAY, kind)).find((one) => one.kind === kind);

function remove(kind: string): void {
  const index = bot.chat.messages.findIndex(({ key }) => key.includes(`/${kind}/`));
  bot.chat.messages.splice(index, 1);
}

test('poll now posts a running poll again; answers and the closing go to the new message', async () => {
  await bot.says(ann, 'home');
  await bot.core.refresh.settle();
  remove('open');
  expect((await bot.says(ann, 'poll now', admin)).card.summary).toContain(
    'I’ve posted it again at the bottom of the channel',
  );
  expect(posted('open')).toHaveLength(1);
  expect(posted('open')[0]?.card.summary).toContain('1 of 3');
  await bot.says(ben, 'office');
  await bot.core.refresh.settle();
  expect(posted('open')[0]?.card.summary).toContain('2 of 3');
  await at('10:30');
  expect(posted('close')).toHaveLength(1);
});

test('of a poll that is posted again the first message says where the new one is', async () => {
  await bot.says(ann, 'poll now', admin);
  expect(posted('open').map(({ card }) => card.summary.includes('now further down'))).toEqual([true, false]);
  await bot.says(ben, 'home');
  await bot.core.refresh.settle();
  expect(posted('open').map(({ card }) => card.summary.includes('1 of 3'))).toEqual([false, true]);
});

test('a deleted poll is told by deliveries from the next answer on, and comes back by its button', async () => {
  remove('open');
  expect(await deliveries()).toContain('Poll: Sent');
  await bot.says(ben, 'home');
  await bot.core.refresh.settle();
  expect(await deliveries()).toMatch(/Poll: Failed[^\n]*Someone deleted the message/);
  expect(await deliveries()).toContain('Resend what failed');
  const { card } = await bot.says(ann, 'resend failed', admin);
  expect(card.summary).toContain('1 message');
  await at('07:05');
  expect(posted('open')).toHaveLength(1);
  expect((await entry('open'))?.state).toBe('done');
});

test('so does a deleted closing tally, and nothing else is posted meanwhile', async () => {
  await at('10:30');
  remove('close');
  await bot.says(ben, 'home');
  await bot.core.refresh.settle();
  expect(await entry('close')).toMatchObject({ state: 'failed', reason: 'deleted', post: null });
  for (const time of ['10:45', '12:00']) await at(time);
  expect(posted('close')).toEqual([]);
  await bot.says(ann, 'resend failed', admin);
  await at('12:01');
  expect(posted('close')).toHaveLength(1);
});

test('a poll that the platform does not take yet is said to be coming', async () => {
  await bot.store.teams.change(ORG, 'id1', (team) => team);
  remove('open');
  bot.chat.fail('post', 'unreachable');
  const { card } = await bot.says(ann, 'poll now', admin);
  expect(card.summary).not.toContain('I’ve posted it in the channel');
  expect(card.summary).toContain('as soon as the chat platform lets me. Type “deliveries” to check');
});
