import type { Migration } from './migration';

/** What a campaign was before its last change: as JSON, null where nothing can be taken back. */
export const earlier: Migration = {
  number: 32,
  name: 'earlier',
  async up(trx, shape) {
    await trx.schema.alterTable('campaigns').addColumn('earlier', shape.text).execute();
  },
};
