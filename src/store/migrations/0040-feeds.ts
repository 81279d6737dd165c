import type { Migration } from './migration';

/** Secret addresses of calendars: hashes alone. */
export const feeds: Migration = {
  number: 40,
  name: 'feeds',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('feeds'))
      .addColumn('hash', shape.text, (column) => column.notNull())
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('made_at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('feeds_key', ['hash'])
      .execute();
    await trx.schema.createIndex('feeds_person').on('feeds').columns(['org', 'person', 'team']).execute();
  },
};
