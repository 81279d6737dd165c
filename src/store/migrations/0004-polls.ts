import type { Migration } from './migration';

/** Polls and their members: those listed at the opening, and those who joined later. */
export const polls: Migration = {
  number: 4,
  name: 'polls',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('polls'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('zone', shape.text, (column) => column.notNull())
      .addColumn('window_from', shape.text, (column) => column.notNull())
      .addColumn('window_until', shape.text, (column) => column.notNull())
      .addColumn('opens_at', shape.integer, (column) => column.notNull())
      .addColumn('closes_at', shape.integer, (column) => column.notNull())
      .addColumn('ends_at', shape.integer, (column) => column.notNull())
      .addColumn('remind_at', shape.integer)
      .addColumn('campaign', shape.text)
      .addColumn('core', shape.integer, (column) => column.notNull())
      .addColumn('drill', shape.text)
      .addPrimaryKeyConstraint('polls_key', ['org', 'team', 'day'])
      .execute();
    await trx.schema.createIndex('polls_end').on('polls').column('ends_at').execute();
    await shape
      .byKey(trx.schema.createTable('poll_members'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('scheduled', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('poll_members_key', ['org', 'team', 'day', 'person'])
      .addForeignKeyConstraint('poll_members_poll', ['org', 'team', 'day'], 'polls', ['org', 'team', 'day'])
      .execute();
    await trx.schema
      .createIndex('poll_members_person')
      .on('poll_members')
      .columns(['org', 'day', 'person'])
      .execute();
  },
};
