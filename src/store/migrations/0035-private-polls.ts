import type { Migration } from './migration';

/** Whether a person is asked in private, too, when a poll opens. */
export const privatePolls: Migration = {
  number: 35,
  name: 'private-polls',
  async up(trx, shape) {
    await trx.schema
      .alterTable('preferences')
      .addColumn('ask_privately', shape.integer, (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
