import type { Migration } from './migration';

/** Links by which people sign in to the pages, and the sessions there: hashes alone. */
export const webAccess: Migration = {
  number: 37,
  name: 'web-access',
  async up(trx, shape) {
    for (const table of ['web_links', 'web_sessions']) {
      await shape
        .byKey(trx.schema.createTable(table))
        .addColumn('hash', shape.text, (column) => column.notNull())
        .addColumn('org', shape.text, (column) => column.notNull())
        .addColumn('person', shape.text, (column) => column.notNull())
        .addColumn('until', shape.integer, (column) => column.notNull())
        .addPrimaryKeyConstraint(`${table}_key`, ['hash'])
        .execute();
      await trx.schema.createIndex(`${table}_person`).on(table).columns(['org', 'person']).execute();
    }
  },
};
