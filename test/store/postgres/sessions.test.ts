import { CompiledQuery } from 'kysely';
import type { PoolClient } from 'pg';
import { Session } from '../../../src/store/postgres/sessions';

/** Whether a connection is discarded at its release, after a statement that failed with this SQLSTATE. */
async function discardedAfter(code: string): Promise<unknown> {
  const release = jest.fn();
  const query = () => Promise.reject(Object.assign(new Error('refused'), { code }));
  const client = { on: jest.fn(), off: jest.fn(), query, release } as unknown as PoolClient;
  const session = new Session(client, 'Database telework');
  await expect(
    session.executeQuery(CompiledQuery.raw('insert into answers default values')),
  ).rejects.toThrow();
  session.release();
  return release.mock.calls[0]?.[0];
}

test('a connection to a server that became read-only is discarded', async () => {
  expect(await discardedAfter('25006')).toBe(true);
});

test('a connection is kept after the server refused the data', async () => {
  expect(await discardedAfter('23505')).toBe(false);
});
