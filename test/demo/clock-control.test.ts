import { ClockControl, type ClockControlParts } from '../../src/demo/clock-control';
import { SimulatedClock } from '../../src/demo/simulated-clock';

const START = Date.parse('2018-07-24T00:00:00Z');
const MINUTE = 60_000;

/** A control over wake-ups given as instants; `ran` are the times at which they were served. */
function setUp(
  wakes: number[],
  { start = START, ...options }: Partial<ClockControlParts> & { start?: number | null } = {},
) {
  const ran: number[] = [];
  const beats: (() => void)[] = [];
  let real = START;
  let woken = 0;
  const clock = new SimulatedClock({ now: () => real }, start);
  const control = new ClockControl({
    clock,
    speed: 1,
    after(_delay, run) {
      beats.push(run);
      return () => {};
    },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    async runDue() {
      const due = wakes.filter((wake) => wake <= clock.now());
      for (const wake of due) {
        wakes.splice(wakes.indexOf(wake), 1);
        ran.push(clock.now());
      }
      return due.length;
    },
    nextWake: async () => (wakes.length > 0 ? Math.min(...wakes) : null),
    async wakeAll() {
      woken += 1;
    },
    async settle() {},
    ...options,
  });
  const beatsBeforeStart = beats.length;
  control.start();
  return {
    control,
    beatsBeforeStart,
    ran,
    woken: () => woken,
    async beat(elapsed: number) {
      real += elapsed;
      beats.shift()?.();
      await new Promise(setImmediate);
    },
  };
}

test('moving runs each task at its own time, and stands at the target', async () => {
  const { control, ran } = setUp([START + 5 * MINUTE, START + 2 * MINUTE, START + 60 * MINUTE]);
  await control.moveTo(START + 30 * MINUTE);
  expect(ran).toEqual([START + 2 * MINUTE, START + 5 * MINUTE]);
  expect(control.now()).toBe(START + 30 * MINUTE);
});

test('next goes to the next task that does something, and says when there is none', async () => {
  const { control } = setUp([START + 7 * MINUTE]);
  expect(await control.next()).toBe(START + 7 * MINUTE);
  expect(await control.next()).toBeNull();
  expect(control.now()).toBe(START + 7 * MINUTE);
});

test('going back looks at every team anew', async () => {
  const { control, woken } = setUp([]);
  await control.moveTo(START - MINUTE);
  expect([control.now(), woken()]).toEqual([START - MINUTE, 1]);
});

test('a speed makes simulated time out of real time, to the millisecond', async () => {
  const { control, beat } = setUp([], { speed: 0.5 });
  await beat(251);
  expect(control.now()).toBe(START + 125);
  await beat(251);
  expect(control.now()).toBe(START + 251);
});

test('a task that stays due does not hold the clock', async () => {
  const { control } = setUp([], { nextWake: async () => START, runDue: async () => 0 });
  await control.moveTo(START + 3_000);
  expect(control.now()).toBe(START + 3_000);
});

test('real time is real until something is simulated, and again when asked', async () => {
  const { control } = setUp([], { start: null });
  expect([control.isReal(), control.speed()]).toEqual([true, 1]);
  await control.moveTo(START + MINUTE);
  expect([control.isReal(), control.now()]).toEqual([false, START + MINUTE]);
  await control.real();
  expect([control.isReal(), control.now()]).toEqual([true, START]);
});

test('a simulated clock stands still until what its tasks need is open', () => {
  expect(setUp([START]).beatsBeforeStart).toBe(0);
});
