import type { Core } from '../../../src/app/core';
import { runDueTasks } from '../../../src/app/schedule/run-due-tasks';
import { ANY_TEAM, type Ledger, type TaskKey } from '../../../src/ports/store/ledger';
import { type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* The database goes away in the middle of a task, and comes back. */

const DAY = '2018-07-24';
let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-24T06:59:00+09:00');
  await bot.team(people(2), { announce: [] });
  await bot.store.campaigns.save(aCampaign([DAY]));
  await bot.at('2018-07-24T06:59:00+09:00');
});
afterEach(() => bot.close());

/** The same bot, whose ledger is another one, and where waiting takes no time. */
function withLedger(change: Partial<Ledger>, waits: number[] = []): Core {
  const { core } = bot;
  return {
    ...core,
    ledger: { ...core.ledger, ...change },
    after(delayMs, run) {
      if (delayMs > 1_000) return () => {};
      waits.push(delayMs);
      setImmediate(run);
      return () => {};
    },
  };
}

function aReminder(person: string): TaskKey {
  return { kind: 'reminder', person, org: ORG, team: ANY_TEAM, day: DAY, channel: 'first' };
}

/** Fails so often, then does it. */
function failing<Args extends unknown[], T>(times: number, run: (...args: Args) => Promise<T>) {
  let left = times;
  return async (...args: Args): Promise<T> => {
    left -= 1;
    if (left >= 0) throw new Error('the database is away');
    return run(...args);
  };
}

test('what was posted while it went away is written down once it is back, and not posted again', async () => {
  const { ledger } = bot.store;
  const waits: number[] = [];
  bot.moveClock('2018-07-24T07:00:00+09:00');
  expect(await runDueTasks(withLedger({ finish: failing(60, ledger.finish) }, waits))).toBe(1);
  expect(waits).toHaveLength(60);
  await bot.at('2018-07-24T07:05:00+09:00');
  expect(bot.chat.in(PLACE)).toHaveLength(1);
  const opened = await ledger.list(ORG, 'id1', DAY, 'open');
  expect(opened).toMatchObject([{ state: 'done', attempt: 1, post: 'm1' }]);
});

test('reminders, too', async () => {
  const { ledger } = bot.store;
  await bot.at('2018-07-24T07:00:00+09:00');
  bot.moveClock('2018-07-24T09:48:00+09:00');
  await runDueTasks(withLedger({ finish: failing(5, ledger.finish) }));
  const reminded = await ledger.list(ORG, '', DAY, 'reminder');
  expect(reminded.map(({ state, attempt }) => [state, attempt])).toEqual([
    ['done', 1],
    ['done', 1],
  ]);
});

test('away for longer, the outcome is open, and the next attempt knows that it may have been posted', async () => {
  const { ledger } = bot.store;
  bot.moveClock('2018-07-24T07:00:00+09:00');
  const always = failing(Number.POSITIVE_INFINITY, ledger.finish);
  expect(await runDueTasks(withLedger({ finish: always }))).toBe(0);
  await bot.at('2018-07-24T07:01:00+09:00');
  const posts = bot.chat.calls.filter(({ method }) => method === 'post');
  expect(posts.map(({ mayHaveBeenSent }) => mayHaveBeenSent)).toEqual([false, true]);
});

test('a reminder which may have arrived is still known to, however often it is put off', async () => {
  const { ledger } = bot.store;
  await bot.at('2018-07-24T07:00:00+09:00');
  const key = aReminder('p1');
  await ledger.claim(key, 0);
  await ledger.sending(key, 1, 0);
  bot.chat.fail('direct', 'rate-limited', { times: 2, retryAfterMs: 1_000 });
  for (const time of ['09:48:00', '09:49:00', '09:50:00']) await bot.at(`${DAY}T${time}+09:00`);
  const calls = bot.chat.calls.filter((call) => call.method === 'direct' && call.key.endsWith('/p1'));
  expect(calls.length).toBeGreaterThan(1);
  expect(calls.map(({ mayHaveBeenSent }) => mayHaveBeenSent)).toEqual(calls.map(() => true));
});

test('a team whose look cannot even be ended stops no other', async () => {
  const { core, store } = bot;
  bot.chat.people.set('other', people(1));
  const team = await store.teams.get(ORG, 'id1');
  if (!team) throw new Error('there is a team');
  await store.teams.create({ ...team, id: 'other', place: 'other' });
  const sleep = failing(2, store.wakeQueue.sleep);
  bot.moveClock('2018-07-24T07:00:00+09:00');
  await runDueTasks({ ...core, wakeQueue: { ...store.wakeQueue, sleep } });
  expect(bot.chat.messages.map(({ to }) => to).sort()).toEqual(['other', PLACE]);
});
