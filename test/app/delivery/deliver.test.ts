import { claimTask, deliver, type Work } from '../../../src/app/delivery/deliver';
import { ChatError, type PostKey } from '../../../src/ports/chat';
import type { Claim, Ledger, Outcome, TaskKey } from '../../../src/ports/store/ledger';
import { aTask } from '../../contracts/store/harness';

const NOW = 1_000_000;
const CLAIM: Claim = { attempt: 3, mayHaveBeenSent: false, postId: 'post id' };
const DONE: Outcome = { state: 'done', post: 'post' };
const away = new Error('the database is away');
const limited = new ChatError('rate-limited', 'too many calls', 7_000);

let calls: unknown[][];
let logged: [level: string, text: string, error: unknown][];
let timers: { delayMs: number; run: () => void; cancelled: boolean }[];
beforeEach(() => {
  calls = [];
  logged = [];
  timers = [];
});

/** Ports that note what is asked of the ledger; `change` makes one of its methods answer otherwise. */
function portsWith(change: Partial<Ledger> = {}, claim: Claim | null = CLAIM) {
  const noted =
    <Args extends unknown[], T>(name: string, answer: (...args: Args) => Promise<T>) =>
    (...args: Args) => {
      calls.push([name, ...args.slice(1)]);
      return answer(...args);
    };
  const ledger: Ledger = {
    claim: noted('claim', change.claim ?? (async () => claim)),
    finish: noted('finish', change.finish ?? (async () => true)),
    renew: noted('renew', change.renew ?? (async () => {})),
    sending: noted('sending', change.sending ?? (async () => true)),
    release: noted('release', change.release ?? (async () => {})),
    reopen: async () => true,
    schedule: async () => true,
    privatePolls: async () => [],
    hurry: async () => {},
    postLost: async () => {},
    noteShown: async () => {},
    open: async () => [],
    drop: async () => {},
    announcements: async () => [],
    ended: async () => [],
    list: async () => [],
    isKnown: async () => true,
    reminders: async () => [],
    recover: async () => 0,
  };
  const log = (level: string) => (fields: Record<string, unknown>, text: string) =>
    void logged.push([level, text, fields.err]);
  return {
    ledger,
    clock: { now: () => NOW },
    log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    after(delayMs: number, run: () => void) {
      const timer = { delayMs, run, cancelled: false };
      timers.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
  };
}

/** Sends, and notes under which key the platform was asked. */
const sends =
  (answer: (key: PostKey) => Promise<string> = async () => 'post'): Work =>
  (task) =>
    task.send((key) => {
      calls.push(['ask', key]);
      return answer(key);
    });

const CLAIMED = ['claim', 45_000];
const ASKED = [
  ['sending', 3, 45_000],
  ['ask', { id: 'post id', mayHaveBeenSent: false, repeatable: true }],
];

test('a task is claimed, sent and finished, by the core’s clock', async () => {
  expect(await deliver(portsWith(), aTask(), sends())).toEqual({ state: 'ended', outcome: DONE });
  expect(calls).toEqual([CLAIMED, ...ASKED, ['finish', 3, DONE, NOW]]);
  expect(logged).toEqual([]);
});

test('a task that cannot be claimed is left alone', async () => {
  const work = jest.fn();
  expect(await deliver(portsWith({}, null), aTask(), work)).toBeNull();
  expect(await claimTask(portsWith({}, null), aTask())).toBeNull();
  expect(work).not.toHaveBeenCalled();
});

test.each([
  ['open', true],
  ['announce', false],
] as const)(
  'the key of %s says whether it may be repeated, and whether it may have been sent',
  async (kind, repeatable) => {
    const key = kind === 'open' ? aTask() : aTask({ kind, lead: 'prev' });
    await deliver(portsWith({}, { ...CLAIM, mayHaveBeenSent: true }), key, sends());
    expect(calls).toContainEqual(['ask', { id: 'post id', mayHaveBeenSent: true, repeatable }]);
  },
);

test('a task that another process has taken over is not sent', async () => {
  const result = await deliver(portsWith({ sending: async () => false }), aTask(), sends());
  expect(result).toMatchObject({ state: 'put-off', fault: expect.any(Error) });
  expect(calls).toEqual([CLAIMED, ASKED[0], ['release', 3, 15_000, false]]);
});

test('where the note that the platform may be asked is lost, it was not asked', async () => {
  const sending = () => Promise.reject(away);
  const result = await deliver(portsWith({ sending }), aTask({ kind: 'close' }), sends());
  expect(result).toEqual({ state: 'put-off', afterMs: 15_000, limited: false, refusal: null, fault: away });
  expect(calls.at(-1)).toEqual(['release', 3, 15_000, false]);
});

test('once the platform was asked, a fault of the database leaves open whether it was sent', async () => {
  await deliver(
    portsWith(),
    aTask({ kind: 'close' }),
    sends(() => Promise.reject(away)),
  );
  expect(calls.at(-1)).toEqual(['release', 3, 15_000, true]);
});

test('what an earlier attempt left open stays open when this one was refused', async () => {
  const claim = { ...CLAIM, mayHaveBeenSent: true };
  await deliver(
    portsWith({}, claim),
    aTask(),
    sends(() => Promise.reject(limited)),
  );
  expect(calls.at(-1)).toEqual(['release', 3, 7_000, true]);
});

test('a final fault is recorded', async () => {
  const invalid = new ChatError('invalid', 'no such card');
  const outcome = { state: 'failed', reason: 'invalid' };
  const result = await deliver(
    portsWith(),
    aTask(),
    sends(() => Promise.reject(invalid)),
  );
  expect(result).toEqual({ state: 'ended', outcome });
  expect(calls.at(-1)).toEqual(['finish', 3, outcome, NOW]);
});

test('a caller that tries again can claim the task at once, and knows how long the platform wants to wait', async () => {
  const result = await deliver(
    portsWith(),
    aTask(),
    sends(() => Promise.reject(limited)),
    'caller',
  );
  expect(result).toEqual({ state: 'put-off', afterMs: 7_000, limited: true, refusal: null, fault: limited });
  expect(calls.at(-1)).toEqual(['release', 3, 0, false]);
});

test('a share of a long task gives the rest back at once', async () => {
  expect(await deliver(portsWith(), aTask(), async () => 'partial')).toEqual({ state: 'partial' });
  expect(calls).toEqual([CLAIMED, ['release', 3, 0, false]]);
});

test('work that cannot be done yet is put off for as long as it says', async () => {
  const result = await deliver(portsWith(), aTask(), async () => ({
    state: 'later',
    afterMs: 5,
    limited: true,
  }));
  expect(result).toEqual({ state: 'put-off', afterMs: 5, limited: true, refusal: null, fault: null });
  expect(calls).toEqual([CLAIMED, ['release', 3, 5, false]]);
});

test.each<[string, TaskKey, Error, [string, string]]>([
  ['a platform’s limit', aTask(), limited, ['debug', 'task put off']],
  ['a reminder', aTask({ kind: 'reminder', person: 'p' }), away, ['warn', 'private message not sent']],
  ['any other task', aTask({ kind: 'close' }), away, ['error', 'task failed']],
])('the fault of %s is logged once, at its level', async (_, key, fault, line) => {
  await deliver(
    portsWith(),
    key,
    sends(() => Promise.reject(fault)),
  );
  expect(logged).toEqual([[...line, fault]]);
});

describe('the lease', () => {
  test('is renewed every 15 s while the work lasts, and no more after it', async () => {
    let end = (_: Outcome) => {};
    const lasting = new Promise<Outcome>((resolve) => {
      end = resolve;
    });
    const running = deliver(portsWith(), aTask(), () => lasting);
    await new Promise(setImmediate);
    for (let times = 0; times < 2; times += 1) timers.at(-1)?.run();
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([15_000, 15_000, 15_000]);
    expect(calls).toEqual([CLAIMED, ['renew', 3, 45_000], ['renew', 3, 45_000]]);
    end(DONE);
    await running;
    expect(timers.at(-1)?.cancelled).toBe(true);
  });

  test('that is not renewed is logged, and ends nothing', async () => {
    const ports = portsWith({ renew: () => Promise.reject(away) });
    const result = await deliver(ports, aTask(), async () => {
      timers.at(-1)?.run();
      await new Promise(setImmediate);
      return DONE;
    });
    expect(result).toMatchObject({ state: 'ended' });
    expect(logged).toEqual([['warn', 'lease of a task not renewed', away]]);
  });
});

describe('a task that is given back', () => {
  test('is given back once, and not after it has ended', async () => {
    const ports = portsWith();
    const [held, ended] = [await claimTask(ports, aTask()), await claimTask(ports, aTask())];
    await held?.giveBack();
    await held?.giveBack();
    await ended?.run(async () => DONE);
    await ended?.giveBack();
    expect(calls).toEqual([CLAIMED, CLAIMED, ['release', 3, 0, false], ['finish', 3, DONE, NOW]]);
  });

  test('keeps its lease where the database stays away: that is logged', async () => {
    const ports = { ...portsWith({ release: () => Promise.reject(away) }), after: soon };
    await (await claimTask(ports, aTask()))?.giveBack();
    expect(calls.filter(([name]) => name === 'release')).toHaveLength(75);
    expect(logged.at(-1)).toEqual(['warn', 'task not given back', away]);
  });
});

describe('while the database is away', () => {
  test('an outcome is written every second, and each fault is logged', async () => {
    let left = 2;
    const delays: number[] = [];
    const finish = async () => {
      left -= 1;
      if (left >= 0) throw away;
      return true;
    };
    const after = (delayMs: number, run: () => void) => {
      delays.push(delayMs);
      return soon(delayMs, run);
    };
    expect(await deliver({ ...portsWith({ finish }), after }, aTask(), sends())).toMatchObject({
      state: 'ended',
    });
    expect(delays.filter((delayMs) => delayMs === 1_000)).toHaveLength(2);
    expect(logged.map(([level]) => level)).toEqual(['warn', 'debug']);
  });

  test('an outcome that cannot be written leaves open what the platform was asked for', async () => {
    const ports = { ...portsWith({ finish: () => Promise.reject(away) }), after: soon };
    expect(await deliver(ports, aTask({ kind: 'close' }), sends())).toMatchObject({ state: 'put-off' });
    expect(calls.filter(([name]) => name === 'finish')).toHaveLength(75);
    expect(calls.at(-1)).toEqual(['release', 3, 15_000, true]);
  });
});

/** Waits no time, but for the lease, which is not renewed. */
function soon(delayMs: number, run: () => void): () => void {
  if (delayMs <= 1_000) setImmediate(run);
  return () => {};
}
