import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORK_STYLES, type WorkStyle } from '../../src/domain/answers/work-style';
import { LANGUAGES } from '../../src/i18n/languages';
import { openStore, STORE_FILE } from '../../src/store';
import { type ApiMessage, actionOf, type BotProcess, startBot } from '../support/bot-process';

/*
 * A disk that becomes full while people vote, and has room again. Linux lets a limit on the size of a process's files
 * be set from outside while it runs: what goes beyond cannot be written.
 */

const MORNING = '2018-07-24T07:00:00+09:00';
const DAY = '2018-07-24';
const STYLES = WORK_STYLES.filter((style) => style !== 'off-peak' && style !== 'home-part');
/** Room for a few dozen votes. */
const ROOM = 150_000;

let folder: string;
let bot: BotProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-full-'));
  // What the sandbox writes down stands for the chat platform, whose disk is another one.
  symlinkSync('/dev/null', join(folder, 'sandbox.jsonl'));
});
afterEach(async () => {
  await bot?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const withLimits = spawnSync('prlimit', ['--version']).status === 0 ? test : test.skip;

/** No file of the bot may grow beyond so many bytes; null: as large as it likes. */
function limitFiles({ pid }: Pick<BotProcess | ChildProcess, 'pid'>, bytes: number | null): void {
  const limit = `--fsize=${bytes ?? 'unlimited'}:unlimited`;
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), limit]);
  if (status !== 0) throw new Error(`no limit could be set: ${stderr}`);
}

interface Told {
  style: WorkStyle;
  refused: boolean;
  text: string;
}

/** Everybody presses so many times, all at once; resolves with what each was told. */
async function vote(bot: BotProcess, poll: ApiMessage, people: readonly { id: string }[], times: number) {
  const told = new Map<string, Told[]>();
  await Promise.all(
    people.map(async ({ id }, index) => {
      const own: Told[] = [];
      told.set(id, own);
      for (let turn = 0; turn < times; turn += 1) {
        const style = STYLES[(turn + index) % STYLES.length] as WorkStyle;
        const { refused, card } = await bot.press(id, poll.id, actionOf(poll, style));
        own.push({ style, refused, text: JSON.stringify(card) });
      }
    }),
  );
  return told;
}

async function readiness(bot: BotProcess): Promise<[status: number, body: unknown]> {
  const response = await bot.get('/readyz');
  return [response.status, await response.json()];
}

withLimits(
  'a full disk refuses votes in everybody’s language, loses none, and is got over',
  async () => {
    bot = await startBot({ DATA_DIR: folder, SIMULATED_NOW: MORNING, SIMULATED_SPEED: '0.001' });
    const { persons, places } = await bot.state();
    const admin = persons.find((person) => person.admin)?.id ?? '';
    await bot.says(admin, places[0]?.id ?? '', 'poll now');
    const poll = (await bot.state()).places[0]?.messages.at(-1) as ApiMessage;
    const before = await vote(bot, poll, persons, 1);

    limitFiles(bot, statSync(join(folder, `${STORE_FILE}-wal`)).size + ROOM);
    const during = await vote(bot, poll, persons, 25);
    const refused = [...during.values()].flat().filter((told) => told.refused);
    expect(refused.length).toBeGreaterThan(persons.length);
    for (const { id, locale } of persons) {
      const words = LANGUAGES[locale as keyof typeof LANGUAGES].texts['refusal.try-again'];
      for (const told of during.get(id) ?? []) expect(told.text.includes(words)).toBe(told.refused);
    }
    expect((await bot.get('/healthz')).status).toBe(200);
    expect(await readiness(bot)).toEqual([503, { status: 'unavailable', reason: 'database: full' }]);
    const said = bot.logged().filter((line) => /disk.*Free some space/.test(line));
    expect(said).toHaveLength(1);

    limitFiles(bot, null);
    const after = await vote(bot, poll, persons, 3);
    expect([...after.values()].flat().filter((told) => told.refused)).toEqual([]);
    expect(await readiness(bot)).toEqual([200, { status: 'ready' }]);
    expect(await bot.stop()).toBe(0);

    const store = await openStore({ file: join(folder, STORE_FILE), now: () => Date.parse(MORNING) });
    for (const { id } of persons) {
      const history = await store.answers.history('sandbox', id, DAY);
      const taken = [before, during, after].flatMap((wave) => wave.get(id) ?? []);
      expect(history.map(({ choice }) => choice?.style)).toEqual(
        taken.filter((told) => !told.refused).map(({ style }) => style),
      );
    }
    await store.close();
  },
  30_000,
);

withLimits(
  'a log on the full disk costs its lines, and not the bot',
  async () => {
    const file = join(folder, 'bot.log');
    const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'debug' };
    const main = join(__dirname, '../../dist/src/main.js');
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', openSync(file, 'a'), 'ignore'] });
    const ended = once(child, 'exit');
    try {
      const url = await found(child, file, /open (http:\S+)/);
      limitFiles(child, statSync(file).size);
      for (let turn = 0; turn < 20; turn += 1) {
        const body = JSON.stringify({ person: 'nobody', place: 'nowhere', text: 'help' });
        await fetch(`${url}/sandbox/api/command`, { method: 'POST', body });
      }
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      limitFiles(child, null);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toEqual([0, null]);
    expect(readFileSync(file, 'utf8')).toContain('"msg":"stopped"');
  },
  30_000,
);

/** Waits for something in the file, for as long as the process lives. */
async function found(child: ChildProcess, file: string, what: RegExp): Promise<string> {
  while (child.exitCode === null) {
    const [, match] = what.exec(readFileSync(file, 'utf8')) ?? [];
    if (match) return match;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`the bot ended with ${child.exitCode}`);
}
