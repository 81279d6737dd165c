import type { Migration } from './migration';

/** What a campaign asks besides its days: as JSON, null for one that asks nothing. */
export const terms: Migration = {
  number: 23,
  name: 'terms',
  async up(trx, shape) {
    await trx.schema.alterTable('campaigns').addColumn('terms', shape.text).execute();
  },
};
