import type { Core } from '../../../src/app/core';
import { checkTeam } from '../../../src/app/schedule/check-team';
import { type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign, at } from '../../support/sample-data';

/* A process that checks a team may be held up until another process has taken over, and done what was due. */

const DAY = '2018-07-24';
let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
});
afterEach(() => bot.close());

test('a check that finds the poll opened by another process still has it closed', async () => {
  const team = await bot.team(people(2), { announce: [] });
  await bot.store.campaigns.save(aCampaign([DAY]));
  await bot.at('2018-07-24T06:59:00+09:00');
  bot.moveClock('2018-07-24T07:00:00+09:00');
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { ledger } = bot.store;
  const claim: typeof ledger.claim = async (...task) => {
    await held;
    return ledger.claim(...task);
  };
  const slow: Core = { ...bot.core, ledger: { ...ledger, claim } };
  const late = checkTeam(slow, team);
  await checkTeam(bot.core, team);
  goOn();
  await late;
  expect(bot.chat.messages).toHaveLength(1);
  expect(await bot.store.wakeQueue.nextWake()).toBe(at('2018-07-24T09:48:00+09:00'));
  await bot.at('2018-07-24T10:30:00+09:00');
  const tasks = await bot.store.ledger.list(ORG, team.id, DAY, 'close');
  expect(tasks.map(({ state }) => state)).toEqual(['done']);
});

test('a poll opens at its time with the roster last known, whatever fault the reading of it has', async () => {
  const team = await bot.team(people(2), { announce: [] });
  await bot.store.campaigns.save(aCampaign([DAY]));
  await bot.store.people.setRoster(ORG, team.id, people(2));
  const fails = jest.spyOn(bot.core.chat, 'roster').mockImplementation(() => {
    throw new TypeError('the answer has another form');
  });
  await bot.at('2018-07-24T07:00:00+09:00');
  fails.mockRestore();
  expect(bot.chat.messages.at(-1)?.card.summary).toContain('0 of 2');
});
