import type { Migration } from './migration';

/** State that processes on one database share: the platforms' rate limits, and the edits of polls. */
export const replicas: Migration = {
  number: 8,
  name: 'replicas',
  async up(trx, shape) {
    await shape
      .fleeting(trx.schema.createTable('lanes'))
      .addColumn('name', shape.text, (column) => column.notNull())
      .addColumn('full_at', shape.real, (column) => column.notNull())
      .addColumn('granted', shape.real, (column) => column.notNull())
      .addPrimaryKeyConstraint('lanes_key', ['name'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('edits'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('number', shape.integer, (column) => column.notNull())
      .addColumn('ended', shape.integer, (column) => column.notNull())
      .addColumn('done', shape.integer, (column) => column.notNull())
      .addColumn('free_at', shape.integer, (column) => column.notNull())
      .addColumn('read', shape.integer, (column) => column.notNull())
      .addColumn('seen', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('edits_key', ['org', 'team', 'day'])
      .execute();
  },
};
