import { CompiledQuery, Kysely } from 'kysely';
import type { Millis } from '../../domain/time/calendar';
import { StoreError } from '../errors';
import { postgresDialect } from '../postgres/dialect';
import { openPostgres } from '../postgres/open';
import { Sessions } from '../postgres/sessions';
import { type PostgresOptions, patient, targetOf } from '../postgres/target';
import type { Schema, Trx } from '../schema';
import { openSource, quoted, type Source } from './source';

export interface Moved {
  table: string;
  rows: number;
  of: number;
}

interface MoveOptions extends PostgresOptions {
  /** The path of the SQLite database. */
  file: string;
  now: () => Millis;
  /** Called after every batch of rows, and once for an empty table. */
  onProgress: (moved: Moved) => void;
}

interface Column {
  name: string;
  type: string;
  numbered: boolean;
}

/**
 * Copies a SQLite database into an empty PostgreSQL one, in one transaction that is committed only if counts and sums
 * agree. The file stays as it is. Throws a StoreError that names the culprit and the cure.
 */
export async function moveStore(options: MoveOptions): Promise<void> {
  const source = await openSource(options.file);
  try {
    // Creates the tables; repeating this is safe while they are empty.
    await (await openPostgres(options)).close();
    await moveAll(source, options);
  } finally {
    source.close();
  }
}

async function moveAll(source: Source, options: MoveOptions): Promise<void> {
  const { where, config } = patient(targetOf(options));
  const sessions = new Sessions(where, config);
  const db = new Kysely<Schema>({ dialect: postgresDialect(sessions) });
  try {
    await db.transaction().execute(async (trx) => {
      const tables = await tablesOf(trx);
      // Keeps out all writes until the commit, even those of a bot started too early.
      await ask(trx, `lock table ${quoted([...tables.keys()])} in exclusive mode`);
      await refuseUnlessEmpty(trx, where, [...tables.keys()]);
      for (const [table, columns] of tables) {
        await moveTable(trx, source, table, columns, options.onProgress);
        await compare(trx, source, table, columns);
      }
    });
  } finally {
    await sessions.close();
  }
}

/** All tables but `migrations`; polls come before their members, which refer to them. */
async function tablesOf(trx: Trx): Promise<Map<string, Column[]>> {
  const rows = await ask<Column & { table: string }>(
    trx,
    `select table_name as "table", column_name as name, data_type as type, is_identity = 'YES' as numbered
      from information_schema.columns where table_schema = current_schema() and table_name <> 'migrations'
      order by table_name <> 'polls', table_name, ordinal_position`,
  );
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

async function refuseUnlessEmpty(trx: Trx, where: string, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const rows = await ask(trx, `select 1 from "${table}" limit 1`);
    if (rows.length === 0) continue;
    const message =
      `${where} is not empty: there are ${table} in it. It has been moved already, or a bot has used it. Start the ` +
      'bot on it, or give an empty database.';
    throw new StoreError('exists', message);
  }
}

async function moveTable(
  trx: Trx,
  source: Source,
  table: string,
  columns: readonly Column[],
  onProgress: MoveOptions['onProgress'],
): Promise<void> {
  const of = source.count(table);
  const names = columns.map(({ name }) => name);
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  const insert = `insert into "${table}" (${quoted(names)}) select * from unnest(${arrays})`;
  let rows = 0;
  if (of === 0) onProgress({ table, rows, of });
  for (const share of source.rows(table, names)) {
    await ask(
      trx,
      insert,
      names.map((_, index) => share.map((row) => row[index])),
    );
    rows += share.length;
    onProgress({ table, rows, of });
  }
  const numbered = columns.find((column) => column.numbered);
  const last = source.lastNumber(table);
  if (numbered && last > 0) {
    await ask(trx, `select setval(pg_get_serial_sequence('${table}', '${numbered.name}'), $1::bigint)`, [
      last,
    ]);
  }
}

/** Compares row counts and, for every column, the sum of its numbers or of its texts' lengths. */
async function compare(trx: Trx, source: Source, table: string, columns: readonly Column[]): Promise<void> {
  const sql = `select count(*), ${columns.flatMap(sumsOf).join(', ')} from "${table}"`;
  const [row] = await ask<object>(trx, sql);
  const theirs = Object.values(row ?? {}).map((value) => (value === null ? null : String(value)));
  const ours = source.figures(sql);
  if (ours.length === theirs.length && ours.every((figure, index) => figure === theirs[index])) return;
  const message =
    `The ${table} of ${source.file} did not arrive as they are: counts or sums differ. Nothing was moved. Check the ` +
    'file (npm run doctor), and move it again.';
  throw new StoreError('corrupt', message);
}

/** Sums instants in two parts, as the total would exceed 2^53. */
function sumsOf({ name, type }: Column, index: number): string[] {
  const filled = `count("${name}") as filled${index}`;
  if (type === 'text') return [filled, `sum(length("${name}")) as length${index}`];
  if (type !== 'bigint') return [filled];
  return [filled, `sum("${name}" / 1000) as big${index}`, `sum("${name}" % 1000) as small${index}`];
}

async function ask<Row>(trx: Trx, sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await trx.executeQuery<Row>(CompiledQuery.raw(sql, values))).rows;
}
