import { ANY_TEAM, type TaskKey } from '../../../src/ports/store/ledger';
import { type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const MEMBERS = people(102);

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-16T12:00:00+09:00');
  const team = await bot.team(MEMBERS);
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: team.org });
  await bot.at(`${DAY}T07:00:00+09:00`);
});
afterEach(() => bot.close());

const reminded = () => bot.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to);

function reminderOf(person: string): TaskKey {
  return { kind: 'reminder', person, org: ORG, team: ANY_TEAM, day: DAY, channel: 'first' };
}

async function remindTask() {
  const [task] = await bot.store.ledger.list(ORG, 'id1', DAY, 'remind');
  return task;
}

test('a team larger than one turn is reminded whole, each member once', async () => {
  await bot.at(`${DAY}T09:48:00+09:00`);
  expect(reminded().toSorted()).toEqual(MEMBERS.map(({ id }) => id).toSorted());
  expect(await remindTask()).toMatchObject({ state: 'done' });
});

test('while another process sends all reminders of a turn, the rest waits for a later try', async () => {
  bot.moveClock(`${DAY}T09:48:00+09:00`);
  for (const { id } of MEMBERS) await bot.store.ledger.claim(reminderOf(id), 45_000);
  await bot.at(`${DAY}T09:48:00+09:00`);
  expect(reminded()).toEqual([]);
  expect(await remindTask()).toMatchObject({ state: 'waiting' });
  await bot.at(`${DAY}T09:49:00+09:00`);
  expect(reminded()).toHaveLength(MEMBERS.length);
  expect(await remindTask()).toMatchObject({ state: 'done' });
});

test('while the platform takes no calls, the reminders wait as long as it says, and limit the organisation', async () => {
  bot.chat.fail('direct', 'rate-limited', { times: 8, retryAfterMs: 120_000 });
  await bot.at(`${DAY}T09:48:00+09:00`);
  const asked = () => bot.chat.calls.filter(({ method }) => method === 'direct').length;
  expect([asked(), reminded().length]).toEqual([8, 0]);
  await bot.at(`${DAY}T09:49:59+09:00`);
  expect(asked()).toBe(8);
  await bot.at(`${DAY}T09:50:00+09:00`);
  expect(reminded().toSorted()).toEqual(MEMBERS.map(({ id }) => id).toSorted());
});
