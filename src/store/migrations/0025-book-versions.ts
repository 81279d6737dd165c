import type { Migration } from './migration';

/** A number that rises with each change of past days: books are counted in portions, and again where it rose meanwhile. */
export const bookVersions: Migration = {
  number: 25,
  name: 'book-versions',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('book_versions'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('version', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('book_versions_key', ['org'])
      .execute();
  },
};
