import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORK_STYLES, type WorkStyle } from '../../src/domain/answers/work-style';
import { openStore, STORE_FILE } from '../../src/store';
import type { Store } from '../../src/store/store';
import { type ApiMessage, actionOf, type BotProcess, startBot } from '../support/bot-process';

/* SIGKILL at any moment: no acknowledged vote is lost, nothing is posted twice. */

const ROUNDS = 20;
const MORNING = '2018-07-24T07:00:00+09:00';
const STYLES = WORK_STYLES.filter((style) => style !== 'off-peak' && style !== 'home-part');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (now: string) => startBot({ DATA_DIR: folder, SIMULATED_NOW: now, SIMULATED_SPEED: '0.001' });

async function withStore<T>(read: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ file: join(folder, STORE_FILE), now: () => Date.parse(MORNING) });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

async function morning(bot: BotProcess): Promise<{ poll: ApiMessage; members: string[] }> {
  const state = await bot.state();
  const admin = state.persons.find((person) => person.admin)?.id ?? '';
  await bot.says(admin, state.places[0]?.id ?? '', 'poll now');
  const messages = (await bot.state()).places[0]?.messages ?? [];
  const poll = messages.at(-1);
  if (!poll) throw new Error('no poll was opened');
  return { poll, members: state.persons.map(({ id }) => id) };
}

/** Everybody presses on and on, until the bot dies under `enough` acknowledgements. */
async function pressUntilKilled(
  bot: BotProcess,
  poll: ApiMessage,
  members: readonly string[],
  enough: number,
) {
  const acknowledged = new Map<string, WorkStyle[]>();
  let count = 0;
  let killed = false;
  await Promise.all(
    members.map(async (person, index) => {
      const own: WorkStyle[] = [];
      acknowledged.set(person, own);
      for (let turn = index; !killed; turn += 1) {
        const style = STYLES[turn % STYLES.length] as WorkStyle;
        const reply = await bot.press(person, poll.id, actionOf(poll, style)).catch(() => null);
        if (reply === null) return;
        own.push(style);
        count += 1;
        if (count === enough) {
          killed = true;
          await bot.kill();
        }
      }
    }),
  );
  return acknowledged;
}

test(`every acknowledged vote is there after kill -9, ${ROUNDS} times`, async () => {
  const told = new Map<string, WorkStyle[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const bot = await start(MORNING);
    const { poll, members } = await morning(bot);
    const acknowledged = await pressUntilKilled(bot, poll, members, 15 + round * 3);
    for (const [person, styles] of acknowledged) told.set(person, [...(told.get(person) ?? []), ...styles]);
  }
  await withStore(async (store) => {
    for (const [person, styles] of told) {
      const history = await store.answers.history('sandbox', person, '2018-07-24');
      const kept = history.map(({ choice }) => choice?.style);
      expect(isSubsequence(styles, kept)).toBe(true);
      expect(kept.length - styles.length).toBeLessThanOrEqual(ROUNDS);
    }
    expect([...told.values()].flat().length).toBeGreaterThan(ROUNDS * 15);
  });
}, 240_000);

function isSubsequence(part: readonly unknown[], whole: readonly unknown[]): boolean {
  let next = 0;
  for (const item of whole) if (item === part[next]) next += 1;
  return next === part.length;
}

test('a week of announcements, polls, reminders and tallies is posted once, whenever the bot dies', async () => {
  let now = '2018-07-12T12:00:00+09:00';
  const setup = await start(now);
  const state = await setup.state();
  const admin = state.persons.find((person) => person.admin)?.id ?? '';
  const { message } = await setup.says(admin, state.places[0]?.id ?? '', 'campaign use telework-days-2018');
  await setup.press(admin, message, 'campaign-use|telework-days-2018|start');
  await setup.stop();
  const steps = ['2018-07-17', '2018-07-24', '2018-07-31'];
  for (const [index, step] of steps.entries()) {
    const target = `${step}T12:00:00+09:00`;
    await moveAndKill(await start(now), target, 2 + 8 * index);
    const bot = await start(now);
    await bot.clock({ now: target });
    await bot.stop();
    now = target;
  }
  const keys = journal().flatMap(({ key }) => (key === undefined ? [] : [key]));
  expect(new Set(keys).size).toBe(keys.length);
  await withStore(async (store) => {
    const [team] = await store.teams.list('sandbox');
    for (const day of ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27']) {
      const entries = await store.ledger.list('sandbox', team?.id ?? '', day, null);
      const unfinished = entries.filter((entry) => entry.state === 'claimed' || entry.state === 'waiting');
      expect(unfinished).toEqual([]);
      expect(entries.filter(({ kind }) => kind === 'open').map((entry) => entry.state)).toEqual(['done']);
      expect(entries.filter(({ kind }) => kind === 'close').map((entry) => entry.state)).toEqual(['done']);
    }
  });
}, 120_000);

/** Kills the bot on its way to the target: after so many requests, which take time, but no fixed time. */
async function moveAndKill(bot: BotProcess, target: string, requests: number): Promise<void> {
  const moving = bot.clock({ now: target }).catch(() => null);
  for (let sent = 0; sent < requests; sent += 1) await bot.get('/healthz');
  await bot.kill();
  await moving;
}

/** What the sandbox wrote down: one line a message. */
function journal(): { key?: string }[] {
  const lines = readFileSync(join(folder, 'sandbox.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { key?: string });
}
