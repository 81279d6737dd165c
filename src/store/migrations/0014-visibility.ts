import type { Migration } from './migration';

/**
 * What a poll shows is stamped on it, and who has answered in its team under that. Polls from before show counts only,
 * as nobody was told more on them.
 */
export const visibility: Migration = {
  number: 14,
  name: 'visibility',
  async up(trx, shape) {
    await trx.schema
      .alterTable('polls')
      .addColumn('names', shape.integer, (column) => column.notNull().defaultTo(0))
      .execute();
    await trx.schema
      .alterTable('poll_members')
      .addColumn('here', shape.integer, (column) => column.notNull().defaultTo(0))
      .execute();
    await shape
      .byKey(trx.schema.createTable('agreements'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('level', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('agreements_key', ['org', 'team', 'person'])
      .execute();
    await trx.schema.createIndex('agreements_person').on('agreements').columns(['org', 'person']).execute();
  },
};
