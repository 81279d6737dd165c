import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Moved, moveStore, STORE_FILE } from '../store';
import { runCommand } from './command';
import { readSettings, refuseSetting } from './settings';

/* `npm run migrate-store [-- --from FILE]`: copies the SQLite database into the PostgreSQL one at DATABASE_URL. */

async function migrateStore(): Promise<void> {
  const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
  const { store } = readSettings();
  if (store.kind !== 'postgres') {
    throw refuseSetting({
      variable: 'DATABASE_URL',
      wrong: 'is not set',
      cure: 'name the empty PostgreSQL database to move to: postgres://user:password@host:5432/database',
    });
  }
  const file = from ?? join(store.dataDir, STORE_FILE);
  let rows = 0;
  const onProgress = ({ table, rows: moved, of }: Moved) => {
    process.stdout.write(`${table}: ${moved} of ${of}\n`);
    if (moved === of) rows += of;
  };
  await moveStore({ ...store, file, now: () => Date.now(), onProgress });
  process.stdout.write(
    `${rows} rows were moved and compared. ${file} is unchanged: keep it, or remove it.\n`,
  );
}

runCommand(migrateStore, 'The move failed.');
