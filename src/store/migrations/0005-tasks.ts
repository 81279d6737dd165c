import { sql } from 'kysely';
import type { Migration } from './migration';

/** The ledger: one row per task, elected by its key. */
export const tasks: Migration = {
  number: 5,
  name: 'tasks',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('tasks'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('kind', shape.text, (column) => column.notNull())
      .addColumn('subject', shape.text, (column) => column.notNull())
      .addColumn('state', shape.text, (column) => column.notNull())
      .addColumn('attempt', shape.integer, (column) => column.notNull())
      .addColumn('again', shape.integer, (column) => column.notNull())
      .addColumn('free_at', shape.integer, (column) => column.notNull())
      .addColumn('post', shape.text)
      .addColumn('reason', shape.text)
      .addColumn('updated_at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('tasks_key', ['org', 'team', 'day', 'kind', 'subject'])
      .execute();
    await trx.schema
      .createIndex('tasks_claimed')
      .on('tasks')
      .column('state')
      .where(sql.ref('state'), '=', sql.lit('claimed'))
      .execute();
  },
};
