import { DEMO_PEOPLE } from '../../../../adapters/sandbox/people';
import { progressAt, speedAt } from '../../../../adapters/sandbox/play/pace';
import { playScript } from '../../../../adapters/sandbox/play/script';
import type { After } from '../../../../src/ports/clock';
import { createDesk, type Desk } from '../../../support/sandbox-bot';

const PEOPLE = DEMO_PEOPLE.map(({ id }) => id);
const DAYS = ['2018-07-23', '2018-07-24', '2018-07-25', '2026-11-24'];

describe('the script of a demo day', () => {
  test('is the same for the same people and day, and another on another day', () => {
    expect(playScript(PEOPLE, '2018-07-24')).toEqual(playScript(PEOPLE, '2018-07-24'));
    expect(playScript(PEOPLE, '2018-07-24')).not.toEqual(playScript(PEOPLE, '2018-07-25'));
  });

  test.each(DAYS)('is like a real morning on %s', (day) => {
    const script = playScript(PEOPLE, day);
    const first = PEOPLE.map((person) => script.find((step) => step.person === person)?.at ?? null);
    const within = (from: number, until: number) =>
      first.filter((at) => at !== null && at >= from && at < until).length;
    expect(first.filter((at) => at === null)).toHaveLength(2);
    expect(within(1, 1.06)).toBe(2);
    expect(within(0.8, 1)).toBeGreaterThanOrEqual(4);
    expect(within(0, 0.06)).toBeGreaterThanOrEqual(7);
    expect(script.length).toBeGreaterThan(22);
    expect(script.map(({ at }) => at)).toEqual(script.map(({ at }) => at).sort((a, b) => a - b));
  });

  test.each(DAYS)('has people who change their minds, to something else, on %s', (day) => {
    const changes = playScript(PEOPLE, day).filter(
      (step, index, all) => all.findIndex(({ person }) => person === step.person) < index,
    );
    expect(changes.length).toBeGreaterThanOrEqual(1);
    for (const { person, style } of changes) {
      const [first] = playScript(PEOPLE, day).filter((step) => step.person === person);
      expect(style).not.toBe(first?.style);
    }
  });

  test('takes any number of people', () => {
    expect(playScript([], 'x')).toEqual([]);
    expect(playScript(['one'], 'x').map(({ person }) => person)).toContain('one');
  });
});

describe('the pace', () => {
  const WINDOW = 3.5 * 3_600_000;

  test('is slow in the first minutes and fast in the quiet middle', () => {
    expect(speedAt(0.01, WINDOW)).toBeLessThan(100);
    expect(speedAt(0.4, WINDOW)).toBeGreaterThan(500);
    expect(speedAt(-5, 1000)).toBe(1);
  });

  test('makes the whole day last about 40 seconds', () => {
    let share = -0.006;
    let seconds = 0;
    for (; share < 1.06; seconds += 0.1) share += (speedAt(share, WINDOW) * 100) / WINDOW;
    expect(seconds).toBeGreaterThan(36);
    expect(seconds).toBeLessThan(46);
  });

  test('shows a progress which grows from 0 to 1', () => {
    const shares = Array.from({ length: 50 }, (_, index) => -0.01 + index * 0.022);
    const progress = shares.map(progressAt);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect([progress[0], progressAt(1.06), progressAt(2)]).toEqual([0, 1, 1]);
  });
});

/** Real time in the test's hand: timers run in their order, and nobody waits. */
function createStage() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const after: After = (delayMs, run) => {
    const timer = { at: now + delayMs, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  /** Runs the next timer, then lets everything it began come to rest. */
  async function step(): Promise<void> {
    const next = timers.reduce((a, b) => (b.at < a.at ? b : a));
    timers = timers.filter((other) => other !== next);
    now = next.at;
    next.run();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return { after, now: () => now, step };
}

describe('playing the day', () => {
  const stage = createStage();
  let desk: Desk;

  beforeAll(async () => {
    // The server's own grace period at the end is real; everything else is the stage's.
    desk = await createDesk({ start: '2018-07-23T18:00:00+09:00', after: stage.after, realNow: stage.now });
  });

  afterAll(() => desk.close());

  const play = async (body: unknown) => (await desk.post('/sandbox/api/play', body)).json();
  const last = async () => (await desk.state()).places[0]?.messages.at(-1)?.text ?? '';

  async function until(done: (state: Awaited<ReturnType<Desk['state']>>) => boolean): Promise<number> {
    for (let steps = 1; steps < 2_000; steps += 1) {
      await stage.step();
      if (steps % 50 === 0 && done(await desk.state())) return steps;
    }
    throw new Error('the play does not end');
  }

  test('goes to just before the next poll, and can be stopped', async () => {
    expect(await play({ person: 'emma' })).toMatchObject({ state: 'playing', note: '' });
    const { now, play: state } = await desk.state();
    expect(state.state).toBe('playing');
    expect(Date.parse(now)).toBeGreaterThan(Date.parse('2018-07-24T06:55:00+09:00'));
    expect(Date.parse(now)).toBeLessThan(Date.parse('2018-07-24T07:00:00+09:00'));
    expect(await play({ stop: true })).toMatchObject({ state: 'idle', speed: 0 });
  });

  test('lets the team answer, all but the visitor and two who stay silent', async () => {
    await play({ person: 'emma' });
    await until(({ play: { state } }) => state === 'done');
    const state = await desk.state();
    expect(state).toMatchObject({ speed: 0, play: { state: 'done', progress: 1 } });
    expect(await last()).toContain('Result: Tue 24 July');
    expect(await last()).toContain('Response rate: 21 of 24');
    expect(await last()).toContain('2 members answered after 10:30');
    expect(state.ephemerals.emma).toEqual([]);
    expect(state.directs.emma).toHaveLength(1);
    expect(desk.errors).toEqual([]);
  });

  test('goes on with the next Telework Day, until there is none', async () => {
    await desk.at('2018-07-26T18:00:00+09:00');
    await play({});
    await until(({ play: { state } }) => state === 'done');
    expect(await last()).toContain('Result: Fri 27 July');
    expect(await play({ lang: 'ja' })).toMatchObject({
      state: 'idle',
      note: expect.stringContaining('予定はありません'),
    });
  });

  test('joins a poll that is open already', async () => {
    await desk.at('2018-08-01T08:00:00+09:00');
    await desk.says('emma', 'drill typhoon');
    await play({});
    await until(({ play: { state } }) => state === 'done');
    expect(await last()).toContain('Response rate: 22 of 24');
  });

  test('gives way to who moves the clock', async () => {
    await desk.says('emma', 'campaign use telework-month');
    await play({});
    await desk.at('2018-08-02T12:00:00+09:00');
    expect(await desk.state()).toMatchObject({ speed: 0, play: { state: 'idle' } });
  });
});
