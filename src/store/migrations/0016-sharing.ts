import type { Migration } from './migration';

/** That other organisations see a team's channels, and since when. */
export const sharing: Migration = {
  number: 16,
  name: 'sharing',
  async up(trx, shape) {
    await trx.schema.alterTable('teams').addColumn('sharing', shape.text).execute();
    await trx.schema.alterTable('teams').addColumn('shared_since', shape.integer).execute();
  },
};
