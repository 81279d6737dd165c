import { DatabaseClock } from '../../src/main/database-clock';
import type { Log } from '../../src/ports/log';

const MINUTE = 60_000;

/** A process whose clock is the test's, and a database whose clock is off by `behind`. */
function setUp(behind: number, tripsMs: readonly number[] = []) {
  let now = 1_000_000;
  let asked = 0;
  const warnings: Record<string, unknown>[] = [];
  const waiting: { delayMs: number; run: () => void; cancelled: boolean }[] = [];
  const world = { behind, fault: null as Error | null, jumped: 0 };
  const log: Log = { debug() {}, info() {}, warn: (fields) => warnings.push(fields), error() {} };
  const parts = {
    local: { now: () => now + world.jumped },
    steady: { now: () => now },
    async time() {
      if (world.fault) throw world.fault;
      const trip = tripsMs[asked++] ?? 0;
      const theirs = now + trip / 2 + world.behind;
      now += trip;
      return theirs;
    },
    after(delayMs: number, run: () => void) {
      const timer = { delayMs, run, cancelled: false };
      waiting.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
    log,
  };
  return {
    world,
    warnings,
    waiting,
    local: parts.local,
    parts,
    async minute() {
      now += MINUTE;
      waiting.shift()?.run();
      await new Promise(setImmediate);
    },
  };
}

async function follow({
  time,
  ...parts
}: ConstructorParameters<typeof DatabaseClock>[0] & { time: () => Promise<number> }): Promise<DatabaseClock> {
  const clock = new DatabaseClock(parts);
  await clock.follow(time);
  return clock;
}

test('it shows local time until it follows the database', async () => {
  const { parts, local, waiting } = setUp(3_000);
  const clock = new DatabaseClock(parts);
  expect([clock.now(), clock.offset(), waiting.length]).toEqual([local.now(), 0, 0]);
  await clock.follow(parts.time);
  expect(clock.now()).toBe(local.now() + 3_000);
});

test('shows the database’s time, halfway of the round trip', async () => {
  const { parts, local } = setUp(3_000, [10, 10, 10]);
  const clock = await follow(parts);
  expect(clock.now()).toBe(local.now() + 3_000);
  expect(clock.offset()).toBe(3_000);
});

test('at the start the quickest answer counts', async () => {
  const { parts } = setUp(0, [900, 2, 300]);
  const wrongBy = [400, 0, 100].values();
  const time = async () => (await parts.time()) + (wrongBy.next().value ?? 0);
  expect((await follow({ ...parts, time })).offset()).toBe(0);
});

test('is compared once a minute', async () => {
  const { parts, world, minute, waiting, local } = setUp(0);
  const clock = await follow(parts);
  world.behind = -2_000;
  expect(clock.now()).toBe(local.now());
  expect(waiting.map(({ delayMs }) => delayMs)).toEqual([MINUTE]);
  await minute();
  expect(clock.now()).toBe(local.now() - 2_000);
  expect(waiting.map(({ delayMs }) => delayMs)).toEqual([MINUTE]);
});

test.each([5_001, -5_001])('an offset of %i ms is told, once', async (behind) => {
  const { parts, warnings, minute, world } = setUp(behind);
  await follow(parts);
  await minute();
  expect(warnings).toEqual([{ offsetMs: behind }]);
  world.behind = 0;
  await minute();
  world.behind = behind;
  await minute();
  expect(warnings).toHaveLength(2);
});

test('an offset of 5 s is nobody’s business', async () => {
  const { parts, warnings } = setUp(5_000);
  await follow(parts);
  expect(warnings).toEqual([]);
});

test('while the database is away the last offset stands, and it is asked again', async () => {
  const { parts, world, minute, warnings, waiting, local } = setUp(700);
  const clock = await follow(parts);
  world.fault = new Error('away');
  await minute();
  expect(clock.now()).toBe(local.now() + 700);
  expect(warnings).toHaveLength(1);
  world.fault = null;
  world.behind = 900;
  await minute();
  expect(clock.offset()).toBe(900);
  clock.stop();
  expect(waiting.every(({ cancelled }) => cancelled)).toBe(true);
});

test('a database that does not answer at the start is a fault', async () => {
  const { parts, world } = setUp(0);
  world.fault = new Error('away');
  await expect(follow(parts)).rejects.toThrow('away');
});

test.each([3_600_000, -3_600_000])('a machine whose clock is set by %i ms changes nothing', async (by) => {
  const { parts, world, warnings, waiting } = setUp(700);
  const clock = await follow(parts);
  const before = clock.now();
  world.jumped = by;
  expect(clock.now()).toBe(before);
  await new Promise(setImmediate);
  expect(clock.now()).toBe(before);
  expect(warnings).toEqual([{ offsetMs: 700 - by }]);
  expect(waiting.map(({ cancelled }) => cancelled)).toEqual([true, false]);
});

test('a machine that has slept asks at once how late it is', async () => {
  const { parts, world } = setUp(0);
  const clock = await follow(parts);
  const before = clock.now();
  world.jumped = 3_600_000;
  world.behind = 3_600_000;
  clock.now();
  await new Promise(setImmediate);
  expect(clock.now()).toBe(before + 3_600_000);
});
