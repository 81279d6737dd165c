import { StoreError } from '../errors';
import { SqliteConnection } from './connection';
import { createPrivate } from './private-files';

/**
 * Keeps other processes away from the database while this one lives, by an exclusive lock on a file next to it. The
 * kernel drops the lock when the process ends, however it ends; the empty file may stay.
 * Returns a function that releases the lock. Throws a StoreError (`locked`) if another process holds it.
 */
export function lockFile(file: string): () => void {
  createPrivate(`${file}.lock`);
  const connection = new SqliteConnection(`${file}.lock`);
  try {
    connection.exec('begin exclusive');
  } catch (cause) {
    connection.close();
    if (!(cause instanceof StoreError) || cause.kind !== 'busy') throw cause;
    const message = `Database ${file} is in use by another process of the bot. Stop that one first.`;
    throw new StoreError('locked', message, { cause });
  }
  return () => connection.close();
}
