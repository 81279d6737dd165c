import type { Migration } from './migration';

/** Whose days people want to see in their own panel. */
export const follows: Migration = {
  number: 38,
  name: 'follows',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('follows'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('followed', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('follows_key', ['org', 'person', 'followed'])
      .execute();
  },
};
