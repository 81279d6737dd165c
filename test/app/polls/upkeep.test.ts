import { Upkeep } from '../../../src/app/polls/upkeep';
import type { EditTurns } from '../../../src/ports/store/edits';
import { createFakeTime } from '../../fakes/time';
import { type Bot, ORG, openBot } from '../../support/bot';
import { complaintLog } from '../../support/core';

/* When a poll's messages are edited, tried again, and given up. Times are seconds since the upkeep began. */

const DAY = '2018-07-24';
type Turn = Awaited<ReturnType<EditTurns['begin']>>;

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

/** The upkeep of a poll, touched once. `begin` answers each edit that begins, in turn; then the last answer stays. */
function keepUp(start: string, ...begin: (() => Turn | Promise<Turn>)[]) {
  const time = createFakeTime(Date.parse(start));
  const asked: { at: number; shown: number | null }[] = [];
  let idle = 0;
  const edits: EditTurns = {
    async begin(_poll, _lease, shown) {
      asked.push({ at: (time.now() - Date.parse(start)) / 1_000, shown });
      return (begin.shift() ?? last)();
    },
    end: async () => true,
    unseen: async () => ({ polls: [], latest: 0 }),
  };
  const last = begin.at(-1) ?? shown;
  const ports = { ...bot.core, edits, clock: time, after: time.after, log: complaintLog() };
  const upkeep = new Upkeep(ports, { org: ORG, team: 'team', day: DAY }, () => {
    idle += 1;
  });
  upkeep.touch();
  return { time, upkeep, asked, times: () => asked.map(({ at }) => at), idle: () => idle };
}

const shown = (): Turn => ({ is: 'shown' });
const away = (): Turn => {
  throw new Error('the database is away');
};

test('changes gather for a second; then nothing is left to do', async () => {
  const { time, upkeep, times, idle } = keepUp(`${DAY}T00:00:00Z`);
  await time.advance(900);
  upkeep.touch();
  expect(idle()).toBe(0);
  await time.advance(600_000);
  expect([times(), idle()]).toEqual([[1], 1]);
});

test('what waits can be begun at once, and is then not begun again', async () => {
  const { time, upkeep, times, idle } = keepUp(`${DAY}T00:00:00Z`);
  upkeep.flush();
  upkeep.flush();
  await upkeep.ended();
  upkeep.flush();
  await time.advance(600_000);
  expect([times(), idle()]).toEqual([[0], 1]);
});

test('a change while an edit runs is edited a second after that one has ended', async () => {
  let end = (_: Turn) => {};
  const slow = () =>
    new Promise<Turn>((resolve) => {
      end = resolve;
    });
  const { time, upkeep, times, idle } = keepUp(`${DAY}T00:00:00Z`, slow, shown);
  await time.advance(1_000);
  upkeep.touch();
  upkeep.flush();
  await time.advance(4_000);
  expect(times()).toEqual([1]);
  end(shown());
  await time.advance(999);
  expect([times(), idle()]).toEqual([[1], 0]);
  await time.advance(1);
  expect([times(), idle()]).toEqual([[1, 6], 1]);
});

test('while another process edits, it waits as long as that one needs, and is shown by any later edit', async () => {
  const taken = (): Turn => ({ is: 'taken', latest: 7, waitMs: 3_000 });
  const { time, asked, idle } = keepUp(`${DAY}T00:00:00Z`, taken, shown);
  await time.advance(60_000);
  expect(asked).toEqual([
    { at: 1, shown: null },
    { at: 4, shown: 7 },
  ]);
  expect(idle()).toBe(1);
});

test('a change that comes while it waits is newer than what was shown then', async () => {
  const taken = (): Turn => ({ is: 'taken', latest: 7, waitMs: 3_000 });
  const { time, upkeep, asked } = keepUp(`${DAY}T00:00:00Z`, taken, shown);
  await time.advance(2_000);
  upkeep.touch();
  await time.advance(60_000);
  expect(asked.at(-1)).toEqual({ at: 4, shown: null });
});

describe('while the database is away', () => {
  test('an edit is tried every fifteen seconds, after forty faults every minute', async () => {
    const { time, times } = keepUp(`${DAY}T00:00:00Z`, away);
    await time.advance(1_000_000);
    const all = times();
    const pauses = all.slice(1).map((at, index) => at - (all[index] ?? 0));
    expect(new Set(pauses.slice(0, 39))).toEqual(new Set([15]));
    expect(new Set(pauses.slice(39))).toEqual(new Set([60]));
    expect(pauses).toHaveLength(45);
  });

  test.each([
    ['2018-07-26T23:30:00Z', false],
    ['2018-07-27T00:00:00Z', true],
  ])('from %s on it is given up after forty faults, as the day is surely over: %j', async (start, over) => {
    const { time, times, idle } = keepUp(start, away);
    await time.advance(660_000);
    expect([times().length, idle()]).toEqual(over ? [40, 1] : [41, 0]);
  });

  test('faults that are not in a row are not counted together', async () => {
    const faults = Array.from({ length: 39 }, () => away);
    const taken = (): Turn => ({ is: 'taken', latest: 7, waitMs: 15_000 });
    const { time, times } = keepUp('2018-08-01T00:00:00Z', ...faults, taken, ...faults, shown);
    await time.advance(2_000_000);
    expect(times()).toHaveLength(80);
  });
});
