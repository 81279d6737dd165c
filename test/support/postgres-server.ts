import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

/** A real PostgreSQL server of one's own, on a port of its own. */
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

/** A server with nobody to take care of it but who started it; it goes with its process, however that ends. */
export interface PostgresServer extends Postgres {
  launch(): Promise<void>;
  end(): Promise<void>;
}

/** `durable`: what is committed is on the disk, as in production; else in the system's memory, which is faster. */
export function postgresServer({ durable = false } = {}): PostgresServer {
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
  const postgres: PostgresServer = {
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
    async launch() {
      keeper = startKeeper(durable);
      port = (await keeper.next()).port;
    },
    async end() {
      await Promise.all([...clients.values()].map((client) => client.end()));
      await keeper?.end();
      keeper = null;
    },
  };
  return postgres;
}

interface Keeper {
  child: ChildProcess;
  next(): Promise<{ port: number }>;
  end(): Promise<void>;
}

const KEEPER = 'test/support/postgres-keeper.mjs';

/** Compiled for a benchmark, this file is in dist. */
function keeperScript(): string {
  const scripts = ['../..', '../../..'].map((root) => join(__dirname, root, KEEPER));
  return scripts.find(existsSync) ?? KEEPER;
}

function startKeeper(durable: boolean): Keeper {
  const mode = durable ? ['durable'] : [];
  const child = spawn(process.execPath, [keeperScript(), PASSWORD, ...mode], { stdio: 'pipe' });
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
