import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StoreError } from '../errors';
import { SqliteConnection } from './connection';
import { createPrivate, FOLDER_MODE } from './private-files';

/**
 * Writes a consistent copy of the database, as it is when the copy starts, while the bot runs. The file gets the name
 * `target` only once it is complete and checked. Blocks the event loop, so run it in a process of its own.
 * Throws a StoreError, and never replaces an existing file.
 */
export async function backupStore(file: string, target: string): Promise<void> {
  if (!existsSync(file)) {
    throw new StoreError('unavailable', `Database ${file} does not exist. Check DATA_DIR.`);
  }
  if (existsSync(target)) {
    throw new StoreError('exists', `${target} exists already. Name another file for the backup.`);
  }
  const partial = `${target}.partial`;
  try {
    mkdirSync(dirname(target), { recursive: true, mode: FOLDER_MODE });
    rmSync(partial, { force: true });
    createPrivate(partial);
    copy(file, partial);
    check(partial);
    syncToDisk(partial);
    renameSync(partial, target);
    syncToDisk(dirname(target));
  } catch (cause) {
    discard(partial);
    const kind = cause instanceof StoreError ? cause.kind : 'unavailable';
    throw new StoreError(kind, `No backup was written to ${target}: ${String(cause)}`, { cause });
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The earlier fault is the one to report.
  }
}

function copy(file: string, target: string): void {
  const source = new SqliteConnection(file, `${pathToFileURL(resolve(file)).href}?mode=ro`);
  try {
    source.exec('pragma busy_timeout = 5000');
    source.all('vacuum into ?', [target]);
  } finally {
    source.close();
  }
}

function check(file: string): void {
  const copied = new SqliteConnection(file);
  try {
    const [verdict] = copied.all('pragma quick_check(1)');
    if (verdict?.[0] !== 'ok') throw new StoreError('corrupt', `the copy is damaged: ${verdict?.[0]}`);
    copied.all('select number from migrations');
  } finally {
    copied.close();
  }
}

/** Windows neither needs nor allows this for a folder. */
function syncToDisk(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
