import type { Client, PoolConfig } from 'pg';
import { StoreError } from '../errors';
import { driver } from './driver';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with the usual parameters (`sslmode`, `sslrootcert`, …). */
  url: string;
  /** Maximum number of connections; 10 by default. */
  poolSize?: number;
}

/** A database and the settings of its connections. */
export interface Target {
  /** The database's name in messages, without the password. */
  where: string;
  config: PoolConfig;
}

const POOL_SIZE = 10;
const SECOND = 1000;

/** Limits of every wait; parameters in the URL win. */
const TIMEOUTS = {
  connectionTimeoutMillis: 10 * SECOND,
  lock_timeout: 10 * SECOND,
  statement_timeout: 30 * SECOND,
  idle_in_transaction_session_timeout: 30 * SECOND,
  // Longer than the server's own limits: this one applies when the server does not answer.
  query_timeout: 45 * SECOND,
} satisfies PoolConfig;

/** Throws a StoreError if the URL is incomplete, or a certificate it names cannot be read. */
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
      ...TIMEOUTS,
    },
  };
}

/** The same for migrations: one connection, and no limits on statements. */
export function patient({ where, config }: Target): Target {
  const { connectionString, connectionTimeoutMillis } = config;
  return { where, config: { connectionString, connectionTimeoutMillis, max: 1, keepAlive: true } };
}

/** Gives `sslmode` the meaning it has in PostgreSQL's own programs. */
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
