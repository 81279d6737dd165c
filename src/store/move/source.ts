import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import { StoreError } from '../errors';
import { MIGRATIONS } from '../migrations';
import { checkedVersion } from '../migrations/migrate';
import type { MigrationTables } from '../migrations/migration';
import { SqliteConnection } from '../sqlite/connection';
import { sqliteDialect } from '../sqlite/dialect';
import { lockFile } from '../sqlite/lock';
import { migrationOf } from '../sqlite/schema';
import { Turns } from '../sqlite/turns';

/** Rows per read, so that memory does not grow with the database. */
const ROWS = 2_000;

/** A SQLite database that is locked against other processes and only read. */
export interface Source {
  file: string;
  count(table: string): number;
  /** All rows in batches, by primary key; each row is an array in the order of the columns. */
  rows(table: string, columns: readonly string[]): Iterable<unknown[][]>;
  /** The first row of the query's result, each value as text. */
  figures(sql: string): (string | null)[];
  /** The last number given to a row of the table; 0: none. */
  lastNumber(table: string): number;
  close(): void;
}

/** Throws a StoreError if the database is missing, in use, of another version or another program's. */
export async function openSource(file: string): Promise<Source> {
  if (!existsSync(file)) {
    const message = `Database ${file} does not exist. Name another one with --from FILE, or set DATA_DIR.`;
    throw new StoreError('unavailable', message);
  }
  const unlock = lockFile(file);
  try {
    const connection = new SqliteConnection(file, `${pathToFileURL(resolve(file)).href}?mode=ro`);
    await checkVersion(connection);
    return sourceOf(connection, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function checkVersion(connection: SqliteConnection): Promise<void> {
  const { file } = connection;
  const db = new Kysely<MigrationTables>({ dialect: sqliteDialect(connection, new Turns()) });
  const version = await checkedVersion(db, migrationOf(file, 0));
  if (version === MIGRATIONS.length) return;
  connection.close();
  const message =
    `Database ${file} was made by an older version of the bot. Start this version on it once, without ` +
    'DATABASE_URL, stop it, and move it then.';
  throw new StoreError('foreign', message);
}

function sourceOf(connection: SqliteConnection, unlock: () => void): Source {
  const { file } = connection;
  const number = (sql: string, values: unknown[] = []) => Number(connection.all(sql, values)[0]?.[0] ?? 0);
  return {
    file,
    count: (table) => number(`select count(*) from ${table}`),
    *rows(table, columns) {
      const key = keyOf(connection, table);
      const places = key.map((name) => columns.indexOf(name));
      let last: unknown[] = [];
      for (;;) {
        const after = last.length > 0 ? `where (${key.join(', ')}) > (${key.map(() => '?').join(', ')})` : '';
        const page = `select ${quoted(columns)} from ${table} ${after} order by ${key.join(', ')} limit ${ROWS}`;
        const rows = connection.all(page, last);
        if (rows.length > 0) yield rows;
        if (rows.length < ROWS) return;
        last = places.map((place) => rows.at(-1)?.[place]);
      }
    },
    figures: (sql) => (connection.all(sql)[0] ?? []).map((value) => (value === null ? null : String(value))),
    lastNumber: (table) => number('select seq from sqlite_sequence where name = ?', [table]),
    close() {
      connection.close();
      unlock();
    },
  };
}

function keyOf(connection: SqliteConnection, table: string): string[] {
  const columns = connection.all(
    `select name, pk from pragma_table_info('${table}') where pk > 0 order by pk`,
  );
  return columns.map(([name]) => String(name));
}

export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
