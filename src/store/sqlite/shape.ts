import { sql } from 'kysely';
import type { Shape } from '../migrations/migration';

/** Tables in SQLite: `strict` keeps a column to its type, `without rowid` keeps rows by their key. */
export const SQLITE_SHAPE: Shape = {
  text: 'text',
  integer: 'integer',
  real: 'real',
  byKey: (table) => table.modifyEnd(sql`strict, without rowid`),
  fleeting: (table) => table.modifyEnd(sql`strict, without rowid`),
  appended: (table) => table.modifyEnd(sql`strict`),
  sequence: (column) => column.primaryKey().autoIncrement(),
};
