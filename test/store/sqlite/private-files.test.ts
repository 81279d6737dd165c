import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupStore, isOpenToOthers, openStore, STORE_FILE } from '../../../src/store';
import { aVote } from '../../contracts/store/harness';
import { makeFolder } from '../../support/folder';

let folder = '';
let umask = 0;
beforeEach(() => {
  folder = makeFolder();
  // Everyone may do everything, unless the bot says otherwise.
  umask = process.umask(0);
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true, force: true });
});

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const modesIn = (path: string) =>
  Object.fromEntries(readdirSync(path).map((name) => [name, modeOf(join(path, name))]));

async function openAt(data: string) {
  const store = await openStore({ file: join(data, STORE_FILE), now: () => 0 });
  await store.answers.record(aVote('a'));
  return store;
}

test('the database, all its files and its folder are for their owner alone', async () => {
  const data = join(folder, 'data');
  const store = await openAt(data);
  expect(modeOf(data)).toBe('700');
  const modes = modesIn(data);
  expect(Object.keys(modes)).toEqual(
    expect.arrayContaining([STORE_FILE, `${STORE_FILE}-wal`, `${STORE_FILE}-shm`, `${STORE_FILE}.lock`]),
  );
  expect(new Set(Object.values(modes))).toEqual(new Set(['600']));
  await store.close();
});

test('so is a backup, wherever it goes', async () => {
  const data = join(folder, 'data');
  const store = await openAt(data);
  const target = join(folder, 'data', 'backup', 'copy.db');
  await backupStore(join(data, STORE_FILE), target);
  expect(modeOf(join(data, 'backup'))).toBe('700');
  expect(modesIn(join(data, 'backup'))).toEqual({ 'copy.db': '600' });
  await store.close();
});

test('files and folders of earlier versions are corrected at the start', async () => {
  const data = join(folder, 'data');
  await (await openAt(data)).close();
  chmodSync(data, 0o755);
  chmodSync(join(data, STORE_FILE), 0o644);
  writeFileSync(join(data, `${STORE_FILE}.lock`), '', { mode: 0o666 });
  chmodSync(join(data, `${STORE_FILE}.lock`), 0o666);
  expect(isOpenToOthers(data)).toBe(true);
  const store = await openAt(data);
  expect(modeOf(data)).toBe('700');
  expect(new Set(Object.values(modesIn(data)))).toEqual(new Set(['600']));
  expect(isOpenToOthers(data) || isOpenToOthers(join(data, STORE_FILE))).toBe(false);
  await store.close();
});

test('a folder that users share, such as /tmp, stays as it is', async () => {
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  chmodSync(shared, 0o1777);
  await (await openAt(shared)).close();
  expect(modeOf(shared)).toBe('777');
  expect(modeOf(join(shared, STORE_FILE))).toBe('600');
});
