import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

/** A real PostgreSQL server of a test's own, on a port of its own. */
export interface Postgres {
  /** The address of one of its databases. */
  url(database: string): string;
  /** Runs statements in a database, past every store, and resolves with the rows of the last. */
  query<Row extends object>(database: string, sql: string, values?: unknown[]): Promise<Row[]>;
  /** A new, empty database. */
  create(): Promise<string>;
  /** Stops the server at once, as a machine that goes down. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export const PASSWORD = 'pass word/of:tests';

/** One server for the tests of a file; it goes with them, however they end. */
export function usePostgres(): Postgres {
  let port = 0;
  let databases = 0;
  let keeper: Keeper | null = null;
  const clients = new Map<string, Client>();

  const connect = async (database: string) => {
    const client = new Client(postgres.url(database));
    // A server that is stopped takes its clients along.
    client.on('error', () => {}).on('end', () => clients.delete(database));
    await client.connect();
    clients.set(database, client);
    return client;
  };
  const tell = async (order: string) => {
    if (!keeper) throw new Error('no server is running');
    keeper.child.stdin?.write(`${order}\n`);
    await keeper.next();
  };
  const postgres: Postgres = {
    url: (database) => `postgres://postgres:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`,
    async query<Row extends object>(database: string, sql: string, values?: unknown[]) {
      const client = clients.get(database) ?? (await connect(database));
      return (await client.query<Row>(sql, values)).rows;
    },
    async create() {
      databases += 1;
      await postgres.query('postgres', `create database test_${databases} strategy file_copy`);
      return `test_${databases}`;
    },
    stop: () => tell('stop'),
    start: () => tell('start'),
  };

  beforeAll(async () => {
    keeper = startKeeper();
    port = (await keeper.next()).port;
  }, 60_000);
  afterAll(async () => {
    await Promise.all([...clients.values()].map((client) => client.end()));
    await keeper?.end();
    keeper = null;
  });
  return postgres;
}

interface Keeper {
  child: ChildProcess;
  next(): Promise<{ port: number }>;
  end(): Promise<void>;
}

function startKeeper(): Keeper {
  const script = join(__dirname, 'postgres-keeper.mjs');
  const child = spawn(process.execPath, [script, PASSWORD], { stdio: ['pipe', 'pipe', 'pipe'] });
  let fault = '';
  child.stderr.on('data', (chunk) => {
    fault += chunk;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
  });
  return {
    child,
    async next() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`PostgreSQL did not start: ${fault}`);
      return JSON.parse(value);
    },
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
