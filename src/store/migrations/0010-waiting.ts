import type { Migration } from './migration';

/** An organisation's teams in the order of their time, so that its first one is found whatever waits. */
export const waiting: Migration = {
  number: 10,
  name: 'waiting',
  async up(trx) {
    await trx.schema.createIndex('teams_turn').on('teams').columns(['org', 'wake_at', 'id']).execute();
  },
};
