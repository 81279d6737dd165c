import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, STORE_FILE } from '../../../src/store';
import { describeStore } from '../../contracts/store';
import { makeFolder } from '../../support/folder';

describeStore('SQLite', async (now) => {
  const folder = makeFolder();
  const file = join(folder, STORE_FILE);
  let store = await openStore({ file, now });
  return {
    store,
    other: store,
    alone: true,
    async reopen() {
      await store.close();
      store = await openStore({ file, now });
      return store;
    },
    async dispose() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});
