import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { WORK_STYLES, type WorkStyle } from '../../src/domain/answers/work-style';
import { openStore, STORE_FILE } from '../../src/store';
import { type ApiMessage, actionOf, type BotProcess, startBot } from '../support/bot-process';

/* SIGTERM under load, as at every upgrade: what was taken is answered, what was answered is kept. */

const MAIN = join(__dirname, '../../dist/src/main.js');
const WHILE_LOADING = join(__dirname, '../support/stop-while-loading.js');
const MORNING = '2018-07-24T07:00:00+09:00';
const DAY = '2018-07-24';
const STYLES = WORK_STYLES.filter((style) => style !== 'off-peak' && style !== 'home-part');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-stop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (env: Record<string, string> = {}) =>
  startBot({ DATA_DIR: folder, SIMULATED_NOW: MORNING, SIMULATED_SPEED: '0.001', ...env });

async function morning(bot: BotProcess): Promise<{ poll: ApiMessage; members: string[] }> {
  const state = await bot.state();
  const admin = state.persons.find((person) => person.admin)?.id ?? '';
  await bot.says(admin, state.places[0]?.id ?? '', 'poll now');
  const poll = (await bot.state()).places[0]?.messages.at(-1);
  if (!poll) throw new Error('no poll was opened');
  return { poll, members: state.persons.map(({ id }) => id) };
}

/** Presses on and on, one after the other, until the bot takes no more; resolves with what was confirmed. */
async function pressOnAndOn(bot: BotProcess, poll: ApiMessage, person: string, told: () => void) {
  const confirmed: WorkStyle[] = [];
  for (let turn = 0; ; turn += 1) {
    const style = STYLES[turn % STYLES.length] as WorkStyle;
    const reply = await bot.press(person, poll.id, actionOf(poll, style)).catch(() => null);
    if (reply === null) return confirmed;
    expect(reply.refused).toBe(false);
    confirmed.push(style);
    told();
  }
}

/** A press whose head the bot has seen (`seen`), and whose body it waits for. */
function beginPress(bot: BotProcess, person: string, poll: ApiMessage, style: WorkStyle) {
  const body = JSON.stringify({ person, message: poll.id, action: actionOf(poll, style) });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    expect: '100-continue',
  };
  const sending = request(`${bot.url}/sandbox/api/press`, { method: 'POST', headers, agent: false });
  const answered = once(sending, 'response');
  answered.catch(() => undefined);
  sending.flushHeaders();
  return {
    seen: once(sending, 'continue'),
    async finish() {
      sending.end(body);
      const [response] = (await answered) as [IncomingMessage];
      return { status: response.statusCode, refused: JSON.parse(await text(response)).refused };
    },
  };
}

async function untilClosed(bot: BotProcess): Promise<void> {
  while (await bot.get('/healthz').catch(() => null));
}

/** What the database holds of each, oldest first. */
async function keptOf(members: readonly string[]) {
  const store = await openStore({ file: join(folder, STORE_FILE), now: () => Date.parse(MORNING) });
  const kept = await Promise.all(members.map((person) => store.answers.history('sandbox', person, DAY)));
  await store.close();
  return kept.map((history) => history.map(({ choice }) => choice?.style));
}

test('every press is answered or not taken at all, and the answers are those in the database', async () => {
  const bot = await start();
  // A page that is open must not hold it up.
  const page = await bot.get('/sandbox/api/events');
  const { poll, members } = await morning(bot);
  let confirmations = 0;
  let exit: Promise<number | null> | null = null;
  const told = () => {
    confirmations += 1;
    if (confirmations === 100) exit = bot.stop();
  };
  const confirmed = await Promise.all(members.map((person) => pressOnAndOn(bot, poll, person, told)));
  expect(await exit).toBe(0);
  await page.text().catch(() => undefined);
  expect(confirmations).toBeGreaterThanOrEqual(100);

  expect(await keptOf(members)).toEqual(confirmed);
});

test('it says that it stops, serves until the load balancer has noticed, and answers what had begun', async () => {
  const bot = await start({ DRAIN_SECONDS: '2' });
  const { poll, members } = await morning(bot);
  const [first = '', ...others] = members;
  const begun = others.map((person) => beginPress(bot, person, poll, 'satellite'));
  await Promise.all(begun.map(({ seen }) => seen));
  const exit = bot.stop();
  let readiness = await bot.get('/readyz');
  while (readiness.status === 200) readiness = await bot.get('/readyz');
  expect(await readiness.json()).toEqual({ status: 'unavailable', reason: 'stopping' });
  expect((await bot.press(first, poll.id, actionOf(poll, 'home'))).refused).toBe(false);
  await untilClosed(bot);
  const replies = await Promise.all(begun.map(({ finish }) => finish()));
  expect(replies).toEqual(others.map(() => ({ status: 200, refused: false })));
  expect(await exit).toBe(0);
  expect(await keptOf(members)).toEqual([['home'], ...others.map(() => ['satellite'])]);
});

test('a signal during the start is obeyed once it has started', async () => {
  const env = { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: folder, SIMULATED_NOW: MORNING };
  const child = spawn(process.execPath, [MAIN], { cwd: folder, env });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(out.indexOf('"stopping"')).toBeLessThan(out.indexOf('"ready"'));
  expect(out).toContain('"stopped"');
});

test('a signal while the parts are loaded is obeyed, too: nobody gives it again to process 1', async () => {
  const env = { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: folder };
  const child = spawn(process.execPath, ['-r', WHILE_LOADING, MAIN], { cwd: folder, env });
  const out = text(child.stdout);
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await out).toContain('"stopped"');
});
