import { join } from 'node:path';
import { backupStore, STORE_FILE } from '../store';
import { runCommand } from './command';
import { readSettings, refuseSetting } from './settings';

/* `npm run backup [-- FILE]`: copies the database while the bot runs, and prints where the copy is. */

async function backup(): Promise<void> {
  const { kind, dataDir } = readSettings().store;
  if (kind === 'postgres') {
    throw refuseSetting({
      variable: 'DATABASE_URL',
      wrong: 'is set: this copies a SQLite database only',
      cure: 'use pg_dump, as docs/operations.md says',
    });
  }
  const target = process.argv[2] ?? join(dataDir, 'backup', `telework-${timestamp(new Date())}.db`);
  await backupStore(join(dataDir, STORE_FILE), target);
  process.stdout.write(`${target}\n`);
}

/** `20180724T013000Z`: sorts by time, and is a valid part of a file name everywhere. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/[-:]|\.\d+/g, '');
}

runCommand(backup, 'The backup failed.');
