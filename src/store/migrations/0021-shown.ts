import type { Migration } from './migration';

/** What a message showed last, so that no edit is sent which would change nothing. */
export const shown: Migration = {
  number: 21,
  name: 'shown',
  async up(trx, shape) {
    await trx.schema.alterTable('tasks').addColumn('shown', shape.text).execute();
  },
};
