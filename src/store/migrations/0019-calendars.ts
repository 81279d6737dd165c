import type { Migration } from './migration';

/** The calendar of each organisation, in JSON: teams are read with it. `oldest`: its first day, for retention. */
export const calendars: Migration = {
  number: 19,
  name: 'calendars',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('calendars'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('calendar', shape.text, (column) => column.notNull())
      .addColumn('oldest', shape.text)
      .addPrimaryKeyConstraint('calendars_key', ['org'])
      .execute();
  },
};
