import { sql } from 'kysely';
import type { Migration } from './migration';

/** The lease of the process that checks a team. */
export const looks: Migration = {
  number: 9,
  name: 'looks',
  async up(trx, shape) {
    await trx.schema
      .alterTable('teams')
      .addColumn('looked_until', shape.integer, (column) => column.notNull().defaultTo(0))
      .execute();
    await trx.schema
      .createIndex('teams_looked')
      .on('teams')
      .column('looked_until')
      .where(sql.ref('looked_until'), '>', sql.lit(0))
      .execute();
  },
};
