import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { actionOf, type BotProcess, runBot, startBot } from '../support/bot-process';
import { PASSWORD, usePostgres } from '../support/postgres';

const postgres = usePostgres();
const dist = (name: string) => join(__dirname, '../../dist/src/tools', name);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-pg-'));
});
const bots: BotProcess[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string>): Promise<BotProcess> {
  const bot = await startBot(env);
  bots.push(bot);
  return bot;
}

const run = (name: string, env: Record<string, string>) =>
  promisify(execFile)(process.execPath, [dist(name)], {
    cwd: folder,
    env: { DATA_DIR: folder, ...env },
  }).then(
    ({ stdout }) => ({ code: 0, out: stdout, err: '' }),
    ({ code, stdout, stderr }) => ({ code, out: stdout, err: stderr }),
  );

/** The poll in the first place of the sandbox, and what it says. */
async function pollOf(bot: BotProcess) {
  const { places } = await bot.state();
  const messages = places.flatMap((place) => place.messages);
  const poll = messages.find((message) =>
    message.card.parts.some(
      (part) => part.kind === 'choices' && part.choices.some(({ action }) => action.split('|')[3] === 'home'),
    ),
  );
  if (!poll) throw new Error('there is no poll');
  return poll;
}

test('a bot goes on from a database that was moved, with the same tallies, and starts again on it', async () => {
  const morning = { SIMULATED_NOW: '2018-07-24T07:05:00+09:00', SIMULATED_SPEED: '0.001' };
  const first = await start({ DATA_DIR: folder, ...morning });
  const person = (await first.state()).persons[0]?.id ?? '';
  const before = await pollOf(first);
  await first.press(person, before.id, actionOf(before, 'home'));
  await first.stop();

  const DATABASE_URL = postgres.url(await postgres.create());
  const moved = await run('migrate-store.js', { DATABASE_URL });
  expect(moved).toMatchObject({
    code: 0,
    out: expect.stringMatching(/answers: (\d+) of \1\n[\s\S]*were moved and compared/),
  });
  expect(await run('migrate-store.js', { DATABASE_URL })).toMatchObject({
    code: 1,
    err: expect.stringContaining('not empty'),
  });

  const second = await start({ DATA_DIR: folder, DATABASE_URL, ...morning });
  const same = await pollOf(second);
  expect(same.id).toBe(before.id);
  const reply = await second.press(person, same.id, actionOf(same, 'office'));
  expect(reply.refused).toBe(false);
  await second.stop();

  const answers = await postgres.query<{ style: string }>(
    new URL(DATABASE_URL).pathname.slice(1),
    `select style from answer_history where source = 'button' order by seq`,
  );
  expect(answers.map(({ style }) => style)).toEqual(['home', 'office']);
}, 60_000);

test('without DATABASE_URL nothing can be moved to it', async () => {
  expect(await run('migrate-store.js', {})).toMatchObject({
    code: 2,
    err: expect.stringMatching(/DATABASE_URL is not set; name the empty PostgreSQL database/),
  });
});

test('a backup of a server is not made by the command for a file', async () => {
  expect(await run('backup.js', { DATABASE_URL: postgres.url('postgres') })).toMatchObject({
    code: 2,
    err: expect.stringContaining('pg_dump'),
  });
});

test('a bot that cannot use its server says why, without the password', async () => {
  const url = new URL(postgres.url('missing'));
  const { code, out, err } = await runBot({ DATA_DIR: folder, DATABASE_URL: url.href }, folder);
  expect(code).toBe(1);
  expect(out).toContain('does not exist. Create it, or name another one in DATABASE_URL');
  for (const secret of [PASSWORD, encodeURIComponent(PASSWORD)]) expect(out + err).not.toContain(secret);
});

test('a start that fails once it has reached the server ends the process, so that somebody starts it anew', async () => {
  const first = await start({ DATA_DIR: folder });
  const { port } = new URL(first.url);
  const DATABASE_URL = postgres.url(await postgres.create());
  const { code, out } = await runBot({ DATA_DIR: folder, DATABASE_URL, PORT: port }, folder);
  expect(code).toBe(1);
  expect(out).toContain('EADDRINUSE');
}, 30_000);
