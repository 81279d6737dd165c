import type { Migration } from './migration';

/** What left the organisation: figures of closed days, each correction under a number of its own, and final reports. */
export const publications: Migration = {
  number: 12,
  name: 'publications',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('published_days'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('number', shape.integer, (column) => column.notNull())
      .addColumn('groups', shape.text, (column) => column.notNull())
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('published_days_key', ['org', 'day', 'number'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('published_campaigns'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('campaign', shape.text, (column) => column.notNull())
      .addColumn('days', shape.text, (column) => column.notNull())
      .addColumn('people', shape.text)
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('published_campaigns_key', ['org', 'campaign'])
      .execute();
  },
};
