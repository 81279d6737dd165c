import type { Migration } from './migration';

/** How each organisation is built, as JSON; and what was told of its days, in entries by number. */
export const structures: Migration = {
  number: 26,
  name: 'structures',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('structures'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('structure', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('structures_key', ['org'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('roll_ups'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('number', shape.integer, (column) => column.notNull())
      .addColumn('figures', shape.text, (column) => column.notNull())
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('roll_ups_key', ['org', 'day', 'number'])
      .execute();
  },
};
