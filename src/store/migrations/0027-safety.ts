import type { Migration } from './migration';

/**
 * Answers to “are you safe?”, each a row, and whom a team tells of them. `safety_since`: from when on such answers count
 * in a poll; null: it does not ask.
 */
export const safety: Migration = {
  number: 27,
  name: 'safety',
  async up(trx, shape) {
    await shape
      .appended(trx.schema.createTable('safety_answers'))
      .addColumn('seq', shape.integer, (column) => shape.sequence(column))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('state', shape.text, (column) => column.notNull())
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addColumn('call', shape.integer, (column) => column.notNull())
      .execute();
    await trx.schema
      .createIndex('safety_answers_day')
      .on('safety_answers')
      .columns(['org', 'day', 'person'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('safety_contacts'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('since', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('safety_contacts_key', ['org', 'team', 'person'])
      .execute();
    await trx.schema.alterTable('polls').addColumn('safety_since', shape.integer).execute();
  },
};
