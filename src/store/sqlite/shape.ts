import { sql } from 'kysely';
import type { Shape } from '../migrations/migration';

/** Table definitions in SQLite: `strict` enforces column types, `without rowid` stores rows by primary key. */
export const SQLITE_SHAPE: Shape = {
  text: 'text',
  integer: 'integer',
  real: 'real',
  byKey: (table) => table.modifyEnd(sql`strict, without rowid`),
  fleeting: (table) => table.modifyEnd(sql`strict, without rowid`),
  appended: (table) => table.modifyEnd(sql`strict`),
  sequence: (column) => column.primaryKey().autoIncrement(),
};
