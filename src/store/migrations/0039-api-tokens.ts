import type { Migration } from './migration';

/** Tokens for programs, of which only hashes are kept, and the answers to writes that they may send again. */
export const apiTokens: Migration = {
  number: 39,
  name: 'api-tokens',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('api_tokens'))
      .addColumn('hash', shape.text, (column) => column.notNull())
      .addColumn('id', shape.text, (column) => column.notNull())
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('name', shape.text, (column) => column.notNull())
      .addColumn('scopes', shape.text, (column) => column.notNull())
      .addColumn('made_at', shape.integer, (column) => column.notNull())
      .addColumn('until', shape.integer, (column) => column.notNull())
      .addColumn('used_at', shape.integer)
      .addPrimaryKeyConstraint('api_tokens_key', ['hash'])
      .execute();
    await trx.schema.createIndex('api_tokens_person').on('api_tokens').columns(['org', 'person']).execute();
    await shape
      .byKey(trx.schema.createTable('api_writes'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('key', shape.text, (column) => column.notNull())
      .addColumn('request', shape.text, (column) => column.notNull())
      .addColumn('status', shape.integer)
      .addColumn('body', shape.text)
      .addColumn('until', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('api_writes_key', ['org', 'person', 'key'])
      .execute();
  },
};
