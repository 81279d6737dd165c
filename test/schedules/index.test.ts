import { startSchedules } from '../../schedules';
import { createLog } from '../../src/log';

const START = Date.UTC(2018, 6, 24, 0, 0, 30);
const MINUTE = 60_000;

/** A tick that ends when the test says so. */
function heldTick() {
  const ends: ((error?: Error) => void)[] = [];
  const times: number[] = [];
  const tick = () =>
    new Promise<void>((resolve, reject) => {
      times.push(Date.now() - START);
      ends.push((error) => (error ? reject(error) : resolve()));
    });
  return { tick, times, end: (index: number, error?: Error) => ends[index]?.(error) };
}

function recordingLog() {
  const lines: { level: string; msg: string; err?: { message: string } }[] = [];
  return { log: createLog('debug', { write: (line) => lines.push(JSON.parse(line)) }), lines };
}

beforeEach(() => {
  jest.useFakeTimers({ now: START });
});
afterEach(() => {
  jest.useRealTimers();
});

test('ticks at once, then at the beginning of every minute', async () => {
  const times: number[] = [];
  const tick = async () => {
    times.push(Date.now() - START);
  };
  const schedules = startSchedules({ tick, log: recordingLog().log });
  expect(times).toEqual([0]);
  await jest.advanceTimersByTimeAsync(2 * MINUTE);
  expect(times).toEqual([0, 30_000, 90_000]);
  await schedules.stop();
});

test('follows another expression, down to seconds', async () => {
  const { tick, times, end } = heldTick();
  const schedules = startSchedules({ tick, log: recordingLog().log, expression: '*/10 * * * * *' });
  end(0);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(times).toEqual([0, 10_000]);
  end(1);
  await schedules.stop();
});

test('refuses an expression that is none', () => {
  expect(() =>
    startSchedules({ tick: async () => {}, log: recordingLog().log, expression: 'now and then' }),
  ).toThrow();
});

test('leaves out the beats during a tick', async () => {
  const { tick, times, end } = heldTick();
  const schedules = startSchedules({ tick, log: recordingLog().log });
  await jest.advanceTimersByTimeAsync(3 * MINUTE);
  expect(times).toEqual([0]);
  end(0);
  await jest.advanceTimersByTimeAsync(MINUTE);
  expect(times).toEqual([0, 210_000]);
  end(1);
  await schedules.stop();
});

test('a failing tick is logged and stops nothing', async () => {
  const { log, lines } = recordingLog();
  let calls = 0;
  const tick = async () => {
    calls += 1;
    throw new Error(`failure ${calls}`);
  };
  const schedules = startSchedules({ tick, log });
  await jest.advanceTimersByTimeAsync(2 * MINUTE);
  expect(lines.filter(({ level }) => level === 'error').map(({ err }) => err?.message)).toEqual([
    'failure 1',
    'failure 2',
    'failure 3',
  ]);
  await schedules.stop();
});

test('a beat that comes late still ticks', async () => {
  const { tick, times, end } = heldTick();
  const schedules = startSchedules({ tick, log: recordingLog().log });
  end(0);
  await jest.advanceTimersByTimeAsync(0);
  // The process was busy, or the machine asleep: the timer fires 20 s after its time.
  jest.setSystemTime(START + 20_000);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(times).toEqual([0, 50_000]);
  end(1);
  await schedules.stop();
});

test('stopping waits for the running tick, and nothing ticks after', async () => {
  const { tick, times, end } = heldTick();
  const schedules = startSchedules({ tick, log: recordingLog().log });
  let stopped = false;
  const stopping = schedules.stop().then(() => {
    stopped = true;
  });
  await jest.advanceTimersByTimeAsync(5 * MINUTE);
  expect(stopped).toBe(false);
  end(0);
  await stopping;
  await jest.advanceTimersByTimeAsync(5 * MINUTE);
  expect(times).toEqual([0]);
  expect(jest.getTimerCount()).toBe(0);
});
