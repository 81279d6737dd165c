import type { Migration } from './migration';

/** The survey that an organisation has chosen, its counters, and apart from them who has answered which question. */
export const surveys: Migration = {
  number: 29,
  name: 'surveys',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('surveys'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('preset', shape.text, (column) => column.notNull())
      .addColumn('moment', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('since', shape.integer, (column) => column.notNull())
      .addColumn('person', shape.text)
      .addPrimaryKeyConstraint('surveys_key', ['org'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('survey_counts'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('item', shape.text, (column) => column.notNull())
      .addColumn('choice', shape.text, (column) => column.notNull())
      .addColumn('people', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_counts_key', ['org', 'day', 'item', 'choice'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('survey_marks'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('item', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_marks_key', ['org', 'day', 'item', 'person'])
      .execute();
  },
};
