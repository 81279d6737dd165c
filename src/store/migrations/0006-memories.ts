import type { Migration } from './migration';

export const memories: Migration = {
  number: 6,
  name: 'memories',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('memories'))
      .addColumn('owner', shape.text, (column) => column.notNull())
      .addColumn('key', shape.text, (column) => column.notNull())
      .addColumn('value', shape.text, (column) => column.notNull())
      .addColumn('until', shape.integer)
      .addPrimaryKeyConstraint('memories_key', ['owner', 'key'])
      .execute();
    await trx.schema.createIndex('memories_until').on('memories').column('until').execute();
  },
};
