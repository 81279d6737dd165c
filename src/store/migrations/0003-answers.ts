import type { Migration } from './migration';

/**
 * Answers, one per person and day, and their history. Both keys have the day before the person: a morning's votes
 * touch neighbouring pages, and a team's tally costs the same in a database of any age.
 */
export const answers: Migration = {
  number: 3,
  name: 'answers',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('answers'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('style', shape.text, (column) => column.notNull())
      .addColumn('arrival', shape.text)
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addColumn('first_at', shape.integer, (column) => column.notNull())
      .addColumn('source', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('answers_key', ['org', 'day', 'person'])
      .execute();
    await shape
      .appended(trx.schema.createTable('answer_history'))
      .addColumn('seq', shape.integer, (column) => shape.sequence(column))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('style', shape.text)
      .addColumn('arrival', shape.text)
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addColumn('source', shape.text, (column) => column.notNull())
      .execute();
    await trx.schema
      .createIndex('answer_history_of')
      .on('answer_history')
      .columns(['org', 'day', 'person'])
      .execute();
  },
};
