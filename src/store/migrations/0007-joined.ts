import type { Migration } from './migration';

/** A team's second place, and the ids that are one person on several platforms. */
export const joined: Migration = {
  number: 7,
  name: 'joined',
  async up(trx, shape) {
    await trx.schema.alterTable('teams').addColumn('also_at', shape.text).execute();
    await trx.schema.alterTable('teams').addColumn('also_trouble', shape.text).execute();
    await trx.schema.createIndex('teams_also').unique().on('teams').columns(['org', 'also_at']).execute();
    await shape
      .byKey(trx.schema.createTable('identities'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('hash', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('via', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('identities_key', ['org', 'hash'])
      .execute();
    await trx.schema.createIndex('identities_person').on('identities').columns(['org', 'person']).execute();
    await shape
      .byKey(trx.schema.createTable('links'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('alias', shape.text, (column) => column.notNull())
      .addColumn('hash', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('links_key', ['org', 'alias'])
      .execute();
    await trx.schema.createIndex('links_hash').on('links').columns(['org', 'hash']).execute();
  },
};
