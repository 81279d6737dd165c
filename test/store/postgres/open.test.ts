import { openStore } from '../../../src/store';
import type { Store } from '../../../src/store/store';
import { describeStore } from '../../contracts/store';
import { usePostgres } from '../../support/postgres';

const postgres = usePostgres();
let database = '';
/** One for all tests, unless a test opens it again: connecting takes longer than most of them. */
let store: Store | null = null;
let other: Store | null = null;
let clock = () => 0;

const open = () => openStore({ url: postgres.url(database), now: () => clock() });

beforeAll(async () => {
  database = await postgres.create();
});
afterAll(async () => {
  await store?.close();
  await other?.close();
});

describeStore('PostgreSQL', async (now) => {
  clock = now;
  store ??= await open();
  other ??= await open();
  await empty();
  return {
    store,
    other,
    alone: false,
    async reopen() {
      await store?.close();
      store = await open();
      return store;
    },
    async dispose() {},
  };
});

/** As good as a new database, and sooner. */
async function empty(): Promise<void> {
  await postgres.query(
    database,
    `do $$ declare t text; begin
      for t in select relname from pg_stat_user_tables where relname <> 'migrations' order by relname = 'polls' loop
        execute 'delete from ' || quote_ident(t);
      end loop;
    end $$`,
  );
}
