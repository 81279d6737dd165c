import type { Core } from '../../../src/app/core';
import { checkTeam } from '../../../src/app/schedule/check-team';
import { createHouse, type House, ORG, people } from '../../support/house';
import { aCampaign, at } from '../../support/sample-data';

/* Whoever looks at a team may be held up until another process has taken it over, and done what was due. */

const DAY = '2018-07-24';
let house: House;
beforeEach(async () => {
  house = await createHouse('2018-07-23T12:00:00+09:00');
});
afterEach(() => house.close());

test('who finds the poll opened by another still has it closed', async () => {
  const team = await house.team(people(2), { announce: [] });
  await house.store.campaigns.save(aCampaign([DAY]));
  await house.at('2018-07-24T06:59:00+09:00');
  house.moveClock('2018-07-24T07:00:00+09:00');
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { ledger } = house.store;
  const claim: typeof ledger.claim = async (...task) => {
    await held;
    return ledger.claim(...task);
  };
  const slow: Core = { ...house.core, ledger: { ...ledger, claim } };
  const late = checkTeam(slow, team);
  await checkTeam(house.core, team);
  goOn();
  await late;
  expect(house.chat.messages).toHaveLength(1);
  expect(await house.store.wakeQueue.nextWake()).toBe(at('2018-07-24T09:48:00+09:00'));
  await house.at('2018-07-24T10:30:00+09:00');
  const tasks = await house.store.ledger.list(ORG, team.id, DAY, 'close');
  expect(tasks.map(({ state }) => state)).toEqual(['done']);
});
