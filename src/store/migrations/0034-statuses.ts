import type { Migration } from './migration';

/** People who want their day shown in their status, and what was written there. Nobody else has a row. */
export const statuses: Migration = {
  number: 34,
  name: 'statuses',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('statuses'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('leaving', shape.integer, (column) => column.notNull().defaultTo(0))
      .addColumn('state', shape.text, (column) => column.notNull())
      .addColumn('written', shape.text, (column) => column.notNull().defaultTo('[]'))
      .addColumn('day', shape.text, (column) => column.notNull().defaultTo(''))
      .addColumn('seen', shape.text, (column) => column.notNull().defaultTo(''))
      .addColumn('due_at', shape.integer, (column) => column.notNull().defaultTo(0))
      .addColumn('free_at', shape.integer, (column) => column.notNull().defaultTo(0))
      .addColumn('leased_until', shape.integer, (column) => column.notNull().defaultTo(0))
      .addColumn('turn', shape.integer, (column) => column.notNull().defaultTo(0))
      .addColumn('wakes', shape.integer, (column) => column.notNull().defaultTo(0))
      .addColumn('tries', shape.integer, (column) => column.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('statuses_key', ['org', 'person'])
      .execute();
  },
};
