import type { Migration } from './migration';

/** The effects of each campaign, and what was counted by time: as JSON. `oldest`: the first day, for retention. */
export const effects: Migration = {
  number: 28,
  name: 'effects',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('effects'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('campaign', shape.text, (column) => column.notNull())
      .addColumn('effects', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('effects_key', ['org', 'campaign'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('activity'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('source', shape.text, (column) => column.notNull())
      .addColumn('series', shape.text, (column) => column.notNull())
      .addColumn('days', shape.text, (column) => column.notNull())
      .addColumn('oldest', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('activity_key', ['org', 'source', 'series'])
      .execute();
    await trx.schema.createIndex('activity_oldest').on('activity').column('oldest').execute();
  },
};
