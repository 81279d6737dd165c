import type { Migration } from './migration';

/** When an administrator asked to remind the silent of a poll at once. */
export const remindNow: Migration = {
  number: 36,
  name: 'remind-now',
  async up(trx, shape) {
    await trx.schema.alterTable('polls').addColumn('remind_now_at', shape.integer).execute();
  },
};
