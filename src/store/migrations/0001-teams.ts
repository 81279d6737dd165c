import type { Migration } from './migration';

/** Teams with their wake-up times, people with their preferences, and rosters. */
export const teams: Migration = {
  number: 1,
  name: 'teams',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('teams'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('id', shape.text, (column) => column.notNull())
      .addColumn('place', shape.text, (column) => column.notNull())
      .addColumn('name', shape.text, (column) => column.notNull())
      .addColumn('settings', shape.text, (column) => column.notNull())
      .addColumn('trouble', shape.text)
      .addColumn('wake_at', shape.integer)
      .addColumn('wakes', shape.integer, (column) => column.notNull())
      .addColumn('woken_at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('teams_key', ['org', 'id'])
      .execute();
    await trx.schema.createIndex('teams_place').unique().on('teams').columns(['org', 'place']).execute();
    await trx.schema.createIndex('teams_wake').on('teams').column('wake_at').execute();
    await shape
      .byKey(trx.schema.createTable('people'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('id', shape.text, (column) => column.notNull())
      .addColumn('name', shape.text, (column) => column.notNull())
      .addColumn('locale', shape.text)
      .addColumn('time_zone', shape.text)
      .addColumn('kind', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('people_key', ['org', 'id'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('preferences'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('language', shape.text)
      .addColumn('remind', shape.integer, (column) => column.notNull())
      .addColumn('week', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('preferences_key', ['org', 'person'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('rosters'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('rosters_key', ['org', 'team', 'person'])
      .execute();
    await trx.schema.createIndex('rosters_person').on('rosters').columns(['org', 'person']).execute();
  },
};
