import { type Postgres, postgresServer } from './postgres-server';

export { PASSWORD, type Postgres } from './postgres-server';

/** One server for the tests of a file; it goes with them, however they end. */
export function usePostgres(): Postgres {
  const server = postgresServer();
  beforeAll(() => server.launch(), 60_000);
  afterAll(() => server.end());
  return server;
}
