import { sql } from 'kysely';
import type { Migration } from './migration';

/** Until when somebody looks at a team: of several processes one looks at it at a time. */
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
