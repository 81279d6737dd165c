import { watchConnections, watchWork } from '../../src/main/watch';
import type { Connections } from '../../src/ports/store/database';
import { createMeters, type Meters } from '../../src/web';
import { type Bot, openBot, people } from '../support/bot';
import { aCampaign, at } from '../support/sample-data';

/* What waits in the store, as /metrics shows it. */

const DAY = '2018-07-24';

let bot: Bot;
let meters: Meters;
beforeEach(async () => {
  bot = await openBot('2018-07-24T06:59:00+09:00');
  meters = createMeters({ now: () => 0, after: () => () => {} });
});
afterEach(() => bot.close());

async function figure(name: string): Promise<string | undefined> {
  return new RegExp(`^${name} (.*)$`, 'm').exec(await meters.text())?.[1];
}

describe('work that waits', () => {
  beforeEach(() => watchWork(meters, bot.store, bot.core.clock));

  test('is none without teams', async () => {
    expect(await figure('telework_teams_due')).toBe('0');
    expect(await figure('telework_oldest_due_seconds')).toBe('0');
  });

  test('is counted, and its age told from the time it was due', async () => {
    const team = await bot.team(people(1));
    await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: team.org });
    await bot.at('2018-07-24T06:59:00+09:00');
    expect(await figure('telework_teams_due')).toBe('0');
    await bot.store.wakeQueue.sleep(
      team.org,
      team.id,
      at('2018-07-24T07:00:00+09:00'),
      Number.MAX_SAFE_INTEGER,
    );
    bot.moveClock('2018-07-24T07:01:30+09:00');
    expect(await figure('telework_teams_due')).toBe('1');
    expect(await figure('telework_oldest_due_seconds')).toBe('90');
  });

  test('of a team woken out of turn has no age', async () => {
    await bot.team(people(1));
    expect(await figure('telework_teams_due')).toBe('1');
    expect(await figure('telework_oldest_due_seconds')).toBe('0');
  });
});

describe('connections to the database', () => {
  test('are shown as they are at each look', async () => {
    let now: Connections = { open: 3, idle: 2, waiting: 0 };
    watchConnections(meters, { connections: () => now });
    expect(await figure('telework_database_connections')).toBe('3');
    expect(await figure('telework_database_connections_idle')).toBe('2');
    now = { open: 10, idle: 0, waiting: 7 };
    expect(await figure('telework_database_waiting')).toBe('7');
  });

  test('are not shown where there is no server', async () => {
    watchConnections(meters, bot.store);
    expect(await figure('telework_database_connections')).toBeUndefined();
  });
});
