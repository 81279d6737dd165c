import { join } from 'node:path';
import { type ConfigFault, describeFaults, loadConfig } from '../config';
import { backupStore, STORE_FILE } from '../store';

/* `npm run backup [-- FILE]`: copies the database while the bot runs, and prints where the copy is. */

const EXIT_CONFIG = 2;
const EXIT_FAULT = 1;

async function main(): Promise<void> {
  const config = loadConfig();
  if ('faults' in config) return refuse(config.faults);
  const { kind, dataDir } = config.store;
  if (kind === 'postgres') {
    const cure = 'use pg_dump, as docs/operations.md says';
    return refuse([{ variable: 'DATABASE_URL', wrong: 'is set: this copies a SQLite database only', cure }]);
  }
  const target = process.argv[2] ?? join(dataDir, 'backup', `telework-${timestamp(new Date())}.db`);
  await backupStore(join(dataDir, STORE_FILE), target);
  process.stdout.write(`${target}\n`);
}

/** `20180724T013000Z`: sorts by time, and stands in a file name everywhere. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/[-:]|\.\d+/g, '');
}

function refuse(faults: readonly ConfigFault[]): void {
  process.stderr.write(`${describeFaults(faults)}\n`);
  process.exitCode = EXIT_CONFIG;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The backup failed.'}\n`);
  process.exitCode = EXIT_FAULT;
});
