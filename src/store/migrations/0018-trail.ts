import type { Migration } from './migration';

/** An entry of the trail is written before its deed; those so far were written after it. */
export const trail: Migration = {
  number: 18,
  name: 'trail',
  async up(trx, shape) {
    await trx.schema
      .alterTable('audit')
      .addColumn('done', shape.integer, (column) => column.notNull().defaultTo(1))
      .execute();
  },
};
