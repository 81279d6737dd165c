import type { Client, PoolConfig } from 'pg';
import { StoreError } from '../errors';
import { driver } from './driver';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with the usual parameters (`sslmode`, `sslrootcert`, …). */
  url: string;
  /** Connections at most; 10 unless told. */
  poolSize?: number;
}

/** Where the database is, and how to speak to it. */
export interface Target {
  /** How messages call it; holds no password. */
  where: string;
  config: PoolConfig;
}

const POOL_SIZE = 10;
const SECOND = 1000;

/** No request waits for longer; the URL's own parameters win. */
const PATIENCE = {
  connectionTimeoutMillis: 10 * SECOND,
  lock_timeout: 10 * SECOND,
  statement_timeout: 30 * SECOND,
  idle_in_transaction_session_timeout: 30 * SECOND,
  // Longer than the server's own: it speaks when the server is silent.
  query_timeout: 45 * SECOND,
} satisfies PoolConfig;

/** Throws a StoreError for an address nobody can use: of another kind, or naming a certificate nobody can read. */
export function targetOf({ url, poolSize = POOL_SIZE }: PostgresOptions): Target {
  const connectionString = withUsualTls(url);
  const { host, port, database } = readAddress(connectionString);
  return {
    where: `Database ${database} on ${host}:${port} (DATABASE_URL)`,
    config: {
      connectionString,
      max: poolSize,
      application_name: 'telework-days-bot',
      keepAlive: true,
      ...PATIENCE,
    },
  };
}

/** The same for a change of the schema, which may take its time and has one connection. */
export function patient({ where, config }: Target): Target {
  const { connectionString, connectionTimeoutMillis } = config;
  return { where, config: { connectionString, connectionTimeoutMillis, max: 1, keepAlive: true } };
}

/** `sslmode` means what PostgreSQL's own programs mean by it. */
function withUsualTls(url: string): string {
  if (!/[?&]sslmode=/.test(url) || url.includes('uselibpqcompat=')) return url;
  return `${url}&uselibpqcompat=true`;
}

function readAddress(connectionString: string): Pick<Client, 'host' | 'port'> & { database: string } {
  try {
    const { Client } = driver();
    const { host, port, database } = new Client({ connectionString });
    return { host, port, database: database ?? '' };
  } catch (cause) {
    const message =
      'DATABASE_URL cannot be used: its address is not complete, or a certificate it names cannot be read. ' +
      'Use postgres://user:password@host:port/database, and check sslmode, sslrootcert, sslcert and sslkey.';
    throw new StoreError('unavailable', message, { cause });
  }
}
