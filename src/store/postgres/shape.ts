import { sql } from 'kysely';
import type { Shape } from '../migrations/migration';

/** Tables in PostgreSQL. Texts are compared sign by sign, as in SQLite: keys and days do not know languages. */
export const POSTGRES_SHAPE: Shape = {
  text: sql`text collate "C"`,
  integer: 'bigint',
  real: 'double precision',
  byKey: (table) => table,
  fleeting: (table) => table.modifyFront(sql`unlogged`),
  appended: (table) => table,
  sequence: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
};
