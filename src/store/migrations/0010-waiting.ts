import type { Migration } from './migration';

/** An organisation's teams by wake-up time, so that its first one is found at a constant cost. */
export const waiting: Migration = {
  number: 10,
  name: 'waiting',
  async up(trx) {
    await trx.schema.createIndex('teams_turn').on('teams').columns(['org', 'wake_at', 'id']).execute();
  },
};
