import { type RawBuilder, sql } from 'kysely';
import type { Millis } from '../../src/domain/time/calendar';
import type { Backend } from '../../src/store/backend';
import { openPostgres } from '../../src/store/postgres/open';
import { OPENS } from '../contracts/store/harness';
import { usePostgres } from './postgres';

/** Two processes on one PostgreSQL, with the database's time in the test's hand. */
export interface TwoProcesses {
  now: Millis;
  readonly backends: readonly Backend[];
  /** One of these for each process. */
  both<T>(make: (backend: Backend) => T): [T, T];
}

/** For the top of a file: opens both before all tests, and closes them after all. */
export function useTwoProcesses(): TwoProcesses {
  const postgres = usePostgres();
  let backends: Backend[] = [];
  const processes: TwoProcesses = {
    now: OPENS,
    get backends() {
      return backends;
    },
    both(make) {
      const [one, other] = backends.map(make);
      if (!one || !other) throw new Error('no database is open');
      return [one, other];
    },
  };
  const time = (): RawBuilder<Millis> => sql<Millis>`${processes.now}::bigint`;
  beforeAll(async () => {
    const url = postgres.url(await postgres.create());
    const open = async () => ({ ...(await openPostgres({ url, now: () => processes.now })), now: time });
    backends = [await open(), await open()];
  });
  afterAll(() => Promise.all(backends.map((backend) => backend.close())));
  return processes;
}
