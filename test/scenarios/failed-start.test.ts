import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STORE_FILE } from '../../src/store';
import { runBot, startBot } from '../support/bot-process';

/* What an operator sees when the bot cannot start: the culprit and the cure, and nothing started. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-bad-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('every wrong setting is listed at once, by its name and with a cure; exit 2, nothing started', async () => {
  const env = {
    DATA_DIR: folder,
    PORT: '70000',
    DEFAULT_TIME_ZONE: 'Mars/Olympus',
    DEFAULT_LOCALE: 'klingon',
    SIMULATED_SPEED: '-1',
    SLACK_BOT_TOKEN: 'xoxb-secret-part',
  };
  const { code, out, err } = await runBot(env, folder);
  expect(code).toBe(2);
  for (const name of [
    'PORT',
    'DEFAULT_TIME_ZONE',
    'DEFAULT_LOCALE',
    'SIMULATED_SPEED',
    'SLACK_SIGNING_SECRET',
  ]) {
    expect(err).toContain(name);
  }
  expect(err + out).not.toContain('secret-part');
  expect(out).toBe('');
  expect(readdirSync(folder)).toEqual([]);
});

test('a data folder that cannot be made is a wrong setting', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { code, err } = await runBot({ DATA_DIR: join(file, 'data') }, folder);
  expect([code, err.includes('DATA_DIR')]).toEqual([2, true]);
});

test('a corrupt database is left as it is, and named', async () => {
  const file = join(folder, STORE_FILE);
  writeFileSync(file, 'this is no database, whatever its name says '.repeat(200));
  const { code, out } = await runBot({ DATA_DIR: folder }, folder);
  expect(code).toBe(1);
  expect(out).toContain(file);
  expect(out).not.toContain('ready');
});

test('a second bot on the same data is refused while the first one runs', async () => {
  const first = await startBot({ DATA_DIR: folder });
  const { code, out } = await runBot({ DATA_DIR: folder }, folder);
  expect(code).toBe(1);
  expect(out).toContain('in use');
  expect((await first.get('/readyz')).status).toBe(200);
  expect(await first.stop()).toBe(0);
});

test('SIGTERM ends it in order: what was acknowledged is committed, and the log says no names', async () => {
  const bot = await startBot({ DATA_DIR: folder, SIMULATED_NOW: '2018-07-24T07:00:00+09:00' });
  const { persons, places } = await bot.state();
  const place = places[0]?.id ?? '';
  const replies = await Promise.all(persons.map(({ id }) => bot.says(id, place, 'home on 2018-07-26')));
  expect(replies.filter(({ refused }) => refused)).toEqual([]);
  expect(await bot.stop()).toBe(0);
  const lines = bot.logged().join('\n');
  expect(lines).toContain('stopped');
  for (const { name } of persons) expect(lines).not.toContain(name);
  const again = await startBot({ DATA_DIR: folder, SIMULATED_NOW: '2018-07-24T08:00:00+09:00' });
  const tally = await again.says(persons[0]?.id ?? '', place, 'tally 2018-07-26');
  expect(tally.note).toContain('24 of 24');
  await again.stop();
});
