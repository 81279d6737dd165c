import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupStore, openStore } from '../../../src/store';
import { SqliteConnection } from '../../../src/store/sqlite/connection';
import { aTeam, ORG } from '../../contracts/store/harness';
import { makeFolder } from '../../support/folder';

let folder = '';
let file = '';
let target = '';
beforeEach(() => {
  folder = makeFolder();
  file = join(folder, 'tele work?%.db');
  target = join(folder, "it's a backup.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function openWithTeam() {
  const store = await openStore({ file, now: () => 0 });
  await store.teams.create(aTeam());
  return store;
}

test('copies what is committed, of a running and of a stopped bot', async () => {
  const store = await openWithTeam();
  await backupStore(file, target);
  await store.close();
  await backupStore(file, `${target} 2`);
  for (const path of [target, `${target} 2`]) {
    const copy = await openStore({ file: path, now: () => 0 });
    expect(await copy.teams.list(ORG)).toEqual([aTeam()]);
    await copy.close();
  }
});

test('never replaces a file', async () => {
  await (await openWithTeam()).close();
  writeFileSync(target, 'mine');
  await expect(backupStore(file, target)).rejects.toMatchObject({
    kind: 'exists',
    message: expect.stringContaining(target),
  });
  expect(readFileSync(target, 'utf8')).toBe('mine');
});

test('says when there is nothing to copy, and makes nothing', async () => {
  await expect(backupStore(file, target)).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringMatching(/does not exist.*DATA_DIR/),
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a database of another program is refused as a backup', async () => {
  const other = new SqliteConnection(file);
  other.exec('create table notes (text)');
  other.close();
  await expect(backupStore(file, target)).rejects.toMatchObject({ name: 'StoreError' });
  expect(existsSync(target)).toBe(false);
});

test('a damaged database is refused as a backup, and leaves no file behind', async () => {
  writeFileSync(file, 'not a database, but long enough to be read as one '.repeat(100));
  await expect(backupStore(file, target)).rejects.toMatchObject({
    kind: 'corrupt',
    message: expect.stringContaining(target),
  });
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});

test('what an interrupted backup left is taken away by the next', async () => {
  await (await openWithTeam()).close();
  writeFileSync(`${target}.partial`, 'half of something');
  await backupStore(file, target);
  expect(existsSync(`${target}.partial`)).toBe(false);
  expect(existsSync(target)).toBe(true);
});

test('a target that cannot be written is named', async () => {
  await (await openWithTeam()).close();
  mkdirSync(`${target}.partial`);
  await expect(backupStore(file, target)).rejects.toMatchObject({
    name: 'StoreError',
    message: expect.stringContaining(target),
  });
});
