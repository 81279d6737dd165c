import { sql } from 'kysely';
import type { Shape } from '../migrations/migration';

/** Table definitions in PostgreSQL. Texts are compared by code point, as in SQLite. */
export const POSTGRES_SHAPE: Shape = {
  text: sql`text collate "C"`,
  integer: 'bigint',
  real: 'double precision',
  byKey: (table) => table,
  fleeting: (table) => table.modifyFront(sql`unlogged`),
  appended: (table) => table,
  sequence: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
};
