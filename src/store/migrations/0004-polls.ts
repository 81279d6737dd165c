import type { Migration } from './migration';

/** Polls, and who was in them when they opened or joined since. */
export const polls: Migration = {
  number: 4,
  name: 'polls',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('polls'))
      .addColumn('org', 'text', (column) => column.notNull())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('zone', 'text', (column) => column.notNull())
      .addColumn('window_from', 'text', (column) => column.notNull())
      .addColumn('window_until', 'text', (column) => column.notNull())
      .addColumn('opens_at', shape.integer, (column) => column.notNull())
      .addColumn('closes_at', shape.integer, (column) => column.notNull())
      .addColumn('ends_at', shape.integer, (column) => column.notNull())
      .addColumn('remind_at', shape.integer)
      .addColumn('campaign', 'text')
      .addColumn('core', shape.integer, (column) => column.notNull())
      .addColumn('drill', 'text')
      .addPrimaryKeyConstraint('polls_key', ['org', 'team', 'day'])
      .execute();
    await trx.schema.createIndex('polls_end').on('polls').column('ends_at').execute();
    await shape
      .byKey(trx.schema.createTable('poll_members'))
      .addColumn('org', 'text', (column) => column.notNull())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
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
