import type { Migration } from './migration';

export const campaigns: Migration = {
  number: 2,
  name: 'campaigns',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('campaigns'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('id', shape.text, (column) => column.notNull())
      .addColumn('name', shape.text, (column) => column.notNull())
      .addColumn('days', shape.text, (column) => column.notNull())
      .addColumn('target', shape.real)
      .addColumn('ended', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('campaigns_key', ['org', 'id'])
      .execute();
  },
};
