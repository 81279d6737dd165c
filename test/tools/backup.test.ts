import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLog } from '../../src/log';
import { openStore, STORE_FILE } from '../../src/store';

const COMMAND = resolve('dist/src/tools/backup.js');
const NOW = Date.UTC(2018, 6, 24);

// Each command is a process of its own.
jest.setTimeout(30_000);

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function openHere(file: string) {
  return openStore({ file, now: () => NOW, log: createLog('silent') });
}

/** Runs the command as `npm run backup` does; in an empty folder, so that no .env interferes. */
function backUp(env: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    const options = { cwd: dataDir, env: { PATH: '', DATA_DIR: dataDir, ...env } };
    execFile(process.execPath, [COMMAND, ...args], options, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

test('copies the database of a running bot, and prints where the copy is', async () => {
  const store = await openHere(join(dataDir, STORE_FILE));
  await store.people.save('org', [
    { id: 'p1', name: 'Haruka', locale: 'ja', timeZone: null, kind: 'person' },
  ]);
  const { code, out } = await backUp({});
  expect(code).toBe(0);
  const target = out.trim();
  expect(target).toMatch(/[\\/]backup[\\/]telework-\d{8}T\d{6}Z\.db$/);
  const copy = await openHere(target);
  expect(await copy.people.get('org', 'p1')).toMatchObject({ name: 'Haruka' });
  await Promise.all([copy.close(), store.close()]);
});

test('writes to the file it is given, but never over one', async () => {
  await openHere(join(dataDir, STORE_FILE)).then((store) => store.close());
  const target = join(dataDir, 'mine.db');
  expect(await backUp({}, target)).toMatchObject({ code: 0, out: `${target}\n` });
  const again = await backUp({}, target);
  expect(again.code).toBe(1);
  expect(again.err).toContain(target);
});

test('says so when there is no database', async () => {
  const { code, out, err } = await backUp({});
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('DATA_DIR');
  expect(readdirSync(dataDir)).toEqual([]);
});

test('does nothing with wrong settings', async () => {
  writeFileSync(join(dataDir, '.env'), 'PORT=none\n');
  const { code, err } = await backUp({ LOG_LEVEL: 'loud' });
  expect(code).toBe(2);
  expect(err).toContain('PORT');
  expect(err).toContain('LOG_LEVEL');
  expect(existsSync(join(dataDir, 'backup'))).toBe(false);
});
