import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES } from '../../src/i18n/languages';
import { STORE_FILE } from '../../src/store';
import { type ApiMessage, actionOf, type BotProcess, startBot } from '../support/bot-process';
import { killChildren, startChild } from '../support/child';

/* Another program holds the database while people vote, and lets go of it. */

const MORNING = '2018-07-24T07:00:00+09:00';
/* What is promised, by the median: one slow answer of a busy machine says nothing of the bot. */
const AT_ONCE_MS = 100;
const IN_TIME_MS = 3_000;
/** No single answer may take as long as a frozen process would. */
const FROZEN_MS = 5_000;

let folder: string;
let bot: BotProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-held-'));
});
afterEach(async () => {
  killChildren();
  await bot?.kill();
  rmSync(folder, { recursive: true, force: true });
});

function medianOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

async function timed<T>(work: Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now();
  const value = await work;
  return { value, ms: performance.now() - began };
}

test('votes are refused in time and in each language, the bot stays alive, says why, and goes on by itself', async () => {
  bot = await startBot({ DATA_DIR: folder, SIMULATED_NOW: MORNING, SIMULATED_SPEED: '0.001' });
  const started = bot;
  const { persons, places } = await bot.state();
  const admin = persons.find((person) => person.admin)?.id ?? '';
  await bot.says(admin, places[0]?.id ?? '', 'poll now');
  const poll = (await bot.state()).places[0]?.messages.at(-1) as ApiMessage;
  const readiness = async () => (await started.get('/readyz')).json();
  const voteAll = () =>
    Promise.all(persons.map(({ id }) => timed(started.press(id, poll.id, actionOf(poll, 'office')))));

  const holder = startChild('holder.ts', [join(folder, STORE_FILE), 'begin immediate']);
  expect(await holder.lines(1)).toEqual(['held']);
  const voting = voteAll();
  const looks: number[] = [];
  for (let look = 0; look < 20; look += 1) {
    const { value, ms } = await timed(bot.get('/healthz'));
    expect(value.status).toBe(200);
    expect(ms).toBeLessThan(FROZEN_MS);
    looks.push(ms);
  }
  expect(medianOf(looks)).toBeLessThan(AT_ONCE_MS);
  for (const [index, { value, ms }] of (await voting).entries()) {
    const locale = persons[index]?.locale as keyof typeof LANGUAGES;
    expect(value.refused).toBe(true);
    expect(JSON.stringify(value.card)).toContain(LANGUAGES[locale].texts['refusal.try-again']);
    expect(ms).toBeLessThan(FROZEN_MS);
  }
  expect(medianOf((await voting).map(({ ms }) => ms))).toBeLessThan(IN_TIME_MS);
  const ready = await timed(readiness());
  expect(ready.value).toEqual({ status: 'unavailable', reason: 'database: busy' });
  expect(ready.ms).toBeLessThan(FROZEN_MS);
  expect(bot.logged().some((line) => line.includes('held by another program'))).toBe(true);

  await holder.end();
  expect((await voteAll()).map(({ value }) => value.refused)).toEqual(persons.map(() => false));
  expect(await readiness()).toEqual({ status: 'ready' });
  expect(await bot.stop()).toBe(0);
}, 60_000);
