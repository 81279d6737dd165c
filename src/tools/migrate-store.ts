import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, type ConfigFault, describeFaults, loadConfig } from '../config';
import { type Moved, moveStore, STORE_FILE } from '../store';

/* `npm run migrate-store [-- --from FILE]`: brings the SQLite database into the PostgreSQL one at DATABASE_URL. */

const EXIT_CONFIG = 2;
const EXIT_FAULT = 1;

async function main(): Promise<void> {
  const from = fromArgument();
  const config = loadConfig();
  if ('faults' in config) return refuse(config.faults);
  const { store } = config;
  if (store.kind !== 'postgres') {
    const cure = 'name the empty PostgreSQL database to move to: postgres://user:password@host:5432/database';
    return refuse([{ variable: 'DATABASE_URL', wrong: 'is not set', cure }]);
  }
  await move(store, from ?? join(store.dataDir, STORE_FILE));
}

async function move(store: Extract<Config['store'], { kind: 'postgres' }>, file: string): Promise<void> {
  let rows = 0;
  const onProgress = ({ table, rows: moved, of }: Moved) => {
    process.stdout.write(`${table}: ${moved} of ${of}\n`);
    if (moved === of) rows += of;
  };
  await moveStore({ ...store, file, now: () => Date.now(), onProgress });
  process.stdout.write(
    `${rows} rows were moved and compared. ${file} is as it was: keep it, or remove it.\n`,
  );
}

function fromArgument(): string | undefined {
  return parseArgs({ options: { from: { type: 'string' } } }).values.from;
}

function refuse(faults: readonly ConfigFault[]): void {
  process.stderr.write(`${describeFaults(faults)}\n`);
  process.exitCode = EXIT_CONFIG;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The move failed.'}\n`);
  process.exitCode = EXIT_FAULT;
});
