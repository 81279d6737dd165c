import type { After } from '../../../../src/ports/clock';
import { openSandboxBot, type SandboxBot } from '../../../support/sandbox-bot';

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
  let sandboxBot: SandboxBot;

  beforeAll(async () => {
    // The server's own grace period at the end is real; everything else is the stage's.
    sandboxBot = await openSandboxBot({
      start: '2018-07-23T18:00:00+09:00',
      after: stage.after,
      realNow: stage.now,
    });
  });

  afterAll(() => sandboxBot.close());

  const play = async (body: unknown) => (await sandboxBot.post('/sandbox/api/play', body)).json();
  const last = async () => (await sandboxBot.state()).places[0]?.messages.at(-1)?.text ?? '';

  async function until(done: (state: Awaited<ReturnType<SandboxBot['state']>>) => boolean): Promise<number> {
    for (let steps = 1; steps < 2_000; steps += 1) {
      await stage.step();
      if (steps % 50 === 0 && done(await sandboxBot.state())) return steps;
    }
    throw new Error('the play does not end');
  }

  test('goes to just before the next poll, and can be stopped', async () => {
    expect(await play({ person: 'emma' })).toMatchObject({ state: 'playing', note: '' });
    const { now, play: state } = await sandboxBot.state();
    expect(state.state).toBe('playing');
    expect(Date.parse(now)).toBeGreaterThan(Date.parse('2018-07-24T06:55:00+09:00'));
    expect(Date.parse(now)).toBeLessThan(Date.parse('2018-07-24T07:00:00+09:00'));
    expect(state.scene).toBe('coming');
    expect(await play({ stop: true })).toMatchObject({ state: 'idle', speed: 0 });
  });

  test('lets the team answer, all but the visitor and two who stay silent', async () => {
    await play({ person: 'emma' });
    await until(({ play: { state } }) => state === 'done');
    const state = await sandboxBot.state();
    expect(state).toMatchObject({ speed: 0, play: { state: 'done', progress: 1, scene: 'office' } });
    expect([state.play.lately.length, state.play.poll]).toEqual([6, expect.any(String)]);
    expect(await last()).toContain('Tue 24 July: ');
    expect(await last()).toContain('Response rate: 21 of 24');
    expect(await last()).toContain('2 late answers (after 10:30)');
    const seen = state.ephemerals.emma?.map(({ text }) => text) ?? [];
    expect(seen).toEqual([expect.stringContaining('Mon 23 July')]);
    expect(state.directs.emma).toHaveLength(1);
    expect(sandboxBot.errors).toEqual([]);
  });

  test('goes on with the next Telework Day, until there is none', async () => {
    await sandboxBot.at('2018-07-26T18:00:00+09:00');
    await play({});
    await until(({ play: { state } }) => state === 'done');
    expect(await last()).toContain('Fri 27 July: ');
    expect(await play({ lang: 'ja' })).toMatchObject({
      state: 'idle',
      note: expect.stringContaining('予定はありません'),
    });
  });

  test('joins a poll that is open already', async () => {
    await sandboxBot.at('2018-08-01T08:00:00+09:00');
    await sandboxBot.says('emma', 'drill typhoon');
    await play({});
    await until(({ play: { state } }) => state === 'done');
    expect(await last()).toContain('Response rate: 22 of 24');
  });

  test('gives way to who moves the clock', async () => {
    const { message } = await sandboxBot.says('emma', 'campaign use telework-month');
    await sandboxBot.press('emma', message, 'campaign-use|telework-month|start');
    await play({});
    await sandboxBot.at('2018-08-02T12:00:00+09:00');
    expect(await sandboxBot.state()).toMatchObject({ speed: 0, play: { state: 'idle' } });
  });
});
