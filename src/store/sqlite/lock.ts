import { StoreError } from '../errors';
import { SqliteConnection } from './connection';

/**
 * Keeps every other process away from the database for as long as this one lives, by an exclusive lock on a side
 * file. The kernel drops the lock with the process, however that ends; the empty file may stay.
 * Returns what releases it. Throws a StoreError when another process holds it.
 */
export function lockFile(file: string): () => void {
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
